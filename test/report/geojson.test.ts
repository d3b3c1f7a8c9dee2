import type {FeatureCollection, Position} from 'geojson';
import {expect, test} from 'vitest';
import {layerGeojson, reportLayers, rowsToGeojson} from '../../src/report/geojson.ts';
import {fixture} from './fixture.ts';

const {provenance} = fixture();
const layers = reportLayers(fixture()).map(
  (layer) => [layer.id, JSON.parse(layerGeojson(layer, provenance)) as FeatureCollection] as const,
);

test('a report has its layers', () => {
  expect(layers.map(([name]) => name)).toEqual([
    'detour-routes',
    'dead-ends',
    'dead-end-roads',
    'dead-end-counterparts',
    'circle-places',
    'circle-reached',
    'circle-areas',
    'projects',
    'project-routes',
    'project-stops',
    'density',
    'permeability-borders',
    'permeability-crossings',
    'permeability-gaps',
    'permeability-cuts',
    'access',
    'gateways',
    'change',
    'borders',
  ]);
});

test.each(layers.filter(([, {features}]) => features.length > 0))(
  '%s follows RFC 7946 and has flat attributes alike in every feature',
  (_, layer) => {
    expect(layer).toMatchObject({type: 'FeatureCollection', schematic: true});
    expect(layer).not.toHaveProperty('crs');
    const keys = Object.keys(layer.features[0]!.properties!).join();
    for (const {type, geometry, properties} of layer.features) {
      expect(type).toBe('Feature');
      expect(Object.keys(properties!).join()).toBe(keys);
      for (const value of Object.values(properties!)) {
        expect(value === null || ['string', 'number', 'boolean'].includes(typeof value)).toBe(true);
      }
      if (geometry === null || geometry.type === 'GeometryCollection') continue;
      for (const [lon, lat] of positionsOf(geometry.coordinates)) {
        expect(Math.abs(lon!)).toBeLessThanOrEqual(180);
        expect(Math.abs(lat!)).toBeLessThanOrEqual(90);
        expect(Number(lon!.toFixed(6))).toBe(lon);
      }
      if (geometry.type === 'LineString') expect(geometry.coordinates.length).toBeGreaterThan(1);
      if (geometry.type !== 'MultiPolygon') continue;
      for (const [outer] of geometry.coordinates) {
        expect(outer!.length).toBeGreaterThan(3);
        expect(outer![0]).toEqual(outer!.at(-1));
        expect(signedArea(outer!)).toBeGreaterThan(0);
      }
    }
  },
);

test('rows of every question become features; a row without a line keeps its attributes', () => {
  const {detour, deadends, circles, score, info} = fixture();
  const of = (text: string) => (JSON.parse(text) as FeatureCollection).features;
  expect(of(rowsToGeojson('detour', detour))).toHaveLength(detour.length);
  expect(of(rowsToGeojson('detour', detour)).at(-1)).toMatchObject({
    geometry: null,
    properties: {to: '洞头岛', reason: 'no-way'},
  });
  // a line each, and the new way of one pair
  expect(of(rowsToGeojson('score', score))).toHaveLength(score.length + 1);
  // points 3 + roads 3 + for the two with a counterpart a gap and a line each + 3 crossings
  expect(of(rowsToGeojson('deadends', deadends))).toHaveLength(3 + 3 + 4 + 3);
  expect(of(rowsToGeojson('circle', circles))).toHaveLength(2 + 2 + 5);
  expect(of(rowsToGeojson('info', [info]))[0]!.geometry!.type).toBe('MultiPolygon');
  expect(of(rowsToGeojson('route', []))).toEqual([]);
});

function positionsOf(coordinates: unknown): Position[] {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number' ? [list as Position] : list.flatMap(positionsOf);
}

function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  }
  return twice / 2;
}
