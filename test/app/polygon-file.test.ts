import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {readPolygon} from '../../src/app/polygon-file.ts';
import {UserError} from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'guantong-polygon-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function read(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readPolygon(path);
}

const SQUARE = [
  [119, 27],
  [120, 27],
  [120, 28],
];
const POLY =
  'zhe\n1\n  119 27\n 1.20E+02 27.0\n\t120 28\nEND\n!2\n  119.8 27.1\n  119.9 27.1\n  119.9 27.2\nEND\nEND\n';

describe('the polygon an extract was cut with', () => {
  test('.poly: rings, holes too', async () => {
    const rings = await read('a.poly', POLY);
    expect(rings).toEqual([
      SQUARE,
      [
        [119.8, 27.1],
        [119.9, 27.1],
        [119.9, 27.2],
      ],
    ]);
  });

  test.each([
    ['a polygon', {type: 'Polygon', coordinates: [SQUARE]}],
    ['a feature', {type: 'Feature', geometry: {type: 'Polygon', coordinates: [SQUARE]}}],
    [
      'a collection',
      {
        type: 'FeatureCollection',
        features: [{type: 'Feature', geometry: {type: 'MultiPolygon', coordinates: [[SQUARE]]}}],
      },
    ],
  ])('GeoJSON: %s', async (_, json) => {
    expect(await read('a.geojson', JSON.stringify(json))).toEqual([SQUARE]);
  });

  test.each([
    ['a.poly', 'zhe\n1\n 119 27\n 120 north\nEND\nEND\n', /a\.poly, line 4 has a point/],
    ['a.poly', 'zhe\n1\n 119 27\n', /END is missing/],
    ['a.poly', '', /holds no polygon/],
    ['a.geojson', '{"type":"Point","coordinates":[1,2]}', /holds no polygon/],
    ['a.geojson', '{"type":"Polygon"}', /without coordinates/],
    ['a.geojson', '{"type":"Polygon","coordinates":[[[1,95],[2,3],[3,4]]]}', /no longitude/],
    ['a.geojson', 'oops', /neither a \.poly file nor JSON/],
  ])('%s %j is refused', async (name, text, message) => {
    const error = await read(name, text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });
});
