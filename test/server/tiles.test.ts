import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import {expect, test} from 'vitest';
import {makeServer} from '../../src/server/make-server.ts';
import {tileMaker} from '../../src/server/tiles.ts';
import {stubDesk} from './stub-desk.ts';

/** Reads a tile with the reader of the map's own library. */
async function layersAt(z: number, x: number, y: number) {
  const make = tileMaker(await stubDesk().layers(undefined));
  return new VectorTile(new PbfReader(make(z, x, y)!)).layers;
}

/** Tile of a position, by the formula of web maps. */
function tileOf(lon: number, lat: number, z: number): [number, number] {
  const rad = (lat * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2;
  return [Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)];
}

test('a road lies in the tile where it is, with its properties as they are', async () => {
  const [x, y] = tileOf(119.5, 28.5, 7);
  const {road} = await layersAt(7, x, y);
  expect(road!.length).toBe(1);
  expect(road!.feature(0).properties).toEqual({
    class: 'motorway',
    name: '<img src=x onerror=alert(1)>',
  });
  const {geometry} = road!.feature(0).toGeoJSON(x, y, 7);
  expect(geometry.type).toBe('LineString');
  const [lon, lat] = (geometry as GeoJSON.LineString).coordinates[0]!;
  expect(lon).toBeCloseTo(119, 2);
  expect(lat).toBeCloseTo(28, 2);
});

test('lesser roads come with the zoom, in the same layer', async () => {
  const [x, y] = tileOf(119.02, 28.02, 9);
  const {road} = await layersAt(9, x, y);
  expect(road!.length).toBe(2);
});

test('a tile of the sea is empty, an address outside the world is none', async () => {
  expect(await layersAt(7, 0, 0)).toEqual({});
  const make = tileMaker(await stubDesk().layers(undefined));
  for (const [z, x, y] of [
    [-1, 0, 0],
    [15, 0, 0],
    [3, 8, 0],
    [3, 0, -1],
    [3.5, 0, 0],
    [Number.NaN, 0, 0],
  ])
    expect(make(z!, x!, y!)).toBeNull();
});

test('over the server: pbf by address, 404 for what is no tile', async () => {
  const app = makeServer({desk: stubDesk(), page: new Map(), hosts: null, token: null});
  const ok = await app.request('http://localhost/tiles/0/0/0.pbf');
  expect(ok.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
  for (const path of [
    '/tiles/0/0/0.png',
    '/tiles/0/1/0.pbf',
    '/tiles/x/0/0.pbf',
    '/tiles/0/0/0.pbf?asOf=2020-1',
  ])
    expect((await app.request(`http://localhost${path}`)).status, path).toBe(404);
});
