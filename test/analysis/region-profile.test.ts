import {expect, test} from 'vitest';
import {regionProfile} from '../../src/analysis/region-profile.ts';
import {openStudy} from '../../src/analysis/study.ts';
import type {Place} from '../../src/graph/network.ts';
import {asciiNetwork} from '../support/ascii-map.ts';

const place = (name: string, more: Partial<Place>): Place => ({
  osmId: null,
  name,
  altNames: [],
  kind: 'city',
  lon: 119,
  lat: 28,
  population: null,
  populationDate: null,
  province: null,
  ...more,
});

const study = openStudy(asciiNetwork('A--B').network);

test('GDP a head and its share of the province come from what was given, or not at all', () => {
  const rows = regionProfile(study, [
    // 600 亿元 ÷ 1 000 000 persons = 60 000 yuan; ÷ 90 000 = two thirds
    place('甲', {
      population: 1_000_000,
      gdpYi: 600,
      gdpDate: '2019',
      provinceGdpPerHeadYuan: 90_000,
    }),
    place('乙', {population: 1_000_000, gdpYi: 600}),
    place('丙', {population: null, gdpYi: 600, provinceGdpPerHeadYuan: 90_000}),
    place('丁', {population: 0, gdpYi: 600, provinceGdpPerHeadYuan: 90_000}),
    place('戊', {
      province: '某省',
      populationKind: 'registered',
      populationDate: '2020',
      population: 5,
    }),
  ]);
  expect(rows.map((r) => [r.unit, r.gdpPerHeadYuan, r.shareOfProvince])).toEqual([
    ['甲', 60_000, 2 / 3],
    ['乙', 60_000, null],
    ['丙', null, null],
    ['丁', null, null],
    ['戊', null, null],
  ]);
  expect(rows[4]).toMatchObject({
    province: '某省',
    populationKind: 'registered',
    populationDate: '2020',
  });
  expect(rows[0]!.province).toBeNull();
});
