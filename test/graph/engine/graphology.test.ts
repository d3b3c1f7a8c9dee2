import fc from 'fast-check';
import {expect, test} from 'vitest';
import {oneToAllOnCore} from '../../../src/graph/search/core/one-to-all.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {pairSearch} from '../../../src/graph/search/hierarchy/pair-search.ts';
import {engineWhatIf} from '../../../src/graph/search/links/engine-what-if.ts';
import {scoreLinks} from '../../../src/graph/search/links/score-links.ts';
import {nodeTerminal} from '../../../src/graph/search/links/terminal.ts';
import {costMatrix} from '../../../src/graph/search/sweep/cost-matrix.ts';
import {PLAIN_KERNEL} from '../../../src/graph/search/sweep/plain-kernel.ts';
import {manyTrees} from '../../../src/graph/search/sweep/trees.ts';
import {bestKernel} from '../../../src/graph/search/sweep/wasm-kernel.ts';
import {type ArcList, digraph, graphologyCosts, randomArcs} from './random-digraph.ts';

const at = (node: number) => [{node, cost: 0}];
const asNull = (cost: number): number | null => (cost === UNREACHED ? null : cost);

/** All ordered pairs by graphology's Dijkstra, `null` = no way. */
function allPairs(list: ArcList, nodes: readonly number[]): (number | null)[][] {
  return nodes.map((s) => {
    const costs = graphologyCosts(list, s);
    return nodes.map((t) => costs[t]!);
  });
}

test.each([PLAIN_KERNEL, bestKernel()])('every kind of query is graphology ($name)', (kernel) => {
  const link = fc.tuple(fc.nat(13), fc.nat(13), fc.oneof(fc.constant(0), fc.nat(50)));
  fc.assert(
    fc.property(randomArcs(), link, fc.nat(300), (list, [a, b, cost], bound) => {
      const nodes = [...Array(list.nodeCount).keys()];
      const engine = buildEngine(digraph(list));
      const expected = allPairs(list, nodes);
      const search = oneToAllOnCore(engine.core);
      const pairs = pairSearch(engine);
      const matrix = costMatrix(engine, nodes.map(at), nodes.map(at), {kernel});
      expect([...matrix.cost].map(asNull)).toEqual(expected.flat());
      const trees = manyTrees(engine, 'out', kernel)(nodes.map(at));
      const back = manyTrees(engine, 'in', kernel)(nodes.map(at));
      for (const s of nodes) {
        const column = nodes.map((t) => expected[t]![s]!);
        expect([...search(at(s))].map(asNull)).toEqual(expected[s]);
        expect([...search(at(s), {direction: 'in'})].map(asNull)).toEqual(column);
        expect([...search(at(s), {maxCost: bound})].map(asNull)).toEqual(
          expected[s]!.map((least) => (least !== null && least <= bound ? least : null)),
        );
        expect([...trees[s]!].map(asNull)).toEqual(expected[s]);
        expect([...back[s]!].map(asNull)).toEqual(column);
        for (const t of nodes) {
          expect(pairs.least(at(s), at(t))?.cost ?? null).toBe(expected[s]![t]);
          expect(pairs.way(at(s), at(t))?.cost ?? null).toBe(expected[s]![t]);
        }
      }

      const [u, v] = [a % list.nodeCount, b % list.nodeCount];
      const linked = [...list.arcs, [u, v, cost, 0] as const, [v, u, cost, 0] as const];
      const after = allPairs({...list, arcs: linked}, nodes);
      const [places, ride] = [
        nodes.map(nodeTerminal),
        [
          [null, cost],
          [cost, null],
        ],
      ];
      const service = {stops: [nodeTerminal(u), nodeTerminal(v)], ride};
      const found = engineWhatIf(engine, places, [service], {kernel});
      expect([...found.after.cost].map(asNull)).toEqual(after.flat());
      const column = (value: number) => Uint32Array.of(value);
      const scores = scoreLinks(
        engine,
        places,
        {from: column(u), to: column(v), cost: column(cost)},
        {kernel},
      );
      let saved = 0;
      expected.flat().forEach((before, i) => {
        if (before !== null) saved += before - after.flat()[i]!;
      });
      expect(scores.saved[0]).toBe(saved);
    }),
    {numRuns: 60},
  );
});
