import {describe, expect, test} from 'vitest';
import {
  effectOf,
  intervalOf,
  matchPairs,
} from '../../../src/analysis/permeability/border-effect.ts';
import {
  type PermeabilityOptions,
  permeability,
} from '../../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

const CELL_LON = asciiNetwork('A-B').lonLat('B')[0] / 2 - 119 / 2;
const CELL_LAT = 0.00899322;
const box = (x0: number, y0: number, x1: number, y1: number) =>
  [119 + x0 * CELL_LON, 28 - y1 * CELL_LAT, 119 + x1 * CELL_LON, 28 - y0 * CELL_LAT] as const;

/** Two provinces side by side, 20 km of border at column 10; two roads go over it, a third stops at it. */
const MAP = `
  A---------:---------B
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  C---------:---------D
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  E--------F:         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  G         :         H`;

const AREAS = [areaOf(4, '甲省', box(-20, -20, 10, 40)), areaOf(4, '乙省', box(10, -20, 40, 40))];

function opened(
  map: string,
  drawing: AsciiOptions = {},
  options: Partial<PermeabilityOptions> = {},
) {
  const {network} = asciiNetwork(map, {...drawing, rest: {areas: AREAS, ...drawing.rest}});
  const study = openStudy(network, {profile: FREE_FLOW});
  return permeability(study, {level: 'province', controlM: 3000, ...options}).rows;
}

describe('a border line', () => {
  test('crossings per 100 km against the control lines inside', () => {
    const [row, ...others] = opened(MAP);
    expect(others).toEqual([]);
    expect(row!.sides).toEqual(['乙省', '甲省']);
    expect(row!.lengthKm).toBeCloseTo(20, 0);
    const secondary = row!.classes.find((one) => one.class === 'secondary')!;
    expect(secondary.count).toBe(2);
    expect(secondary.per100Km).toBeCloseTo(10, 0);
    // Two roads cross either parallel (E–F ends within 2 km of it: a stub); they are some 20 km long and their two ends
    // round off within 3 km.
    const [east, west] = row!.control;
    expect(east!.km).toBeGreaterThan(19);
    expect(east!.km).toBeLessThan(31);
    expect(secondary.controlPer100Km[0]).toBeCloseTo((2 / east!.km) * 100, 1);
    expect(secondary.controlPer100Km[1]).toBeCloseTo((2 / west!.km) * 100, 1);
    expect(row!.classes.find((one) => one.class === 'trunk')!.count).toBe(0);
  });

  test('the longest stretch without a crossing, and where', () => {
    const [row] = opened(MAP);
    // From the crossing at row 5 to the southern end at row 20.
    expect(row!.longestGap!.km).toBeCloseTo(15, 0);
    expect(row!.longestGap!.lat).toBeCloseTo(28 - 12.5 * CELL_LAT, 3);
  });

  test('dual carriageways cross once', () => {
    const one = {class: 'trunk', oneway: true} as const;
    const drawn = asciiNetwork(
      `
  A---------:---------B
  .         :
  C---------:---------D`,
      {edges: {AB: one, DC: one}, rest: {areas: AREAS}},
    );
    const lat = Float64Array.from(drawn.network.nodes.lat);
    for (const letter of ['C', 'D']) lat[drawn.at(letter)] = 28 - 0.2 * 0.04 * CELL_LAT - 0.0003;
    lat[drawn.at('A')] = lat[drawn.at('B')] = 28 - 0.0001;
    const network = {...drawn.network, nodes: {...drawn.network.nodes, lat}};
    const study = openStudy(network, {profile: FREE_FLOW});
    const [row] = permeability(study, {level: 'province', controlM: 3000}).rows;
    expect(row!.classes.find(({class: name}) => name === 'trunk')!.count).toBe(1);
  });

  test('a road that winds over the line and back is no crossing, one that stops behind it a stub', () => {
    const builder = new NetworkBuilder();
    const at = (x: number, y: number): LonLat => [119 + x * CELL_LON, 28 - y * CELL_LAT];
    const node = (x: number, y: number): number => builder.addNode(...at(x, y));
    const [a, b, c, d] = [node(0, 0), node(4, 6), node(0, 12), node(11, 12)];
    // Over the line at column 10 and back; then over it for good, 1 km.
    builder.addEdge({from: a, to: b, class: 'secondary', between: [at(9, 2), at(12, 3), at(9, 5)]});
    builder.addEdge({from: b, to: c, class: 'secondary'});
    builder.addEdge({from: b, to: node(30, 6), class: 'secondary'});
    builder.addEdge({from: c, to: d, class: 'secondary'});
    builder.addEdge({from: c, to: node(0, 20), class: 'secondary'});
    const line = [at(10, -5), at(10, 25)];
    const network = builder.finish({
      areas: AREAS,
      borders: [{level: 4, sides: [], osmWayIds: [], line}],
    });
    const [row] = permeability(openStudy(network, {profile: FREE_FLOW}), {
      level: 'province',
      controlM: 3000,
    }).rows;
    expect(row!.crossings.map(({isStub}) => isStub).sort()).toEqual([false, true]);
    expect(row!.classes.at(-1)!.count).toBe(1);
    // The one that goes on is the only way over: closing it cuts the east off.
    expect(row!.crossings.every(({isBridge}) => isBridge)).toBe(true);
  });

  test('how many closures part the sides, and which single one does', () => {
    const cutOf = (rows: ReturnType<typeof opened>) =>
      rows[0]!.connectivity.find((one) => one.class === 'secondary')!;
    const two = cutOf(opened(MAP));
    expect([two.corridors, two.severing]).toEqual([2, []]);
    const one = cutOf(opened(MAP.replace('C---------:---------D', 'C         :         D')));
    expect(one.corridors).toBe(1);
    expect(one.severing).toHaveLength(1);
    const none = cutOf(
      opened(
        MAP.replace('C---------:---------D', 'C         :         D').replace(
          'A---------:---------B',
          'A         :         B',
        ),
      ),
    );
    expect(none).toMatchObject({corridors: 0, severing: []});
    expect(cutOf(opened(MAP, {}, {controlM: 50_000}))).toMatchObject({
      corridors: null,
      reason: 'no-road-inland',
    });
  });

  test('without areas: what lines allow, and a reason for the rest', () => {
    const [row] = opened(MAP, {rest: {areas: []}});
    expect(row!.classes.at(-1)!.count).toBe(2);
    expect(row!.longestGap!.km).toBeCloseTo(15, 0);
    expect(row!.control.map(({reason}) => reason)).toEqual(['no-areas', 'no-areas']);
    expect(row!.classes.at(-1)!.permeability).toBeNull();
    expect(row!.connectivity[0]).toMatchObject({corridors: null, reason: 'no-areas'});
    expect(row!.borderEffect).toMatchObject({value: null, reason: 'no-areas'});
    expect(row!.notes.map(({id}) => id)).toEqual(['no-areas']);
  });

  test('names on the line serve where there are no areas', () => {
    const [row] = opened(MAP, {rest: {areas: []}, borderSides: ['甲省', '乙省']});
    expect(row!.sides).toEqual(['乙省', '甲省']);
    expect(row!.id).toBe('province:乙省/甲省');
  });

  test('a control line that means nothing is one sentence', () => {
    expect(() => opened(MAP, {}, {controlM: 5})).toThrow(/control line must run/);
  });
});

describe('the border effect', () => {
  const side = (n: 0 | 1, km: number) => ({side: n, lon: 119 + (km * CELL_LON) / 1, lat: 28});
  // Four places on a line, 10 km apart, two a side: 3 cross pairs of 10, 20, 30 km … and two controls of 10 km.
  const places = [side(0, 0), side(0, 10), side(1, 20), side(1, 30)];

  test('by hand: over the border half as fast', () => {
    const minutes = (i: number, j: number): number => {
      const km = Math.abs(i - j) * 10;
      return places[i]!.side === places[j]!.side ? km : 2 * km;
    };
    const effect = effectOf(matchPairs(places, (i, j) => minutes(i, j) * 60_000));
    // Only the cross pair of 10 km has controls of its distance: the two inside.
    expect(effect).toMatchObject({pairs: 1, controlPairs: 2});
    expect(effect.value).toBeCloseTo(2, 2);
  });

  test('the same on both sides is 1, and the interval holds it', () => {
    const many = Array.from({length: 12}, (_, i) => side(i < 6 ? 0 : 1, i * 6));
    const matched = matchPairs(many, (i, j) => Math.abs(i - j) * 6 * 60_000);
    expect(effectOf(matched).value).toBeCloseTo(1, 6);
    const interval = intervalOf(matched, many.length, 1)!;
    expect(interval[0]).toBeLessThanOrEqual(1.000001);
    expect(interval[1]).toBeGreaterThanOrEqual(0.999999);
    expect(intervalOf(matched, many.length, 1)).toEqual(interval);
  });

  test('pairs without a way do not count', () => {
    expect(effectOf(matchPairs(places, () => null))).toMatchObject({value: null, pairs: 0});
  });

  test('on a network: closing the one gap removes a share of the excess', () => {
    const map = MAP.replace('C---------:---------D', 'C-------X : Y-------D').replace(
      'E--------F:         |',
      'E-------P-:-Q-------R',
    );
    const {lonLat} = asciiNetwork(map);
    const at = (letter: string): LonLat => lonLat(letter);
    const placesHere = ['A', 'B', 'C', 'D', 'E', 'R', 'G', 'H', 'X', 'Y'].map((letter) =>
      placeAt(letter, at(letter), {population: 1000}),
    );
    const [row] = opened(map, {}, {places: placesHere, gaps: 1});
    expect(row!.borderEffect.value).not.toBeNull();
    expect(row!.borderEffect.pairs).toBeGreaterThan(5);
  });
});
