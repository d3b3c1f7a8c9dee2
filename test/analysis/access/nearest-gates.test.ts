import {expect, test} from 'vitest';
import {access} from '../../../src/analysis/access.ts';
import {gateways} from '../../../src/analysis/gateways.ts';
import type {PlaceGatewayRow} from '../../../src/analysis/rows.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';

/** Two ports at the ends of a road, an airport in the middle; 40 km/h, a kilometre a character: 1.5 min/km. */
const {network, lonLat} = asciiNetwork('P-----A---------F----B-C--------------------Q');
const gates = [
  placeAt('东港', lonLat('Q'), {kind: 'port'}),
  placeAt('西港', lonLat('P'), {kind: 'port'}),
  placeAt('机场', lonLat('F'), {kind: 'airport'}),
];
const towns = [
  placeAt('甲', lonLat('A'), {population: 100}),
  placeAt('乙', lonLat('B'), {population: 200}),
  placeAt('岛', [lonLat('Q')[0] + 3, lonLat('Q')[1]], {population: 1}),
];
const study = openStudy(network, {profile: FREE_FLOW});
const all = [...towns, ...gates];

test('every row names the first gateway of each kind with its minutes, by hand', () => {
  const {rows, warnings} = access(study, {places: towns, mode: 'road', gateways: all});
  // A lies 6 km from P and 10 from F; B 21 from P, 23 from Q, 5 from F: the minutes are 1.5 a kilometre
  const shown = rows.map(({gateways: of}) =>
    of!.map(({kind, gateway, timeS}) => [kind, gateway, timeS && Math.round(timeS / 6) / 10]),
  );
  expect(shown).toEqual([
    [
      ['airport', '机场', 15],
      ['port', '西港', 9],
    ],
    [
      ['airport', '机场', 7.5],
      ['port', '西港', 31.5],
    ],
    [
      ['airport', null, null],
      ['port', null, null],
    ],
  ]);
  expect(warnings.filter(({id}) => id === 'no-gateway')).toHaveLength(2);
});

test('the same as the command gateways tells of the first, and nothing where none are asked for', () => {
  const {rows} = access(study, {places: towns, mode: 'road', gateways: all});
  const told = gateways(study, {
    kinds: ['port', 'airport'],
    places: all,
    mode: 'road',
    minutes: 60,
  }).rows.filter((row): row is PlaceGatewayRow => row.row === 'place');
  for (const {place, first, kind: wanted} of told) {
    const own = rows
      .find((row) => row.place === place)!
      .gateways!.find(({kind}) => kind === wanted)!;
    expect([own.gateway, own.timeS]).toEqual([first?.gateway ?? null, first?.timeS ?? null]);
  }
  expect(access(study, {places: towns, mode: 'road'}).rows[0]).not.toHaveProperty('gateways');
});
