import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {unpackArc} from '../../../src/graph/search/core/arc-store.ts';
import {BucketSearch} from '../../../src/graph/search/core/bucket-queue.ts';
import {buildCore} from '../../../src/graph/search/core/core.ts';
import {FAR} from '../../../src/graph/search/core/digraph.ts';
import {oneToAllOnCore} from '../../../src/graph/search/core/one-to-all.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {bruteForce, digraph, graphologyCosts, randomArcs, walk} from './random-digraph.ts';

const asNull = (cost: number): number | null => (cost === UNREACHED ? null : cost);

describe('core', () => {
  test('one-to-all over the core is brute force, from and to every node', () => {
    fc.assert(
      fc.property(randomArcs(), fc.array(fc.nat(13)), (list, keep) => {
        const graph = digraph(list);
        const kept = keep.filter((u) => u < list.nodeCount);
        const search = oneToAllOnCore(buildCore(graph, kept));
        const turned = {...list, arcs: list.arcs.map(([u, v, c, l]) => [v, u, c, l] as const)};
        for (let s = 0; s < list.nodeCount; s++) {
          const out = bruteForce(list, s).map((least) => least?.cost ?? null);
          expect([...search([{node: s, cost: 0}])].map(asNull)).toEqual(out);
          const into = bruteForce(turned, s).map((least) => least?.cost ?? null);
          expect([...search([{node: s, cost: 0}], {direction: 'in'})].map(asNull)).toEqual(into);
        }
      }),
      {numRuns: 300},
    );
  });

  test('agrees with graphology', () => {
    fc.assert(
      fc.property(randomArcs(), fc.nat(13), (list, pick) => {
        const s = pick % list.nodeCount;
        const search = oneToAllOnCore(buildCore(digraph(list)));
        expect([...search([{node: s, cost: 0}])].map(asNull)).toEqual(graphologyCosts(list, s));
      }),
    );
  });

  test('several seeds with costs of their own, and a bound', () => {
    const seeds = fc.array(fc.tuple(fc.nat(13), fc.nat(2000)), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(randomArcs(), seeds, fc.nat(2000), (list, picks, maxCost) => {
        const from = picks.map(([u, cost]) => ({node: u % list.nodeCount, cost}));
        const search = oneToAllOnCore(buildCore(digraph(list)));
        const each = from.map(({node, cost}) =>
          bruteForce(list, node).map((least) => (least ? least.cost + cost : Infinity)),
        );
        const expected = each[0]!.map((_, v) => Math.min(...each.map((costs) => costs[v]!)));
        const all = expected.map((cost) => (cost === Infinity ? null : cost));
        expect([...search(from)].map(asNull)).toEqual(all);
        const within = expected.map((cost) => (cost > maxCost ? null : cost));
        expect([...search(from, {maxCost})].map(asNull)).toEqual(within);
      }),
    );
  });

  test('keeps whom it is told to keep, and of the rest nobody with two neighbours or fewer', () => {
    fc.assert(
      fc.property(randomArcs(), fc.nat(13), (list, pick) => {
        const keep = pick % list.nodeCount;
        const core = buildCore(digraph(list), [keep]);
        expect([...core.coreNode]).toContain(keep);
        const near = core.inner;
        for (let row = 0; row < near.nodeCount; row++) {
          if (core.coreNode[row] === keep) continue;
          const next = new Set<number>();
          for (let a = near.firstOut[row]!; a < near.firstOut[row + 1]!; a++)
            next.add(near.head[a]!);
          const {first, tail} = core.innerReverse;
          for (let a = first[row]!; a < first[row + 1]!; a++) next.add(tail[a]!);
          expect(next.size).toBeGreaterThan(2);
        }
        expect(core.coreNode.length + core.lowNode.length).toBe(list.nodeCount);
      }),
    );
  });

  test('every arc of the core unpacks to a way of its cost and length', () => {
    fc.assert(
      fc.property(randomArcs(), (list) => {
        const graph = digraph(list);
        const core = buildCore(graph);
        for (let u = 0; u < core.inner.nodeCount; u++) {
          for (let a = core.inner.firstOut[u]!; a < core.inner.firstOut[u + 1]!; a++) {
            const plain: number[] = [];
            unpackArc(core.shortcuts, core.innerArc[a]!, plain);
            const found = walk(
              graph,
              plain,
              core.coreNode[u]!,
              core.coreNode[core.inner.head[a]!]!,
            );
            expect(found).toEqual({cost: core.inner.cost[a], along: core.inner.along[a]});
          }
        }
      }),
    );
  });

  test('a way of FAR or more is none, one just below it is one; nothing wraps round', () => {
    const most = FAR - 1;
    const list = {
      nodeCount: 4,
      arcs: [
        [0, 1, most, 0],
        [1, 2, 1, 0],
        [2, 3, most, 0],
        [3, 0, 0, 0],
      ] as const,
    };
    const search = oneToAllOnCore(buildCore(digraph(list)));
    expect([...search([{node: 0, cost: 0}])]).toEqual([0, most, UNREACHED, UNREACHED]);
    expect([...search([{node: 1, cost: 0}])]).toEqual([UNREACHED, 0, 1, UNREACHED]);
    expect([...search([{node: 2, cost: 0}])]).toEqual([most, UNREACHED, 0, most]);
    const kept = oneToAllOnCore(buildCore(digraph(list), [0, 1, 2, 3]));
    expect([...kept([{node: 2, cost: 0}])]).toEqual([most, UNREACHED, 0, most]);
  });

  test('an empty graph, and a node of its own', () => {
    const none = buildCore(digraph({nodeCount: 0, arcs: []}));
    expect(oneToAllOnCore(none)([])).toEqual(new Uint32Array(0));
    const one = oneToAllOnCore(buildCore(digraph({nodeCount: 1, arcs: [[0, 0, 5, 0]]})));
    expect([...one([{node: 0, cost: 7}])]).toEqual([7]);
  });
});

describe('bucket queue', () => {
  test('any width of bucket gives the costs of brute force, on the graph as it is', () => {
    fc.assert(
      fc.property(randomArcs(), fc.nat(12), fc.nat(13), (list, shift, pick) => {
        const graph = digraph(list);
        const s = pick % list.nodeCount;
        const arcs = {first: graph.firstOut, end: graph.head, cost: graph.cost};
        const search = new BucketSearch(arcs, shift);
        const expected = bruteForce(list, s).map((least) => least?.cost ?? FAR);
        for (let again = 0; again < 2; again++) {
          const cost = new Uint32Array(list.nodeCount).fill(FAR);
          cost[s] = 0;
          search.run(cost, [s]);
          expect([...cost]).toEqual(expected);
        }
      }),
    );
  });
});
