import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {folder, guantong} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

const BYTES = Buffer.from(SMALL_MAP);

async function server(): Promise<string> {
  const files = new Map<string, string | Buffer>([
    ['/a/b-latest.osm.pbf', BYTES],
    ['/a/b-latest.osm.pbf.md5', createHash('md5').update(BYTES).digest('hex')],
    ['/api/status', '2 slots available now.'],
    ['/api/interpreter', '{"elements":[{"type":"node","id":1,"lat":1,"lon":1}]}'],
  ]);
  const made = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file);
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void made.close());
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

test('fetches a region and tells its sum; a second time it is up to date', async () => {
  const [base, dir] = [await server(), folder()];
  const first = await guantong(['fetch', 'a/b', '--base', base, '-o', dir]);
  expect(first).toMatchObject({code: 0, stdout: ''});
  expect(readFileSync(join(dir, 'b-latest.osm.pbf'))).toEqual(BYTES);
  expect(readdirSync(dir)).toEqual(['b-latest.osm.pbf']);
  const second = await guantong(['fetch', 'a/b', '--base', `${base}/`, '-o', dir]);
  expect(second.stderr).toContain('up to date');
});

test('asks an Overpass server', async () => {
  const [base, dir] = [await server(), folder()];
  const out = join(dir, 'here.json');
  const url = `${base}/api/interpreter`;
  const ran = await guantong([
    'fetch',
    '--overpass',
    '--overpass-url',
    url,
    '--bbox',
    '1,2,3,4',
    '-o',
    out,
  ]);
  expect(ran.code).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8')).elements).toHaveLength(1);
});

test('what cannot be fetched ends in a sentence, exit code 1, and no file', async () => {
  const [base, dir] = [await server(), folder()];
  const ran = await guantong(['fetch', 'a/none', '--base', base, '-o', dir, '-q']);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/^guantong: .*404\nhint: .+\n$/);
  expect(existsSync(join(dir, 'none-latest.osm.pbf'))).toBe(false);
});

test.each([
  [['fetch']],
  [['fetch', '--overpass']],
  [['fetch', '--overpass', '--bbox', '1,2,3,4', '--area', 'x']],
  [['fetch', '--overpass', '--bbox', '1,2,3']],
  [['fetch', '--overpass', 'asia', '--bbox', '1,2,3,4']],
  [['fetch', '../x']],
  [['fetch', 'a/b', '--tries', '0']],
])('%j is a fault of usage', async (args) => {
  const ran = await guantong(args);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/hint: /);
});
