import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {unpackArc} from '../../../src/graph/search/core/arc-store.ts';
import {FAR} from '../../../src/graph/search/core/digraph.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {buildHierarchy} from '../../../src/graph/search/hierarchy/build.ts';
import {pairSearch} from '../../../src/graph/search/hierarchy/pair-search.ts';
import {bruteForce, digraph, randomArcs, walk} from './random-digraph.ts';

const at = (node: number) => [{node, cost: 0}];

describe('hierarchy', () => {
  test('entries lead to lower ranks and unpack to ways of their cost and length', () => {
    fc.assert(
      fc.property(randomArcs(), (list) => {
        const graph = digraph(list);
        const made = buildHierarchy(graph);
        expect([...made.nodeAt].map((u) => made.rankOf[u])).toEqual([...made.nodeAt.keys()]);
        for (let rank = 0; rank < made.nodeCount; rank++) {
          for (let i = made.first[rank]!; i < made.first[rank + 1]!; i++) {
            expect(made.above[i]).toBeLessThan(rank);
            const [u, v] = [made.nodeAt[rank]!, made.nodeAt[made.above[i]!]!];
            const check = (arc: number, a: number, b: number, cost: number, along: number) => {
              if (cost >= FAR) return;
              const plain: number[] = [];
              unpackArc(made.shortcuts, arc, plain);
              expect(walk(graph, plain, a, b)).toEqual({cost, along});
            };
            check(made.upArc[i]!, u, v, made.upCost[i]!, made.upAlong[i]!);
            check(made.downArc[i]!, v, u, made.downCost[i]!, made.downAlong[i]!);
          }
        }
      }),
    );
  });

  test('the same graph gives the same hierarchy', () => {
    fc.assert(
      fc.property(randomArcs(), (list) => {
        expect(buildEngine(digraph(list))).toEqual(buildEngine(digraph(list)));
      }),
      {numRuns: 30},
    );
  });
});

describe('pair search', () => {
  test.each([
    ['with all nodes that can be contracted contracted', false],
    ['with all nodes kept in the core', true],
  ])('all pairs are brute force, cost and length, with a real way: %s', (_, keepAll) => {
    fc.assert(
      fc.property(randomArcs(), (list) => {
        const graph = digraph(list);
        const nodes = [...Array(list.nodeCount).keys()];
        const search = pairSearch(buildEngine(graph, keepAll ? nodes : []));
        for (const s of nodes) {
          const least = bruteForce(list, s);
          for (const t of nodes) {
            expect(search.least(at(s), at(t))).toEqual(least[t]);
            const way = search.way(at(s), at(t));
            expect(way && walk(graph, way.arcs, s, t)).toEqual(least[t]);
            if (way) expect([way.from, way.to]).toEqual([s, t]);
          }
        }
      }),
      {numRuns: 300},
    );
  });

  test('the best of several seeds with costs of their own at both ends', () => {
    const ends = fc.array(fc.tuple(fc.nat(13), fc.nat(500)), {minLength: 1, maxLength: 3});
    fc.assert(
      fc.property(randomArcs(), ends, ends, (list, a, b) => {
        const graph = digraph(list);
        const seeds = (picks: [number, number][]) =>
          picks.map(([u, cost]) => ({node: u % list.nodeCount, cost}));
        const [from, to] = [seeds(a), seeds(b)];
        let [cost, along] = [Infinity, Infinity];
        for (const s of from) {
          const least = bruteForce(list, s.node);
          for (const t of to) {
            const there = least[t.node];
            if (!there) continue;
            const sum = s.cost + there.cost + t.cost;
            if (sum > cost || (sum === cost && there.along >= along)) continue;
            [cost, along] = [sum, there.along];
          }
        }
        const way = pairSearch(buildEngine(graph)).way(from, to);
        expect(way && {cost: way.cost, along: way.along}).toEqual(
          cost === Infinity ? null : {cost, along},
        );
        if (!way) return;
        expect(walk(graph, way.arcs, way.from, way.to)!.along).toBe(along);
        expect(from.map((seed) => seed.node)).toContain(way.from);
        expect(to.map((seed) => seed.node)).toContain(way.to);
      }),
      {numRuns: 300},
    );
  });
});
