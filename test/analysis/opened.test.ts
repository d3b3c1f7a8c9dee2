import {expect, test} from 'vitest';
import {opened} from '../../src/analysis/opened.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** A and B are 21 km apart by a road of 2020; round by C and D it is 41 km. E–F opened later still. */
const MAP = `
  A--------------------B
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  C--------------------D   E---F`;

function drawn(dated: boolean) {
  const {network, lonLat} = asciiNetwork(MAP, {
    default: {maxspeedKph: 60},
    edges: dated
      ? {AB: {class: 'trunk', openedOn: 20200701}, EF: {class: 'trunk', openedOn: 20250101}}
      : {},
  });
  const places = [
    placeAt('A', lonLat('A'), {population: 3000}),
    placeAt('B', lonLat('B'), {population: 1000}),
  ];
  const on = (asOf: number) => openStudy(network, {asOf, profile: FREE_FLOW});
  return {places, on};
}

test('a road opened between two days: both times, km and person-seconds by hand', () => {
  const {places, on} = drawn(true);
  const answer = opened(on(20191231), on(20211231), {places, mode: 'road'});
  const [row] = answer.rows;
  expect(row!.beforeS! / 60).toBeCloseTo(41, 0);
  expect(row!.afterS! / 60).toBeCloseTo(21, 0);
  expect(row!.savedS).toBeCloseTo(row!.beforeS! - row!.afterS!, 6);
  // two ways, each with P_A·P_B ÷ ΣP = 3000 · 1000 ÷ 4000 = 750 persons
  expect(answer.parameters['benefitPersonS']).toBe(Math.round(2 * 750 * row!.savedS!));
  expect(answer.parameters['openedKm']).toEqual({trunk: 21});
});

test('nothing opened in between: nothing saved', () => {
  const {places, on} = drawn(true);
  const answer = opened(on(20210101), on(20211231), {places, mode: 'best'});
  expect(answer.rows[0]!.savedS).toBe(0);
  expect(answer.parameters['benefitPersonS']).toBe(0);
  expect(answer.parameters['openedKm']).toEqual({});
});

test('a network that does not tell its past says so', () => {
  const {places, on} = drawn(false);
  const {warnings} = opened(on(20191231), on(20211231), {places, mode: 'road'});
  expect(warnings.map(({id}) => id)).toContain('network-without-dates');
});
