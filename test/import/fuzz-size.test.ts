import {deflateSync} from 'node:zlib';
import {PbfWriter} from 'pbf';
import {describe, expect, test} from 'vitest';
import {toOverpass, toXml} from '../support/osm-data.ts';
import {blob, headerBlob, joined, toPbf} from '../support/pbf-writer.ts';
import {importOne} from './draw-osm.ts';
import {everyFormat, GOOD, refusal} from './fuzz-good.ts';

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
