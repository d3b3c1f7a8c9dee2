import {UserError} from '../../errors.ts';
import {toolVersion} from '../version.ts';
import {retryAfterS, Setback} from './patience.ts';

/** A server that is there, but not now. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);
/** No server at all: trying again helps nobody. */
const NO_SERVER: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'no name server answers',
  ECONNREFUSED: 'nothing answers there',
  ENETUNREACH: 'there is no way to it',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Its chunks; a lost or silent connection is a `Setback`. To be read, or else dropped. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly drop: () => Promise<void>;
}

/**
 * Sends one request. Throws `Setback` for what may pass (429, 5xx, a lost connection) and `UserError`
 * for what will not (no such server). Other answers are the caller's to judge.
 */
export async function request(
  url: string,
  stallMs: number,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly form?: Readonly<Record<string, string>>;
  } = {},
): Promise<Answer> {
  const abort = new AbortController();
  const stalled = setTimeout(() => abort.abort(), stallMs);
  try {
    const response = await fetch(url, {
      signal: abort.signal,
      headers: {
        'user-agent': `guantong/${toolVersion()}`,
        'accept-encoding': 'identity',
        ...options.headers,
      },
      ...(options.form && {method: 'POST', body: new URLSearchParams({...options.form})}),
    });
    if (LATER.has(response.status)) {
      const wait = retryAfterS(response.headers.get('retry-after'));
      await response.body?.cancel();
      throw new Setback(`the server answers ${response.status} (${meaning(response.status)})`, {
        retryAfterS: wait,
      });
    }
    return {
      status: response.status,
      headers: response.headers,
      body: chunks(response, stalled),
      drop: async () => {
        clearTimeout(stalled);
        await response.body?.cancel();
      },
    };
  } catch (cause) {
    clearTimeout(stalled);
    throw cause instanceof Setback ? cause : connectionFault(url, cause);
  }
}

/** The text of a short answer; what goes beyond `limit` bytes is not read. */
export async function textOf(answer: Answer, limit = 64 * 1024): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body) {
    parts.push(part);
    size += part.length;
    if (size >= limit) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, limit);
}

async function* chunks(response: Response, stalled: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  try {
    if (!response.body) return;
    for await (const chunk of response.body) {
      stalled.refresh();
      yield chunk as Uint8Array;
      stalled.refresh();
    }
  } catch (cause) {
    throw new Setback('the connection was lost', {cause});
  } finally {
    clearTimeout(stalled);
  }
}

function connectionFault(url: string, cause: unknown): Error {
  const code = (cause as {cause?: {code?: string}}).cause?.code ?? '';
  const why = NO_SERVER[code];
  if (why === undefined) return new Setback('the connection was lost', {cause});
  return new UserError('E_INPUT', `cannot reach ${new URL(url).host}: ${why}`, {
    hint: 'fetch needs a machine that is online; elsewhere copy the extract by hand and run: guantong import',
    cause,
  });
}

function meaning(status: number): string {
  if (status === 429) return 'too many requests';
  if (status === 504) return 'it is too busy';
  return status >= 500 ? 'it has trouble' : 'it was too slow';
}
