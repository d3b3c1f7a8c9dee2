import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import type {Place} from '../../src/graph/network.ts';
import {matchPlace} from '../../src/scenario/match-place.ts';
import {placeName} from '../../src/scenario/place-name.ts';

function place(name: string, lon: number, lat: number, more: Partial<Place> = {}): Place {
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
    ...more,
  };
}

/** Positions of METHODS.md §E.1, rounded. */
const REGION = [
  place('温州市', 120.667, 27.999, {kind: 'city', altNames: ['Wenzhou']}),
  place('台州市', 121.421, 28.656, {kind: 'city'}),
  place('南平市(延平)', 118.174, 26.645, {kind: 'city'}),
  place('南平市(建阳)', 118.121, 27.332, {kind: 'city'}),
  place('苍南县', 120.425, 27.517),
  place('庆元县', 119.059, 27.622, {altNames: ['松源']}),
  place('松溪县', 118.777, 27.527, {altNames: ['松源']}),
  place('景宁畲族自治县', 119.633, 27.967),
  place('屏南县', 118.982, 26.908),
];

function failure(places: readonly Place[], query: string): UserError {
  try {
    matchPlace(places, query);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`"${query}" was matched`);
}

describe('finds', () => {
  test.each([
    ['温州市', '温州市'],
    ['温州', '温州市'],
    [' 温州 ', '温州市'],
    ['wenzhou', '温州市'],
    ['苍南', '苍南县'],
    ['景宁', '景宁畲族自治县'],
    ['建阳', '南平市(建阳)'],
    ['建阳区', '南平市(建阳)'],
    ['南平市(延平)', '南平市(延平)'],
    ['南平市（延平）', '南平市(延平)'],
  ])('%s → %s', (query, name) => {
    expect(matchPlace(REGION, query).name).toBe(name);
  });

  test('a qualifier gives way to a place of that name', () => {
    const jianyang = place('建阳区', 118.12, 27.33);
    expect(matchPlace([...REGION, jianyang], '建阳')).toBe(jianyang);
  });

  test('with the rank, where the network has the name without it', () => {
    expect(matchPlace([place('泰顺', 119.71, 27.56)], '泰顺县').name).toBe('泰顺');
  });
});

describe('prefers', () => {
  test('exact over stripped over other names', () => {
    const exact = place('松源', 100, 20, {kind: 'city'});
    const stripped = place('松源镇', 101, 21);
    expect(matchPlace([...REGION, stripped, exact], '松源')).toBe(exact);
    expect(matchPlace([...REGION, stripped], '松源')).toBe(stripped);
  });

  test('a county over a town of the same name (屏南镇 lies in 龙泉)', () => {
    expect(matchPlace([place('屏南镇', 119.1, 27.9), ...REGION], '屏南').name).toBe('屏南县');
  });

  test('the first of two entries for one place', () => {
    // 宁德: the gazetteer and the government, 2.6 km apart (METHODS.md §E.1)
    const own = place('宁德市', 119.5477, 26.6662, {kind: 'city'});
    const networks = place('宁德', 119.52278, 26.66167, {kind: 'city'});
    expect(matchPlace([own, networks], '宁德市')).toBe(own);
    expect(matchPlace([own, networks], '宁德').kind).toBe('city');
  });
});

describe('refuses, naming all', () => {
  test('松源, the seat of two counties', () => {
    const error = failure(REGION, '松源');
    expect(error.code).toBe('E_PLACE');
    expect(error.message).toContain('庆元县 (119.059,27.622)');
    expect(error.message).toContain('松溪县 (118.777,27.527)');
    expect(error.hint).toContain('119.059,27.622');
  });

  test.each(['南平', '南平市'])('%s, which has moved', (query) => {
    const error = failure(REGION, query);
    expect(error.message).toContain('南平市(延平)');
    expect(error.message).toContain('南平市(建阳)');
  });

  test('a hamlet that has the very name of a city', () => {
    const hamlet = place('温州', 110, 25, {kind: 'hamlet'});
    expect(failure([...REGION, hamlet], '温州').message).toContain('温州市');
  });
});

describe('finds nothing', () => {
  test('and gives the nearest names', () => {
    const error = failure(REGION, '苍楠');
    expect(error.message).toBe('no place is called "苍楠"');
    expect(error.hint).toContain('苍南县');
  });

  test('台州市 is not 台州区', () => {
    expect(failure([place('台州区', 1, 1)], '台州市').code).toBe('E_PLACE');
  });

  test('in an empty list, or for an empty name', () => {
    expect(failure([], '温州').hint).toContain('no places');
    expect(failure(REGION, ' ').message).toContain('empty');
  });
});

test.each([
  ['武夷山市', '武夷山', 'unit'],
  ['景德镇市', '景德镇', 'unit'],
  ['恩施土家族苗族自治州', '恩施', 'unit'],
  ['沙县', '沙县', 'none'],
  ['福州', '福州', 'none'],
  ['松源街道', '松源', 'settlement'],
  ['横村镇', '横村', 'settlement'],
])('%s without its rank is %s', (full, bare, rank) => {
  expect(placeName(full)).toMatchObject({bare, rank});
});
