import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {circle} from '../../../src/analysis/circle.ts';
import {joinProject} from '../../../src/analysis/join-project.ts';
import {CELL_TO_ROAD_M} from '../../../src/analysis/place-cells.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {milliOf, type PopulationCells} from '../../../src/geo/population-cells.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {plannedRoad} from '../../support/planned-road.ts';

/** A and B by 30 km at 40 km/h; E and F on a road of their own. One character is a kilometre. */
const MAP = `
  A-----------------------------B


  E----F`;

function cellsOf(list: readonly (readonly [number, number, number])[]): PopulationCells {
  return {
    name: 'grid',
    count: list.length,
    lon: Float64Array.from(list, ([lon]) => lon),
    lat: Float64Array.from(list, ([, lat]) => lat),
    milli: Float64Array.from(list, ([, , persons]) => milliOf(persons)),
    vintage: new Uint16Array(list.length),
    vintages: [{date: '2020', kind: 'resident'}],
  };
}

function drawn() {
  const {network, lonLat} = asciiNetwork(MAP);
  const study = openStudy(network, {profile: FREE_FLOW});
  return {study, a: placeAt('A', lonLat('A')), b: placeAt('B', lonLat('B')), lonLat};
}

describe('people of a population file', () => {
  test('by hand: at the door, an hour off, on no road, far from any', () => {
    const {study, a, lonLat} = drawn();
    const [lon, lat] = lonLat('A');
    const population = cellsOf([
      [lon, lat + 0.001, 100.25],
      [...lonLat('B'), 40],
      [lon, lat + 1, 7], // some 111 km north
    ]);
    // 30 km at 40 km/h are 45 minutes.
    const ask = (minutes: number) =>
      circle(study, a, {minutes, mode: 'road', places: [], population}).rows[0]!.cells;
    const rest = {noWay: 0, farFromRoad: 7, total: 147.25};
    expect(ask(44)).toEqual({inside: 100.25, beyond: 40, ...rest});
    expect(ask(46)).toEqual({inside: 140.25, beyond: 0, ...rest});
  });

  test('a cell has the time of its nearest road of the main component, within the stated limit', () => {
    const {study, a, b, lonLat} = drawn();
    const [lon, lat] = lonLat('B');
    // One degree of latitude is 111.195 km on the sphere used.
    const off = (m: number): number => lat + m / 111_195;
    const population = cellsOf([
      [lon, off(CELL_TO_ROAD_M - 50), 1],
      [lon, off(CELL_TO_ROAD_M + 50), 10],
    ]);
    const {cells} = circle(study, a, {minutes: 60, mode: 'road', places: [b], population}).rows[0]!;
    expect(cells).toEqual({inside: 1, beyond: 0, noWay: 0, farFromRoad: 10, total: 11});
  });

  test('everybody is counted once, provinces add up, more time and projects only add people', () => {
    const {study, a, b} = drawn();
    const cell = fc.tuple(
      fc.double({min: 118.9, max: 119.45, noNaN: true}),
      fc.double({min: 27.85, max: 28.15, noNaN: true}),
      fc.double({min: 0, max: 5000, noNaN: true}),
    );
    fc.assert(
      fc.property(
        fc.array(cell, {minLength: 1, maxLength: 60}),
        fc.integer({min: 1, max: 50}),
        fc.integer({min: 1, max: 50}),
        fc.integer({min: 30, max: 200}),
        (list, m1, m2, speedKph) => {
          const population = cellsOf(list);
          const link = joinProject(study, plannedRoad('link', [a, b], {speedKph}));
          const {rows} = circle(study, a, {
            minutes: [m1, m2],
            mode: 'road',
            places: [a, b],
            projects: [link],
            population,
          });
          const everybody = list.reduce((sum, [, , persons]) => sum + milliOf(persons), 0) / 1000;
          for (const row of rows) {
            for (const extent of [row, row.after!]) {
              const {inside, beyond, noWay, farFromRoad, total} = extent.cells!;
              expect(total).toBeCloseTo(everybody, 6);
              expect(inside + beyond + noWay + farFromRoad).toBeCloseTo(total, 6);
              const shares = Object.values(extent.byProvince).map((s) => s.cellPersons!);
              expect(shares.reduce((sum, n) => sum + n, 0)).toBeCloseTo(inside, 6);
            }
            expect(row.after!.cells!.inside).toBeGreaterThanOrEqual(row.cells!.inside);
          }
          const [small, large] = [rows[0]!, rows[rows.length - 1]!];
          expect(large.cells!.inside).toBeGreaterThanOrEqual(small.cells!.inside);
        },
      ),
      {numRuns: 60},
    );
  });

  test('a cell is inside when a place on the same spot is', () => {
    const {study, a, b} = drawn();
    fc.assert(
      fc.property(
        fc.double({min: 118.95, max: 119.4, noNaN: true}),
        fc.double({min: 27.96, max: 28.04, noNaN: true}),
        fc.integer({min: 1, max: 60}),
        (lon, lat, minutes) => {
          const spot = placeAt('spot', [lon, lat]);
          const row = circle(study, a, {
            minutes,
            mode: 'road',
            places: [spot, b],
            population: cellsOf([[lon, lat, 1]]),
          }).rows[0]!;
          const {inside, farFromRoad} = row.cells!;
          if (farFromRoad > 0) return;
          expect(inside > 0).toBe(row.places.some((p) => p.place === 'spot'));
        },
      ),
      {numRuns: 100},
    );
  });

  test('the assumption names the file, its people, their year and kind, and the limit', () => {
    const {study, a, lonLat} = drawn();
    const {assumptions} = circle(study, a, {
      minutes: 60,
      mode: 'road',
      places: [],
      population: cellsOf([[...lonLat('B'), 1234]]),
    });
    const said = assumptions.find((s) => s.id === 'population-cells')!;
    expect(said.zh).toMatch(/grid.*2020、常住 1,234 人.*5 公里/);
    expect(said.en).toMatch(/grid.*1,234 persons of 2020, residents.*5 km/);
  });
});
