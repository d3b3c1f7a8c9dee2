import {expect, test} from 'vitest';
import type {Place} from '../../src/graph/network.ts';
import {plannedRoads} from '../../src/scenario/planned-legs.ts';
import type {Project} from '../../src/scenario/project-schema.ts';

const place = (name: string, lon: number): Place => ({
  osmId: 1,
  name,
  altNames: [],
  kind: 'town',
  lon,
  lat: 27.5,
  population: null,
  populationDate: null,
  province: null,
});
const places = [
  place('苍南', 120.4),
  place('泰顺', 119.7),
  place('寿宁', 119.5),
  place('庆元', 119),
];
const fact = <T>(value: T) => ({value, source: 'test'});
const road: Project = {
  id: 'cang-tai',
  name: '苍泰高速',
  mode: 'road',
  status: 'proposed',
  source: 'test',
  corridor: '苍南—泰顺—寿宁—庆元',
  sections: [
    {from: '苍南', to: '泰顺', status: 'construction', constructionStartOn: fact('2022-11-18')},
    {from: '泰顺', to: '寿宁', status: 'open', openedOn: fact('2020-12-22')},
    {from: '寿宁', to: '庆元', lengthKm: fact(60)},
  ],
} as Project;
const statuses = (asOf: number) =>
  plannedRoads({projects: [road]}, places, {asOf}).roads[0]!.legs.map(({status}) => status);

test('each leg has the state of its section on the day', () => {
  expect(statuses(20151231)).toEqual(['planned', 'planned', 'proposed']);
  expect(statuses(20210131)).toEqual(['planned', 'open', 'proposed']);
  expect(statuses(20230101)).toEqual(['construction', 'open', 'proposed']);
});

test('a section’s own length goes before the straight line', () => {
  const {legs} = plannedRoads({projects: [road]}, places, {}).roads[0]!;
  expect(legs[2]).toMatchObject({lengthSource: 'registry'});
  expect(legs[2]!.lengthM).toBeCloseTo(60_000, 6);
  expect(legs[1]).toMatchObject({lengthSource: 'straight'});
});

test('a road of which fewer than two stops are places is told, not guessed; railways take no part', () => {
  const {roads, notPlaced} = plannedRoads(
    {projects: [road, {...road, id: 'rail', mode: 'rail'}]},
    places.slice(0, 1),
    {},
  );
  expect(roads).toEqual([]);
  expect(notPlaced.map(({id}) => id)).toEqual(['planned-road-not-placed']);
});
