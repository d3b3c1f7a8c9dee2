import fc from 'fast-check';
import {expect, test} from 'vitest';
import {PointIds} from '../../src/geo/point-ids.ts';

const number = fc.oneof(
  fc.integer({min: -3, max: 3}),
  fc.constantFrom(0, -0, 0.1, 1e-300, 1e300, 119.1234567),
  fc.double({noNaN: true}),
);
const points = fc.array(fc.tuple(number, number), {maxLength: 300});

test('numbers points as a map by their text does, however many come', () => {
  fc.assert(
    fc.property(points, fc.integer({min: 0, max: 64}), (list, expected) => {
      const ids = new PointIds(expected);
      // The text of 0 and of -0 is the same, and no two other numbers share theirs.
      const byText = new Map<string, number>();
      for (const [x, y] of list) {
        const known = byText.get(`${x} ${y}`) ?? byText.size;
        byText.set(`${x} ${y}`, known);
        expect(ids.idOf(x, y)).toBe(known);
        expect([ids.x[known], ids.y[known]]).toEqual([x + 0, y + 0]);
      }
      expect(ids.count).toBe(byText.size);
    }),
  );
});

test('keeps its numbers while it grows', () => {
  const ids = new PointIds(1);
  const spots = Array.from({length: 5000}, (_, i) => [i % 71, Math.floor(i / 71) - 35] as const);
  expect(spots.map(([x, y]) => ids.idOf(x, y))).toEqual(spots.map((_, i) => i));
  expect(spots.map(([x, y]) => ids.idOf(x, y))).toEqual(spots.map((_, i) => i));
});
