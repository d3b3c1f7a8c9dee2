import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {findDeadEnds, surveyDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import {UserError} from '../../../src/errors.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import type {BorderLine, Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {areaOf} from '../../support/square-area.ts';

const STUB = `
        :
  A---B :
        :
`;

test('a line without names has those of the units beside it, in one order', () => {
  const {network} = asciiNetwork(STUB);
  const [lon] = network.borders[0]!.line[0]!;
  const areas = [
    areaOf(4, '浙江省', [lon - 1, 27, lon, 29]),
    areaOf(4, '福建省', [lon, 27, lon + 1, 29]),
  ];
  const sides = (more: Partial<Network>) =>
    findDeadEnds({...network, ...more}, {level: 'province'}).map((row) => [
      row.border,
      row.borderSides,
    ]);
  expect(sides({areas})).toEqual([['浙闽', ['浙江省', '福建省']]]);
  // Nothing is guessed where one side has no area.
  expect(sides({areas: areas.slice(1)})).toEqual([['', []]]);
  const [line] = network.borders;
  expect(sides({areas, borders: [{...line!, sides: ['甲省', '乙省']}]})).toEqual([
    ['甲省/乙省', ['甲省', '乙省']],
  ]);
});

describe('levels of borders', () => {
  const at = (borderLevel: number) => asciiNetwork(STUB, {borderLevel}).network;

  test('a county border counts at county level only, a provincial one at every level', () => {
    const found = (borderLevel: number, level: 'province' | 'prefecture' | 'county') =>
      findDeadEnds(at(borderLevel), {level}).map((row) => row.level);
    expect(found(6, 'county')).toEqual(['county']);
    expect(found(5, 'county')).toEqual(['prefecture']);
    expect(found(4, 'county')).toEqual(['province']);
    expect(found(5, 'prefecture')).toEqual(['prefecture']);
    expect(found(4, 'province')).toEqual(['province']);
    expect(found(2, 'province')).toEqual(['province']);
  });

  test('no border of the level is one sentence and a hint', () => {
    const ask = (network: Network, level: 'province' | 'prefecture') => () =>
      findDeadEnds(network, {level});
    expect(ask(at(6), 'prefecture')).toThrow(/admin_level 5.*it has level 6/);
    expect(ask(asciiNetwork('A---B').network, 'province')).toThrow(/no border lines at all/);
    try {
      ask(at(5), 'province')();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({code: 'E_NETWORK', hint: expect.stringMatching(/boundary/)});
    }
  });

  test('a county line crossed on the way to a provincial border does not count as crossed', () => {
    const {network} = asciiNetwork(STUB);
    const [border] = network.borders;
    const west = border!.line.map(([lon, lat]): LonLat => [lon - 0.03, lat]);
    const both: Network = {...network, borders: [border!, {...border!, level: 6, line: west}]};
    const [row] = findDeadEnds(both, {level: 'county'});
    expect(row!.level).toBe('county');
    const nearer = border!.line.map(([lon, lat]): LonLat => [lon - 0.015, lat]);
    const [first] = findDeadEnds(
      {...both, borders: [{...border!, line: nearer}, both.borders[1]!]},
      {level: 'county'},
    );
    expect(first!.level).toBe('province');
    expect(first!.evidence.map(({id}) => id)).toContain('leads-to-border');
  });
});

test('a railway class and a buffer that is no distance are refused', () => {
  const {network} = asciiNetwork(STUB);
  const ask = (more: object) => () => findDeadEnds(network, {level: 'province', ...more});
  expect(ask({minClass: 'rail'})).toThrow(UserError);
  expect(ask({minClass: 'ferry'})).toThrow(/not a road/);
  for (const bufferM of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(ask({bufferM})).toThrow(UserError);
  }
});

test('every sentence is there in both languages, with figures and no hole', () => {
  const [row] = findDeadEnds(asciiNetwork(STUB).network, {level: 'province'});
  for (const {id, zh, en} of row!.evidence) {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|Infinity/);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
});

/** Random roads on a grid of 700 m cells, about a border that wanders down the middle. */
const GRID = 9;
const roads = fc.record({
  strokes: fc.array(
    fc.record({
      x: fc.nat(GRID - 1),
      y: fc.nat(GRID - 1),
      down: fc.boolean(),
      class: fc.constantFrom('motorway', 'secondary', 'tertiary', 'rail' as const),
      status: fc.constantFrom('open', 'open', 'open', 'construction', 'proposed' as const),
      oneway: fc.boolean(),
    }),
    {minLength: 1, maxLength: 40},
  ),
  clips: fc.array(fc.nat(GRID * GRID), {maxLength: 4}),
  border: fc.array(fc.nat(GRID), {minLength: 3, maxLength: 6}),
});
type Roads = typeof roads extends fc.Arbitrary<infer T> ? T : never;

/** Builds the roads; `order` turns the rows of edges and nodes round without changing the map. */
function build({strokes, clips, border}: Roads, order: 'as drawn' | 'reversed'): Network {
  const place = (x: number, y: number): LonLat => [119 + x * 0.007, 28 - y * 0.0063];
  const builder = new NetworkBuilder();
  const cells = Array.from({length: GRID * GRID}, (_, cell) => cell);
  const turned = <T>(list: readonly T[]): T[] =>
    order === 'reversed' ? [...list].reverse() : [...list];
  const row = new Map<number, number>();
  for (const cell of turned(cells)) {
    const [lon, lat] = place(cell % GRID, Math.floor(cell / GRID));
    row.set(cell, builder.addNode(lon, lat, cell, clips.includes(cell) ? NODE_FLAG.clip : 0));
  }
  for (const s of turned(strokes)) {
    const [x, y] = s.down ? [s.x, s.y + 1] : [s.x + 1, s.y];
    if (x >= GRID || y >= GRID) continue;
    builder.addEdge({
      from: row.get(s.y * GRID + s.x)!,
      to: row.get(y * GRID + x)!,
      class: s.class,
      status: s.status,
      oneway: s.oneway,
    });
  }
  const line: BorderLine = {
    level: 4,
    sides: [],
    osmWayIds: [],
    line: border.map((x, i) => place(x + 0.3, (i * GRID) / border.length - 0.2)),
  };
  return builder.finish({borders: [line]});
}

test('on random maps every tip is accounted for, and no clip node is ever reported', () => {
  fc.assert(
    fc.property(roads, (drawn) => {
      const network = build(drawn, 'as drawn');
      const {rows, tally} = surveyDeadEnds(network, {level: 'province', bufferM: 2000});
      const {tips, looseNodes: _, withoutTip, cutElsewhere: __, ...outcomes} = tally;
      expect(Object.values(outcomes).reduce((sum, n) => sum + n, 0)).toBe(tips);
      expect(rows).toHaveLength(tally.reported + withoutTip);
      expect(new Set(rows.map(({id}) => id)).size).toBe(rows.length);
      for (const row of rows) {
        expect(row.confidence).toBeGreaterThan(0);
        expect(row.confidence).toBeLessThanOrEqual(1);
        expect(row.distanceToBorderM).toBeLessThanOrEqual(2000);
        for (let node = 0; node < network.nodes.count; node++) {
          if ((network.nodes.flags[node]! & NODE_FLAG.clip) === 0) continue;
          expect([network.nodes.lon[node], network.nodes.lat[node]]).not.toEqual([
            row.lon,
            row.lat,
          ]);
        }
      }
    }),
  );
});

test('a node of degree 1 at the border, alone with its road, is always found', () => {
  // The oracle needs no graph: one straight road, its end at a known distance before a straight border.
  fc.assert(
    fc.property(
      fc.double({min: 1.2, max: 30, noNaN: true}),
      fc.double({min: 0, max: 4.9, noNaN: true}),
      fc.double({min: -55, max: 55, noNaN: true}),
      (lengthKm, gapKm, turnDeg) => {
        const builder = new NetworkBuilder();
        const perLat = 1 / 111.195;
        const perLon = perLat / Math.cos((28 * Math.PI) / 180);
        const turn = (turnDeg * Math.PI) / 180;
        const end = builder.addNode(119 - gapKm * perLon, 28);
        const start = builder.addNode(
          119 - (gapKm + lengthKm * Math.cos(turn)) * perLon,
          28 - lengthKm * Math.sin(turn) * perLat,
        );
        builder.addEdge({from: start, to: end, class: 'secondary'});
        const line: LonLat[] = [
          [119, 27],
          [119, 29],
        ];
        const border = {level: 4, sides: [], osmWayIds: [], line};
        const rows = findDeadEnds(builder.finish({borders: [border]}), {level: 'province'});
        const found = rows.filter((row) => row.lon === 119 - gapKm * perLon);
        expect(found).toHaveLength(1);
        expect(found[0]!.distanceToBorderM / 1000).toBeCloseTo(gapKm, 1);
      },
    ),
  );
});

test('findings do not depend on the order of rows', () => {
  fc.assert(
    fc.property(roads, (drawn) => {
      const rows = (order: 'as drawn' | 'reversed') =>
        findDeadEnds(build(drawn, order), {level: 'province', bufferM: 2000}).map(
          ({id, cause, confidence}) => ({id, cause, confidence}),
        );
      expect(rows('reversed')).toEqual(rows('as drawn'));
    }),
  );
});
