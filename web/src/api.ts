import type {Questions, StreamLine} from '../../src/server/contract.ts';

/** What the server refused or failed at, as it says it. */
export class Refusal extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** A newer question of this page took its place. */
export class Cancelled extends Error {}

const TOKEN_KEY = 'guantong-token';

/** The token of an address opened to other machines comes behind `#` once and is kept for the window. */
export function takeToken(): void {
  const given = /[#&]token=([\w-]+)/.exec(location.hash);
  if (given === null) return;
  sessionStorage.setItem(TOKEN_KEY, given[1]!);
  history.replaceState(null, '', location.pathname + location.hash.replace(given[0], '#'));
}

export function headers(): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN_KEY);
  return {'x-guantong': '1', ...(token !== null && {authorization: `Bearer ${token}`})};
}

export async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, {headers: headers()});
  const json: unknown = await response.json();
  if (!response.ok) throw refusalOf(json, response.status);
  return json as T;
}

/** Asks a question; steps of the work are told as they come. */
export async function ask<Q extends keyof Questions>(
  question: Q,
  body: Questions[Q]['ask'],
  options: {readonly signal?: AbortSignal; readonly onStep?: (step: string) => void} = {},
): Promise<Questions[Q]['answer']> {
  const response = await fetch(`/api/v1/${question}`, {
    method: 'POST',
    headers: {...headers(), 'content-type': 'application/json'},
    body: JSON.stringify(body),
    ...(options.signal && {signal: options.signal}),
  });
  if (!response.ok) throw refusalOf(await response.json(), response.status);
  for await (const line of linesOf(response)) {
    const said = JSON.parse(line) as StreamLine<Questions[Q]['answer']>;
    if ('step' in said) options.onStep?.(said.step);
    else if ('result' in said) return said.result;
    else if ('cancelled' in said) throw new Cancelled();
    else throw new Refusal(said.error.message, said.error.hint);
  }
  throw new Refusal('the answer broke off');
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop()!;
      yield* lines.filter((line) => line !== '');
    }
    if (rest !== '') yield rest;
  } finally {
    // The last line is the answer; what would follow is nobody's.
    await reader.cancel();
  }
}

function refusalOf(json: unknown, status: number): Refusal {
  const error = (json as {error?: {message?: string; hint?: string}} | null)?.error;
  return new Refusal(error?.message ?? `HTTP ${status}`, error?.hint);
}
