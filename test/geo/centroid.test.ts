import {centroid, polygon} from '@turf/turf';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {areaCentroid} from '../../src/geo/centroid.ts';
import type {LonLat} from '../../src/geo/line.ts';

const box = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('the centroid of an area', () => {
  test('of a box is its middle, whichever way round it is drawn', () => {
    const ring = box(119, 27, 119.2, 27.1);
    for (const drawn of [ring, [...ring].reverse()]) {
      const [lon, lat] = areaCentroid([[drawn]])!;
      expect([lon, lat]).toEqual([expect.closeTo(119.1, 9), expect.closeTo(27.05, 9)]);
    }
  });

  test('weighs parts by their area and leaves holes out', () => {
    // 2 × 2 without its right half but for the rim: 4 − 1 × 2 at x 1.5
    const holed = [box(0, 0, 2, 2), [...box(1, 0, 2, 2)]];
    expect(areaCentroid([holed])).toEqual([expect.closeTo(0.5, 12), expect.closeTo(1, 12)]);
    // two boxes, of 1 and of 4: (1 × 0.5 + 4 × 11) / 5
    expect(areaCentroid([[box(0, 0, 1, 1)], [box(10, 0, 12, 2)]])![0]).toBeCloseTo(8.9, 12);
  });

  test('is null for what covers no ground', () => {
    expect(areaCentroid([])).toBeNull();
    expect(
      areaCentroid([
        [
          [
            [119, 27],
            [119.1, 27],
            [119, 27],
          ],
        ],
      ]),
    ).toBeNull();
  });

  test('of a triangle is the mean of its corners, as Turf has it for its points', () => {
    const at = fc.tuple(fc.integer({min: -900, max: 900}), fc.integer({min: -900, max: 900}));
    fc.assert(
      fc.property(at, at, at, (a, b, c) => {
        const twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        fc.pre(Math.abs(twice) > 1);
        const ring = [a, b, c, a].map(([x, y]): [number, number] => [119 + x / 1e4, 27 + y / 1e4]);
        const [lon, lat] = centroid(polygon([ring])).geometry.coordinates;
        const found = areaCentroid([[ring]])!;
        expect(found[0]).toBeCloseTo(lon!, 9);
        expect(found[1]).toBeCloseTo(lat!, 9);
      }),
    );
  });
});
