import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import type {FeatureCollection, Geometry, Position} from 'geojson';
import sqlite from 'node-sqlite3-wasm';
import {afterAll, expect, test} from 'vitest';
import {geopackage} from '../../../src/app/geopackage.ts';
import {reportLayers} from '../../../src/report/geojson.ts';
import {geometryBlob, isDrawn} from '../../../src/report/geopackage/geometry-blob.ts';
import {fixture} from '../fixture.ts';
import {readBlob} from './blob-reader.ts';

const result = fixture();
const layers = reportLayers(result);
const bytes = geopackage(layers, result.provenance);
const folder = mkdtempSync(join(tmpdir(), 'guantong-gpkg-'));
const path = join(folder, 'layers.gpkg');
writeFileSync(path, bytes);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const all = (sql: string): Record<string, unknown>[] => {
  const database = new sqlite.Database(path, {readOnly: true});
  try {
    return database.all(sql) as Record<string, unknown>[];
  } finally {
    database.close();
  }
};
const tableName = (id: string): string => id.replaceAll('-', '_');

test('it is a GeoPackage 1.3 without a fault of its own', () => {
  expect(Buffer.from(bytes.subarray(68, 72)).toString()).toBe('GPKG');
  expect(all('PRAGMA user_version')).toEqual([{user_version: 10300}]);
  expect(all('PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}]);
  expect(all('PRAGMA foreign_key_check')).toEqual([]);
  expect(
    all('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id').map((r) => r['srs_id']),
  ).toEqual([-1, 0, 4326]);
});

test('every layer is a table with all its features, named in both languages', () => {
  const contents = all('SELECT * FROM gpkg_contents ORDER BY rowid');
  expect(contents.map((c) => c['table_name'])).toEqual(layers.map(({id}) => tableName(id)));
  expect(contents[1]!['identifier']).toBe('断头点 / Dead ends');
  for (const {id, features} of layers) {
    const rows = all(`SELECT * FROM "${tableName(id)}" ORDER BY fid`);
    expect(rows, id).toHaveLength(features.length);
    for (const [i, {geometry, properties}] of features.entries()) {
      const {fid, geom, ...attributes} = rows[i]!;
      expect(fid).toBe(i + 1);
      const flags = Object.entries(properties).map(([k, v]) => [
        k,
        typeof v === 'boolean' ? Number(v) : v,
      ]);
      expect(attributes, id).toEqual(Object.fromEntries(flags));
      if (geometry === null || !isDrawn(geometry)) expect(geom).toBeNull();
      else expect(readBlob(geom as Uint8Array).coordinates).toEqual(geometry.coordinates);
    }
  }
});

test('columns are typed, and called in both languages with their unit', () => {
  const types = Object.fromEntries(
    all('PRAGMA table_info(detour_routes)').map((c) => [c['name'], c['type']]),
  );
  expect(types).toMatchObject({
    fid: 'INTEGER',
    geom: 'LINESTRING',
    from: 'TEXT',
    straight_km: 'REAL',
    crosses_border: 'BOOLEAN',
  });
  const titles = all(
    "SELECT column_name, title FROM gpkg_data_columns WHERE table_name = 'detour_routes'",
  );
  expect(titles.find((t) => t['column_name'] === 'straight_km')!['title']).toBe(
    '直线距离 / straight line (km)',
  );
});

test('the box and the day of a layer are those of its data, not of the clock', () => {
  const [borders] = all("SELECT * FROM gpkg_contents WHERE table_name = 'borders'");
  const positions = result.map.borders.flatMap(({line}) => line);
  expect(borders!['min_x']).toBe(Math.min(...positions.map(([lon]) => lon)));
  expect(borders!['max_y']).toBe(Math.max(...positions.map(([, lat]) => lat)));
  const day = result.provenance.asOf ?? result.provenance.dataDate;
  expect(borders!['last_change']).toBe(`${day}T00:00:00.000Z`);
  expect(borders!['description']).toContain('opendatacommons.org');
  expect(Buffer.from(geopackage(reportLayers(fixture()), result.provenance)).equals(bytes)).toBe(
    true,
  );
});

test('a layer without features, and one of mixed geometries, are written all the same', () => {
  const mixed = [
    {id: 'empty', features: []},
    {
      id: 'mixed',
      features: [
        {geometry: {type: 'Point' as const, coordinates: [1, 2]}, properties: {a: 1, "o'x": 'y'}},
        {geometry: null, properties: {a: 'one', "o'x": null}},
        {
          geometry: {
            type: 'LineString' as const,
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
          properties: {a: true, "o'x": '); DROP TABLE gpkg_contents; --'},
        },
      ],
    },
  ];
  writeFileSync(path, geopackage(mixed, result.provenance));
  expect(all('SELECT geometry_type_name AS t FROM gpkg_geometry_columns')).toEqual([
    {t: 'GEOMETRY'},
    {t: 'GEOMETRY'},
  ]);
  expect(all('SELECT a, "o\'x" AS b FROM mixed')).toEqual([
    {a: '1', b: 'y'},
    {a: 'one', b: null},
    {a: 'true', b: '); DROP TABLE gpkg_contents; --'},
  ]);
  writeFileSync(path, bytes);
});

const at: fc.Arbitrary<Position> = fc.tuple(
  fc.double({min: -180, max: 180, noNaN: true}),
  fc.double({min: -90, max: 90, noNaN: true}),
);
const line = fc.array(at, {minLength: 2, maxLength: 8});
const rings = fc.array(line, {minLength: 1, maxLength: 3});
const geometry = fc.oneof<fc.Arbitrary<Geometry>[]>(
  fc.record({type: fc.constant('Point'), coordinates: at}),
  fc.record({type: fc.constant('LineString'), coordinates: line}),
  fc.record({type: fc.constant('Polygon'), coordinates: rings}),
  fc.record({type: fc.constant('MultiPoint'), coordinates: line}),
  fc.record({type: fc.constant('MultiLineString'), coordinates: rings}),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(rings, {minLength: 1, maxLength: 3}),
  }),
);

test('any geometry comes back from its blob as it went in, inside its envelope', () => {
  fc.assert(
    fc.property(geometry, (one) => {
      if (!isDrawn(one)) throw new Error('not drawn');
      const back = readBlob(geometryBlob(one));
      expect(back.coordinates).toEqual(one.coordinates);
      expect(back.srsId).toBe(4326);
      const flat = (one.coordinates as unknown[]).flat(4) as number[];
      const xs = flat.filter((_, i) => i % 2 === 0);
      const ys = flat.filter((_, i) => i % 2 === 1);
      expect(back.envelope).toEqual([
        Math.min(...xs),
        Math.max(...xs),
        Math.min(...ys),
        Math.max(...ys),
      ]);
    }),
  );
});

const gdal = ['ogrinfo', 'ogr2ogr'].every((tool) => spawnSync(tool, ['--version']).status === 0);

test.skipIf(!gdal)(`GDAL reads every layer (${gdal ? 'it is here' : 'needs gdal-bin'})`, () => {
  const summary = spawnSync('ogrinfo', ['-ro', '-al', '-so', path], {encoding: 'utf8'});
  expect(summary.stderr).toBe('');
  expect(summary.stdout.match(/Geometry Column = geom/g)).toHaveLength(layers.length);
  expect(summary.stdout.match(/GEOGCRS\["WGS 84"/g)).toHaveLength(layers.length);
  expect(summary.stdout).not.toContain('gpkg_');
  for (const {id, features} of layers) {
    const args = ['-f', 'GeoJSON', '/vsistdout/', path, tableName(id)];
    const ran = spawnSync('ogr2ogr', args, {encoding: 'utf8', maxBuffer: 1 << 27});
    expect(ran.stderr, id).toBe('');
    const read = (JSON.parse(ran.stdout) as FeatureCollection).features;
    expect(
      read.map(({geometry}) => geometry),
      id,
    ).toEqual(features.map((f) => f.geometry));
    expect(
      read.map(({properties}) => properties),
      id,
    ).toEqual(features.map((f) => f.properties));
  }
});
