import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import type {OsmFormat} from '../../src/import/import-network.ts';
import {toOverpass, toXml} from '../support/osm-data.ts';
import {blob, dataBlob, headerBlob, joined, toPbf} from '../support/pbf-writer.ts';
import {drawOsm, importOne} from './draw-osm.ts';

const GOOD = drawOsm('A--B--C', {ways: {ABC: {highway: 'primary'}}});
const XML = toXml(GOOD);
const PBF = toPbf(GOOD);
const HEADER_BYTES = headerBlob(GOOD).length;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

async function complaint(content: string | Uint8Array, format: OsmFormat): Promise<string> {
  const error = await importOne(content, format, {}, 'x.file').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  const {message, hint} = error as UserError;
  // one sentence that names the file, and a hint
  expect(message).toMatch(/^x\.file.*\.$/s);
  expect(message).not.toContain('\n');
  expect(hint).toBeTruthy();
  return `${message} ${hint}`;
}

describe('PBF', () => {
  test.each([
    ['nothing', bytes(), /empty/],
    ['three bytes', bytes(0, 0, 0), /not an OSM PBF/],
    ['text', 'hello, this is no map at all', /not an OSM PBF/],
    ['gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), /not an OSM PBF/],
    ['data without a header', dataBlob(GOOD), /not an OSM PBF.*OSMHeader/],
    ['cut in the data block', PBF.slice(0, -10), new RegExp(`ends .* at byte ${HEADER_BYTES}`)],
    [
      'cut in the frame',
      PBF.slice(0, HEADER_BYTES + 2),
      new RegExp(`ends .* at byte ${HEADER_BYTES}`),
    ],
    ['cut in the header', PBF.slice(0, HEADER_BYTES - 3), /ends .* at byte 0/],
    [
      'lzma',
      joined([headerBlob(GOOD), blob('OSMData', bytes(1, 2, 3), false, 4)]),
      /lzma.*osmium cat/,
    ],
    [
      'lz4',
      joined([headerBlob(GOOD), blob('OSMData', bytes(1, 2, 3), false, 6)]),
      /lz4.*osmium cat/,
    ],
    [
      'zstd',
      joined([headerBlob(GOOD), blob('OSMData', bytes(1, 2, 3), false, 7)]),
      /zstd.*osmium cat/,
    ],
    [
      'a history file',
      toPbf(GOOD, {requiredFeatures: ['OsmSchema-V0.6', 'HistoricalInformation']}),
      /HistoricalInformation.*time-filter/,
    ],
    ['an unknown feature', toPbf(GOOD, {requiredFeatures: ['Sparkle']}), /"Sparkle"/],
    [
      'noise in a block',
      joined([
        headerBlob(GOOD),
        // a group that says it is 127 bytes long, in a block of four
        blob('OSMData', bytes(0x12, 0x7f, 1, 2), true),
      ]),
      new RegExp(`block at byte ${HEADER_BYTES} is damaged`),
    ],
    [
      'broken zlib',
      joined([headerBlob(GOOD), blob('OSMData', bytes(9, 9, 9, 9), false, 3)]),
      new RegExp(`block at byte ${HEADER_BYTES} is damaged`),
    ],
    [
      'a zlib bomb',
      joined([headerBlob(GOOD), blob('OSMData', new Uint8Array(33 * 1024 * 1024), true)]),
      /damaged/,
    ],
    [
      'a blob that says it is 100 MB',
      joined([headerBlob(GOOD), bytes(0, 0, 0, 14), hugeHeader()]),
      new RegExp(`at byte ${HEADER_BYTES}`),
    ],
    ['a header and nothing else', headerBlob(GOOD), /holds no nodes/],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(content, 'pbf')).toMatch(expected);
  });

  test('cut at any byte: a sentence, never a crash, never a network', async () => {
    for (let size = 0; size < PBF.length; size += 3) {
      await complaint(PBF.slice(0, size), 'pbf');
    }
  });

  test('any byte changed: a network or a sentence', async () => {
    for (let at = 0; at < PBF.length; at += 2) {
      const changed = PBF.slice();
      changed[at]! ^= 0x55;
      const error = await importOne(changed, 'pbf').then(
        () => null,
        (e: unknown) => e,
      );
      if (error !== null) expect(error).toBeInstanceOf(UserError);
    }
  });
});

/** BlobHeader {type: "OSMData", datasize: 100 MiB}, 14 bytes. */
function hugeHeader(): Uint8Array {
  return joined([
    bytes(0x0a, 7),
    new TextEncoder().encode('OSMData'),
    bytes(0x18, 0x80, 0x80, 0x80, 0x32),
  ]);
}

describe('XML', () => {
  const lines = XML.split('\n');
  test.each([
    ['nothing', '', /no content/],
    ['text', 'hello', /line 1/],
    ['cut in the middle', lines.slice(0, 4).join('\n'), /line 4.*before <\/osm>/],
    ['cut inside a tag', XML.slice(0, XML.indexOf('<way') + 20), /before <\/osm>/],
    ['tags that cross', XML.replace('</way>', '</node>'), /line \d+/],
    ['a change file', '<osmChange version="0.6"></osmChange>', /osmChange.*apply-changes/],
    ['another root', '<gpx></gpx>', /<gpx>, not <osm>/],
    [
      'a node without a place',
      XML.replace(/ lat="[^"]*"/, ''),
      /line 4: node 1 lat is not a number/,
    ],
    ['an id that is no number', XML.replace('node id="1"', 'node id="one"'), /line 4: node id/],
    ['a ref that is no number', XML.replace('ref="2"', 'ref="2.5"'), /nd ref/],
    ['an unknown entity', XML.replace('primary', '&bomb;'), /line \d+/],
    ['no UTF-8', Uint8Array.from([0x3c, 0x6f, 0xff, 0xfe, 0xfd]), /not UTF-8/],
    ['no objects', '<osm version="0.6"></osm>', /holds no nodes/],
    ['no ways', XML.replace(/<way.*<\/way>/, ''), /none of 0 ways/],
    ['no roads', XML.replace('primary', 'footway'), /none of 1 ways/],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(content, 'xml')).toMatch(expected);
  });
});

describe('Overpass JSON', () => {
  const good = JSON.parse(toOverpass(GOOD)) as {elements: {type: string}[]};
  const only = (type: string) => ({elements: good.elements.filter((e) => e.type === type)});
  test.each([
    ['no JSON', '<html>429 Too Many Requests</html>', /not JSON/],
    ['cut JSON', toOverpass(GOOD).slice(0, 200), /not JSON/],
    ['other JSON', '{"a": 1}', /not an Overpass answer/],
    ['a list', '[]', /not an Overpass answer/],
    ['GeoJSON', '{"type": "FeatureCollection", "features": []}', /GeoJSON, not/],
    ['ways alone', JSON.stringify(only('way')), /no node elements.*out skel/],
    ['nodes alone', JSON.stringify(only('node')), /none of 0 ways/],
    ['bare geometry', '{"elements":[{"type":"way","id":1,"geometry":[]}]}', /no list of node ids/],
    ['no elements', '{"elements": []}', /holds no nodes/],
    ['an element that is none', '{"elements": [3]}', /element 0 is not an object/],
    ['a node nowhere', '{"elements": [{"type":"node","id":1}]}', /element 0 \(node 1\)/],
    [
      'a timeout',
      JSON.stringify({...good, remark: 'runtime error: Query timed out in "query"'}),
      /timed out.*incomplete/,
    ],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(content, 'overpass-json')).toMatch(expected);
  });
});

test('nodes that are not on Earth are left out and counted', async () => {
  const network = await importOne(XML.replace(/ lon="[^"]*"/, ' lon="481"'), 'xml');
  expect(network.ledger.find(({reason}) => reason === 'node-out-of-range')?.nodes).toBe(1);
});
