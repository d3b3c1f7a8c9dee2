import {UserError} from '../../errors.ts';
import {writePieces} from '../files.ts';
import type {Progress} from '../progress.ts';
import {overpassQuery, type QueryArea} from './overpass-query.ts';
import {type Patience, Setback, withPatience} from './patience.ts';
import {type Answer, request, textOf} from './request.ts';

/** The main public instance; its rules ask for few and small queries. */
export const OVERPASS = 'https://overpass-api.de/api/interpreter';

/** How long the server may compute, as we tell it. */
const QUERY_TIMEOUT_S = 300;
const HEAD_BYTES = 4096;
const TAIL_BYTES = 4096;

/**
 * Asks an Overpass server for all that an import reads within a box or an administrative unit, and
 * writes its JSON to `out`, whole or not at all. Waits for a free slot, and as long as the server asks.
 * Throws `UserError` for an answer that is an error, empty, or does not come.
 */
export async function fetchOverpass(
  where: QueryArea,
  url: string,
  out: string,
  patience: Patience,
  progress: Progress,
): Promise<{readonly path: string; readonly bytes: number}> {
  const query = overpassQuery(where, QUERY_TIMEOUT_S);
  const nothing = (): string =>
    'try later, ask for a smaller box, or take a regional extract: guantong fetch asia/china';
  // The server computes first and answers then: silence is no stall until its own limit has passed.
  const stallMs = Math.max(patience.stallMs, 2 * QUERY_TIMEOUT_S * 1000);
  return withPatience('Overpass', patience, progress, nothing, async () => {
    const waitS = await secondsToSlot(url, patience);
    if (waitS > 0) throw new Setback('the server has no free slot', {retryAfterS: waitS});
    progress.step('query');
    const answer = await request(url, stallMs, {form: {data: query}});
    if (answer.status !== 200) throw await refused(url, answer);
    return {path: out, bytes: await writePieces(out, judged(answer, url, progress))};
  });
}

/** Passes the answer on, and throws when it turns out to be none: half, an error, or empty. */
async function* judged(
  answer: Answer,
  url: string,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)];
  let bytes = 0;
  for await (const chunk of answer.body) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
    tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    bytes += chunk.length;
    progress.tick('query', bytes);
    yield chunk;
  }
  const start = head.toString('utf8');
  const end = tail.toString('utf8').trimEnd();
  if (!start.trimStart().startsWith('{')) {
    throw new UserError('E_INPUT', `${url} does not answer as an Overpass server does`, {
      hint: 'check --overpass-url: it ends in /api/interpreter',
    });
  }
  if (!end.endsWith('}')) throw new Setback(`the answer breaks off after ${bytes} bytes`);
  const remark = /"remark"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(end)?.[1];
  if (remark !== undefined) {
    if (/query timed out|out of memory/i.test(remark)) {
      throw new UserError('E_INPUT', `the Overpass server gave up: ${remark}`, {
        hint: 'ask for a smaller box, or take a regional extract: guantong fetch asia/china',
      });
    }
    throw new Setback(`the server says "${remark}"`);
  }
  if (/"elements"\s*:\s*\[\s*\]/.test(start)) {
    throw new UserError('E_INPUT', 'the Overpass server knows nothing there', {
      hint: 'check the box (west,south,east,north), or the name of the unit as OpenStreetMap has it',
    });
  }
}

/** Seconds until the server has a slot for us, 0 for now or when it does not say. */
async function secondsToSlot(url: string, patience: Patience): Promise<number> {
  try {
    const status = await request(url.replace(/\/interpreter\/?$/, '/status'), patience.stallMs);
    const text = await textOf(status);
    if (status.status !== 200 || /slots? available now/.test(text)) return 0;
    const waits = [...text.matchAll(/Slot available after: .*?, in (\d{1,6}) seconds/g)];
    return waits.length === 0 ? 0 : Math.min(...waits.map((wait) => Number(wait[1])));
  } catch (error) {
    // Servers without a status page are asked straight away.
    if (error instanceof Setback) return 0;
    throw error;
  }
}

async function refused(url: string, answer: Answer): Promise<UserError> {
  const {status} = answer;
  const html = await textOf(answer);
  const text = html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const fault = /Error ?: .{0,200}/.exec(text)?.[0].trim() ?? '';
  return new UserError(
    'E_INPUT',
    `${url}: the server answers ${status}${fault === '' ? '' : `, ${fault}`}`,
    {hint: 'check --overpass-url, --bbox and --area'},
  );
}
