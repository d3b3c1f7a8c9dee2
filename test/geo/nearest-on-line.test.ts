import {length, lineString, nearestPointOnLine} from '@turf/turf';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {pointAlong} from '../../src/geo/line.ts';
import {nearestOnLine} from '../../src/geo/nearest-on-line.ts';
import {haversineM} from '../support/haversine.ts';

const position = fc.tuple(
  fc.double({min: 119, max: 119.05, noNaN: true}),
  fc.double({min: 28, max: 28.05, noNaN: true}),
);
const metres = {units: 'meters'} as const;

test('is where turf finds it, to a thousandth of some kilometres', () => {
  fc.assert(
    fc.property(fc.array(position, {minLength: 2, maxLength: 9}), position, (line, [lon, lat]) => {
      const {distanceM, alongM} = nearestOnLine(line, lon, lat);
      const oracle = lineString(line.map((point) => [...point]));
      const expected = nearestPointOnLine(oracle, [lon, lat], metres).properties.dist!;
      expect(Math.abs(distanceM - expected)).toBeLessThan(5);
      expect(alongM).toBeLessThanOrEqual(length(oracle, metres) + 0.01);
      const there = pointAlong(line, alongM);
      expect(Math.abs(haversineM(...there, lon, lat) - distanceM)).toBeLessThan(5);
    }),
  );
});

test('of one point is that point, of none is nowhere', () => {
  const {distanceM, alongM} = nearestOnLine([[119, 28]], 119, 28.01);
  expect([Math.round(distanceM), alongM]).toEqual([1112, 0]); // 0.01° of 111.195 km
  expect(nearestOnLine([], 119, 28)).toEqual({distanceM: Infinity, alongM: 0});
});
