import {deflateSync} from 'node:zlib';
import {PbfWriter} from 'pbf';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import type {Network} from '../../src/graph/network.ts';
import type {OsmFormat} from '../../src/import/import-network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {type OsmData, toOverpass, toXml} from '../support/osm-data.ts';
import {blob, headerBlob, joined, toPbf} from '../support/pbf-writer.ts';
import {drawOsm, importOne} from './draw-osm.ts';

const GOOD = drawOsm('A--B--C', {ways: {ABC: {highway: 'primary'}}});

/** The same data in every format. */
function everyFormat(data: OsmData): readonly (readonly [OsmFormat, string | Uint8Array])[] {
  return [
    ['xml', toXml(data)],
    ['overpass-json', toOverpass(data)],
    ['pbf', toPbf(data)],
  ];
}

async function refusal(content: string | Uint8Array, format: OsmFormat): Promise<string> {
  const error = await importOne(content, format, {}, 'x.file').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  const {message, hint} = error as UserError;
  expect(message).toMatch(/^x\.file[^\n]*\.$/);
  expect(hint).toBeTruthy();
  return message;
}

/** Ids of the network's nodes in order. */
function nodeIds(network: Network): number[] {
  return [...network.nodes.osmId].sort((a, b) => a - b);
}

function noted(network: Network, reason: string): number {
  return network.ledger.find((line) => line.reason === reason)?.nodes ?? 0;
}

/** A blob that says what it likes of its size. */
function lyingBlob(data: Uint8Array, rawBytes: number | null): Uint8Array {
  const body = new PbfWriter();
  if (rawBytes !== null) {
    body.writeTag(2, 0);
    body.writeVarint(rawBytes);
  }
  body.writeTag(3, 2);
  body.writeBytes(new Uint8Array(deflateSync(data, {level: 9})));
  const packed = body.finish();
  const head = new PbfWriter();
  head.writeTag(1, 2);
  head.writeString('OSMData');
  head.writeTag(3, 0);
  head.writeVarint(packed.length);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.pos);
  return joined([size, head.finish(), packed]);
}

/** A block of nothing but fields that no reader knows: harmless, and as long as one likes. */
function emptyBlock(bytes: number): Uint8Array {
  const block = new PbfWriter(new Uint8Array(bytes + 64));
  block.writeTag(1, 2);
  block.writeBytes(new Uint8Array(0));
  block.writeTag(1000, 2);
  block.writeBytes(new Uint8Array(bytes));
  return block.finish();
}

const MB = 2 ** 20;

describe('bombs', () => {
  test.each([
    ['more than a block may hold', 200 * MB, null],
    ['more than it says', 10 * MB, 1000],
    ['less than it says', 1000, 10 * MB],
    ['more than a block may hold, and says so', 200 * MB, 200 * MB],
  ])('a blob that unpacks to %s', async (_, bytes, says) => {
    const bomb = joined([headerBlob(GOOD), lyingBlob(new Uint8Array(bytes), says)]);
    expect(bomb.length).toBeLessThan(MB);
    expect(await refusal(bomb, 'pbf')).toContain('damaged');
  });

  test('many blobs, each as large as it may be', async () => {
    const blobOf30 = blob('OSMData', emptyBlock(30 * MB), true);
    const few = joined([toPbf(GOOD), blobOf30, blobOf30]);
    // 60 MB out of 60 kB are still fine
    expect((await importOne(few, 'pbf')).edges.count).toBe(1);
    const many = joined([toPbf(GOOD), ...Array.from({length: 40}, () => blobOf30)]);
    expect(many.length).toBeLessThan(2 * MB);
    expect(await refusal(many, 'pbf')).toContain('100 times the size of the file');
  });

  test('a file without compression may be of any size', async () => {
    const plain = blob('OSMData', emptyBlock(30 * MB), false);
    const large = joined([toPbf(GOOD), plain, plain, plain]);
    expect((await importOne(large, 'pbf')).edges.count).toBe(1);
  });

  test('entities that grow', async () => {
    const doctype =
      '<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const [first, ...rest] = toXml(GOOD).split('\n');
    const harmless = [first, doctype, ...rest].join('\n');
    expect((await importOne(harmless, 'xml')).edges.count).toBe(1);
    expect(await refusal(harmless.replace('primary', '&b;'), 'xml')).toMatch(/line 8.*entity/);
  });

  test('names that every object has are no entities', async () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const xml = toXml(GOOD).replace('primary', `&${name};`);
      expect(await refusal(xml, 'xml')).toContain('undefined entity');
    }
  });
});

describe('too much of one thing', () => {
  const cut = (xml: string, by: string): string => xml.replace('<way', `${by}<way`);

  test('an element with a million tags', async () => {
    const tags = Array.from({length: 1_000_000}, (_, i) => `<tag k="k${i}" v="v"/>`).join('');
    const xml = toXml(GOOD).replace('</way>', `${tags}</way>`);
    expect((await importOne(xml, 'xml')).edges.count).toBe(1);
  });

  test('an element with a million tags, in JSON', async () => {
    const tags = Array.from({length: 1_000_000}, (_, i) => `"k${i}":"v",`).join('');
    const json = toOverpass(GOOD).replace('"highway"', `${tags}"highway"`);
    const network = await importOne(json, 'overpass-json');
    expect(network.edges.count).toBe(1);
  });

  test('a million tags on a way, in PBF', async () => {
    // the writer of the tests looks its strings up one by one, so: one key, a million times
    const tagged = new PbfWriter();
    tagged.writeTag(1, 0);
    tagged.writeVarint(1);
    const rows = Array.from({length: 1_000_000}, () => 1);
    tagged.writePackedVarint(2, rows);
    tagged.writePackedVarint(
      3,
      rows.map(() => 2),
    );
    tagged.writePackedSVarint(8, [1, 1, 1]);
    const group = new PbfWriter();
    group.writeTag(3, 2);
    group.writeBytes(tagged.finish());
    const block = new PbfWriter();
    const table = new PbfWriter();
    for (const text of ['', 'highway', 'primary']) {
      table.writeTag(1, 2);
      table.writeString(text);
    }
    block.writeTag(1, 2);
    block.writeBytes(table.finish());
    block.writeTag(2, 2);
    block.writeBytes(group.finish());
    const nodesOnly = toPbf({...GOOD, ways: []});
    const file = joined([nodesOnly, blob('OSMData', block.finish(), true)]);
    expect((await importOne(file, 'pbf')).edges.count).toBe(1);
  });

  test('a way with 100 000 nodes', async () => {
    const count = 100_000;
    const nodes = Array.from({length: count}, (_, i) => ({
      id: i + 1,
      lon: 119 + (i % 1000) / 1e4,
      lat: 28 + Math.floor(i / 1000) / 1e4,
    }));
    const refs = nodes.map(({id}) => id);
    const data = {nodes, ways: [{id: 1, refs, tags: {highway: 'primary'}}]};
    for (const [format, content] of everyFormat(data)) {
      const network = await importOne(content, format);
      expect(network.edges.count).toBe(1);
      // all but the two ends
      expect(network.edges.pointLonE7.length).toBe(count - 2);
    }
  });

  test('elements nested without end', async () => {
    const xml = cut(toXml(GOOD), '<a>'.repeat(100_000));
    expect(await refusal(xml, 'xml')).toMatch(/line 7: .*nested/);
  });

  test('a text, a comment, a name, a value without end', async () => {
    const long = 'x'.repeat(10 * MB);
    for (const intruder of [long, `<!--${long}-->`, `<${long}/>`, `<a b="${long}"/>`]) {
      const xml = cut(toXml(GOOD), intruder);
      expect(await refusal(xml, 'xml')).toMatch(/line \d+: .*without a tag/);
    }
  });

  test('JSON nested without end, and a value without end', async () => {
    const nested = toOverpass(GOOD, {note: 0}).replace('"note":0', `"note":${'['.repeat(1000)}`);
    expect(await refusal(nested, 'overpass-json')).toMatch(/nested more than 100 deep/);
    const long = toOverpass(GOOD, {note: 'x'.repeat(33 * MB)});
    expect(await refusal(long, 'overpass-json')).toMatch(/larger than 32 MB/);
  });
});

describe('ids', () => {
  const renamed = (id: (old: number) => number): OsmData => ({
    ...GOOD,
    nodes: GOOD.nodes.map((node) => ({...node, id: id(node.id)})),
    ways: GOOD.ways.map((way) => ({...way, id: id(way.id), refs: way.refs.map(id)})),
  });

  test.each([
    ['above 2^32', (old: number) => 2 ** 32 + old],
    ['at the end of what a number holds exactly', (old: number) => 2 ** 53 - 1 - old],
    ['negative, as an editor gives to new objects', (old: number) => -old],
    ['negative, below −2^32', (old: number) => -(2 ** 33) - old],
  ])('%s', async (_, id) => {
    for (const [format, content] of everyFormat(renamed(id))) {
      const network = await importOne(content, format);
      expect(network.edges.count).toBe(1);
      // A and C; B is only a point of the road
      expect(nodeIds(network)).toEqual([id(1), id(3)].sort((a, b) => a - b));
      expect([...network.edges.wayId]).toEqual([id(1)]);
    }
  });

  test('beyond 2^53 they cannot be told apart, so they are refused', async () => {
    const far = renamed((old) => 2 ** 60 + old * 4096);
    for (const [format, content] of everyFormat(far)) {
      expect(await refusal(content, format)).toMatch(/whole|damaged/);
    }
  });

  test('given twice: the newest version counts, and the ledger adds up', async () => {
    const old = GOOD.nodes.map((node) => ({...node, version: 1, lat: node.lat + 0.1}));
    const now = GOOD.nodes.map((node) => ({...node, version: 2}));
    const [way] = GOOD.ways;
    const data = {
      ...GOOD,
      nodes: [...now, ...old],
      ways: [
        {...way!, version: 2},
        {...way!, version: 1, tags: {highway: 'footway'}},
      ],
    };
    for (const [format, content] of [
      ['xml', toXml(data)],
      ['overpass-json', toOverpass(data)],
      ['pbf', toPbf(data, {writeVersions: true})],
    ] as const) {
      const network = await importOne(content, format);
      expect(network.edges.count).toBe(1);
      expect(network.nodes.lat[0]).toBe(GOOD.nodes[0]!.lat);
      const {accounted, read} = ledgerTotals(network.ledger);
      expect(read?.ways).toBe(2);
      expect(accounted.ways).toBe(2);
    }
  });

  test('a version that is none does not lose the place it stands on', async () => {
    for (const version of [-1, 1.5, 1e300, 2 ** 32 + 1]) {
      const [first, ...others] = GOOD.nodes;
      const town = {...first!, version, tags: {place: 'town', name: '泰顺县'}};
      const data = {...GOOD, nodes: [town, ...others]};
      for (const [format, content] of everyFormat(data).slice(0, 2)) {
        expect((await importOne(content, format)).places.map(({name}) => name)).toEqual(['泰顺县']);
      }
    }
  });
});

describe('coordinates', () => {
  const at = (lon: number, lat: number): OsmData => ({
    ...GOOD,
    nodes: [...GOOD.nodes, {id: 99, lon, lat}],
    ways: [...GOOD.ways, {id: 9, refs: [3, 99], tags: {highway: 'primary'}}],
  });

  test('out of range: the node is left out and counted', async () => {
    for (const [lon, lat] of [
      [180.0000001, 28],
      [-481, 28],
      [119, 90.0000001],
      [119, -1e5],
    ] as const) {
      for (const [format, content] of everyFormat(at(lon, lat))) {
        const network = await importOne(content, format);
        expect(noted(network, 'node-out-of-range')).toBe(1);
        expect(network.edges.count).toBe(1);
      }
    }
  });

  test('at the very edge they are good', async () => {
    for (const [format, content] of everyFormat(at(-180, 90))) {
      const network = await importOne(content, format);
      expect(noted(network, 'node-out-of-range')).toBe(0);
      // no end at C any more: the two roads are one line of one class
      expect(nodeIds(network)).toContain(99);
    }
  });

  test('NaN, infinity and nothing are no numbers', async () => {
    const [node] = GOOD.nodes;
    for (const text of ['NaN', 'Infinity', '1e999', '', ' ', 'null', '-']) {
      const xml = toXml(GOOD).replace(`lat="${node!.lat}"`, `lat="${text}"`);
      expect(await refusal(xml, 'xml')).toMatch(/line 4: node 1 lat is not a number/);
    }
    const json = toOverpass(GOOD);
    for (const text of ['NaN', 'Infinity']) {
      const wrong = json.replace(`"lat":${node!.lat}`, `"lat":${text}`);
      expect(await refusal(wrong, 'overpass-json')).toMatch(/not JSON at byte \d+.*item 0/);
    }
    for (const text of ['"NaN"', 'null', '[]']) {
      const wrong = json.replace(`"lat":${node!.lat}`, `"lat":${text}`);
      expect(await refusal(wrong, 'overpass-json')).toContain('element 0 (node 1)');
    }
    // a number of JSON that JavaScript reads as infinity
    const far = json.replace(`"lat":${node!.lat}`, '"lat":1e999');
    expect(noted(await importOne(far, 'overpass-json'), 'node-out-of-range')).toBe(1);
  });

  test('a box that is none says nothing of where the extract ends', async () => {
    const {bbox: inferred} = (await importOne(toXml({...GOOD, bounds: undefined as never}), 'xml'))
      .meta;
    for (const bounds of [
      [119.5, 27, 118, 29],
      [118, 29, 119, 27],
      [0, 0, 1e9, 1e9],
      [118, 27, 119, 281],
    ] as const) {
      const data = {...GOOD, bounds};
      for (const content of [toXml(data), toPbf(data)]) {
        const network = await importOne(content, typeof content === 'string' ? 'xml' : 'pbf');
        expect(network.meta.bbox).toEqual(inferred);
      }
    }
  });

  test('a unit of nothing or less makes a block damaged, not a place', async () => {
    for (const granularity of [-100, 2 ** 40]) {
      const file = toPbf(
        {...GOOD, nodes: GOOD.nodes.map((n) => ({...n, lon: 0, lat: 0}))},
        {granularity},
      );
      expect(await refusal(file, 'pbf')).toContain('damaged');
    }
  });
});

describe('names that objects of JavaScript have', () => {
  test('are keys and values like any other', async () => {
    const tags = JSON.parse(
      '{"highway": "primary", "__proto__": "x", "constructor": "y", "name": "__proto__"}',
    ) as Record<string, string>;
    const data = {...GOOD, ways: [{...GOOD.ways[0]!, tags}]};
    for (const [format, content] of everyFormat(data)) {
      const network = await importOne(content, format);
      expect(network.strings[network.edges.name[0]!]).toBe('__proto__');
    }
  });

  test('are no words of the tagging', async () => {
    for (const word of ['__proto__', 'constructor', 'toString']) {
      const [way] = GOOD.ways;
      const roads = [
        {id: 1, refs: way!.refs, tags: {highway: 'primary', access: word}},
        {id: 2, refs: [1, 3], tags: {highway: word, [word]: 'primary'}},
        {id: 3, refs: [3, 1], tags: {railway: word}},
      ];
      const network = await importOne(toXml({...GOOD, ways: roads}), 'xml');
      expect(network.edges.count).toBe(1);
      const ways = Object.fromEntries(network.ledger.map((line) => [line.reason, line.ways]));
      expect(ways).toMatchObject({
        'highway-not-for-cars': 1,
        'railway-not-a-line': 1,
        'unread-access': 1,
      });
    }
  });

  test('a tag that is no text is refused, whatever it calls itself', async () => {
    for (const value of ['{"toString": 1}', '{}', '[["x"]]', 'null']) {
      const json = toOverpass(GOOD).replace('"highway":"primary"', `"highway":${value}`);
      expect(await refusal(json, 'overpass-json')).toMatch(/element 3 has a tag "highway"/);
    }
  });
});

describe('what stands where it should not', () => {
  test('an object inside another would swallow it', async () => {
    const xml = toXml(GOOD).replace('</way>', '<node id="7" lon="1" lat="1"/></way>');
    expect(await refusal(xml, 'xml')).toMatch(/a <node> is inside a <way>/);
  });

  test('a list of elements given twice', async () => {
    const json = toOverpass(GOOD).replace(/}$/, ',"elements":[]}');
    expect(await refusal(json, 'overpass-json')).toContain('"elements" stands twice');
  });

  test('line ends in what a file says of itself stay out of the sentence', async () => {
    const file = toPbf(GOOD, {requiredFeatures: ['Dense\nNodes\u001b[2J']});
    expect(await refusal(file, 'pbf')).toContain('"Dense Nodes [2J"');
  });

  test('a block without strings does not use those of the block before', async () => {
    const table = new PbfWriter();
    table.writeTag(1, 0);
    table.writeVarint(77);
    table.writePackedVarint(2, [1]);
    table.writePackedVarint(3, [2]);
    table.writePackedSVarint(8, [1, 1, 1]);
    const group = new PbfWriter();
    group.writeTag(3, 2);
    group.writeBytes(table.finish());
    const block = new PbfWriter();
    block.writeTag(2, 2);
    block.writeBytes(group.finish());
    const file = joined([toPbf(GOOD), blob('OSMData', block.finish(), true)]);
    expect(await refusal(file, 'pbf')).toContain('damaged');
  });
});
