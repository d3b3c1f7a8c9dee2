import {mkdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../../errors.ts';
import type {Progress} from '../progress.ts';
import {append, md5Of, PartFile, type PartState} from './part-file.ts';
import {type Patience, Setback, withPatience} from './patience.ts';
import {type Answer, request, textOf} from './request.ts';

/** Where extracts of countries and provinces are offered; any server with the same layout will do. */
export const GEOFABRIK = 'https://download.geofabrik.de';

/** A download that brought so much more is on its way, however often it breaks. */
const GAIN_BYTES = 1 << 20;

export interface Fetched {
  readonly path: string;
  readonly bytes: number;
  readonly md5: string;
  /** The file was there already, and is what the server has. */
  readonly unchanged: boolean;
}

/**
 * Fetches `<base>/<region>-latest.osm.pbf` into a folder: resumes what an earlier run left, compares
 * the sum with the server's `.md5`, and moves the file into place only then. Throws `UserError` when it
 * cannot; what is whole so far stays in `.part` for the next run.
 */
export async function fetchRegion(
  region: string,
  base: string,
  folder: string,
  patience: Patience,
  progress: Progress,
): Promise<Fetched> {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(region)) {
    throw new UserError('E_USAGE', `"${region}" is no region of a download server`, {
      hint: 'write it as in the address of its page, for example asia/china',
    });
  }
  const name = `${region.slice(region.lastIndexOf('/') + 1)}-latest.osm.pbf`;
  const url = `${base.replace(/\/+$/, '')}/${region}-latest.osm.pbf`;
  await mkdir(folder, {recursive: true});
  const part = new PartFile(join(folder, name));
  const stays = (): string =>
    `run the same command again to go on; ${part.path} keeps what is there`;
  const patiently = <T>(attempt: () => Promise<T>): Promise<T> =>
    withPatience(region, patience, progress, stays, attempt);

  const sum = (): Promise<string> => patiently(() => publishedMd5(`${url}.md5`, patience));
  progress.step(region);
  const before = await sum();
  if ((await bytesOf(part.target)) > 0 && (await md5Of(part.target)) === before) {
    return {path: part.target, bytes: await bytesOf(part.target), md5: before, unchanged: true};
  }
  let damaged = '';
  for (let round = 0; round < 2; round++) {
    await patiently(() => download(url, part, patience, progress));
    const md5 = await md5Of(part.path);
    // The server may have put a newer file there meanwhile: its sum of now counts.
    const published = md5 === before ? before : await sum();
    if (md5 === published) {
      const bytes = await part.size();
      await part.complete();
      return {path: part.target, bytes, md5, unchanged: false};
    }
    damaged = `its MD5 is ${md5}, the server says ${published}`;
    await part.discard();
    progress.step(`${region}: the sum is wrong; once more from the start`);
  }
  throw new UserError('E_INPUT', `${region}: the file came twice with a wrong sum: ${damaged}`, {
    hint: 'the server may be changing its files just now; try again in an hour',
  });
}

/** Brings the part on; returns when it is whole. */
async function download(
  url: string,
  part: PartFile,
  patience: Patience,
  progress: Progress,
): Promise<void> {
  const state = await part.state(url);
  const have = state ? Math.min(await part.size(), state.bytes) : 0;
  if (state && have === state.bytes) return;
  const headers = state && have > 0 && {range: `bytes=${have}-`, 'if-range': state.validator};
  const answer = await request(url, patience.stallMs, {...(headers && {headers})});
  if (answer.status === 416) {
    await answer.drop();
    await part.discard();
    throw new Setback('the server has changed the file');
  }
  if (answer.status !== 200 && answer.status !== 206) throw await refused(url, answer);
  const from = answer.status === 206 ? have : 0;
  if (answer.status === 206 && !goesOn(answer.headers.get('content-range'), have, state)) {
    await answer.drop();
    await part.discard();
    throw new Setback('the server sends another part of the file than asked for');
  }
  const length = Number(answer.headers.get('content-length') ?? Number.NaN);
  const bytes = Number.isSafeInteger(length) ? from + length : null;
  const file = await part.open(from, from > 0 ? state : stateOf(url, answer.headers, bytes));
  let size = from;
  try {
    await append(file, answer.body, (written) => {
      size = from + written;
      progress.tick(url, size, bytes ?? undefined);
    });
  } catch (error) {
    if (!(error instanceof Setback)) throw unwritable(part, error);
    throw new Setback(`${error.message} after ${size} of ${bytes ?? 'unknown'} bytes`, {
      isOnTheWay: size - from >= GAIN_BYTES,
      cause: error,
    });
  }
  if (bytes !== null && size !== bytes) {
    throw new Setback(`the server sent ${size} of ${bytes} bytes`);
  }
}

/** What names this content of the file; weak tags do not. Without any there is no going on. */
function stateOf(url: string, headers: Headers, bytes: number | null): PartState | null {
  const etag = headers.get('etag');
  const validator = etag !== null && !etag.startsWith('W/') ? etag : headers.get('last-modified');
  return validator === null || bytes === null ? null : {url, validator, bytes};
}

function goesOn(header: string | null, have: number, state: PartState | null): boolean {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header ?? '');
  if (range === null || Number(range[1]) !== have) return false;
  return range[3] === '*' || Number(range[3]) === state?.bytes;
}

async function publishedMd5(url: string, patience: Patience): Promise<string> {
  const answer = await request(url, patience.stallMs);
  if (answer.status !== 200) throw await refused(url, answer);
  const text = await textOf(answer, 4096);
  const sum = /^\s*([0-9a-f]{32})\b/i.exec(text)?.[1];
  if (sum !== undefined) return sum.toLowerCase();
  throw new UserError('E_INPUT', `${url} holds no MD5 sum`, {
    hint: 'without it a download cannot be verified; is --base the address of a download server?',
  });
}

async function refused(url: string, answer: Answer): Promise<UserError> {
  await answer.drop();
  const {status} = answer;
  return new UserError('E_INPUT', `${url}: the server answers ${status}`, {
    hint:
      status === 404
        ? 'check the name of the region on the pages of the server, and --base'
        : 'open the address in a browser to see what the server wants',
  });
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

function unwritable(part: PartFile, cause: unknown): UserError {
  return new UserError('E_INPUT', `cannot write ${part.path}: ${(cause as Error).message}`, {
    hint: 'make room, or choose another folder with -o',
    cause,
  });
}
