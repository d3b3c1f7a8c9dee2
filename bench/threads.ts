import {Worker} from 'node:worker_threads';
import {type EngineThreads, engineThreads} from '../src/app/threads/engine-threads.ts';
import type {Seed} from '../src/graph/search/dijkstra.ts';
import {buildEngine, type SearchEngine} from '../src/graph/search/engine.ts';
import {scoreLinks} from '../src/graph/search/links/score-links.ts';
import {nodeTerminal} from '../src/graph/search/links/terminal.ts';
import {costMatrix} from '../src/graph/search/sweep/cost-matrix.ts';
import {manyTrees} from '../src/graph/search/sweep/trees.ts';
import {randomLinks} from './candidate-links.ts';
import {checksum} from './checksum.ts';
import type {BenchNetwork} from './network-file.ts';
import type {Measured} from './ours.ts';
import {median, seededRandom} from './stopwatch.ts';

const THREADS = 2;
const ROUNDS = 5;

/** A thread does not inherit the loader of TypeScript: it has to ask for it. */
const THREAD = new URL('../src/app/threads/thread.ts', import.meta.url).href;
const START = `import('tsx/esm/api').then(({register}) => (register(), import('${THREAD}')))`;
const start = (data: {readonly engine: SearchEngine}): Worker =>
  new Worker(START, {eval: true, workerData: data});

const seed = (node: number): Seed[] => [{node, cost: 0}];

interface Question {
  readonly what: string;
  readonly alone: () => ArrayLike<number>;
  readonly threaded: () => Promise<ArrayLike<number>>;
}

/** How many times faster two threads answer than one: both warm, in turn, medians of five rounds. */
export async function measureThreads(network: BenchNetwork): Promise<Measured[]> {
  const engine = buildEngine(network.graph, [...network.cities]);
  const threads = engineThreads(engine, {count: THREADS, start});
  const lines: Measured[] = [];
  for (const {what, alone, threaded} of questions(network, engine, threads)) {
    const same = checksum(alone()) === checksum(await threaded());
    if (!same) throw new Error(`${what}: two threads answer otherwise than one`);
    const [one, two]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const begin = performance.now();
      alone();
      const between = performance.now();
      await threaded();
      one.push(between - begin);
      two.push(performance.now() - between);
    }
    const [before, after] = [median(one), median(two)];
    const inside = `${before.toFixed(1)} ms on one, ${after.toFixed(1)} ms on two; dealing out and gathering included, starting the threads not`;
    lines.push({what: `two threads, ${what}`, inside, value: before / after, unit: '× faster'});
  }
  await threads.close();
  return lines;
}

function questions(
  network: BenchNetwork,
  engine: SearchEngine,
  threads: EngineThreads,
): readonly Question[] {
  const {cities, graph} = network;
  const random = seededRandom(5);
  const some = (count: number): Seed[][] =>
    [...Array(count)].map(() => seed(Math.floor(random() * graph.nodeCount)));
  const matrix = (places: Seed[][]): Omit<Question, 'what'> => ({
    alone: () => costMatrix(engine, places, places).cost,
    threaded: async () => (await threads.matrix(places, places)).cost,
  });
  const links = randomLinks(network, 10_000);
  const scored = (count: number): Omit<Question, 'what'> => {
    const places = [...cities.subarray(0, count)].map(nodeTerminal);
    return {
      alone: () => scoreLinks(engine, places, links).saved,
      threaded: async () => (await threads.scoreLinks(places, links)).saved,
    };
  };
  const sources = [...cities.subarray(0, 2 * 16)].map(seed);
  return [
    {what: 'matrix 1000 × 1000 of towns', ...matrix([...cities.subarray(0, 1000)].map(seed))},
    {what: 'matrix 3000 × 3000 of any nodes', ...matrix(some(3000))},
    {
      what: '32 trees over all nodes',
      alone: () => manyTrees(engine)(sources)[31]!,
      threaded: async () => (await threads.trees(sources))[31]!,
    },
    {what: '10,000 links on 100 towns', ...scored(100)},
    {what: '10,000 links on 500 towns', ...scored(500)},
  ];
}
