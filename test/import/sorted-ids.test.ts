import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isAscending, SortedIds} from '../../src/import/osm/sorted-ids.ts';

/** Ids as OpenStreetMap has them: in clumps with wide gaps, negative and beyond 2^32 too. */
const clumpyIds = fc
  .array(
    fc.record({
      start: fc.integer({min: -1_000_000, max: 2 ** 45}),
      step: fc.integer({min: 1, max: 40}),
      count: fc.integer({min: 1, max: 60}),
    }),
    {maxLength: 8},
  )
  .map((clumps) => {
    const ids = new Set<number>();
    for (const {start, step, count} of clumps) {
      for (let i = 0; i < count; i++) ids.add(start + i * step);
    }
    return [...ids].sort((a, b) => a - b);
  });

describe('SortedIds', () => {
  test('finds every id and no other, in any order of asking', () => {
    fc.assert(
      fc.property(clumpyIds, fc.array(fc.nat()), fc.array(fc.integer()), (ids, picks, others) => {
        const sorted = new SortedIds(Float64Array.from(ids));
        const expected = new Map(ids.map((id, row) => [id, row]));
        const asked = [
          ...ids,
          ...picks.map((pick) => ids[pick % Math.max(1, ids.length)] ?? pick),
          ...others,
          ...ids.flatMap((id) => [id + 1, id - 1]),
          Number.MAX_SAFE_INTEGER,
          -Number.MAX_SAFE_INTEGER,
        ];
        for (const id of asked) expect(sorted.row(id)).toBe(expected.get(id) ?? -1);
      }),
    );
  });

  test('finds nothing among none, and one among one', () => {
    expect(new SortedIds(new Float64Array(0)).row(0)).toBe(-1);
    expect(new SortedIds(Float64Array.of(7)).row(7)).toBe(0);
    expect(new SortedIds(Float64Array.of(7)).row(8)).toBe(-1);
  });
});

test('ascending means each id once', () => {
  expect(isAscending(Float64Array.of(1, 2, 3))).toBe(true);
  expect(isAscending(Float64Array.of(1, 1))).toBe(false);
  expect(isAscending(Float64Array.of(2, 1))).toBe(false);
});
