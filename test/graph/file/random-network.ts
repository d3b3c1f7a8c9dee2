import fc from 'fast-check';
import type {LonLat} from '../../../src/geo/line.ts';
import type {Network} from '../../../src/graph/network.ts';
import {type EdgeInput, NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {ACCESSES, EDGE_CLASSES, STATUSES} from '../../../src/graph/vocabulary.ts';

/** Any UTF-16 code units: CJK, emoji halves, controls, quotes – what a careless mapper may have typed. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '温州',
    '<img src=x onerror=alert(1)>',
    ']]>',
    '\u0000\u001b',
    '\ud83d\ude00',
  ),
  fc.string({unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 8}),
);

const record = <T>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}): fc.Arbitrary<T> =>
  fc.record(model, {noNullPrototype: true}) as fc.Arbitrary<T>;

// + 0 turns −0 into 0: JSON has no negative zero (docs/network-file.md says so)
const number = fc.double({noNaN: true, noDefaultInfinity: true}).map((x) => x + 0);
const lonLat: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({min: -180, max: 180, noNaN: true}),
  fc.double({min: -90, max: 90, noNaN: true}),
);
const day = fc.constantFrom(0, 20160101, 20201222);
const metres = fc.double({min: 0, max: 1e6, noNaN: true});
const id = fc.maxSafeInteger();
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, {nil: null});

const tags = fc.record(
  {
    class: fc.constantFrom(...EDGE_CLASSES),
    between: fc.array(lonLat, {maxLength: 3}),
    lengthM: metres,
    oneway: fc.boolean(),
    status: fc.constantFrom(...STATUSES),
    access: fc.constantFrom(...ACCESSES),
    openedOn: day,
    closedOn: day,
    maxspeedKph: fc.nat(300),
    grade: fc.nat(4),
    lanes: fc.nat(12),
    surface: fc.constantFrom('paved', 'unpaved'),
    toll: fc.boolean(),
    highspeed: fc.boolean(),
    widthM: fc.float({min: 0, max: 100, noNaN: true}),
    bridgeM: metres,
    tunnelM: metres,
    durationS: fc.nat(),
    ref: anyText,
    name: anyText,
    wayIds: fc.array(fc.integer({min: 1, max: 9}), {maxLength: 3}),
  },
  {requiredKeys: ['class', 'lengthM'], noNullPrototype: true},
) satisfies fc.Arbitrary<Partial<EdgeInput>>;

const rest = record({
  meta: record({
    sources: fc.array(
      record({name: anyText, bytes: fc.nat(), sha256: anyText, dataDate: orNull(anyText)}),
      {maxLength: 2},
    ),
    bbox: orNull(fc.tuple(number, number, number, number)),
    dataDate: orNull(fc.constant('2020-11-30')),
    schematic: fc.boolean(),
    attribution: anyText,
    toolVersion: anyText,
  }),
  places: fc.array(
    record({
      osmId: orNull(id),
      name: anyText,
      altNames: fc.array(anyText, {maxLength: 2}),
      kind: fc.constantFrom('city', 'town'),
      lon: number,
      lat: number,
      population: orNull(fc.nat()),
      populationDate: orNull(anyText),
      province: orNull(anyText),
    }),
    {maxLength: 3},
  ),
  borders: fc.array(
    record({
      level: fc.constantFrom(4, 5, 6),
      sides: fc.array(anyText, {maxLength: 2}),
      osmWayIds: fc.array(id, {maxLength: 2}),
      line: fc.array(lonLat, {maxLength: 5}),
    }),
    {maxLength: 3},
  ),
  areas: fc.array(
    record({
      osmId: orNull(id),
      level: fc.constantFrom(4, 5, 6),
      name: anyText,
      province: orNull(anyText),
      coordinates: fc.array(fc.array(fc.array(lonLat, {maxLength: 4}), {maxLength: 2}), {
        maxLength: 3,
      }),
    }),
    {maxLength: 3},
  ),
  ledger: fc.array(
    record({
      outcome: fc.constantFrom('kept', 'dormant', 'dropped', 'repaired', 'noted'),
      reason: anyText,
      ways: fc.nat(),
      km: number,
      nodes: fc.nat(),
      examples: fc.array(anyText, {maxLength: 3}),
    }),
    {maxLength: 3},
  ),
});

const node = record({at: lonLat, osmId: fc.nat(20), flags: fc.nat(31), named: orNull(anyText)});

/** Networks of 0–6 nodes with loops, parallel edges, clashing ids, any text, shapes of any size. */
export const anyNetwork: fc.Arbitrary<Network> = fc
  .tuple(fc.array(node, {maxLength: 6}), fc.array(fc.tuple(fc.nat(), fc.nat(), tags)), rest)
  .map(([nodes, edges, others]) => {
    const builder = new NetworkBuilder();
    for (const {at, osmId, flags} of nodes) builder.addNode(at[0], at[1], osmId, flags);
    if (nodes.length > 0) {
      for (const [from, to, tagged] of edges) {
        builder.addEdge({...tagged, from: from % nodes.length, to: to % nodes.length});
      }
    }
    const stations = nodes.flatMap(({named}, row) =>
      named === null
        ? []
        : [{osmId: row, name: named, kind: 'halt' as const, lon: 0, lat: 0, node: row}],
    );
    return builder.finish({...others, stations});
  });
