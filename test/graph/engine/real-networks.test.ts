import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {digraphOf} from '../../../src/graph/search/core/digraph.ts';
import {oneToAllOnCore} from '../../../src/graph/search/core/one-to-all.ts';
import {growTree} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {pairSearch} from '../../../src/graph/search/hierarchy/pair-search.ts';
import {costMatrix} from '../../../src/graph/search/sweep/cost-matrix.ts';
import {PLAIN_KERNEL} from '../../../src/graph/search/sweep/plain-kernel.ts';
import {manyTrees} from '../../../src/graph/search/sweep/trees.ts';
import {bestKernel} from '../../../src/graph/search/sweep/wasm-kernel.ts';
import {CHINA_CAR} from '../../../src/graph/speed.ts';
import {importData, NO_DATA} from '../../import/real-data.ts';
import {walk} from './random-digraph.ts';

const NODES = 300;
const at = (node: number) => [{node, cost: 0}];

/** Nodes spread over the rows by a fixed stride that has no factor in common with most counts. */
function spread(nodeCount: number): number[] {
  return [...Array(NODES).keys()].map((i) => (i * 7_919 + 13) % nodeCount);
}

describe.skipIf(NO_DATA)('engine on real networks (needs GUANTONG_DATA)', () => {
  test.each([
    ['zhe-min-gan.osm.pbf', 'time'],
    ['zhe-min-gan.osm.pbf', 'length'],
    ['liechtenstein-2015.osm.pbf', 'time'],
    ['liechtenstein-2015.osm.pbf', 'length'],
  ] as const)(
    "%s: all pairs of 300 nodes by %s are Dijkstra's, by every kind of query",
    async (file, weight) => {
      const network = await importData(file);
      const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
      const graph = digraphOf(net, weight);
      const nodes = spread(net.nodeCount);
      const trees = nodes.map((node) => growTree(net, at(node), {weight}).cost);
      const expected = trees.flatMap((cost) => nodes.map((node) => cost[node]!));
      const engine = buildEngine(graph);
      const all = nodes.map(at);
      const matrix = costMatrix(engine, all, all, {withAlong: true});
      expect([...matrix.cost]).toEqual(expected);
      const plain = costMatrix(engine, all, all, {withAlong: true, kernel: PLAIN_KERNEL});
      expect(plain).toEqual(matrix);

      const few = nodes.slice(0, 20);
      const oneToAll = oneToAllOnCore(engine.core);
      const many = manyTrees(engine, 'out', bestKernel())(few.map(at));
      few.forEach((node, i) => {
        expect(Buffer.compare(bytes(oneToAll(at(node))), bytes(trees[i]!))).toBe(0);
        expect(Buffer.compare(bytes(many[i]!), bytes(trees[i]!))).toBe(0);
      });
      const into = growTree(net, at(few[0]!), {weight, direction: 'in'}).cost;
      const back = manyTrees(engine, 'in')([at(few[0]!)])[0]!;
      expect(Buffer.compare(bytes(back), bytes(into))).toBe(0);

      const pairs = pairSearch(engine);
      const unreached = 0xffff_ffff;
      nodes.slice(0, 60).forEach((s, i) => {
        nodes.slice(0, 60).forEach((t, j) => {
          const way = pairs.way(at(s), at(t));
          const cost = expected[i * NODES + j]!;
          expect(way?.cost ?? unreached).toBe(cost);
          if (!way) return;
          const along = matrix.along![i * NODES + j]!;
          expect(walk(graph, way.arcs, s, t)).toEqual({cost, along});
        });
      });
    },
  );
});

function bytes(column: Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
