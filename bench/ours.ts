import {BucketSearch} from '../src/graph/search/core/bucket-queue.ts';
import {buildCore} from '../src/graph/search/core/core.ts';
import {FAR} from '../src/graph/search/core/digraph.ts';
import {oneToAllOnCore} from '../src/graph/search/core/one-to-all.ts';
import type {Seed} from '../src/graph/search/dijkstra.ts';
import {buildEngine, engineBytes, type SearchEngine} from '../src/graph/search/engine.ts';
import {pairSearch} from '../src/graph/search/hierarchy/pair-search.ts';
import {engineWhatIf} from '../src/graph/search/links/engine-what-if.ts';
import {scoreLinks} from '../src/graph/search/links/score-links.ts';
import {nodeTerminal} from '../src/graph/search/links/terminal.ts';
import {engineFromSections, engineSections} from '../src/graph/search/store/engine-sections.ts';
import {costMatrix} from '../src/graph/search/sweep/cost-matrix.ts';
import {manyTrees} from '../src/graph/search/sweep/trees.ts';
import {randomLinks} from './candidate-links.ts';
import type {BenchNetwork} from './network-file.ts';
import {plainDijkstra} from './plain-dijkstra.ts';
import {elapsedMs, median, seededRandom} from './stopwatch.ts';

/** One measured line; `value` in `unit`, `limit` in the same unit, where one is promised. */
export interface Measured {
  readonly what: string;
  /** What the time covers, building and copying named. */
  readonly inside: string;
  readonly value: number;
  readonly unit: 'ms' | 'D' | 'bytes/arc' | 'µs' | '× faster';
  readonly limit?: number;
  /** Milliseconds behind a ratio to D. */
  readonly ms?: number;
}

const seed = (node: number): Seed[] => [{node, cost: 0}];

/**
 * Measures our engine on a network, in ratios to D, the median of a plain Dijkstra one-to-all taken
 * beside every line. Throws when a cost differs from Dijkstra's.
 */
export function measureOurs(network: BenchNetwork, runs = 5): Measured[] {
  const {graph, cities} = network;
  const lines: Measured[] = [];
  const dijkstra = plainDijkstra(graph);
  const dSamples: number[] = [];
  // What is promised is promised for networks of about a million nodes.
  const promised = graph.nodeCount > 900_000 && graph.nodeCount < 1_100_000;
  /** Every run stands beside a Dijkstra of its own: a busy machine slows both sides of the ratio. */
  const line = (
    what: string,
    inside: string,
    limit: number | undefined,
    call: (run: number) => void,
    {times = runs, parts = 1, warm = true} = {},
  ): void => {
    if (warm) call(0);
    const ds: number[] = [];
    const taken: number[] = [];
    for (let run = 0; run < times; run++) {
      ds.push(elapsedMs(() => void dijkstra(cities[run % cities.length]!)));
      taken.push(elapsedMs(() => call(run)) / parts);
    }
    dSamples.push(...ds);
    const ms = median(taken);
    const held = limit === undefined || !promised ? {} : {limit};
    lines.push({what, inside, value: ms / median(ds), unit: 'D', ms, ...held});
  };
  const cold = {times: 1, warm: false};
  const few = (count: number): Seed[][] => [...cities.subarray(0, count)].map(seed);

  dijkstra(cities[0]!); // warms up
  const search0 = new BucketSearch({first: graph.firstOut, end: graph.head, cost: graph.cost});
  line('one-to-all, bucket queue', 'whole network, fresh result array', 0.55, (run) => {
    const cost = new Uint32Array(graph.nodeCount).fill(FAR);
    cost[cities[run]!] = 0;
    search0.run(cost, [cities[run]!]);
  });
  const kept = [...cities];
  line(
    'core, building',
    'from the arrays of the network',
    undefined,
    () => void buildCore(graph, kept),
    cold,
  );
  let made: SearchEngine | undefined;
  line(
    'engine, building',
    'core and hierarchy from the arrays of the network',
    100,
    () => {
      made = buildEngine(graph, kept);
    },
    cold,
  );
  const engine = made!;
  lines.push({
    what: 'engine, memory',
    inside: 'all its arrays, without those of the network',
    value: engineBytes(engine) / graph.head.length,
    unit: 'bytes/arc',
    limit: 120,
  });
  const search = oneToAllOnCore(engine.core);
  checkTrees(engine, dijkstra, cities);
  line(
    'one-to-all, core and recovery',
    'climb, queue, recovery, fresh result array',
    0.2,
    (run) => void search(seed(cities[run]!)),
  );
  let trees: ReturnType<typeof manyTrees> | undefined;
  line(
    'sweep over all nodes, preparing',
    'rows and arcs copied to the kernel, once',
    undefined,
    () => {
      trees = manyTrees(engine);
    },
    cold,
  );
  line(
    'sweep over all nodes, per tree of 16',
    'climbs, sweep, recovery, 16 fresh arrays',
    0.06,
    (run) => void trees!([...cities.subarray(16 * run, 16 * run + 16)].map(seed)),
    {parts: 16},
  );
  trees = undefined;
  lines.push(...pairLines(engine));
  for (const [count, limit] of [
    [100, 0.08],
    [1000, 0.8],
  ] as const) {
    line(
      `matrix ${count} × ${count}`,
      'climbs, closure of the targets, sweeps, result; from a built engine',
      limit,
      () => void costMatrix(engine, few(count), few(count)),
    );
  }
  const links = randomLinks(network, 10_000);
  for (const [count, limit] of [
    [100, 2],
    [500, 8],
  ] as const) {
    const places = [...cities.subarray(0, count)].map(nodeTerminal);
    line(
      `10,000 links both ways on ${count} cities`,
      'matrix of the cities, trees to and from all link ends, scores; from a built engine',
      limit,
      () => void scoreLinks(engine, places, links),
      {times: 3},
    );
  }
  const random = seededRandom(9);
  const hundred = [...cities.subarray(0, 100)].map(nodeTerminal);
  line(
    'project of 10 stops',
    'new 100 × 100 matrix and new one-to-all of a city; from a built engine',
    1,
    () => {
      const stops = [...Array(10)].map(() => nodeTerminal(Math.floor(random() * graph.nodeCount)));
      const ride = stops.map((_, i) =>
        stops.map((_, j) => (i === j ? null : 600_000 * Math.abs(i - j))),
      );
      engineWhatIf(engine, hundred, [{stops, ride}], {search}).treeFrom(0);
    },
  );
  const sections = engineSections(engine, 'engine');
  const columns = new Map(sections.map(({name, column}) => [name, column]));
  line(
    'engine, from stored sections',
    'hash of the network, checks, tables made again',
    undefined,
    () => {
      if (!engineFromSections(columns, 'engine', graph))
        throw new Error('the stored engine is refused');
    },
    {times: 3},
  );
  const d = {what: 'D', inside: 'plain 4-ary heap Dijkstra one-to-all', unit: 'ms' as const};
  return [{...d, value: median(dSamples)}, ...lines];
}

function checkTrees(
  engine: SearchEngine,
  dijkstra: (source: number) => Uint32Array,
  cities: Uint32Array,
): void {
  const sources = [0, 1, 99, 600, 999].map((i) => cities[i % cities.length]!);
  const all = [...cities].map(seed);
  const {cost} = costMatrix(engine, sources.map(seed), all);
  const trees = manyTrees(engine)(sources.map(seed));
  const search = oneToAllOnCore(engine.core);
  sources.forEach((source, s) => {
    const expected = dijkstra(source);
    const one = search(seed(source));
    const same = expected.every((known, u) => {
      const found = known >= FAR ? 0xffff_ffff : known;
      return one[u] === found && trees[s]![u] === found;
    });
    const inMatrix = [...cities].every((t, j) => cost[s * cities.length + j] === one[t]);
    if (!same || !inMatrix) throw new Error(`costs from node ${source} differ from Dijkstra's`);
  });
}

/** Single questions are too short to repeat alone: the median of 1,000 random pairs. */
function pairLines(engine: SearchEngine): Measured[] {
  const random = seededRandom(2);
  const pick = (): Seed[] => seed(Math.floor(random() * engine.graph.nodeCount));
  const pairs = pairSearch(engine);
  const timed = (ask: (from: Seed[], to: Seed[]) => void): number => {
    const times: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      const [from, to] = [pick(), pick()];
      const start = performance.now();
      ask(from, to);
      if (i >= 1_000) times.push((performance.now() - start) * 1000);
    }
    return median(times);
  };
  return [
    {
      what: 'point to point, cost',
      inside: 'two climbs and searches, random nodes',
      value: timed((from, to) => void pairs.least(from, to)),
      unit: 'µs',
      limit: 100,
    },
    {
      what: 'point to point, way',
      inside: 'the same, and all arcs of the way',
      value: timed((from, to) => void pairs.way(from, to)),
      unit: 'µs',
    },
  ];
}
