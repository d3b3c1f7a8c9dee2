import fc from 'fast-check';
import {expect, test} from 'vitest';
import {bridgesOf, type Links, leastCut} from '../../../src/analysis/permeability/flow.ts';

const links: fc.Arbitrary<Links> = fc.integer({min: 2, max: 7}).chain((nodeCount) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    ends: fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), {maxLength: 11}),
  }),
);

/** Sets of joined nodes without some links, by spreading labels. */
function labels({nodeCount, ends}: Links, without: ReadonlySet<number>): number[] {
  const label = [...Array(nodeCount).keys()];
  for (let round = 0; round < nodeCount; round++) {
    ends.forEach(([a, b], row) => {
      if (without.has(row)) return;
      label[a] = label[b] = Math.min(label[a]!, label[b]!);
    });
  }
  return label;
}

const parts = (graph: Links, without: ReadonlySet<number>): number =>
  new Set(labels(graph, without)).size;

test('bridges are the links without which there are more parts', () => {
  fc.assert(
    fc.property(links, (graph) => {
      const all = parts(graph, new Set());
      const brute = graph.ends.flatMap((_, row) =>
        parts(graph, new Set([row])) > all ? [row] : [],
      );
      expect([...bridgesOf(graph)].sort((a, b) => a - b)).toEqual(brute);
    }),
    {numRuns: 500},
  );
});

test('the least cut is the smallest set of links whose removal parts the two', () => {
  fc.assert(
    fc.property(links, (graph) => {
      const parted = (mask: number): boolean => {
        const without = new Set(graph.ends.flatMap((_, row) => ((mask >> row) & 1 ? [row] : [])));
        const label = labels(graph, without);
        return label[0] !== label[1];
      };
      const bits = (mask: number): number => [...mask.toString(2)].filter((b) => b === '1').length;
      let least = Infinity;
      for (let mask = 0; mask < 1 << graph.ends.length; mask++) {
        if (bits(mask) < least && parted(mask)) least = bits(mask);
      }
      const found = leastCut(graph, 0, 1);
      expect(found.count).toBe(least);
      const alone = graph.ends.flatMap((_, row) => (parted(1 << row) ? [row] : []));
      expect([...found.alone].sort((a, b) => a - b)).toEqual(least === 1 ? alone : []);
    }),
    {numRuns: 150},
  );
});

test('a long chain does not overflow the stack', () => {
  const nodeCount = 50_000;
  const ends = Array.from({length: nodeCount - 1}, (_, i) => [i, i + 1] as const);
  expect(bridgesOf({nodeCount, ends}).size).toBe(nodeCount - 1);
});
