import fc from 'fast-check';
import {expect, test} from 'vitest';
import {editDistance, nearestNames} from '../../src/scenario/edit-distance.ts';

/** The textbook recursion, slow and plain. */
function recursive(a: string, b: string): number {
  if (a === '') return b.length;
  if (b === '') return a.length;
  return Math.min(
    recursive(a.slice(1), b) + 1,
    recursive(a, b.slice(1)) + 1,
    recursive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  );
}

test('agrees with the recursion', () => {
  const word = fc.array(fc.constantFrom('温', '州', '市'), {maxLength: 5}).map((c) => c.join(''));
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(recursive(a, b));
    }),
  );
});

test('nearest names share something with the query, nearest first', () => {
  expect(nearestNames('泰训', ['苍南', '泰顺县', '泰顺', '泰安'], 2)).toEqual(['泰顺', '泰安']);
});
