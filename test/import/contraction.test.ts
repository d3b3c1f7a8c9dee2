import fc from 'fast-check';
import {expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {Network} from '../../src/graph/network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import type {OsmData, OsmTags} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {importOne} from './draw-osm.ts';

const NODES = 9;
const tags: fc.Arbitrary<OsmTags> = fc.record(
  {
    highway: fc.constantFrom('primary', 'primary', 'primary', 'secondary', 'footway'),
    oneway: fc.constantFrom('yes', '-1', 'no'),
    bridge: fc.constant('yes'),
  },
  {requiredKeys: ['highway']},
) as fc.Arbitrary<OsmTags>;
const extract: fc.Arbitrary<OsmData> = fc.record({
  // far from the header box, so that the only clip nodes are those beside a missing node
  bounds: fc.constant([118, 26, 122, 30] as const),
  nodes: fc.tuple(
    ...Array.from({length: NODES}, (_, i) =>
      fc.record({
        id: fc.constant(i + 1),
        lon: fc.integer({min: 0, max: 500}).map((x) => 119 + x / 1000),
        lat: fc.integer({min: 0, max: 500}).map((y) => 28 + y / 1000),
      }),
    ),
  ),
  ways: fc
    .array(
      fc.record({
        // NODES + 1 is not in the extract
        refs: fc.array(fc.integer({min: 1, max: NODES + 1}), {minLength: 1, maxLength: 6}),
        tags,
      }),
      {minLength: 1, maxLength: 8},
    )
    .map((ways) => ways.map((way, i) => ({id: i + 1, ...way}))),
});

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  readonly oneway: boolean;
}

/** The road segments of an extract, one per pair of neighbouring nodes: nothing contracted. */
function segments(data: OsmData): Segment[] {
  const at = new Map(data.nodes.map((node) => [node.id, node]));
  return data.ways.flatMap(({refs, tags: t = {}}) => {
    if (t['highway'] === 'footway') return [];
    const line = t['oneway'] === '-1' ? [...refs].reverse() : refs;
    return line.slice(1).flatMap((to, i): Segment[] => {
      const [a, b] = [at.get(line[i]!), at.get(to)];
      if (!a || !b || a === b) return [];
      const lengthM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
      const oneway = t['oneway'] === 'yes' || t['oneway'] === '-1';
      return [{from: a.id, to, lengthM, oneway}];
    });
  });
}

function edgeSegments({nodes, edges}: Network): Segment[] {
  return Array.from({length: edges.count}, (_, e) => ({
    from: nodes.osmId[edges.from[e]!]!,
    to: nodes.osmId[edges.to[e]!]!,
    lengthM: edges.lengthM[e]!,
    oneway: edges.oneway[e] === 1,
  }));
}

/** Floyd–Warshall over node ids. */
function distances(list: readonly Segment[]): number[][] {
  const size = NODES + 1;
  const d = Array.from({length: size}, (_, a) =>
    Array.from({length: size}, (__, b) => (a === b ? 0 : Infinity)),
  );
  for (const {from, to, lengthM, oneway} of list) {
    d[from]![to] = Math.min(d[from]![to]!, lengthM);
    if (!oneway) d[to]![from] = Math.min(d[to]![from]!, lengthM);
  }
  for (let k = 0; k < size; k++) {
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) d[a]![b] = Math.min(d[a]![b]!, d[a]![k]! + d[k]![b]!);
    }
  }
  return d;
}

const totalM = (list: readonly Segment[]): number => list.reduce((sum, s) => sum + s.lengthM, 0);

test('contraction keeps total length, and every distance between the nodes that stay', async () => {
  let built = 0;
  await fc.assert(
    fc.asyncProperty(extract, async (data) => {
      const raw = segments(data);
      fc.pre(raw.length > 0);
      built++;
      const network = await importOne(toPbf(data), 'pbf');
      const contracted = edgeSegments(network);
      expect(totalM(contracted)).toBeCloseTo(totalM(raw), 3);
      const before = distances(raw);
      const after = distances(contracted);
      for (const a of network.nodes.osmId) {
        for (const b of network.nodes.osmId) expect(after[a]![b]).toBeCloseTo(before[a]![b]!, 3);
      }
      // Whatever is no mere point of one line must have stayed.
      const touching = new Map<number, number>();
      for (const {from, to} of raw) {
        touching.set(from, (touching.get(from) ?? 0) + 1);
        touching.set(to, (touching.get(to) ?? 0) + 1);
      }
      const kept = new Set(network.nodes.osmId);
      for (const [id, count] of touching) if (count !== 2) expect(kept).toContain(id);
      const {accounted, read} = ledgerTotals(network.ledger);
      expect(accounted.ways).toBe(data.ways.length);
      expect(read?.ways).toBe(data.ways.length);
      expect(accounted.km).toBeCloseTo(read!.km, 6);
      expect(accounted.nodes).toBe(read?.nodes);
    }),
    {numRuns: 400},
  );
  expect(built).toBeGreaterThan(300);
});

test('no node stays that only two like edges meet in, unless it is where they come back to', async () => {
  await fc.assert(
    fc.asyncProperty(extract, async (data) => {
      fc.pre(segments(data).length > 0);
      const {nodes, edges} = await importOne(toPbf(data), 'pbf');
      const at = Array.from({length: nodes.count}, (): number[] => []);
      for (let e = 0; e < edges.count; e++) {
        at[edges.from[e]!]!.push(e);
        at[edges.to[e]!]!.push(e);
      }
      at.forEach(([a, b, more], node) => {
        if (b === undefined || more !== undefined || a === b || nodes.flags[node] !== 0) return;
        const like = edges.class[a!] === edges.class[b] && edges.oneway[a!] === edges.oneway[b];
        const head = (e: number): boolean => edges.to[e] === node;
        const through = like && (edges.oneway[b] === 0 || head(a!) !== head(b));
        const far = (e: number): number => (head(e) ? edges.from[e]! : edges.to[e]!);
        if (through) expect(far(a!)).toBe(far(b));
      });
    }),
    {numRuns: 400},
  );
});
