import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {Place} from '../../src/graph/network.ts';
import {parsePlaceList} from '../../src/scenario/place-list.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {resolveProjects} from '../../src/scenario/resolve-project.ts';

const FILE = new URL('../../data/projects/zhe-min-gan.json', import.meta.url);
const json: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
const registry = parseProjects(json, 'zhe-min-gan.json');
const project = (id: string) => {
  const found = registry.projects.find((one) => one.id === id);
  if (!found) throw new Error(`no project ${id}`);
  return found;
};

/** Every object in the file that holds a `value`, with its path. */
function* facts(
  at: unknown,
  path: string,
): Iterable<{path: string; fact: Record<string, unknown>}> {
  if (typeof at !== 'object' || at === null) return;
  if ('value' in at) yield {path, fact: at as Record<string, unknown>};
  for (const [key, inner] of Object.entries(at)) yield* facts(inner, `${path}.${key}`);
}

describe('the registry', () => {
  test('has every figure with a source that names a publication', () => {
    const all = [...facts(json, '')];
    expect(all.length).toBeGreaterThan(40);
    for (const {path, fact} of all) {
      expect(String(fact['source']).length, `${path}: ${fact['source']}`).toBeGreaterThan(5);
    }
  });

  test('has a source for every coordinate, and none that is a bare figure', () => {
    for (const {id, stops} of registry.projects) {
      for (const stop of stops ?? []) {
        if (typeof stop === 'string' || stop.lon === undefined) continue;
        expect(stop.source, `${id}: ${stop.name}`).toMatch(/GeoNames|Wikipedia/);
      }
    }
  });

  test('has the three railways, 温武吉 twice, and the three corridors', () => {
    expect(registry.projects.map(({id, mode, status}) => [id, mode, status])).toEqual([
      ['hang-wen', 'rail', 'open'],
      ['wen-fu', 'rail', 'construction'],
      ['wen-wu-ji-160', 'rail', 'planned'],
      ['wen-wu-ji-200', 'rail', 'planned'],
      ['cangnan-wuyishan', 'road', 'proposed'],
      ['ningde-jingning', 'road', 'proposed'],
      ['ningde-qingyuan', 'road', 'proposed'],
    ]);
    expect(project('wen-wu-ji-200').variantOf).toBe('wen-wu-ji-160');
  });

  // METHODS.md S15, the lists of the paper
  test.each([
    ['cangnan-wuyishan', '苍南 泰顺 寿宁 庆元 松溪 武夷山'],
    ['ningde-jingning', '宁德 霞浦 柘荣 泰顺 景宁'],
    ['ningde-qingyuan', '宁德 屏南 政和 庆元'],
  ])('%s runs %s', (id, places) => {
    expect(parsePlaceList(project(id).corridor ?? '').join(' ')).toBe(places);
  });

  test('keeps the spelling of the paper, 一 for a dash', () => {
    expect(project('ningde-qingyuan').corridor).toBe('宁德—屏南—政和一庆元');
  });

  // METHODS.md §E.2
  test.each([
    ['hang-wen', 276, 350],
    ['wen-fu', 303, 350],
    ['wen-wu-ji-160', 691, 160],
    ['wen-wu-ji-200', 691, 200],
    ['cangnan-wuyishan', undefined, undefined],
    ['ningde-jingning', undefined, undefined],
    ['ningde-qingyuan', undefined, undefined],
  ])('%s: %s km, %s km/h; blank where nothing was found', (id, km, kph) => {
    expect(project(id).lengthKm?.value).toBe(km);
    expect(project(id).designSpeedKph?.value).toBe(kph);
  });

  test('knows the days of 杭温 and 温福', () => {
    expect(project('hang-wen').openedOn?.value).toBe('2024-09-06');
    expect(project('wen-fu').constructionStartOn?.value).toBe('2025-09-29');
    expect(project('wen-fu').expectedOn?.value).toBe('2030');
    expect(project('wen-fu').openedOn).toBeUndefined();
  });
});

const data = process.env['GUANTONG_DATA'];
const placesFile = `${data}/places-zhe-min-gan.json`;
const hasPlaces = data !== undefined && existsSync(placesFile);

interface PlaceJson {
  readonly lon: number;
  readonly lat: number;
  readonly tags: {readonly name: string; readonly place: string};
}

function realPlaces(): Place[] {
  const list = JSON.parse(readFileSync(placesFile, 'utf8')) as readonly PlaceJson[];
  return list.map(({lon, lat, tags}) => ({
    osmId: null,
    name: tags.name,
    altNames: [],
    kind: tags.place,
    lon,
    lat,
    population: null,
    populationDate: null,
    province: null,
  }));
}

describe.skipIf(!hasPlaces)('on the real places (GUANTONG_DATA)', () => {
  test('in 2020 all seven are projects and nothing is to complain of', () => {
    const {resolved, excluded, problems} = resolveProjects(registry, realPlaces(), {
      asOf: 20201130,
    });
    expect(problems).toEqual([]);
    expect(excluded).toEqual([]);
    expect(resolved).toHaveLength(7);
    for (const one of resolved) {
      const [first, last] = [one.stops[0]!, one.stops.at(-1)!];
      const straightM = greatCircleM(first.lon, first.lat, last.lon, last.lat);
      expect(one.lengthM).toBeGreaterThan(straightM);
      expect(one.legLengthM).toHaveLength(one.stops.length - 1);
    }
  });

  test('after its opening 杭温 is none', () => {
    const {resolved, excluded} = resolveProjects(registry, realPlaces(), {dataDate: '2026-03-01'});
    expect(excluded.map(({id}) => id)).toEqual(['hang-wen']);
    expect(resolved.map(({id}) => id)).not.toContain('hang-wen');
  });

  test('the first corridor takes the registered 99.254 km for its first leg', () => {
    const {resolved} = resolveProjects(registry, realPlaces());
    const corridor = resolved.find(({id}) => id === 'cangnan-wuyishan')!;
    expect(corridor.legLengthM[0]).toBeCloseTo(99_254, 6);
    expect(corridor).toMatchObject({lengthSource: 'drawn', speedKph: 80, costYi: null});
  });
});
