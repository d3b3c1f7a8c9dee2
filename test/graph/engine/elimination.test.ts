import fc from 'fast-check';
import {expect, test} from 'vitest';
import {FAR} from '../../../src/graph/search/core/digraph.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {planElimination} from '../../../src/graph/search/elimination/plan.ts';
import {bruteForce, digraph, randomArcs} from './random-digraph.ts';

const seeds = fc.array(fc.tuple(fc.nat(13), fc.nat(20)), {maxLength: 3});
const points = fc.array(seeds, {maxLength: 4});

test('gives the costs of a search anew, whatever the costs, from one plan', () => {
  fc.assert(
    fc.property(randomArcs(), points, points, fc.array(fc.nat(60)), (list, from, to, other) => {
      const graph = digraph(list);
      const node = (u: number): number => u % list.nodeCount;
      const plan = planElimination(graph, {
        sources: from.map((ends) => ends.map(([u]) => node(u))),
        targets: to.map((ends) => ends.map(([u]) => node(u))),
      });
      // The costs of the graph, and others on the same arcs, some of them closed.
      const changed = graph.cost.map((cost, a) => (other[a] === 0 ? FAR : (other[a] ?? cost)));
      for (const cost of [graph.cost, changed]) {
        const table = plan.times(
          cost,
          from.flatMap((ends) => ends.map(([, spent]) => spent)),
          to.flatMap((ends) => ends.map(([, spent]) => spent)),
        );
        const arcs = [...Array(list.nodeCount).keys()].flatMap((u) =>
          [...Array(graph.firstOut[u + 1]! - graph.firstOut[u]!).keys()].flatMap((i) => {
            const a = graph.firstOut[u]! + i;
            return cost[a] === FAR ? [] : [[u, graph.head[a]!, cost[a]!, 0] as const];
          }),
        );
        const least = [...Array(list.nodeCount).keys()].map((u) => bruteForce({...list, arcs}, u));
        const expected = from.flatMap((outs) =>
          to.map((ins) =>
            Math.min(
              UNREACHED,
              ...outs.flatMap(([u, a]) =>
                ins.map(([v, b]) => a + b + (least[node(u)]![node(v)]?.cost ?? Infinity)),
              ),
            ),
          ),
        );
        expect([...table.cost]).toEqual(expected);
      }
    }),
    {numRuns: 400},
  );
});
