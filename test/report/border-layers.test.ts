import {describe, expect, test} from 'vitest';
import {surveyDeadEnds} from '../../src/analysis/dead-ends/find.ts';
import {permeability} from '../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {rowsToLayers} from '../../src/report/geojson.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {areaOf} from '../support/square-area.ts';

/** Two roads face each other, one goes over, and a road stops at the line. */
const drawn = asciiNetwork(`
  A---------:---------B
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  C-------D : E-------F
  |         :         |
  |         :         |
  |         :         |
  |         :         |
  G---------H         K
`);
const [LON] = drawn.network.borders[0]!.line[0]!;
const network = {
  ...drawn.network,
  areas: [areaOf(4, '甲省', [LON - 1, 27, LON, 29]), areaOf(4, '乙省', [LON, 27, LON + 1, 29])],
};

interface Layer {
  readonly name: string;
  readonly features: readonly {
    readonly geometry: {readonly type: string};
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

const read = (files: Record<string, string>): Map<string, Layer> =>
  new Map(Object.entries(files).map(([name, text]) => [name, JSON.parse(text)]));

const ends = read(rowsToLayers('deadends', surveyDeadEnds(network, {level: 'province'}).rows));
const borders = read(
  rowsToLayers('permeability', permeability(openStudy(network), {level: 'province'}).rows),
);

describe('layers of a border that open in QGIS', () => {
  test('tips, gaps, crossings and border lines with their permeability are all there', () => {
    expect([...ends.keys()]).toEqual(
      expect.arrayContaining(['tips', 'gaps', 'crossings'].map((l) => `deadends-${l}.geojson`)),
    );
    expect([...borders.keys()].sort()).toEqual(
      ['borders', 'crossings', 'cuts', 'gaps'].map((l) => `permeability-${l}.geojson`),
    );
    const [line] = borders.get('permeability-borders.geojson')!.features;
    expect(line!.properties).toMatchObject({
      side_a: '乙省',
      side_b: '甲省',
      crossings_secondary: 1,
      permeability_secondary: expect.any(Number),
      per_100km_secondary: expect.any(Number),
    });
    const [gap] = ends.get('deadends-gaps.geojson')!.features;
    expect(gap!.properties).toMatchObject({kind: 'tip', gap_km: expect.any(Number)});
  });

  test.each([...ends, ...borders])(
    '%s: one kind of geometry, columns of one type each',
    (_, layer) => {
      expect(layer.features.length).toBeGreaterThan(0);
      expect(new Set(layer.features.map(({geometry}) => geometry.type)).size).toBe(1);
      const columns = new Set(layer.features.map(({properties}) => Object.keys(properties).join()));
      expect(columns.size).toBe(1);
      for (const key of Object.keys(layer.features[0]!.properties)) {
        // A name that every reader of tables takes, in any database.
        expect(key).toMatch(/^[a-z][a-z0-9_]{0,30}$/);
        const types = new Set(
          layer.features
            .map(({properties}) => properties[key])
            .filter((value) => value !== null)
            .map((value) => typeof value),
        );
        expect([key, types.size <= 1]).toEqual([key, true]);
        for (const type of types) expect(['string', 'number', 'boolean']).toContain(type);
      }
    },
  );

  test('classes that were not studied have no columns', () => {
    const {properties} = borders.get('permeability-borders.geojson')!.features[0]!;
    expect(Object.keys(properties).filter((key) => /tertiary|unclassified/.test(key))).toEqual([]);
    expect(Object.keys(properties)).toContain('cut_secondary');
  });
});
