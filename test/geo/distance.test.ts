import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import {describe, expect, test} from 'vitest';
import {bearingDeg, bearingGapDeg, greatCircleM} from '../../src/geo/distance.ts';

const WGS84 = geographiclib.Geodesic.WGS84;
const lon = fc.double({min: -180, max: 180, noNaN: true});
const lat = fc.double({min: -90, max: 90, noNaN: true});

/** Places of METHODS.md §E.1 (GeoNames, and Wikipedia for 建阳), `[lon, lat]`. */
const WENZHOU = [120.66682, 27.99942] as const;
const TAIZHOU = [121.43312, 28.66266] as const;
const LISHUI = [119.91029, 28.46042] as const;
const YANPING = [118.17361, 26.645] as const;
const JIANYANG = [118.1206, 27.3319] as const;
const SHANGRAO = [117.94287, 28.45179] as const;

describe('greatCircleM', () => {
  test('lies within 0.6 % of the geodesic on the ellipsoid, anywhere', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (lonA, latA, lonB, latB) => {
        const geodesicM = WGS84.Inverse(latA, lonA, latB, lonB).s12!;
        const error = Math.abs(greatCircleM(lonA, latA, lonB, latB) - geodesicM);
        // Below a millimetre haversine has no digits left, and nobody asks.
        expect(error).toBeLessThanOrEqual(0.006 * geodesicM + 0.001);
      }),
      {numRuns: 2000},
    );
  });

  test('gives the straight-line distances between the cities that METHODS.md §E.1 states', () => {
    const km = (a: readonly [number, number], b: readonly [number, number]): string =>
      (greatCircleM(...a, ...b) / 1000).toFixed(1);
    expect(km(WENZHOU, YANPING)).toBe('288.7');
    expect(km(WENZHOU, SHANGRAO)).toBe('271.6');
    expect(km(TAIZHOU, YANPING)).toBe('391.6');
    expect(km(LISHUI, SHANGRAO)).toBe('192.3');
    // 建阳 stands there to four digits and its distances do not follow from them to the last one.
    expect(Math.abs(greatCircleM(...WENZHOU, ...JIANYANG) - 261_600)).toBeLessThan(150);
    expect(Math.abs(greatCircleM(...TAIZHOU, ...JIANYANG) - 357_400)).toBeLessThan(150);
  });

  test('is symmetric, never negative, 0 for a point to itself and half round for antipodes', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (lonA, latA, lonB, latB) => {
        const there = greatCircleM(lonA, latA, lonB, latB);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(greatCircleM(lonB, latB, lonA, latA)).toBe(there);
        expect(greatCircleM(lonA, latA, lonA, latA)).toBe(0);
      }),
    );
    expect(greatCircleM(0, 0, 180, 0)).toBeCloseTo(Math.PI * 6_371_008.8, 6);
    expect(greatCircleM(10, 20, -170, -20)).toBeCloseTo(Math.PI * 6_371_008.8, 6);
  });
});

describe('bearingDeg', () => {
  test('follows the compass', () => {
    expect(bearingDeg(119, 28, 119, 29)).toBe(0);
    expect(bearingDeg(119, 28, 119, 27)).toBe(180);
    expect(bearingDeg(119, 0, 120, 0)).toBe(90);
    expect(bearingDeg(119, 0, 118, 0)).toBe(270);
    expect(bearingDeg(119, 28, 119, 28)).toBe(0);
  });

  test('lies in [0, 360) and within half a degree of the azimuth on the ellipsoid', () => {
    const near = fc.double({min: 0.01, max: 3, noNaN: true});
    const home = fc.tuple(
      fc.double({min: 117, max: 122, noNaN: true}),
      fc.double({min: 26, max: 30, noNaN: true}),
    );
    fc.assert(
      fc.property(home, near, near, fc.boolean(), fc.boolean(), ([x, y], dx, dy, west, south) => {
        const [toX, toY] = [x + (west ? -dx : dx), y + (south ? -dy : dy)];
        const bearing = bearingDeg(x, y, toX, toY);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(bearing).toBeLessThan(360);
        const azimuth = (WGS84.Inverse(y, x, toY, toX).azi1! + 360) % 360;
        expect(bearingGapDeg(bearing, azimuth)).toBeLessThan(0.5);
      }),
    );
  });
});

describe('bearingGapDeg', () => {
  test('is the smaller way round', () => {
    expect([bearingGapDeg(350, 10), bearingGapDeg(10, 350), bearingGapDeg(0, 180)]).toEqual([
      20, 20, 180,
    ]);
    expect([bearingGapDeg(90, 90), bearingGapDeg(0, 359.5), bearingGapDeg(45, 300)]).toEqual([
      0, 0.5, 105,
    ]);
  });
});
