import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {fetchOverpass} from '../../src/app/fetch/fetch-overpass.ts';
import {overpassQuery, parseBbox} from '../../src/app/fetch/overpass-query.ts';
import {SILENT} from '../../src/app/progress.ts';
import {folder} from '../cli/run.ts';
import {breakOff, hurried, sentence, serve} from './loopback.ts';

const ANSWER = JSON.stringify({
  version: 0.6,
  elements: [{type: 'node', id: 1, lat: 28, lon: 119, tags: {place: 'city', name: '甲'}}],
});

/** An Overpass server: `/status` says `status`, each query is answered by the next of `answers`. */
async function overpass(
  answers: ((response: ServerResponse) => void)[],
  status: string | (() => string) = '2 slots available now.',
) {
  const queries: string[] = [];
  const base = await serve((request, response) => {
    if (request.url === '/api/status') {
      response.end(typeof status === 'string' ? status : status());
      return;
    }
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      queries.push(new URLSearchParams(body).get('data') ?? '');
      (answers.shift() ?? ((r) => r.end(ANSWER)))(response);
    });
  });
  return {queries, url: `${base}/api/interpreter`};
}

const HERE = {bbox: [119, 27, 120, 28]} as const;

describe('asking Overpass', () => {
  test('writes the answer whole', async () => {
    const {queries, url} = await overpass([]);
    const dir = folder();
    const out = join(dir, 'a.json');
    await fetchOverpass(HERE, url, out, hurried(), SILENT);
    expect(readFileSync(out, 'utf8')).toBe(ANSWER);
    expect(readdirSync(dir)).toEqual(['a.json']);
    expect(queries).toEqual([overpassQuery(HERE, 300)]);
  });

  test('waits for a slot, on 429 and on 504, as long as the server says', async () => {
    const slots = [
      'Rate limit: 2\nSlot available after: 2026-01-01T00:00:09Z, in 9 seconds.\nSlot available after: 2026-01-01T00:00:04Z, in 4 seconds.',
      '1 slots available now.',
    ];
    const {url} = await overpass(
      [(r) => r.writeHead(429, {'retry-after': '11'}).end(), (r) => r.writeHead(504).end()],
      () => slots.shift() ?? '2 slots available now.',
    );
    const [dir, patience] = [folder(), hurried()];
    await fetchOverpass(HERE, url, join(dir, 'a.json'), patience, SILENT);
    expect(patience.waitedS).toEqual([4, 11, 8]);
    expect(readdirSync(dir)).toEqual(['a.json']);
  });

  test.each([
    ['429', (r: ServerResponse) => r.writeHead(429).end(), /gave up after 3 attempts.*429/],
    ['504', (r: ServerResponse) => r.writeHead(504).end(), /gave up after 3 attempts.*504/],
    ['a cut connection', (r: ServerResponse) => breakOff(r, Buffer.from('{"elements": [')), /lost/],
    ['half an answer', (r: ServerResponse) => r.end(ANSWER.slice(0, -9)), /breaks off/],
    [
      'a busy remark',
      (r: ServerResponse) =>
        r.end('{"elements":[],"remark":"runtime error: open64: 0 Success dispatcher timeout"}'),
      /dispatcher timeout/,
    ],
  ])('nothing but %s: one sentence, no file', async (_, answer, message) => {
    const {queries, url} = await overpass([answer, answer, answer, answer]);
    const dir = folder();
    const error = await sentence(fetchOverpass(HERE, url, join(dir, 'a'), hurried(3), SILENT));
    expect(error.message).toMatch(message);
    expect(queries).toHaveLength(3);
    expect(readdirSync(dir)).toEqual([]);
  });

  test.each([
    [
      'a query that is too large',
      (r: ServerResponse) =>
        r.end(
          '{"elements":[\n{"type":"node","id":1}],\n"remark": "runtime error: Query timed out"}',
        ),
      /timed out/,
    ],
    [
      'nothing there',
      (r: ServerResponse) => r.end('{"version":0.6,"elements": [\n ]\n}'),
      /nothing/,
    ],
    [
      'another kind of server',
      (r: ServerResponse) => r.end('<html>hello</html>'),
      /does not answer/,
    ],
    [
      'a bad query',
      (r: ServerResponse) =>
        r
          .writeHead(400)
          .end('<p><strong>Error</strong>: line 1: parse error: <b>Unknown type</b></p>'),
      /400.*parse error/,
    ],
  ])('%s is told at once, and an older file stays', async (_, answer, message) => {
    const {queries, url} = await overpass([answer]);
    const out = join(folder(), 'a.json');
    writeFileSync(out, 'older');
    const error = await sentence(fetchOverpass(HERE, url, out, hurried(), SILENT));
    expect(error.message).toMatch(message);
    expect(queries).toHaveLength(1);
    expect(readFileSync(out, 'utf8')).toBe('older');
  });
});

describe('the query', () => {
  test('holds the box as south, west, north, east in every statement', () => {
    const query = overpassQuery({bbox: parseBbox('119.5,27,121,28.5')}, 60);
    expect(query).toContain('[timeout:60]');
    expect(query.match(/\(27,119\.5,28\.5,121\);/g)).toHaveLength(7);
  });

  test('a name cannot leave its quotes', () => {
    const query = overpassQuery({area: 'a"];out;\\'}, 60);
    expect(query).toContain('["name"="a\\"];out;\\\\"]->.unit;');
  });

  test('what is no box or no name is refused', async () => {
    for (const box of [
      '',
      '1,2,3',
      '1,2,3,4,5',
      '119,28,118,29',
      '0,0,0,1',
      'a,b,c,d',
      '0,0,181,1',
    ]) {
      await sentence(Promise.resolve().then(() => parseBbox(box)));
    }
    for (const area of ['', ' ', 'a\nb']) {
      await sentence(Promise.resolve().then(() => overpassQuery({area}, 60)));
    }
  });
});
