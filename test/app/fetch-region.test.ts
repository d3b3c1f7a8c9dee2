import {createHash, randomBytes} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {fetchRegion} from '../../src/app/fetch/fetch-region.ts';
import {retryAfterS} from '../../src/app/fetch/patience.ts';
import {type Progress, SILENT} from '../../src/app/progress.ts';
import {folder} from '../cli/run.ts';
import {breakOff, type Handler, hurried, sentence, serve} from './loopback.ts';

const NAME = 'demo-latest.osm.pbf';
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** How much of the file the client has written by now. */
let writtenBytes = 0;
const watched: Progress = {
  ...SILENT,
  tick: (_, bytes) => {
    writtenBytes = bytes;
  },
};

/** What a download server does with one version of a file, Range and If-Range included (RFC 9110). */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  options: {
    readonly etag?: string | undefined;
    readonly breakAfter?: number;
    readonly ignoreRange?: boolean;
  } = {},
): void {
  const {etag = `"${md5(bytes)}"`, breakAfter = Number.POSITIVE_INFINITY} = options;
  if (etag !== '') response.setHeader('etag', etag);
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const goesOn = range !== null && !options.ignoreRange && request.headers['if-range'] === etag;
  const from = goesOn ? Number(range[1]) : 0;
  if (goesOn) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
  }
  const body = bytes.subarray(from);
  response.setHeader('content-length', body.length);
  writtenBytes = from;
  if (body.length > breakAfter) {
    breakOff(response, body.subarray(0, breakAfter), () => writtenBytes >= from + breakAfter);
  } else response.end(body);
}

/** Serves the sum of what `now` gives, and the file by `file`; keeps the ranges asked for. */
function regionServer(now: () => Uint8Array, file: Handler) {
  const asked: (string | undefined)[] = [];
  const handler: Handler = (request, response) => {
    if (request.url === `/asia/${NAME}.md5`) response.end(`${md5(now())}  ${NAME}\n`);
    else if (request.url === `/asia/${NAME}`) {
      asked.push(request.headers.range);
      file(request, response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  };
  return {asked, handler};
}

const run = (base: string, dir: string, patience = hurried()) =>
  fetchRegion('asia/demo', base, dir, patience, watched);

describe('fetching a region', () => {
  const bytes = new Uint8Array(randomBytes(300_000));

  test('whole at once: one file, verified, nothing beside it', async () => {
    const {handler} = regionServer(
      () => bytes,
      (q, r) => sendFile(q, r, bytes),
    );
    const dir = folder();
    const fetched = await run(await serve(handler), dir);
    expect(fetched).toMatchObject({bytes: bytes.length, md5: md5(bytes), unchanged: false});
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
    expect(readdirSync(dir)).toEqual([NAME]);
  });

  test('connections that drop midway: goes on where each broke', async () => {
    let left = 3;
    const {asked, handler} = regionServer(
      () => bytes,
      (q, r) => sendFile(q, r, bytes, left-- > 0 ? {breakAfter: 80_000} : {}),
    );
    const dir = folder();
    await run(await serve(handler), dir);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
    expect(asked[0]).toBeUndefined();
    const starts = asked.slice(1).map((range) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]));
    expect(starts).toHaveLength(3);
    expect(starts.every((start, i) => start > (starts[i - 1] ?? 0))).toBe(true);
    expect(readdirSync(dir)).toEqual([NAME]);
  });

  test('a later run goes on with what an earlier one left', async () => {
    let breaks = true;
    const {asked, handler} = regionServer(
      () => bytes,
      (q, r) => sendFile(q, r, bytes, breaks ? {breakAfter: 50_000} : {}),
    );
    const [dir, base] = [folder(), await serve(handler)];
    const error = await sentence(run(base, dir, hurried(1)));
    expect(error.message).toMatch(/the connection was lost after \d+ of 300000 bytes/);
    expect(error.hint).toContain(`${NAME}.part`);
    expect(readdirSync(dir).sort()).toEqual([`${NAME}.part`, `${NAME}.part.json`]);
    breaks = false;
    await run(base, dir);
    expect(asked.at(-1)).toMatch(/^bytes=[1-9]\d*-$/);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
  });

  test('a file that changes between attempts is fetched anew, never mixed', async () => {
    const newer = new Uint8Array(randomBytes(280_000));
    let now = bytes;
    const {handler} = regionServer(
      () => now,
      (q, r) => {
        const old = now === bytes;
        sendFile(q, r, now, old ? {breakAfter: 90_000} : {});
        now = newer;
      },
    );
    const dir = folder();
    await run(await serve(handler), dir);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(newer));
  });

  test.each([
    ['ignores Range', {ignoreRange: true}],
    ['names no version', {etag: ''}],
    ['names its version weakly', {etag: 'W/"1"'}],
  ])('a server that %s: from the start, and right', async (_, options) => {
    let left = 1;
    const {handler} = regionServer(
      () => bytes,
      (q, r) => sendFile(q, r, bytes, {...options, ...(left-- > 0 && {breakAfter: 120_000})}),
    );
    const dir = folder();
    await run(await serve(handler), dir);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
    expect(readdirSync(dir)).toEqual([NAME]);
  });

  test('a server that sends another part than asked for is not believed', async () => {
    let call = 0;
    const {handler} = regionServer(
      () => bytes,
      (q, r) => {
        call++;
        if (call === 1) sendFile(q, r, bytes, {breakAfter: 100_000});
        else if (call === 2) {
          r.writeHead(206, {'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`});
          r.end(bytes);
        } else sendFile(q, r, bytes);
      },
    );
    const dir = folder();
    await run(await serve(handler), dir);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
  });

  test('a wrong sum, twice: one sentence, and no file under the name', async () => {
    const {asked, handler} = regionServer(
      () => new Uint8Array([1]),
      (q, r) => sendFile(q, r, bytes),
    );
    const dir = folder();
    const error = await sentence(run(await serve(handler), dir));
    expect(error.message).toContain(md5(bytes));
    expect(error.message).toContain(md5(new Uint8Array([1])));
    expect(asked).toHaveLength(2);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('an older file stays in place until the new one is whole and right', async () => {
    const {handler} = regionServer(
      () => new Uint8Array([1]),
      (q, r) => sendFile(q, r, bytes),
    );
    const dir = folder();
    writeFileSync(join(dir, NAME), 'older');
    await sentence(run(await serve(handler), dir));
    expect(readFileSync(join(dir, NAME), 'utf8')).toBe('older');
  });

  test('what is there and up to date is not fetched again', async () => {
    const {asked, handler} = regionServer(
      () => bytes,
      (q, r) => sendFile(q, r, bytes),
    );
    const dir = folder();
    writeFileSync(join(dir, NAME), bytes);
    expect(await run(await serve(handler), dir)).toMatchObject({unchanged: true});
    expect(asked).toEqual([]);
  });

  test('429 and 504: waits as the server asks, else ever longer', async () => {
    const answers: [number, string?][] = [[429, '7'], [504], [503]];
    const {handler} = regionServer(
      () => bytes,
      (q, r) => {
        const next = answers.shift();
        if (!next) return sendFile(q, r, bytes);
        const [status, wait] = next;
        r.writeHead(status, wait === undefined ? {} : {'retry-after': wait});
        return r.end('no');
      },
    );
    const [dir, patience] = [folder(), hurried()];
    await run(await serve(handler), dir, patience);
    expect(patience.waitedS).toEqual([7, 4, 8]);
    expect(md5(readFileSync(join(dir, NAME)))).toBe(md5(bytes));
  });

  test.each([429, 504])(
    'nothing but %i: a bounded number of tries, then a sentence',
    async (status) => {
      const {asked, handler} = regionServer(
        () => bytes,
        (_, r) => r.writeHead(status).end(),
      );
      const dir = folder();
      const error = await sentence(run(await serve(handler), dir, hurried(4)));
      expect(error.message).toMatch(new RegExp(`gave up after 4 attempts; .* answers ${status}`));
      expect(asked).toHaveLength(4);
      expect(readdirSync(dir)).toEqual([]);
    },
  );

  test('asked to wait an hour: says so instead of waiting', async () => {
    const {handler} = regionServer(
      () => bytes,
      (_, r) => r.writeHead(429, {'retry-after': '3600'}).end(),
    );
    const patience = hurried();
    const error = await sentence(run(await serve(handler), folder(), patience));
    expect(error.message).toContain('60 minutes');
    expect(patience.waitedS).toEqual([]);
  });

  test('a server that falls silent counts as lost', async () => {
    const {handler} = regionServer(
      () => bytes,
      (_, r) => {
        r.setHeader('content-length', bytes.length);
        r.write(bytes.subarray(0, 1000));
      },
    );
    const dir = folder();
    const patience = {...hurried(1), stallMs: 50};
    const error = await sentence(run(await serve(handler), dir, patience));
    expect(error.message).toContain('the connection was lost');
    expect(readdirSync(dir)).not.toContain(NAME);
  });

  test('no such region, no server, no sum, no name of a region', async () => {
    const base = await serve((_, r) => r.writeHead(404).end());
    expect((await sentence(run(base, folder()))).message).toContain('404');
    const gone = 'http://127.0.0.1:9';
    expect((await sentence(run(gone, folder()))).message).toMatch(
      /cannot reach|connection was lost/,
    );
    const noSum = await serve((_, r) => r.end('<html>'));
    expect((await sentence(run(noSum, folder()))).message).toContain('no MD5');
    for (const region of ['../../etc', 'a b', '', 'https://x/y', 'asia/']) {
      const bad = fetchRegion(region, base, folder(), hurried(), SILENT);
      expect((await sentence(bad)).code).toBe('E_USAGE');
    }
  });
});

test('Retry-After is a number of seconds or a date', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfterS('120', now)).toBe(120);
  expect(retryAfterS('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30);
  expect(retryAfterS('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterS('soon', now)).toBeNull();
  expect(retryAfterS(null, now)).toBeNull();
});
