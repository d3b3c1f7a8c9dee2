import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../../errors.ts';
import type {Progress} from '../progress.ts';

/** How long to try. Tests give a `sleep` that does not. */
export interface Patience {
  /** Attempts in all before giving up; one that brought the download on does not count. */
  readonly tries: number;
  /** Longest single wait that a server may ask for, seconds. */
  readonly maxWaitS: number;
  /** A connection that sends nothing for so long counts as lost. */
  readonly stallMs: number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const PATIENT: Patience = {
  tries: 6,
  maxWaitS: 300,
  stallMs: 60_000,
  sleep: (ms) => wait(ms),
};

/** A failure after which trying again makes sense. The message completes "the server …". */
export class Setback extends Error {
  /** What the server asks to wait; `null` when it says nothing. */
  readonly retryAfterS: number | null;
  /** More of the file is there than before. */
  readonly isOnTheWay: boolean;

  constructor(
    message: string,
    options: {
      readonly retryAfterS?: number | null;
      readonly isOnTheWay?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, {cause: options.cause});
    this.retryAfterS = options.retryAfterS ?? null;
    this.isOnTheWay = options.isOnTheWay ?? false;
  }
}

const FIRST_WAIT_S = 2;

/**
 * Calls `attempt` until it succeeds, at most `tries` times in a row without any gain. Waits as long as
 * the server asks, else 2, 4, 8 … seconds. Throws `UserError` when patience ends or the server asks for
 * more than it; `leftover` says in its hint what remains. Anything but a `Setback` passes through.
 */
export async function withPatience<T>(
  what: string,
  patience: Patience,
  progress: Progress,
  leftover: () => string,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failed = 0; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Setback)) throw error;
      failed = error.isOnTheWay ? 1 : failed + 1;
      const waitS = error.retryAfterS ?? Math.min(patience.maxWaitS, FIRST_WAIT_S ** failed);
      if (failed >= patience.tries) {
        throw new UserError(
          'E_INPUT',
          `${what}: gave up after ${failed} attempts; at last ${error.message}`,
          {hint: leftover(), cause: error},
        );
      }
      if (waitS > patience.maxWaitS) {
        throw new UserError(
          'E_INPUT',
          `${what}: ${error.message} and asks to come back in ${Math.ceil(waitS / 60)} minutes`,
          {hint: leftover(), cause: error},
        );
      }
      progress.step(`${error.message}; trying again in ${waitS} s`);
      await patience.sleep(waitS * 1000);
    }
  }
}

/** Seconds that a `Retry-After` header asks for (a number, or a date); `null` when there is none. */
export function retryAfterS(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
