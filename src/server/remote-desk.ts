import {Worker} from 'node:worker_threads';
import type {Desk, Watch} from '../app/desk/desk.ts';
import type {DeskOptions} from '../app/desk/open-desk.ts';
import {UserError} from '../errors.ts';
import type {DeskCall, Fault, FromDesk, ToDesk} from './desk-messages.ts';

export interface RemoteDesk extends Desk {
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly step: (name: string) => void;
}

const QUIET: Watch = {signal: new AbortController().signal, step: () => {}};

/** The thread of the built package. */
function startThread(options: DeskOptions): Worker {
  return new Worker(new URL('./desk-worker.js', import.meta.url), {workerData: options});
}

/**
 * Opens a desk in a thread of its own: tiles and new requests are answered while it works, and a drawing
 * that was called off stops at its next step. Throws what opening throws. When the thread ends, whoever waits
 * is told why, and whoever asks after that is told that it has ended.
 */
export async function openRemoteDesk(
  options: DeskOptions,
  onStep: (step: string) => void = () => {},
  start: (options: DeskOptions) => Worker = startThread,
): Promise<RemoteDesk> {
  const worker = start(options);
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let hasEnded = false;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      reject(error);
      for (const {reject: giveUp} of waiting.values()) giveUp(error);
      waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => {
      hasEnded = true;
      fail(ended());
    });
    worker.on('message', (message: FromDesk) => {
      if ('opened' in message) resolve();
      else if ('failed' in message) fail(errorOf(message.failed));
      else if ('opening' in message) onStep(message.opening);
      else answer(waiting, message);
    });
  });
  const send = (message: ToDesk): void => worker.postMessage(message);
  const ask = async <T>(call: DeskCall, question: unknown, watch: Watch): Promise<T> => {
    watch.signal.throwIfAborted();
    if (hasEnded) throw ended();
    const id = next++;
    const abort = (): void => send({id, abort: true});
    watch.signal.addEventListener('abort', abort, {once: true});
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, {resolve, reject, step: watch.step});
      send({id, call, ask: question});
    }).finally(() => watch.signal.removeEventListener('abort', abort)) as Promise<T>;
  };
  return {
    about: () => ask('about', undefined, QUIET),
    columns: () => ask('columns', undefined, QUIET),
    overview: (question, watch) => ask('overview', question, watch),
    circle: (question, watch) => ask('circle', question, watch),
    route: (question, watch) => ask('route', question, watch),
    draw: (question, watch) => ask('draw', question, watch),
    drawing: (question) => ask('drawing', question, QUIET),
    projects: (question, watch) => ask('projects', question, watch),
    verdict: (question, watch) => ask('verdict', question, watch),
    report: (question, watch) => ask('report', question, watch),
    close: async () => {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}

function answer(
  waiting: Map<number, Waiting>,
  message: Extract<FromDesk, {readonly id: number}>,
): void {
  const known = waiting.get(message.id);
  if (known === undefined) return;
  if ('step' in message) {
    known.step(message.step);
    return;
  }
  waiting.delete(message.id);
  if ('result' in message) known.resolve(message.result);
  else known.reject(errorOf(message.error));
}

function ended(): UserError {
  return new UserError('E_NETWORK', 'the thread of the network has ended', {
    hint: 'start guantong serve again; its terminal may say why',
  });
}

function errorOf({kind, code, message, hint}: Fault): Error {
  if (kind === 'abort') return new DOMException(message, 'AbortError');
  if (kind === 'bug' || code === undefined) return new Error(message);
  return new UserError(code, message, hint === undefined ? {} : {hint});
}
