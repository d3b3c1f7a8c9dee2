import {PbfWriter} from 'pbf';
import {describe, expect, test} from 'vitest';
import {toOverpass, toXml} from '../support/osm-data.ts';
import {blob, joined, toPbf} from '../support/pbf-writer.ts';
import {importOne} from './draw-osm.ts';
import {everyFormat, GOOD, refusal} from './fuzz-good.ts';

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
