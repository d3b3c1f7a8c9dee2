import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Place} from '../../src/graph/network.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {type ResolveOptions, resolveProjects} from '../../src/scenario/resolve-project.ts';

type Json = Record<string, unknown>;

function place(name: string, lon: number, lat: number): Place {
  return {
    osmId: null,
    name,
    altNames: [],
    kind: 'town',
    lon,
    lat,
    population: null,
    populationDate: null,
    province: null,
  };
}

/** On one meridian, a degree apart: 111.195 km each by 2πR/360 with R = 6371.0088 km. */
const DEGREE_M = (2 * Math.PI * 6_371_008.8) / 360;
const PLACES = [place('甲县', 119, 27), place('乙县', 119, 28), place('丙县', 119, 30)];

const fact = (value: unknown, more: Json = {}): Json => ({value, source: 'somebody', ...more});
const road = (more: Json = {}): Json => ({
  id: 'a-c',
  name: '甲—丙',
  mode: 'road',
  status: 'idea',
  corridor: '甲县—乙县—丙县',
  ...more,
});

function resolve(projects: readonly Json[], options: ResolveOptions = {}, places = PLACES) {
  const json = {schema: 'guantong/projects@1', title: 't', projects};
  return resolveProjects(parseProjects(json, 'p.json'), places, options);
}

function only(project: Json, options: ResolveOptions = {}) {
  const {resolved, problems} = resolve([project], options);
  expect(problems).toEqual([]);
  expect(resolved).toHaveLength(1);
  return resolved[0]!;
}

const ids = (notes: readonly {readonly id: string}[]) => notes.map(({id}) => id);

describe('length', () => {
  test('drawn: straight legs times a terrain factor, marked', () => {
    const one = only(road());
    expect(one.legLengthM[0]).toBeCloseTo(1.4 * DEGREE_M, 3);
    expect(one.legLengthM[1]).toBeCloseTo(1.4 * 2 * DEGREE_M, 3);
    expect(one.lengthSource).toBe('drawn');
    // 1.4 times three degrees, 333.6 km
    const note = one.notes.find(({id}) => id === 'length-drawn')?.en;
    expect(note).toContain('467.0 km');
    expect(note).toContain('terrain factor of 1.4 (assumption)');
  });

  test.each([
    ['of a railway', {mode: 'rail', designSpeedKph: fact(200)}, {}, 1.2],
    ['as asked for', {}, {terrainFactor: 1.1}, 1.1],
    ['of the file, before all', {terrainFactor: fact(1.3)}, {terrainFactor: 1.1}, 1.3],
  ])('terrain factor %s', (_, project, options, factor) => {
    expect(only(road(project), options).lengthM).toBeCloseTo(factor * 3 * DEGREE_M, 3);
  });

  test('by province: of the parts, else of sections that make up the whole', () => {
    const parts = [
      {unit: '福建省', lengthKm: fact(200)},
      {unit: '宁德市', lengthKm: fact(130)},
    ];
    expect(only(road({parts, lengthKm: fact(400)})).provinceLengthM).toEqual({福建省: 200_000});
    const sections = [
      {from: '甲县', to: '乙县', province: '浙江省', lengthKm: fact(150)},
      {from: '乙县', to: '丙县', province: '福建省', lengthKm: fact(250)},
    ];
    expect(only(road({sections})).provinceLengthM).toEqual({浙江省: 150_000, 福建省: 250_000});
    expect(only(road({sections: sections.slice(0, 1)})).provinceLengthM).toBeUndefined();
    expect(only(road()).provinceLengthM).toBeUndefined();
  });

  test('registered: shared out in proportion, 1 : 2', () => {
    const one = only(road({lengthKm: fact(390)}));
    expect(one.legLengthM[0]).toBeCloseTo(130_000, 6);
    expect(one.legLengthM[1]).toBeCloseTo(260_000, 6);
    expect(one.lengthSource).toBe('registry');
    expect(ids(one.notes)).not.toContain('length-drawn');
  });

  test('of a section: for its legs only', () => {
    const one = only(road({sections: [{from: '甲县', to: '乙县', lengthKm: fact(150)}]}));
    expect(one.legLengthM[0]).toBeCloseTo(150_000, 6);
    expect(one.legLengthM[1]).toBeCloseTo(1.4 * 2 * DEGREE_M, 3);
    expect(one.lengthSource).toBe('drawn');
    expect(ids(one.notes)).toEqual(
      expect.arrayContaining(['length-of-section', 'length-drawn', 'speed-assumed']),
    );
    // only the rest is drawn: 1.4 times 2 degrees
    expect(one.notes.find(({id}) => id === 'length-drawn')?.en).toContain('311.3 km');
  });

  test('of all sections: from the registry', () => {
    const sections = [
      {from: '甲县', to: '乙县', lengthKm: fact(150)},
      {from: '乙县', to: '丙县', lengthKm: fact(250)},
    ];
    const one = only(road({sections}));
    expect(one.lengthM).toBeCloseTo(400_000, 6);
    expect(one.lengthSource).toBe('registry');
  });

  test('shorter than the straight line is refused, a hair shorter is not', () => {
    expect(resolve([road({lengthKm: fact(330)})]).problems).toEqual([
      'a-c.lengthKm: 330 km is shorter than the straight line of 333.6 km from 甲县 to 丙县',
    ]);
    expect(resolve([road({lengthKm: fact(332)})]).problems).toEqual([]);
  });

  test('along a given line that bends, cut at the ends', () => {
    // two degrees north in all, with a bend of one degree east and back between the first two stops
    const geometry = [
      [119, 26.5],
      [119, 27],
      [120, 27.5],
      [119, 28],
      [119, 31],
    ];
    const one = only(road({geometry}));
    expect(one.legLengthM[0]).toBeGreaterThan(1.9 * DEGREE_M);
    expect(one.legLengthM[1]).toBeCloseTo(2 * DEGREE_M, 0);
    expect(one.line[0]![1]).toBeCloseTo(27, 6);
    expect(one.line.at(-1)![1]).toBeCloseTo(30, 6);
    expect(one.line).toHaveLength(4);
  });

  test('legs add up, whatever the registered length', () => {
    fc.assert(
      fc.property(fc.double({min: 334, max: 5000, noNaN: true}), (km) => {
        const one = only(road({lengthKm: fact(km)}));
        expect(one.lengthM).toBeCloseTo(km * 1000, 3);
        expect(one.legLengthM.every((m) => m > 0)).toBe(true);
      }),
    );
  });
});

describe('speed', () => {
  // lowest design speeds of JTG B01-2014, METHODS.md §D.6
  test.each([
    [undefined, 80],
    ['expressway', 80],
    ['first', 60],
    ['second', 60],
    ['third', 30],
    ['fourth', 20],
  ])('road of grade %s: %d km/h, an assumption', (grade, kph) => {
    const one = only(road(grade === undefined ? {} : {grade}));
    expect(one).toMatchObject({speedKph: kph, speedSource: 'assumption'});
    expect(ids(one.notes)).toContain('speed-assumed');
  });

  test('given', () => {
    const one = only(road({designSpeedKph: fact(100)}));
    expect(one).toMatchObject({speedKph: 100, speedSource: 'registry'});
    expect(ids(one.notes)).not.toContain('speed-assumed');
  });

  test("the file's own assumption stays one", () => {
    const one = only(road({mode: 'rail', designSpeedKph: fact(160, {assumption: true})}));
    expect(one).toMatchObject({speedKph: 160, speedSource: 'assumption'});
  });

  test('a railway without one is refused', () => {
    expect(resolve([road({mode: 'rail'})]).problems[0]).toMatch(
      /^a-c.designSpeedKph: a railway needs designSpeed/,
    );
  });

  test.each([19.9, 400.1, 3500])('%d km/h is refused', (kph) => {
    expect(resolve([road({designSpeedKph: fact(kph)})]).problems[0]).toContain(
      'not between 20 and',
    );
  });

  test.each([20, 400])('%d km/h is not', (kph) => {
    expect(only(road({designSpeedKph: fact(kph)})).speedKph).toBe(kph);
  });
});

describe('stops', () => {
  const station = (name: string, osmId: number, lat: number) =>
    ({osmId, name, kind: 'station', lon: 119, lat, node: null}) as const;
  const ground = {
    stations: [station('甲南站', 7, 27), station('丁', 8, 28), station('丁', 9, 29)],
    nodeAt: (osmId: number) => (osmId === 55 ? {lon: 119, lat: 30} : null),
  };

  test('a station by name, a station and an interchange by OSM id', () => {
    const stops = [
      {name: 'a', station: '甲南'},
      {name: 'b', osmId: 9},
      {name: 'c', osmId: 55},
    ];
    const one = only(road({corridor: undefined, stops}), {ground});
    expect(one.stops).toEqual([
      {name: 'a', lon: 119, lat: 27},
      {name: 'b', lon: 119, lat: 29},
      {name: 'c', lon: 119, lat: 30},
    ]);
  });

  test('stations that are not there or not one, ids of nothing: all told', () => {
    const stops = [
      {name: 'a', station: '甲西'},
      {name: 'b', station: '丁'},
      {name: 'c', osmId: 56},
    ];
    const {problems} = resolve([road({corridor: undefined, stops})], {ground});
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain(
      'no station of the network is called "甲西" (nearest names: 甲南站',
    );
    expect(problems[1]).toContain(
      '2 stations are called "丁" (give the osmId of one of them: 8, 9)',
    );
    expect(problems[2]).toContain('no station or junction with osmId 56');
  });

  test('an optional one that is nowhere is left out, and said', () => {
    const stops = ['甲县', {name: '无处', optional: true}, '丙县'];
    const one = only(road({corridor: undefined, stops, lengthKm: fact(400)}));
    expect(one.stops.map(({name}) => name)).toEqual(['甲县', '丙县']);
    expect(one.lengthM).toBeCloseTo(400_000, 6);
    expect(ids(one.notes)).toContain('stop-left-out');
  });

  test('when an end is left out, the registered length is not used', () => {
    const stops = [{name: '无处', optional: true}, '甲县', '乙县'];
    const one = only(road({corridor: undefined, stops, lengthKm: fact(400)}));
    expect(one.lengthM).toBeCloseTo(1.4 * DEGREE_M, 3);
    expect(one.lengthSource).toBe('drawn');
    expect(ids(one.notes)).toContain('length-not-shared');
  });

  test('at another place, and roughly: said', () => {
    const stops = [
      {name: '甲北', at: '甲县'},
      {name: '丁', lon: 119, lat: 29, approximate: true},
    ];
    const one = only(road({corridor: undefined, stops}));
    expect(one.stops).toEqual([
      {name: '甲北', lon: 119, lat: 27, approximate: true},
      {name: '丁', lon: 119, lat: 29, approximate: true},
    ]);
    expect(ids(one.notes)).toEqual(expect.arrayContaining(['stop-at-place', 'stops-approximate']));
  });

  test('off the line, and against its order', () => {
    const east = [
      [121, 27],
      [121, 30],
    ];
    expect(resolve([road({geometry: east})]).problems.join()).toContain('km from the drawn line');
    const south = [
      [119, 30],
      [119, 27],
    ];
    expect(resolve([road({geometry: south})]).problems[0]).toBe(
      'a-c.geometry: stop 乙县 comes before 甲县 along the drawn line',
    );
  });
});

describe('as of a day', () => {
  const open = road({id: 'open', status: 'open', source: 's', openedOn: fact('2024-09-06')});

  test('an open one is excluded with a sentence, before its day it is a project', () => {
    const after = resolve([open, road()], {asOf: 20250101});
    expect(after.excluded).toMatchObject([{id: 'open', sentence: {id: 'already-open'}}]);
    expect(after.resolved.map(({id}) => id)).toEqual(['a-c']);
    const before = resolve([open], {asOf: 20201130});
    expect(before.resolved[0]).toMatchObject({id: 'open', status: 'planned'});
  });

  test('asked for all the same: what if it were not there', () => {
    const {resolved, excluded} = resolve([open], {asOf: 20250101, evenIfOpen: ['open']});
    expect(excluded).toEqual([]);
    expect(ids(resolved[0]!.notes)).toContain('what-if-not-there');
  });

  test('an open section is said', () => {
    const sections = [{from: '甲县', to: '乙县', status: 'open', openedOn: fact('2020-12-22')}];
    const note = (asOf: number) => ids(only(road({sections}), {asOf}).notes);
    expect(note(20201222)).toContain('section-open');
    expect(note(20201221)).not.toContain('section-open');
  });
});

test('all complaints of all projects at once; the good ones are resolved', () => {
  const twin = [...PLACES, place('松源', 119.06, 27.62), place('松源', 118.78, 27.53)];
  const {resolved, problems} = resolve(
    [
      road({id: 'good'}),
      road({id: 'nowhere', corridor: '甲县—乙乡—丁县'}),
      road({id: 'twice', corridor: '松源—甲县'}),
      road({id: 'rail', mode: 'rail', corridor: '甲县—戊县'}),
      road({id: 'short', lengthKm: fact(10), designSpeedKph: fact(999)}),
    ],
    {},
    twin,
  );
  expect(resolved.map(({id}) => id)).toEqual(['good']);
  expect(problems.map((text) => text.split(':')[0])).toEqual([
    ...['nowhere.corridor', 'nowhere.corridor', 'twice.corridor'],
    ...['rail.corridor', 'rail.designSpeedKph', 'short.designSpeedKph', 'short.lengthKm'],
  ]);
  expect(problems[2]).toContain('"松源" may be any of 2 places');
});

test('two projects with one id, from two files put together', () => {
  const json = {schema: 'guantong/projects@1', title: 't', projects: [road()]};
  const one = parseProjects(json, 'a.json').projects;
  const {problems} = resolveProjects({projects: [...one, ...one]}, PLACES);
  expect(problems).toEqual(['a-c: two projects have this id']);
});

test('stops at one and the same point are refused', () => {
  const stops = ['甲县', {name: '甲站', at: '甲县'}, '丙县'];
  expect(resolve([road({corridor: undefined, stops})]).problems).toEqual([
    'a-c.stops: stops 甲县 and 甲站 lie at one and the same point',
  ]);
});
