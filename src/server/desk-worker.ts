import {parentPort, receiveMessageOnPort, workerData} from 'node:worker_threads';
import type {Desk} from '../app/desk/desk.ts';
import {type DeskOptions, openDesk} from '../app/desk/open-desk.ts';
import {buildEngineInThread} from '../app/threads/build-engine.ts';
import {UserError} from '../errors.ts';
import type {Fault, FromDesk, ToDesk} from './desk-messages.ts';

/** The thread in which the network lies open and questions are worked on; started by `remote-desk.ts`. */
const port = parentPort!;
const tell = (message: FromDesk): void => port.postMessage(message);
const running = new Map<number, AbortController>();

const progress = {step: (opening: string) => tell({opening}), tick: () => {}};
openDesk(workerData as DeskOptions, progress, buildEngineInThread).then(
  (desk) => {
    port.on('message', (message: ToDesk) => void serve(desk, message));
    tell({opened: true});
  },
  (error: unknown) => tell({failed: faultOf(error)}),
);

async function serve(desk: Desk, message: ToDesk): Promise<void> {
  if ('abort' in message) {
    running.get(message.id)?.abort();
    return;
  }
  const {id, call, ask} = message;
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const work = desk[call] as (ask: unknown, watch: unknown) => Promise<unknown>;
    const step = (name: string): void => {
      tell({id, step: name});
      hear(desk);
    };
    tell({id, result: await work(ask, {signal: abort.signal, step})});
  } catch (error) {
    tell({id, error: faultOf(error)});
  } finally {
    running.delete(id);
  }
}

/** In the midst of a long piece of work: what has come meanwhile, above all that it is called off. */
function hear(desk: Desk): void {
  for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
    void serve(desk, got.message as ToDesk);
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof UserError) {
    const {code, message, hint} = error;
    return {kind: 'user', code, message, ...(hint !== undefined && {hint})};
  }
  const {name, stack} = error as Error;
  if (name === 'AbortError') return {kind: 'abort', message: 'called off'};
  return {kind: 'bug', message: stack ?? String(error)};
}
