import {readdirSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {createOSMStream} from 'osm-pbf-parser-node';
import {describe, expect, test} from 'vitest';
import {detectFormat} from '../../src/import/import-network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {lineM} from '../support/haversine.ts';
import {type Counted, expectLaw} from './ledger-law.ts';
import {DATA, dataPath, importData, NO_DATA} from './real-data.ts';

type Position = readonly [number, number];

const measured = (ways: readonly (readonly number[])[], at: Map<number, Position>): Counted => ({
  ways: ways.length,
  refs: ways.reduce((sum, refs) => sum + refs.length, 0),
  km: ways.reduce((sum, refs) => sum + lineM(refs.map((ref) => at.get(ref))), 0) / 1000,
});

async function ofPbf(file: string): Promise<Counted> {
  const at = new Map<number, Position>();
  const ways: number[][] = [];
  for await (const batch of createOSMStream(dataPath(file), {withTags: false})) {
    for (const item of Array.isArray(batch) ? batch : [batch]) {
      if (item.type === 'node') at.set(item.id, [item.lon, item.lat]);
      else if (item.type === 'way') ways.push(item.refs);
    }
  }
  return measured(ways, at);
}

/** By regular expressions: the files that are there are plain. */
function ofXml(file: string): Counted {
  const text = gunzipSync(readFileSync(dataPath(file))).toString('utf8');
  const at = new Map<number, Position>();
  for (const [, node] of text.matchAll(/<node ([^>]*)>/g)) {
    const of = (key: string) => Number(new RegExp(`\\b${key}="([^"]*)"`).exec(node!)![1]);
    at.set(of('id'), [of('lon'), of('lat')]);
  }
  const ways = [...text.matchAll(/<way [^>]*[^/]>(.*?)<\/way>/gs)].map(([, body]) =>
    [...body!.matchAll(/<nd ref="(-?\d+)"/g)].map(([, ref]) => Number(ref)),
  );
  return measured(ways, at);
}

/** Lines of a GeoJSON, a MultiLineString as its parts. */
function linesOf(file: string): number {
  const {features} = JSON.parse(gunzipSync(readFileSync(dataPath(file))).toString('utf8'));
  return features.reduce((sum: number, {geometry}: {geometry: {type: string; coordinates: []}}) => {
    if (geometry.type === 'MultiLineString') return sum + geometry.coordinates.length;
    return sum + (geometry.type === 'LineString' ? 1 : 0);
  }, 0);
}

/** Files of the folder that hold no road to make a network of; the import says so in a sentence. */
const NO_NETWORK = /^places-|-stations\.|-boundary\./;
const files = NO_DATA ? [] : readdirSync(DATA!).filter((file) => detectFormat(file) !== null);
const networks = files.filter((file) => !NO_NETWORK.test(file));

describe.skipIf(NO_DATA)('every file of the folder GUANTONG_DATA', () => {
  test('there are extracts and linework in it', () => {
    expect(networks.some((file) => file.endsWith('.pbf'))).toBe(true);
    expect(networks.some((file) => file.endsWith('.geojson.gz'))).toBe(true);
  });

  test.each(networks)('%s: the ledger adds up to what another reader counts', async (file) => {
    const network = await importData(file);
    if (detectFormat(file)!.format !== 'geojson') {
      expectLaw(network, await (file.endsWith('.pbf') ? ofPbf(file) : ofXml(file)));
      return;
    }
    expectLaw(network, null);
    // Joining parts that lay apart may draw short links, which are told as joints.
    const links = ledgerTotals(network.ledger).read!.ways - linesOf(file);
    const told = network.ledger
      .filter(({reason}) => /^joint-(road|rail)-second$/.test(reason))
      .reduce((sum, {nodes}) => sum + nodes, 0);
    expect(links).toBeGreaterThanOrEqual(0);
    expect(links).toBeLessThanOrEqual(told);
  });

  test.each(files.filter((file) => NO_NETWORK.test(file)))(
    '%s: refused in a sentence that names it',
    async (file) => {
      await expect(importData(file)).rejects.toThrow(new RegExp(`^${file}.* .*\\.$`));
    },
  );

  test('the two halves of a region: all that both hold, each way once kept', async () => {
    const [west, east] = ['zhe-min-gan-west.osm.pbf', 'zhe-min-gan-east.osm.pbf'];
    const network = await importData(west, east);
    const [a, b] = [await ofPbf(west), await ofPbf(east)];
    expectLaw(network, null);
    const {read} = ledgerTotals(network.ledger);
    // km are not those of the parts: a way cut in one is whole where the other has its nodes.
    expect([read!.ways, read!.nodes]).toEqual([a.ways + b.ways, a.refs + b.refs]);
  });
});
