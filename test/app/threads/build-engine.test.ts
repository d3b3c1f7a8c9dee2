import {Worker} from 'node:worker_threads';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type BuiltCore,
  buildEngineInThread,
  type EngineTask,
} from '../../../src/app/threads/build-engine.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {nodeTerminal} from '../../../src/graph/search/links/terminal.ts';
import {costMatrix} from '../../../src/graph/search/sweep/cost-matrix.ts';
import {digraph, randomArcs} from '../../graph/engine/random-digraph.ts';
import {startSource} from './start-source.ts';

const noCore = (): void => {};
const startThread = (task: EngineTask): Worker => startSource('build-engine-thread.ts', task);

test('the engine built in a thread is that built here; before it come its core and the costs between places', async () => {
  const lists = fc.sample(randomArcs(60), {numRuns: 4, seed: 17});
  for (const graph of lists.map((list) => digraph(list))) {
    const nodes = [...Array(Math.min(5, graph.nodeCount)).keys()];
    const places = nodes.map(nodeTerminal);
    let early: BuiltCore | undefined;
    const hold = (built: BuiltCore): void => {
      early = built;
    };
    const engine = await buildEngineInThread({graph, places}, hold, startThread);
    const whole = buildEngine(graph);
    expect(engine).toEqual(whole);
    expect(early!.core).toEqual(whole.core);
    expect(engine.core).toBe(early!.core);
    const seeds = places.map((place) => place.out);
    expect(early!.costs).toEqual(costMatrix(whole, seeds, seeds).cost);
  }
});

test('so is that of the built package, in whose folder the thread must lie', async () => {
  const built = new URL('../../../dist/app/threads/build-engine.js', import.meta.url).href;
  const {buildEngineInThread: ofPackage} = (await import(built)) as {
    buildEngineInThread: typeof buildEngineInThread;
  };
  const [list] = fc.sample(randomArcs(60), {numRuns: 1, seed: 5});
  const graph = digraph(list!);
  expect(await ofPackage({graph, places: []})).toEqual(buildEngine(graph));
});

test('a thread that ends without an engine says so', async () => {
  const [list] = fc.sample(randomArcs(), {numRuns: 1, seed: 1});
  const graph = digraph(list!);
  const ends = () => new Worker('process.exit(3)', {eval: true});
  await expect(buildEngineInThread({graph, places: []}, noCore, ends)).rejects.toThrow(
    'ended with 3',
  );
  const throws = () => new Worker('throw new Error("no memory")', {eval: true});
  await expect(buildEngineInThread({graph, places: []}, noCore, throws)).rejects.toThrow(
    'no memory',
  );
});
