import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {chunks, type OsmData, type OsmTags} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {importData, NO_DATA} from './real-data.ts';

/** Values that rules look at, sensible and odd ones, by key. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  highway: [
    'motorway',
    'primary',
    'residential',
    'footway',
    'construction',
    'razed',
    'ferry',
    'no',
  ],
  railway: ['rail', 'tram', 'construction', 'disused', 'abandoned', 'platform', 'razed'],
  construction: ['primary', 'rail', 'minor', 'yes', 'no'],
  'proposed:highway': ['trunk', 'path'],
  'razed:railway': ['rail'],
  route: ['ferry', 'bus'],
  duration: ['01:30', 'PT', 'soon'],
  boundary: ['administrative', 'forest'],
  admin_level: ['4', '6', '9', 'x'],
  natural: ['coastline'],
  area: ['yes'],
  oneway: ['yes', '-1', 'reversible', 'maybe'],
  junction: ['roundabout'],
  access: ['private', 'destination', 'odd', 'constructor'],
  maxspeed: ['80', '50 mph', 'none', '60;80', 'CN:urban', '__proto__'],
  'maxspeed:conditional': ['60 @ wet'],
  lanes: ['2', '1.5', 'many'],
  width: ['7', '24 ft', 'wide'],
  surface: ['asphalt', 'gravel;dirt', ''],
  service: ['yard', 'siding', 'crossover'],
  gauge: ['1435', '1000'],
  bridge: ['yes'],
  tunnel: ['yes'],
  start_date: ['2016', '~1990'],
  building: ['yes'],
};

const tags: fc.Arbitrary<OsmTags> = fc
  .array(
    fc
      .constantFrom(...Object.keys(VALUES))
      .chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...VALUES[key]!))),
    {maxLength: 6},
  )
  .map((pairs) => Object.fromEntries(pairs));

const IDS = 12;
const node = fc.record({
  id: fc.integer({min: 1, max: IDS}),
  lon: fc.integer({min: 0, max: 50}).map((x) => 119 + x / 1000),
  lat: fc.integer({min: 0, max: 50}).map((y) => 28 + y / 1000),
  version: fc.integer({min: 1, max: 2}),
});
// ids of nodes that are there, that are missing, that repeat
const refs = fc.array(fc.integer({min: 1, max: IDS + 3}), {maxLength: 8});
const way = fc.record({
  id: fc.integer({min: 1, max: 9}),
  refs,
  tags,
  version: fc.integer({min: 1, max: 2}),
});
const relation = fc.record({
  id: fc.integer({min: 1, max: 4}),
  members: fc.array(
    fc.record({
      type: fc.constantFrom('node' as const, 'way' as const, 'relation' as const),
      ref: fc.integer({min: 1, max: 9}),
      role: fc.constantFrom('', 'outer', 'via', 'from', 'to', 'stop'),
    }),
    {maxLength: 4},
  ),
  tags: fc.constantFrom<OsmTags>(
    {type: 'restriction', restriction: 'no_left_turn'},
    {type: 'boundary', boundary: 'administrative', admin_level: '4', name: '甲省'},
    {type: 'route', route: 'road'},
    {type: 'public_transport', public_transport: 'stop_area'},
  ),
});
// one plain road, as an extract without any is refused
const ROAD = {id: 100, refs: [101, 102], tags: {highway: 'primary'}, version: 1};
const extract: fc.Arbitrary<OsmData> = fc.record({
  nodes: fc
    .array(node, {maxLength: 15})
    .map((nodes) => [
      ...nodes,
      {id: 101, lon: 119, lat: 27.9, version: 1},
      {id: 102, lon: 119.01, lat: 27.9, version: 1},
    ]),
  ways: fc.array(way, {maxLength: 12}).map((ways) => [...ways, ROAD]),
  relations: fc.array(relation, {maxLength: 3}),
});

/** The law of the ledger: what is kept, dormant or dropped is what was read; edges are what was kept. */
function expectLaw(network: Network, read: {ways: number; refs: number}): void {
  const {accounted, read: total} = ledgerTotals(network.ledger);
  expect([accounted.ways, total!.ways]).toEqual([read.ways, read.ways]);
  expect([accounted.nodes, total!.nodes]).toEqual([read.refs, read.refs]);
  expect(accounted.km).toBeCloseTo(total!.km, 6);
  const edgeKm = network.edges.lengthM.reduce((sum, m) => sum + m, 0) / 1000;
  const linesKm = network.ledger
    .filter(
      ({outcome, reason}) =>
        outcome === 'dormant' || (outcome === 'kept' && /^(road|rail|ferry)$/.test(reason)),
    )
    .reduce((sum, {km}) => sum + km, 0);
  expect(edgeKm).toBeCloseTo(linesKm, 6);
  for (const {ways, km, nodes, examples} of network.ledger) {
    expect(Math.min(ways, km, nodes)).toBeGreaterThanOrEqual(0);
    expect(examples.length).toBeLessThanOrEqual(5);
  }
}

describe('the ledger adds up', () => {
  test('on random objects: odd references, duplicates, missing nodes, all rules', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(extract, {minLength: 1, maxLength: 2}), async (parts) => {
        const network = await importNetwork(
          parts.map((data, i) => ({
            name: `${i}.pbf`,
            format: 'pbf' as const,
            bytes: chunks(toPbf(data, {writeVersions: true})),
          })),
          {toolVersion: 't'},
        );
        const ways = parts.flatMap((data) => data.ways);
        const refs = ways.reduce((sum, {refs: list}) => sum + list.length, 0);
        expectLaw(network, {ways: ways.length, refs});
      }),
      {numRuns: 300},
    );
  });

  describe.skipIf(NO_DATA)('on every extract of GUANTONG_DATA', () => {
    // ways and references of ways as counted by `osmium cat -f opl`
    test.each([
      [['zhe-min-gan-east.osm.pbf'], 28882],
      [['zhe-min-gan-west.osm.pbf', 'zhe-min-gan-east.osm.pbf'], 27050 + 28882],
    ])('%j', async (files, ways) => {
      const network = await importData(...files);
      const {accounted, read} = ledgerTotals(network.ledger);
      expect([accounted.ways, read!.ways]).toEqual([ways, ways]);
      expect(accounted.nodes).toBe(read!.nodes);
      expect(Math.abs(accounted.km - read!.km)).toBeLessThan(1e-6 * read!.km);
    });
  });
});
