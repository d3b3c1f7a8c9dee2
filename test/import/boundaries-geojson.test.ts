import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {unitFinder} from '../../src/graph/units.ts';
import {drawn} from './draw-osm.ts';

const ROAD = {highway: 'primary'};
/** A square of 1 km cells at the map's origin, columns from west, rows from north. */
const CELL_LAT = 1 / 111.195;
const CELL_LON = CELL_LAT / Math.cos((28 * Math.PI) / 180);
const at = (x: number, y: number): [number, number] => [119 + x * CELL_LON, 28 - y * CELL_LAT];
const box = (x0: number, y0: number, x1: number, y1: number) => [
  at(x0, y0),
  at(x0, y1),
  at(x1, y1),
  at(x1, y0),
  at(x0, y0),
];
const feature = (geometry: object, properties: object) => ({type: 'Feature', geometry, properties});
const polygon = (ring: unknown, properties: object) =>
  feature({type: 'Polygon', coordinates: [ring]}, properties);
const file = (...features: unknown[]) => JSON.stringify({type: 'FeatureCollection', features});

const MAP = `
  A-----B-----C
  |  P  |  Q  |
  D-----E-----F
`;
const imported = (text: string, more: Parameters<typeof drawn>[1] = {ways: {}}) =>
  drawn(
    MAP,
    {marginKm: 0, ...more, ways: {PQ: ROAD, ...more.ways}},
    {borderFile: {name: 'b.geojson', text}},
  );

const west = polygon(box(0, 0, 6, 2), {admin_level: 4, name: '西省'});
const east = polygon(box(6, 0, 12, 2), {level: '4', name: '东省'});

describe('borders from a GeoJSON', () => {
  test('polygons become areas; an outline shared by two is one line with both names', async () => {
    const network = await imported(file(west, east));
    expect(network.areas.map(({name, level, osmId}) => [name, level, osmId])).toEqual([
      ['西省', 4, null],
      ['东省', 4, null],
    ]);
    expect(network.borders.map(({sides}) => sides).sort()).toEqual([
      ['东省'],
      ['东省', '西省'],
      ['西省'],
    ]);
    expect(unitFinder(network).units.map(({name}) => name)).toEqual(['', '西省', '东省']);
    expect(network.ledger.find(({reason}) => reason === 'borders-from-file')?.count).toBe(2);
  });

  test('prefecture and county outlines along a provincial one make no line of their own', async () => {
    const network = await imported(
      file(
        west,
        east,
        polygon(box(0, 0, 6, 2), {admin_level: 5, name: '西市', province: '西省'}),
        polygon(box(6, 0, 12, 2), {admin_level: 5, name: '东市'}),
      ),
    );
    expect(network.borders.every(({level}) => level === 4)).toBe(true);
    const shared = network.borders.filter(({sides}) => sides.length === 2);
    expect(shared).toHaveLength(1);
    const hands = [shared[0]!.left, shared[0]!.right];
    expect(hands).toContainEqual({4: '西省', 5: '西市'});
    expect(hands).toContainEqual({4: '东省', 5: '东市'});
    expect(network.areas.map(({province}) => province)).toEqual(['西省', '东省', '西省', '东省']);
  });

  test('lines part the extract, and may name what lies on their hands', async () => {
    const line = {type: 'MultiLineString', coordinates: [[at(6, 0), at(6, 2)]]};
    const network = await imported(
      file(feature(line, {admin_level: 4, left: '东省', right: '西省'})),
    );
    expect(network.borders).toMatchObject([
      {level: 4, sides: ['东省', '西省'], left: {4: '东省'}, right: {4: '西省'}, osmWayIds: []},
    ]);
    expect(network.areas).toHaveLength(2);
  });

  test('maritime lines are no borders', async () => {
    const line = {type: 'LineString', coordinates: [at(6, 0), at(6, 2)]};
    const network = await imported(file(feature(line, {admin_level: 4, maritime: 1})));
    expect(network.borders).toEqual([]);
    expect(network.areas).toHaveLength(2);
  });

  test('the file takes the place of the extract at its levels, and of no other', async () => {
    const tags = (level: string) => ({boundary: 'administrative', admin_level: level});
    const network = await imported(file(west, east), {
      ways: {BE: tags('4'), 'A B C': tags('6')},
    });
    expect(
      network.borders.flatMap(({level, osmWayIds}) => osmWayIds.map((id) => [id, level])),
    ).toEqual([[3, 6]]);
  });
});

describe('a fault is one sentence with the place of it', () => {
  const line = {type: 'LineString', coordinates: [at(0, 0), at(1, 1)]};
  test.each([
    ['no JSON', '{', /b\.geojson: this is no JSON/],
    ['a list', '[]', /no GeoJSON object/],
    ['nothing in it', file(), /there is no boundary in it/],
    [
      'not WGS84',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: {properties: {name: 'EPSG:4547'}},
        features: [west],
      }),
      /EPSG:4547.*not in WGS84/,
    ],
    [
      'a point',
      file(west, feature({type: 'Point', coordinates: [1, 2]}, {admin_level: 4})),
      /feature 2 is a "Point"/,
    ],
    [
      'no geometry',
      file({type: 'Feature', geometry: null, properties: {admin_level: 4}}),
      /feature 1 has no geometry/,
    ],
    ['no feature', file(7), /feature 1 is no GeoJSON Feature/],
    ['no level', file(feature(line, {})), /feature 1 has no "admin_level"/],
    [
      'a strange level',
      file(feature(line, {admin_level: '省'})),
      /"admin_level" "省", which is not one of 2 to 6/,
    ],
    ['a level of villages', file(feature(line, {admin_level: 8})), /"admin_level" 8/],
    [
      'an area without name',
      file(polygon(box(0, 0, 1, 1), {admin_level: 4})),
      /area without a "name"/,
    ],
    [
      'a name that is a number',
      file(polygon(box(0, 0, 1, 1), {admin_level: 4, name: 5})),
      /"name" that is no text/,
    ],
    [
      'an open ring',
      file(polygon(box(0, 0, 1, 1).slice(0, 4), {admin_level: 4, name: 'x'})),
      /ring that does not close/,
    ],
    [
      'a short ring',
      file(polygon([at(0, 0), at(1, 1), at(0, 0)], {admin_level: 4, name: 'x'})),
      /fewer than four/,
    ],
    [
      'a line of one point',
      file(feature({type: 'LineString', coordinates: [at(0, 0)]}, {admin_level: 4})),
      /line of one point/,
    ],
    [
      'metres',
      file(
        feature(
          {
            type: 'LineString',
            coordinates: [
              [500000, 3000000],
              [1, 1],
            ],
          },
          {admin_level: 4},
        ),
      ),
      /500000, 3000000, which is not on Earth/,
    ],
    [
      'text for numbers',
      file(
        feature(
          {
            type: 'LineString',
            coordinates: [
              ['a', 'b'],
              [1, 1],
            ],
          },
          {admin_level: 4},
        ),
      ),
      /no lon, lat/,
    ],
    [
      'no coordinates',
      file(feature({type: 'LineString'}, {admin_level: 4})),
      /coordinates that are no "LineString"/,
    ],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, /b\.geojson: this is no/],
    [
      'deep nesting for a position',
      file(feature({type: 'LineString', coordinates: ['@']}, {admin_level: 4})).replace(
        '"@"',
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      ),
      /position \[object, undefined\] that is no lon, lat/,
    ],
  ])('%s', async (_, text, message) => {
    const error = await imported(text).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
    expect((error as UserError).message).not.toContain('\n');
    expect((error as UserError).hint).toContain('GeoJSON');
  });
});
