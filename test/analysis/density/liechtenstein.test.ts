import {area, booleanPointInPolygon, multiPolygon} from '@turf/turf';
import {beforeAll, describe, expect, test} from 'vitest';
import {density} from '../../../src/analysis/density/density.ts';
import type {DensityRow} from '../../../src/analysis/rows.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {edgeLine} from '../../../src/graph/edge-geometry.ts';
import type {AdminArea, Network} from '../../../src/graph/network.ts';
import {EDGE_CLASSES} from '../../../src/graph/vocabulary.ts';
import {importData, NO_DATA} from '../../import/real-data.ts';

function outlineOf({coordinates}: AdminArea) {
  return multiPolygon(
    coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
  );
}

/** Metres of open public roads of three classes within an outline, in steps of 5 m at most. */
function metresByStep(
  network: Network,
  outline: ReturnType<typeof outlineOf>,
): ReadonlyMap<string, number> {
  const {edges} = network;
  const metres = new Map(['primary', 'secondary', 'tertiary'].map((name) => [name, 0]));
  for (let edge = 0; edge < edges.count; edge++) {
    const roadClass = EDGE_CLASSES[edges.class[edge]!]!;
    const known = metres.get(roadClass);
    const isOpen = edges.status[edge] === 0 && edges.access[edge]! < 2;
    if (known === undefined || !isOpen) continue;
    metres.set(roadClass, known + metresInside(edgeLine(network, edge), outline));
  }
  return metres;
}

function metresInside(line: readonly LonLat[], outline: ReturnType<typeof outlineOf>): number {
  let metres = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const stepM = greatCircleM(a[0], a[1], b[0], b[1]);
    const parts = Math.max(1, Math.ceil(stepM / 5));
    for (let k = 0; k < parts; k++) {
      const t = (k + 0.5) / parts;
      const point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      if (booleanPointInPolygon(point, outline)) metres += stepM / parts;
    }
  }
  return metres;
}

describe.skipIf(NO_DATA)('density of Liechtenstein (needs GUANTONG_DATA)', () => {
  let network: Network;
  let rows: readonly DensityRow[];
  beforeAll(async () => {
    network = await importData('liechtenstein-2015.osm.pbf');
    rows = density(openStudy(network), {adminLevel: 8, bandM: 1000}).rows;
  });

  test('one row for each municipality of the data, as large as Turf finds its outline', () => {
    const areas = network.areas.filter(({level}) => level === 8);
    expect(rows.map(({unit}) => unit).sort()).toEqual(areas.map(({name}) => name).sort());
    expect(rows.length).toBeGreaterThan(5);
    for (const one of areas) {
      const outline = outlineOf(one);
      const {areaKm2} = rows.find((row) => row.unit === one.name)!;
      // Turf's sphere has the equator's radius: 0.2 % more.
      expect(Math.abs(areaKm2 / (area(outline) / 1e6) - 1)).toBeLessThan(0.003);
    }
  });

  test('km by class are those of a count in steps of 5 m, point in polygon by Turf', () => {
    for (const name of ['Vaduz', 'Schaan', 'Balzers']) {
      const municipality = network.areas.find((one) => one.level === 8 && one.name === name)!;
      const row = rows.find(({unit}) => unit === name)!;
      for (const [roadClass, m] of metresByStep(network, outlineOf(municipality))) {
        const found = row.byClass[roadClass]?.km ?? 0;
        // Pairs of one-way roads count for one: the rest of the country has none to speak of.
        expect(found).toBeLessThanOrEqual(m / 1000 + 0.02);
        expect(found).toBeGreaterThanOrEqual((m / 1000) * 0.93 - 0.02);
      }
    }
  });

  test('persons are those of the village of the same name', () => {
    const {population} = network.places.find(({name}) => name === 'Vaduz')!;
    expect(population).toBeGreaterThan(0);
    const vaduz = rows.find(({unit}) => unit === 'Vaduz')!;
    expect(vaduz.population).toBe(population);
    expect(vaduz.kmPer10kPersons).toBeCloseTo((vaduz.km / population!) * 10_000, 3);
  });
});
