import {VectorTile} from '@mapbox/vector-tile';
import fc from 'fast-check';
import {PbfReader} from 'pbf';
import {describe, expect, test} from 'vitest';
import {clipSegment} from '../../src/app/desk/tiles/clip-segment.ts';
import {mapColumns, worldX, worldY} from '../../src/app/desk/tiles/map-columns.ts';
import {EXTENT, tileLines} from '../../src/app/desk/tiles/tile-lines.ts';
import {makeServer} from '../../src/server/make-server.ts';
import {tiles} from '../../src/server/tiles.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {stubColumns, stubDesk} from './stub-desk.ts';

type Columns = Parameters<typeof tiles>[0];

/** Reads a tile with the reader of the map's own library. */
function layersAt(z: number, x: number, y: number, columns: Columns = stubColumns(), day?: string) {
  return new VectorTile(new PbfReader(tiles(columns)(z, x, y, day)!)).layers;
}

/** Tile of a position, by the formula of web maps. */
function tileOf(lon: number, lat: number, z: number): [number, number] {
  const rad = (lat * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2;
  return [Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)];
}

describe('tiles', () => {
  test('a road lies in the tile where it is, with its properties as they are', () => {
    const [x, y] = tileOf(119.02, 28.02, 9);
    const {road} = layersAt(9, x, y);
    expect(road!.feature(0).properties).toEqual({
      class: 'motorway',
      ref: '',
      name: '<img src=x onerror=alert(1)>',
      status: 'open',
    });
    const {geometry} = road!.feature(0).toGeoJSON(x, y, 9);
    expect(geometry.type).toBe('LineString');
    const [lon, lat] = (geometry as GeoJSON.LineString).coordinates[0]!;
    expect(lon).toBeCloseTo(119, 2);
    expect(lat).toBeCloseTo(28, 2);
  });

  test('lesser roads come with the zoom, in the same layer', () => {
    const [x, y] = tileOf(119.02, 28.02, 9);
    expect(layersAt(9, x, y)['road']!.length).toBe(1);
    const [nearX, nearY] = tileOf(119.02, 28.02, 10);
    const near = layersAt(10, nearX, nearY)['road']!;
    expect([near.feature(0), near.feature(1)].map(({properties}) => properties['class'])).toEqual([
      'motorway',
      'tertiary',
    ]);
  });

  test('a tile of the sea is empty, an address outside the world is none', () => {
    expect(layersAt(7, 0, 0)).toEqual({});
    const make = tiles(stubColumns());
    for (const [z, x, y] of [
      [-1, 0, 0],
      [15, 0, 0],
      [3, 8, 0],
      [3, 0, -1],
      [3.5, 0, 0],
      [Number.NaN, 0, 0],
    ])
      expect(make(z!, x!, y!, undefined)).toBeNull();
  });

  test('a road that opens later is being built before; one that is gone or has closed is left out', () => {
    const {network, lonLat} = asciiNetwork('A---B---C---D', {
      edges: {
        AB: {openedOn: 20150101},
        BC: {status: 'abandoned'},
        CD: {class: 'primary', closedOn: 20120630},
      },
    });
    const [x, y] = tileOf(...lonLat('C'), 9);
    const at = (day?: string) => {
      const {road} = layersAt(9, x, y, mapColumns(network, null), day);
      return Array.from(
        {length: road?.length ?? 0},
        (_, i) => road!.feature(i).properties['status'],
      );
    };
    expect(at().sort()).toEqual(['open', 'open']);
    expect(at('2010').sort()).toEqual(['construction', 'open']);
    // C–D has closed, A–B is being built.
    expect(at('2012-06-30')).toEqual(['construction']);
    expect(at('2016')).toEqual(['open']);
  });

  test('one day of the server holds where the page asks for none', () => {
    const {network} = asciiNetwork('A---B', {edges: {AB: {openedOn: 20150101}}});
    const [x, y] = tileOf(network.nodes.lon[0]!, network.nodes.lat[0]!, 14);
    const {road} = layersAt(14, x, y, mapColumns(network, 20100101));
    expect(road!.feature(0).properties['status']).toBe('construction');
  });
});

test('made tiles are kept, the last asked for longest, however often they are asked for', () => {
  const [z, x, y] = [9, ...tileOf(119.02, 28.02, 9)] as const;
  const size = tiles(stubColumns())(z, x, y, undefined)!.length;
  // Room for two tiles of that size.
  const make = tiles(stubColumns(), 2 * size);
  const ask = (day: string) => make(z, x, y, day);
  const first = ask('2001');
  const second = ask('2002');
  for (let i = 0; i < 5; i++) expect(ask('2001')).toBe(first);
  expect(ask('2002')).toBe(second);
  // A third drops the one that was asked for longest ago.
  ask('2003');
  expect(ask('2002')).toBe(second);
  expect(ask('2001')).not.toBe(first);
});

describe('lines in a tile', () => {
  const point = fc.tuple(fc.double({min: 118, max: 121}), fc.double({min: 27, max: 30}));
  const line = fc.array(point, {minLength: 2, maxLength: 12});
  const columnsOf = (lines: readonly (readonly (readonly [number, number])[])[]) => {
    const first = new Uint32Array(lines.length + 1);
    lines.forEach((one, i) => {
      first[i + 1] = first[i]! + one.length;
    });
    const all = lines.flat();
    return {
      first,
      x: Uint32Array.from(all, ([lon]) => worldX(lon)),
      y: Uint32Array.from(all, ([, lat]) => worldY(lat)),
    };
  };

  test('every point of a line that lies in the tile is near a drawn one; nothing lies far outside', () => {
    fc.assert(
      fc.property(line, fc.integer({min: 5, max: 14}), (own, z) => {
        const [x, y] = tileOf(119.5, 28.5, z);
        const columns = columnsOf([own]);
        const drawn = tileLines({z, x, y}, columns)(0).flat();
        const unit = 2 ** (30 - z - 12);
        for (const [px, py] of drawn) {
          expect(Math.min(px, py)).toBeGreaterThanOrEqual(-64);
          expect(Math.max(px, py)).toBeLessThanOrEqual(EXTENT + 64);
        }
        own.forEach((_, i) => {
          const px = columns.x[i]! / unit - x * EXTENT;
          const py = columns.y[i]! / unit - y * EXTENT;
          if (Math.min(px, py) < 4 || Math.max(px, py) > EXTENT - 4) return;
          const nearest = Math.min(...drawn.map(([dx, dy]) => Math.hypot(dx - px, dy - py)));
          // All points of the line may fall on one: then nothing of it can be seen.
          if (drawn.length > 0) expect(nearest).toBeLessThanOrEqual(8);
        });
      }),
      {numRuns: 300},
    );
  });

  test('what another line has drawn is not drawn twice; ends that meet still meet', () => {
    const put = tileLines(
      {z: 5, x: 26, y: 13},
      columnsOf([
        [
          [119, 28],
          [119.5, 28],
        ],
        [
          [119.5, 28],
          [119, 28],
        ],
        [
          [119.5, 28],
          [120, 28.4],
        ],
      ]),
    );
    const [first, again, next] = [put(0), put(1), put(2)];
    expect(again).toEqual([]);
    expect(next[0]![0]).toEqual(first[0]!.at(-1));
  });

  test('a clipped segment lies within the square and on its own line', () => {
    const side = fc.integer({min: -9000, max: 9000});
    fc.assert(
      fc.property(side, side, side, side, (x0, y0, x1, y1) => {
        const segment = {x0, y0, x1, y1};
        const length = Math.hypot(x1 - x0, y1 - y0);
        // Oracle: some of a thousand points of the segment lie inside.
        const meets = Array.from({length: 1001}, (_, i) => i / 1000).some((t) => {
          const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
          return x >= -64 && x <= 4160 && y >= -64 && y <= 4160;
        });
        const inside = clipSegment(segment, -64, 4160);
        if (meets) expect(inside).toBe(true);
        if (!inside) return;
        for (const [x, y] of [
          [segment.x0, segment.y0],
          [segment.x1, segment.y1],
        ] as const) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-64);
          expect(Math.max(x, y)).toBeLessThanOrEqual(4160);
          const off = Math.abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
          if (length > 0) expect(off / length).toBeLessThanOrEqual(1);
        }
      }),
      {numRuns: 500},
    );
  });
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
