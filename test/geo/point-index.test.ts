import fc from 'fast-check';
import {expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {LonLat} from '../../src/geo/line.ts';
import {indexPoints} from '../../src/geo/point-index.ts';

const place: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({min: 118, max: 119, noNaN: true}),
  fc.double({min: -80, max: 80, noNaN: true}),
);
/** Points about one place, near the tropics or near a pole. */
const cloud = place.chain(([lon, lat]) =>
  fc.array(
    fc.tuple(
      fc.double({min: lon - 0.5, max: lon + 0.5, noNaN: true}),
      fc.double({min: lat - 0.5, max: lat + 0.5, noNaN: true}),
    ),
    {minLength: 1, maxLength: 30},
  ),
);

test('finds what measuring to every point finds', () => {
  let found = 0;
  fc.assert(
    fc.property(cloud, fc.nat(29), fc.integer({min: 0, max: 80_000}), (points, which, withinM) => {
      const at = points[which % points.length]!;
      const rows = indexPoints(points).around(at, withinM);
      const brute = points.flatMap((p, row) => (greatCircleM(...at, ...p) <= withinM ? [row] : []));
      expect(rows).toEqual(brute);
      found += rows.length;
    }),
    {numRuns: 300, seed: 5},
  );
  expect(found).toBeGreaterThan(1000);
});

test('no points, nothing near', () => {
  expect(indexPoints([]).around([119, 28], 1e6)).toEqual([]);
});
