import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {gateways} from '../../src/analysis/gateways.ts';
import {joinProject} from '../../src/analysis/join-project.ts';
import type {CatchmentRow, GatewayRow, PlaceGatewayRow} from '../../src/analysis/rows.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';
import {plannedRoad} from '../support/planned-road.ts';

/** Two ports at the ends of a road, towns between them; 40 km/h, a kilometre a character: 1.5 min/km. */
const MAP = 'P-----A--------------B-C--------------------Q';

const isPlace = (row: GatewayRow): row is PlaceGatewayRow => row.row === 'place';
const isCatchment = (row: GatewayRow): row is CatchmentRow => row.row === 'catchment';

function drawn() {
  const {network, lonLat} = asciiNetwork(MAP);
  const study = openStudy(network, {profile: FREE_FLOW});
  const places = [
    placeAt('东港', lonLat('Q'), {kind: 'port'}),
    placeAt('西港', lonLat('P'), {kind: 'port'}),
    placeAt('甲', lonLat('A'), {population: 100, province: '甲省'}),
    placeAt('乙', lonLat('B'), {population: 200, province: '甲省'}),
    placeAt('丙', lonLat('C'), {population: 400, province: '乙省'}),
  ];
  return {study, places, lonLat};
}

describe('gateways', () => {
  test('who goes where first, by hand', () => {
    const {study, places} = drawn();
    const {rows} = gateways(study, {kinds: ['port'], places, mode: 'road', minutes: 35});
    // A: 6 km from P, 38 from Q; B: 21 and 23; C: 23 and 21: minutes are 1.5 a kilometre.
    expect(rows.filter(isPlace).map((r) => [r.place, r.first?.gateway, r.leadS! / 60])).toEqual([
      ['甲', '西港', expect.closeTo(48, 1)],
      ['乙', '西港', expect.closeTo(3, 1)],
      ['丙', '东港', expect.closeTo(3, 1)],
    ]);
    expect(rows.filter(isPlace).map((r) => r.contested)).toEqual([false, true, true]);
    expect(rows.filter(isPlace).map((r) => r.within)).toEqual([
      ['西港'],
      ['西港', '东港'],
      ['东港', '西港'],
    ]);
    const [west, east] = rows.filter(isCatchment);
    expect(west).toMatchObject({
      gateway: '西港',
      places: ['甲', '乙'],
      population: 300,
      byProvince: {甲省: {places: 2, population: 300}},
      contested: ['乙'],
      withinPlaces: ['甲', '乙', '丙'],
      withinPopulation: 700,
    });
    expect(east).toMatchObject({places: ['丙'], population: 400, contested: ['丙']});
  });

  test('catchments part the places: everybody in one, whatever the cutoff', () => {
    const {study, places} = drawn();
    fc.assert(
      fc.property(fc.integer({min: 1, max: 600}), (minutes) => {
        const {rows} = gateways(study, {kinds: ['port'], places, mode: 'road', minutes});
        const all = rows.filter(isCatchment).flatMap((r) => r.places);
        expect(all.sort()).toEqual(['丙', '乙', '甲']);
        for (const row of rows.filter(isPlace)) {
          const near = [row.first!, row.second!].filter(({timeS}) => timeS <= minutes * 60);
          expect(row.within).toEqual(near.map(({gateway}) => gateway));
        }
      }),
      {numRuns: 20},
    );
  });

  test('with a project a place may go to another port, and never later than today', () => {
    const {study, places} = drawn();
    const [east, , , b] = places;
    const link = joinProject(study, plannedRoad('link', [b!, east!], {speedKph: 120}));
    const {rows} = gateways(study, {
      kinds: ['port'],
      places,
      mode: 'road',
      minutes: 35,
      projects: [link],
    });
    const row = rows.filter(isPlace).find((r) => r.place === '乙')!;
    expect(row.first!.gateway).toBe('西港');
    expect(row.firstAfter!.gateway).toBe('东港');
    for (const r of rows.filter(isPlace)) {
      expect(r.firstAfter!.timeS).toBeLessThanOrEqual(r.first!.timeS);
    }
  });

  test('stations of a planned railway are gateways afterwards, high-speed ones from 200 km/h on', () => {
    const {study, places, lonLat} = drawn();
    const stops = [placeAt('甲东站', lonLat('A')), placeAt('丙站', lonLat('C'))];
    const rail = (speedKph: number) =>
      joinProject(study, plannedRoad('新线', stops, {mode: 'rail', speedKph}));
    const asked = (speedKph: number) =>
      gateways(study, {
        kinds: ['hsr'],
        places,
        mode: 'road',
        minutes: 35,
        projects: [rail(speedKph)],
      });
    const {rows, assumptions, warnings} = asked(200);
    // none today: both towns on a stop are there at once, the one 2 km off takes 3 minutes
    expect(warnings.map(({id}) => id)).toContain('no-gateway');
    const told = rows.filter(isPlace).map((r) => [r.place, r.first, r.firstAfter?.gateway]);
    expect(told).toEqual([
      ['东港', null, '丙站'],
      ['西港', null, '甲东站'],
      ['甲', null, '甲东站'],
      ['乙', null, '丙站'],
      ['丙', null, '丙站'],
    ]);
    expect(rows.filter(isPlace)[3]!.firstAfter!.timeS / 60).toBeCloseTo(3, 1);
    expect(rows.filter(isPlace)[0]!.reason).toBe('no-gateway-today');
    const stations = rows
      .filter(isCatchment)
      .map((r) => [r.gateway, r.project, r.places, r.placesAfter]);
    expect(stations).toEqual([
      ['甲东站', '新线', [], ['西港', '甲']],
      ['丙站', '新线', [], ['东港', '乙', '丙']],
    ]);
    expect(assumptions.find(({id}) => id === 'planned-gates')!.zh).toContain('甲东站、丙站');
    expect(asked(160).rows).toEqual([]);
  });

  test('a stop that is a gateway of today adds none', () => {
    const {study, places, lonLat} = drawn();
    const today = placeAt('丙', lonLat('C'), {kind: 'hsr'});
    const stops = [placeAt('甲站', lonLat('A')), placeAt('丙站', lonLat('B'))];
    const project = joinProject(study, plannedRoad('新线', stops, {mode: 'rail', speedKph: 350}));
    const ask = {
      kinds: ['hsr'] as const,
      places: [...places, today],
      mode: 'road' as const,
      minutes: 35,
    };
    const {rows} = gateways(study, {...ask, projects: [project]});
    expect(rows.filter(isCatchment).map((r) => [r.gateway, r.project])).toEqual([
      ['丙', undefined],
      ['甲站', '新线'],
    ]);
    expect(gateways(study, ask).rows.some((row) => isCatchment(row) && row.placesAfter)).toBe(
      false,
    );
  });

  test('no gateway of a kind is a sentence, one at sea is a reason', () => {
    const {study, places} = drawn();
    const none = gateways(study, {kinds: ['airport'], places, mode: 'road', minutes: 60});
    expect(none.rows).toEqual([]);
    expect(none.warnings.map((w) => w.id)).toEqual(['no-gateway']);
    const sea = placeAt('海港', [125, 20], {kind: 'port'});
    const {rows} = gateways(study, {
      kinds: ['port'],
      places: [sea, ...places.slice(2)],
      mode: 'road',
      minutes: 60,
    });
    expect(rows.filter(isCatchment)[0]).toMatchObject({
      places: [],
      population: null,
      reason: 'no-road-near:海港',
    });
    expect(rows.filter(isPlace).map((r) => [r.first, r.reason])).toEqual([
      [null, 'no-way'],
      [null, 'no-way'],
      [null, 'no-way'],
    ]);
  });
});
