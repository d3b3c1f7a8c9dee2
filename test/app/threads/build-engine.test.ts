import {Worker} from 'node:worker_threads';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {buildEngineInThread} from '../../../src/app/threads/build-engine.ts';
import type {Core} from '../../../src/graph/search/core/core.ts';
import type {Digraph} from '../../../src/graph/search/core/digraph.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {digraph, randomArcs} from '../../graph/engine/random-digraph.ts';
import {startSource} from './start-source.ts';

const noCore = (): void => {};
const startThread = (graph: Digraph): Worker => startSource('build-engine-thread.ts', graph);

test('the engine built in a thread is that built here, and its core comes before', async () => {
  const lists = fc.sample(randomArcs(60), {numRuns: 4, seed: 17});
  for (const graph of lists.map((list) => digraph(list))) {
    let core: Core | undefined;
    const building = buildEngineInThread(graph, (made) => (core = made), startThread);
    const whole = buildEngine(graph);
    const engine = await building;
    expect(engine).toEqual(whole);
    expect(core).toEqual(whole.core);
    expect(engine.core).toBe(core);
  }
});

test('so is that of the built package, in whose folder the thread must lie', async () => {
  const built = new URL('../../../dist/app/threads/build-engine.js', import.meta.url).href;
  const {buildEngineInThread: ofPackage} = (await import(built)) as {
    buildEngineInThread: typeof buildEngineInThread;
  };
  const [list] = fc.sample(randomArcs(60), {numRuns: 1, seed: 5});
  const graph = digraph(list!);
  expect(await ofPackage(graph)).toEqual(buildEngine(graph));
});

test('a thread that ends without an engine says so', async () => {
  const [list] = fc.sample(randomArcs(), {numRuns: 1, seed: 1});
  const graph = digraph(list!);
  const ends = () => new Worker('process.exit(3)', {eval: true});
  await expect(buildEngineInThread(graph, noCore, ends)).rejects.toThrow('ended with 3');
  const throws = () => new Worker('throw new Error("no memory")', {eval: true});
  await expect(buildEngineInThread(graph, noCore, throws)).rejects.toThrow('no memory');
});
