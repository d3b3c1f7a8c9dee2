import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {onTestFinished} from 'vitest';
import type {Patience} from '../../src/app/fetch/patience.ts';
import {UserError} from '../../src/errors.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback for one test; gives its address. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/**
 * Sends the head of an answer and cuts the connection in the middle of its body, as soon as the part
 * has arrived: a break takes back what the client has not read yet.
 */
export function breakOff(
  response: ServerResponse,
  part: Uint8Array,
  hasArrived: () => boolean = () => true,
): void {
  response.write(part, async () => {
    while (!hasArrived() && !response.closed) await pause(5);
    response.socket?.destroy();
  });
}

/** Patience that does not wait, and keeps what it was asked to wait, in seconds. */
export function hurried(tries = 5): Patience & {readonly waitedS: number[]} {
  const waitedS: number[] = [];
  return {
    tries,
    maxWaitS: 300,
    stallMs: 60_000,
    waitedS,
    sleep: async (ms) => {
      waitedS.push(ms / 1000);
    },
  };
}

/** The `UserError` that a promise ends in; one sentence, with a hint. */
export async function sentence(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`);
  if (error.hint === undefined || error.message.includes('\n')) throw error;
  return error;
}
