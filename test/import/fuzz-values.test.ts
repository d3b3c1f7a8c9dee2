import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {type OsmData, toOverpass, toXml} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {importOne} from './draw-osm.ts';
import {everyFormat, GOOD, refusal} from './fuzz-good.ts';

/** Ids of the network's nodes in order. */
function nodeIds(network: Network): number[] {
  return [...network.nodes.osmId].sort((a, b) => a - b);
}

function noted(network: Network, reason: string): number {
  return network.ledger.find((line) => line.reason === reason)?.nodes ?? 0;
}

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
