import {booleanPointInPolygon, multiPolygon} from '@turf/turf';
import {beforeAll, describe, expect, test} from 'vitest';
import {density} from '../../../src/analysis/density/density.ts';
import type {DensityRow} from '../../../src/analysis/rows.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import {edgeLine} from '../../../src/graph/edge-geometry.ts';
import type {Network} from '../../../src/graph/network.ts';
import {EDGE_CLASSES} from '../../../src/graph/vocabulary.ts';
import {importData, NO_DATA} from '../../import/real-data.ts';

describe.skipIf(NO_DATA)('density of Liechtenstein (needs GUANTONG_DATA)', () => {
  let network: Network;
  let rows: readonly DensityRow[];
  beforeAll(async () => {
    network = await importData('liechtenstein-2015.osm.pbf');
    rows = density(openStudy(network), {adminLevel: 8, bandM: 1000}).rows;
  });

  test('eleven municipalities cover 160 km²', () => {
    expect(rows).toHaveLength(11);
    // Office of Statistics: 160.5 km² in all, Schaan 26.9, Planken 5.3 (rounded).
    expect(rows.reduce((sum, row) => sum + row.areaKm2, 0)).toBeCloseTo(160.4, -0.5);
    const areaOf = (unit: string) => rows.find((row) => row.unit === unit)!.areaKm2;
    expect(Math.abs(areaOf('Schaan') / 26.9 - 1)).toBeLessThan(0.02);
    expect(Math.abs(areaOf('Planken') / 5.3 - 1)).toBeLessThan(0.03);
  });

  test('km by class are those of a count in steps of 5 m, point in polygon by Turf', () => {
    for (const name of ['Vaduz', 'Schaan', 'Balzers']) {
      const area = network.areas.find((one) => one.level === 8 && one.name === name)!;
      const shape = multiPolygon(
        area.coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
      );
      const metres = {primary: 0, secondary: 0, tertiary: 0} as Record<string, number>;
      for (let edge = 0; edge < network.edges.count; edge++) {
        const roadClass = EDGE_CLASSES[network.edges.class[edge]!]!;
        const isOpen = network.edges.status[edge] === 0 && network.edges.access[edge]! < 2;
        if (!(roadClass in metres) || !isOpen) continue;
        const line = edgeLine(network, edge);
        for (let i = 1; i < line.length; i++) {
          const [a, b] = [line[i - 1]!, line[i]!];
          const stepM = greatCircleM(a[0], a[1], b[0], b[1]);
          const parts = Math.max(1, Math.ceil(stepM / 5));
          for (let k = 0; k < parts; k++) {
            const t = (k + 0.5) / parts;
            const point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
            if (booleanPointInPolygon(point, shape)) metres[roadClass]! += stepM / parts;
          }
        }
      }
      const row = rows.find(({unit}) => unit === name)!;
      for (const [roadClass, m] of Object.entries(metres)) {
        const found = row.byClass[roadClass]?.km ?? 0;
        // Pairs of one-way roads count for one: the rest of the country has none to speak of.
        expect(found).toBeLessThanOrEqual(m / 1000 + 0.02);
        expect(found).toBeGreaterThanOrEqual((m / 1000) * 0.93 - 0.02);
      }
    }
  });

  test('persons are those of the village of the same name', () => {
    expect(rows.find(({unit}) => unit === 'Vaduz')).toMatchObject({population: 5229});
    const vaduz = rows.find(({unit}) => unit === 'Vaduz')!;
    expect(vaduz.kmPer10kPersons).toBeCloseTo((vaduz.km / 5229) * 10_000, 3);
  });
});
