import fc from 'fast-check';
import {describe, test} from 'vitest';
import {importNetwork} from '../../src/import/import-network.ts';
import {lineM} from '../support/haversine.ts';
import {chunks, type OsmData, type OsmTags} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {type Counted, expectLaw} from './ledger-law.ts';

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

/** What the parts hold: nodes as the newest part has them, of one version as the first. */
function countedOf(parts: readonly OsmData[]): Counted {
  const newest = new Map<number, {readonly version: number; readonly at: [number, number]}>();
  for (const {id, lon, lat, version = 0} of parts.flatMap(({nodes}) => nodes)) {
    const known = newest.get(id);
    if (!known || version > known.version) newest.set(id, {version, at: [lon, lat]});
  }
  const ways = parts.flatMap((data) => data.ways);
  return {
    ways: ways.length,
    refs: ways.reduce((sum, {refs: list}) => sum + list.length, 0),
    km:
      ways.reduce((sum, {refs: list}) => sum + lineM(list.map((r) => newest.get(r)?.at)), 0) / 1000,
  };
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
        expectLaw(network, countedOf(parts));
      }),
      {numRuns: 300},
    );
  });
});
