import {describe, expect, test} from 'vitest';
import {
  type PermeabilityOptions,
  permeability,
} from '../../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
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
    // A road that joins nothing, though it is drawn first, is not the inland of its province.
    expect(cutOf(opened(`\n  X--Y      :\n${MAP}`)).corridors).toBe(2);
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

  test('permeability is the rate at the border over the mean of both sides', () => {
    // West of the border three roads cross the parallel 4 km inside, east of it one.
    const [row] = opened(
      `
  .         :         .
            :
  A--------B:
            :
  D---------:---------E
            :
  F--------G:
            :
  .         :         .`,
      {},
      {controlM: 4000},
    );
    const {count, per100Km, controlPer100Km, permeability} = row!.classes.at(-1)!;
    expect(row!.sides).toEqual(['乙省', '甲省']);
    const [east, west] = row!.control.map(({km}) => km);
    expect(count).toBe(1);
    expect(controlPer100Km[0]).toBeCloseTo((1 / east!) * 100, 2);
    expect(controlPer100Km[1]).toBeCloseTo((3 / west!) * 100, 2);
    const mean = (controlPer100Km[0]! + controlPer100Km[1]!) / 2;
    expect(permeability).toBeCloseTo(per100Km! / mean, 3);
  });

  test('the line is divided by as smooth a length as its control lines have', () => {
    const zigzag = (amplitudeKm: number) => {
      const builder = new NetworkBuilder();
      const at = (x: number, y: number): LonLat => [119 + x * CELL_LON, 28 - y * CELL_LAT];
      builder.addEdge({
        from: builder.addNode(...at(0, 10)),
        to: builder.addNode(...at(20, 10)),
        class: 'secondary',
      });
      const line = Array.from({length: 21}, (_, y) => at(10 + (y % 2) * amplitudeKm, y));
      const unit = (name: string, x: number) =>
        areaOf(4, name, box(0, 0, 1, 1), {
          coordinates: [[[...line, at(x, 20), at(x, 0), line[0]!]]],
        });
      const network = builder.finish({
        areas: [unit('甲省', -20), unit('乙省', 40)],
        borders: [{level: 4, sides: [], osmWayIds: [], line}],
      });
      return permeability(openStudy(network, {profile: FREE_FLOW}), {
        level: 'province',
        controlM: 3000,
      }).rows[0]!;
    };
    // Generalised to a fifth of 3 km: a zigzag of 0.3 km goes, one of 1 km stays.
    const fine = zigzag(0.3);
    expect(fine.lengthKm).toBeCloseTo(20 * Math.hypot(1, 0.3), 1);
    expect(fine.generalKm).toBeCloseTo(20, 1);
    const coarse = zigzag(1);
    expect(coarse.generalKm).toBeCloseTo(20 * Math.hypot(1, 1), 1);
    expect(coarse.classes.at(-1)!.per100Km).toBeCloseTo(100 / (20 * Math.hypot(1, 1)), 2);
  });

  test('longest first; a unit too narrow between two borders has no control line', () => {
    const builder = new NetworkBuilder();
    const at = (x: number, y: number): LonLat => [119 + x * CELL_LON, 28 - y * CELL_LAT];
    builder.addEdge({
      from: builder.addNode(...at(0, 10)),
      to: builder.addNode(...at(30, 10)),
      class: 'secondary',
    });
    const line = (x: number, from: number, to: number) => ({
      level: 4,
      sides: [],
      osmWayIds: [],
      line: [at(x, from), at(x, to)],
    });
    const network = builder.finish({
      areas: [
        areaOf(4, '子省', box(-20, -20, 10, 40)),
        areaOf(4, '丑省', box(10, 4, 14, 16)),
        areaOf(4, '寅省', box(14, -20, 40, 40)),
      ],
      borders: [line(10, 4, 16), line(14, 0, 20)],
    });
    const {rows} = permeability(openStudy(network, {profile: FREE_FLOW}), {
      level: 'province',
      controlM: 3000,
    });
    expect(rows.map(({lengthKm}) => Math.round(lengthKm))).toEqual([20, 12]);
    // 丑省 is 4 km wide: what lies 3 km from one of its borders is nearer to the other.
    const [long, short] = rows;
    expect(long!.sides).toEqual(['丑省', '寅省']);
    for (const row of [long!, short!]) {
      const narrow = row.control.find(({unit}) => unit === '丑省');
      expect(narrow).toEqual({unit: '丑省', km: 0, reason: 'too-narrow'});
    }
    expect(short!.control.find(({unit}) => unit === '子省')!.km).toBeGreaterThan(12);
    const {controlPer100Km, permeability: share, per100Km} = short!.classes.at(-1)!;
    // The one side that has a control line speaks for both.
    const known = controlPer100Km.filter((rate) => rate !== null);
    expect(known).toHaveLength(1);
    expect(share).toBeCloseTo(per100Km! / known[0]!, 3);
  });

  test('roads cut near the line are told, far from it not', () => {
    const near = (letter: string) => opened(MAP, {flags: {[letter]: NODE_FLAG.clip}})[0]!;
    // F lies 1 km from the line, A and G 10 km.
    expect(near('F')).toMatchObject({nearClip: true});
    expect(near('F').notes.map(({id}) => id)).toContain('near-clip');
    expect(near('A')).toMatchObject({nearClip: false});
    expect(near('A').notes.map(({id}) => id)).not.toContain('near-clip');
  });

  test('a crossing is named after the road of the higher class where two meet there', () => {
    const [row] = opened(
      `
  .         :         .
  A---------B---------C
  .         :         .`,
      {
        edges: {AB: {class: 'secondary', ref: 'S1'}, BC: {class: 'primary', ref: 'G1'}},
      },
    );
    expect(row!.crossings.map(({class: name, ref}) => [name, ref])).toEqual([['primary', 'G1']]);
  });

  test('a control line that means nothing is one sentence', () => {
    expect(() => opened(MAP, {}, {controlM: 5})).toThrow(/control line must run/);
  });
});
