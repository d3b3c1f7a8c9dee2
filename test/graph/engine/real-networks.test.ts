import {describe, expect, test} from 'vitest';
import {plainDijkstra} from '../../../bench/plain-dijkstra.ts';
import {seededRandom} from '../../../bench/stopwatch.ts';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {
  type Digraph,
  digraphOf,
  digraphOfArcs,
  FAR,
} from '../../../src/graph/search/core/digraph.ts';
import {oneToAllOnCore} from '../../../src/graph/search/core/one-to-all.ts';
import {growTree, UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {pairSearch} from '../../../src/graph/search/hierarchy/pair-search.ts';
import {engineWhatIf} from '../../../src/graph/search/links/engine-what-if.ts';
import {nodeTerminal} from '../../../src/graph/search/links/terminal.ts';
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

  test.each(['zhe-min-gan.osm.pbf', 'liechtenstein-2015.osm.pbf'])(
    '%s: projects and sets of projects give the times of a network rebuilt with them',
    async (file) => {
      const network = await importData(file);
      const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
      const graph = digraphOf(net, 'time');
      const engine = buildEngine(graph);
      const random = seededRandom(17);
      const pick = (count: number): number[] =>
        [...Array(count)].map(() => Math.floor(random() * net.nodeCount));
      const places = pick(40);
      const projects = [...Array(8)].map((_, i) => {
        const stops = pick(2 + (i % 4));
        // Fast, slow and missing rides, different there and back.
        const ride = stops.map((_, a) =>
          stops.map((_, b) => (a === b || random() < 0.2 ? null : Math.round(random() * 900_000))),
        );
        return {stops, ride};
      });
      const sets = [
        ...projects.map((one) => [one]),
        projects.slice(0, 3),
        projects.slice(2),
        projects,
      ];
      for (const set of sets) {
        const found = engineWhatIf(
          engine,
          places.map(nodeTerminal),
          set.map(({stops, ride}) => ({stops: stops.map(nodeTerminal), ride})),
        );
        const dijkstra = plainDijkstra(rebuilt(graph, set));
        places.forEach((place, s) => {
          const expected = dijkstra(place).map((cost) => (cost < FAR ? cost : UNREACHED));
          const row = found.after.cost.subarray(s * places.length, (s + 1) * places.length);
          expect([...row]).toEqual(places.map((to) => expected[to]));
          if (s > 2) return;
          const tree = expected.subarray(0, net.nodeCount);
          expect(Buffer.compare(bytes(found.treeFrom(s)), bytes(tree))).toBe(0);
        });
      }
    },
  );
});

/** The graph with the rides of projects as arcs, from and to nodes of their own. */
function rebuilt(
  graph: Digraph,
  projects: readonly {stops: number[]; ride: (number | null)[][]}[],
): Digraph {
  const [tail, head, cost]: [number[], number[], number[]] = [[], [], []];
  const add = (from: number, to: number, ms: number): void => {
    tail.push(from);
    head.push(to);
    cost.push(ms);
  };
  for (let u = 0; u < graph.nodeCount; u++) {
    for (let a = graph.firstOut[u]!; a < graph.firstOut[u + 1]!; a++) {
      add(u, graph.head[a]!, graph.cost[a]!);
    }
  }
  let next = graph.nodeCount;
  for (const {stops, ride} of projects) {
    const [board, alight] = [next, next + stops.length];
    next = alight + stops.length;
    stops.forEach((node, i) => {
      add(node, board + i, 0);
      add(alight + i, node, 0);
      ride[i]!.forEach((ms, j) => {
        if (ms !== null) add(board + i, alight + j, ms);
      });
    });
  }
  const column = (list: number[]): Uint32Array => Uint32Array.from(list);
  const arcs = {tail: column(tail), head: column(head), cost: column(cost)};
  return digraphOfArcs(next, arcs).graph;
}

function bytes(column: Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
