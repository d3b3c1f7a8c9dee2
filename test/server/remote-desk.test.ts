import {Worker} from 'node:worker_threads';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Watch} from '../../src/app/desk/desk.ts';
import {openRemoteDesk, type RemoteDesk} from '../../src/server/remote-desk.ts';

/** A thread that answers each question in a way of its own; a route waits until it is called off. */
const THREAD = `
const {parentPort, workerData} = require('node:worker_threads');
parentPort.postMessage({opening: 'read'});
parentPort.postMessage({opened: true});
const answers = {
  about: {result: {name: workerData.network}},
  overview: {error: {kind: 'user', code: 'E_INPUT', message: 'no such day', hint: 'ask another'}},
  circle: {error: {kind: 'bug', message: 'Error: x is undefined'}},
};
parentPort.on('message', ({id, call, abort}) => {
  if (abort) parentPort.postMessage({id, error: {kind: 'abort', message: 'called off'}});
  else if (answers[call]) parentPort.postMessage({id, ...answers[call]});
  else if (call === 'report') process.exit(3);
  else if (call === 'draw') throw new Error('no memory');
  else parentPort.postMessage({id, step: 'engine'});
});`;

const open = (code = THREAD, onStep?: (step: string) => void): Promise<RemoteDesk> =>
  openRemoteDesk({network: 'a.gtn'} as never, onStep, (workerData) => {
    return new Worker(code, {eval: true, workerData});
  });
const quiet: Watch = {signal: new AbortController().signal, step: () => {}};
const ASK = {mode: 'road', projects: []} as never;

let desk: RemoteDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

describe('a desk in a thread', () => {
  test('tells the steps of its opening, then answers', async () => {
    const steps: string[] = [];
    desk = await open(THREAD, (step) => steps.push(step));
    expect(steps).toEqual(['read']);
    expect(await desk.about()).toEqual({name: 'a.gtn'});
  });

  test('what a planner can mend keeps its class, code and hint; a bug is a plain error', async () => {
    desk = await open();
    await expect(desk.overview(ASK, quiet)).rejects.toMatchObject({
      name: 'UserError',
      code: 'E_INPUT',
      message: 'no such day',
      hint: 'ask another',
    });
    await expect(desk.circle(ASK, quiet)).rejects.toMatchObject({
      name: 'Error',
      message: 'Error: x is undefined',
    });
  });

  test('steps of the work are told, and a signal calls it off', async () => {
    desk = await open();
    const abort = new AbortController();
    const step = vi.fn(() => abort.abort());
    await expect(desk.route(ASK, {signal: abort.signal, step})).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(step).toHaveBeenCalledWith('engine');
    // What was called off before is not even sent.
    await expect(desk.route(ASK, {signal: abort.signal, step})).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(step).toHaveBeenCalledTimes(1);
  });

  test('when the thread ends, who waits and who asks later are told', async () => {
    desk = await open();
    const waits = desk.route(ASK, quiet);
    const ended = {name: 'UserError', message: 'the thread of the network has ended'};
    await Promise.all([
      expect(waits).rejects.toMatchObject(ended),
      expect(desk.report(ASK, quiet)).rejects.toMatchObject(ended),
    ]);
    await expect(desk.about()).rejects.toMatchObject(ended);
  });

  test('an error that ends it goes to who waits, for the log', async () => {
    desk = await open();
    await expect(desk.draw(ASK, quiet)).rejects.toMatchObject({message: 'no memory'});
  });

  test('opening throws what opening throws', async () => {
    const failed = `require('node:worker_threads').parentPort.postMessage(
      {failed: {kind: 'user', code: 'E_INPUT', message: 'a.gtn is not there'}})`;
    await expect(open(failed)).rejects.toMatchObject({
      name: 'UserError',
      message: 'a.gtn is not there',
    });
    await expect(open('process.exit(1)')).rejects.toThrow('has ended');
  });
});
