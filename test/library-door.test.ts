import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {SMALL_MAP} from './cli/small-map.ts';

const ROOT = new URL('..', import.meta.url);

/** By the package's own name, as a user imports it: through `exports` into the built code. */
const load = async () => (await import('guantong' as string)) as typeof import('../src/index.ts');

test('the door opens on built code with types beside it', async () => {
  const {exports} = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    exports: {'.': {types: string; default: string}};
  };
  expect(existsSync(new URL(exports['.'].types, ROOT))).toBe(true);
  expect(existsSync(new URL(exports['.'].default, ROOT))).toBe(true);
});

test('from an extract to a detour and a graphology graph, with the library alone', async () => {
  const {importNetwork, encodeNetwork, decodeNetwork, openStudy, findPlace, detours, toGraphology} =
    await load();
  async function* bytes() {
    yield new TextEncoder().encode(SMALL_MAP);
  }
  const read = await importNetwork([{name: 'small.osm', format: 'xml', bytes: bytes()}], {
    toolVersion: 'test',
  });
  const network = decodeNetwork(encodeNetwork(read), 'small.gtn');
  const from = findPlace(network.places, '甲山');
  const to = findPlace(network.places, '丙山');
  const row = detours(openStudy(network), [[from, to]]).rows[0]!;
  // 0.2° of longitude at 28° N on a sphere of 6,371.0088 km.
  const expectedM =
    2 * 6_371_008.8 * Math.asin(Math.cos((28 * Math.PI) / 180) * Math.sin(Math.PI / 1800));
  expect(row.straightM).toBeCloseTo(expectedM, 0);
  expect(row.fastest!.detourIndex).toBeCloseTo(1, 4);
  const graph = await toGraphology(network);
  // Two two-way roads of one edge each but for the place in the middle of the first.
  expect(graph.order).toBeGreaterThanOrEqual(4);
  expect(graph.size % 2).toBe(0);
});

test('misuse throws the one error class that crosses the door', async () => {
  const {decodeNetwork, UserError} = await load();
  expect(() => decodeNetwork(new Uint8Array(3), 'x.gtn')).toThrow(UserError);
});
