import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {localPlane, projectOnSegment} from '../../src/geo/local-plane.ts';

const lon = fc.double({min: 116, max: 123, noNaN: true});
const lat = fc.double({min: 24, max: 32, noNaN: true});
const offset = fc.double({min: -0.5, max: 0.5, noNaN: true});

describe('localPlane', () => {
  test('goes there and back', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (lon0, lat0, x, y) => {
        const plane = localPlane(lon0, lat0);
        expect(plane.lon(plane.x(x))).toBeCloseTo(x, 9);
        expect(plane.lat(plane.y(y))).toBeCloseTo(y, 9);
        expect([plane.x(lon0), plane.y(lat0)]).toEqual([0, 0]);
      }),
    );
  });

  test('measures from its centre like the great circle, x to the east and y to the north', () => {
    fc.assert(
      fc.property(lon, lat, offset, offset, (lon0, lat0, dx, dy) => {
        const plane = localPlane(lon0, lat0);
        const [x, y] = [plane.x(lon0 + dx), plane.y(lat0 + dy)];
        expect(Math.sign(x)).toBe(Math.sign(lon0 + dx - lon0));
        expect(Math.sign(y)).toBe(Math.sign(lat0 + dy - lat0));
        const exactM = greatCircleM(lon0, lat0, lon0 + dx, lat0 + dy);
        // Half a degree north the parallels are tan φ · Δφ / 2 ≈ 0.27 % shorter at 32° N.
        expect(Math.abs(Math.hypot(x, y) - exactM)).toBeLessThanOrEqual(exactM * 0.0028 + 0.001);
      }),
    );
  });
});

describe('projectOnSegment', () => {
  const xy = fc.integer({min: -50, max: 50});

  test('is nearer than every point sampled along the segment, and as near as it says', () => {
    fc.assert(
      fc.property(xy, xy, xy, xy, xy, xy, (px, py, ax, ay, bx, by) => {
        const {t, distance2} = projectOnSegment(px, py, ax, ay, bx, by);
        const at = (s: number): number =>
          (ax + s * (bx - ax) - px) ** 2 + (ay + s * (by - ay) - py) ** 2;
        expect(t).toBeGreaterThanOrEqual(0);
        expect(t).toBeLessThanOrEqual(1);
        expect(distance2).toBeCloseTo(at(t), 6);
        for (let k = 0; k <= 100; k++) expect(distance2).toBeLessThanOrEqual(at(k / 100) + 1e-9);
      }),
    );
  });

  test('takes a segment of no length for its point', () => {
    expect(projectOnSegment(3, 4, 0, 0, 0, 0)).toEqual({t: 0, distance2: 25});
  });
});
