import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {Network} from '../../src/graph/network.ts';
import {EDGE_CLASSES, STATUSES} from '../../src/graph/vocabulary.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {readShapefiles} from '../../src/import/linework/shapefile/read-shapefile.ts';
import {chunks} from '../support/osm-data.ts';
import {
  dbfOf,
  gbk,
  type Layer,
  layerFiles,
  shapefileZip,
  shpOf,
} from '../support/shapefile-writer.ts';
import {zipOf} from '../support/zip-writer.ts';
import {entry, geojsonOf, importDrawn, importText, metres, partCount} from './draw-lines.ts';

const LINE: [number, number][] = [
  [119, 28],
  [119.1, 28],
];

function layer(over: Partial<Layer> = {}): Layer {
  return {
    type: 'line',
    fields: [
      {name: '道路等级', kind: 'C', length: 12},
      {name: '名称', kind: 'C', length: 20},
    ],
    rows: [
      {parts: [LINE], values: ['国道', '庆景青公路']},
      {
        parts: [
          [
            [119.1, 28],
            [119.2, 28.1],
          ],
        ],
        values: ['省道', '龙浦线'],
      },
    ],
    encode: gbk,
    ...over,
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function importZip(zip: Uint8Array): Promise<Network> {
  return importNetwork([{name: 'roads.zip', format: 'shapefile-zip', bytes: chunks(zip)}], {
    toolVersion: 't',
  });
}

function names({edges, strings}: Network): string[] {
  return [...edges.name].map((row) => strings[row]!).sort();
}

describe('shapefiles', () => {
  test('GBK without a .cpg: field names and values are read, and the ledger says how', async () => {
    const network = await importZip(shapefileZip(layer()));
    expect(names(network)).toEqual(['庆景青公路', '龙浦线']);
    expect([...network.edges.class].map((c) => EDGE_CLASSES[c]).sort()).toEqual([
      'primary',
      'trunk',
    ]);
    expect(entry(network, 'text-encoding-found')?.examples[0]).toBe(
      'roads.zip/roads.dbf: gb18030, by its text',
    );
  });

  test('UTF-8 without a .cpg is known by its text, also where a field cuts a character', async () => {
    const fields = [
      {name: 'highway', kind: 'C', length: 10},
      // four characters of three bytes do not fit
      {name: 'name', kind: 'C', length: 10},
    ] as const;
    const rows = [{parts: [LINE], values: ['primary', '庆景青路']}];
    const network = await importZip(shapefileZip(layer({fields, rows, encode: utf8})));
    expect(names(network)[0]?.slice(0, 3)).toBe('庆景青');
    expect(entry(network, 'text-encoding-found')).toBeUndefined();
  });

  test('a .cpg decides, whatever the text looks like', async () => {
    const encode = (text: string): Uint8Array =>
      Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
    const fields = [
      {name: 'highway', kind: 'C', length: 10},
      {name: 'name', kind: 'C', length: 10},
    ] as const;
    const rows = [{parts: [LINE], values: ['primary', 'Züri']}];
    const latin = layer({fields, rows, encode, cpg: 'ISO-8859-1'});
    expect(names(await importZip(shapefileZip(latin)))).toEqual(['Züri']);
    await expect(importZip(shapefileZip({...latin, cpg: 'Klingon'}))).rejects.toThrow(
      'The .cpg of roads.zip/roads.dbf says "Klingon", which names no encoding known here.',
    );
  });

  test('the language byte of the .dbf decides where there is no .cpg', async () => {
    const network = await importZip(shapefileZip(layer({language: 77})));
    expect(entry(network, 'text-encoding-found')?.examples[0]).toContain('by language byte');
  });

  test('a Gauss-Krüger grid on CGCS2000 is turned into degrees', async () => {
    // On the central meridian the grid's northing is the length of the meridian arc, which for 30° N
    // on GRS80/WGS84 is 3 320 113.398 m; the easting is the false easting.
    const prj =
      'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const rows = [
      {
        parts: [
          [
            [500000, 3320113.398],
            [500000, 3330113.398],
          ],
        ],
        values: ['国道', '名称'],
      },
    ] as Layer['rows'];
    const network = await importZip(shapefileZip(layer({rows, prj})));
    const at = [...network.nodes.lat].sort();
    expect(at[0]).toBeCloseTo(30, 6);
    expect(network.nodes.lon[0]).toBeCloseTo(120, 6);
    expect(entry(network, 'projection-undone')?.examples[0]).toContain(
      'CGCS2000_3_Degree_GK_CM_120E',
    );
    const xian = prj.replace('D_China_2000', 'D_Xian_1980');
    await expect(importZip(shapefileZip(layer({rows, prj: xian})))).rejects.toThrow(
      /cannot be turned into WGS84/,
    );
    await expect(importZip(shapefileZip(layer({rows})))).rejects.toThrow(
      'roads.zip/roads.shp: feature 1 lies outside ±180° and ±90°, so the coordinates are not degrees (it has no .prj).',
    );
  });

  test('a line of several parts gives all of them; a field name cut to ten bytes is known', async () => {
    const rows = [
      {
        parts: [
          LINE,
          [
            [119, 29],
            [119.1, 29],
          ],
        ],
        values: ['国道', '甲'],
      },
    ] as Layer['rows'];
    const network = await importZip(shapefileZip(layer({rows, encode: utf8})));
    expect(network.edges.count).toBe(2);
    expect(partCount(network)).toBe(2);
  });

  test('several layers of one archive, folders and the Mac’s shadows', async () => {
    const roads = layerFiles(layer({name: '路网/roads'}));
    const rail = layerFiles({
      name: '路网/rail',
      type: 'line',
      fields: [{name: 'railway', kind: 'C', length: 10}],
      rows: [
        {
          parts: [
            [
              [119, 28.5],
              [119.1, 28.5],
            ],
          ],
          values: ['rail'],
        },
      ],
    });
    const stations = layerFiles({
      name: '路网/stations',
      type: 'point',
      fields: [
        {name: 'fclass', kind: 'C', length: 20},
        {name: 'name', kind: 'C', length: 20},
      ],
      rows: [{parts: [[[119.05, 28.5]]], values: ['railway_station', '景宁']}],
    });
    const shadow = {name: '__MACOSX/路网/._roads.shp', data: new Uint8Array(10)};
    const network = await importZip(zipOf([...roads, ...rail, ...stations, shadow]));
    expect(network.edges.count).toBe(3);
    expect(network.stations).toMatchObject([{name: '景宁', kind: 'station', lat: 28.5}]);
  });
});

describe('damaged archives end in one sentence', () => {
  const whole = shapefileZip(layer());
  const files = layerFiles(layer());
  const without = (ending: string): Uint8Array =>
    zipOf(files.filter(({name}) => !(name as string).endsWith(ending)));
  const shp = shpOf(layer());
  const dbf = dbfOf(layer());
  const withParts = (newShp: Uint8Array, newDbf = dbf): Uint8Array =>
    zipOf([
      {name: 'roads.shp', data: newShp},
      {name: 'roads.dbf', data: newDbf},
    ]);
  const changed = (data: Uint8Array, at: number, ...bytes: number[]): Uint8Array => {
    const copy = data.slice();
    copy.set(bytes, at);
    return copy;
  };
  test.each<[string, Uint8Array, RegExp]>([
    [
      'no zip',
      new TextEncoder().encode('no zip at all, but long enough'),
      /not a whole zip archive/,
    ],
    ['empty', new Uint8Array(0), /not a whole zip archive/],
    ['cut', whole.subarray(0, whole.length - 30), /not a whole zip archive/],
    ['no .shp', without('.shp'), /holds no \.shp file/],
    ['no .dbf', without('.dbf'), /comes without its \.dbf/],
    ['encrypted', zipOf([{name: 'a.shp', data: shp, flags: 1}]), /a\.shp is encrypted/],
    ['shp cut', withParts(shp.subarray(0, shp.length - 9)), /record 2 at byte \d+ is cut short/],
    ['shp no shp', withParts(new Uint8Array(200)), /does not begin as a shapefile does/],
    [
      'negative record',
      withParts(changed(shp, 104, 0xff, 0xff, 0xff, 0xfc)),
      /record 1 at byte 100/,
    ],
    [
      'too many points',
      withParts(changed(shp, 148, 0xff, 0xff, 0xff, 0x0f)),
      /more points than it holds/,
    ],
    ['surfaces', withParts(changed(shp, 32, 31)), /shapes of type 31/],
    ['dbf cut', withParts(shp, dbf.subarray(0, 50)), /not a whole table/],
    [
      'dbf of 4 billion rows',
      withParts(shp, changed(dbf, 4, 255, 255, 255, 255)),
      /says 4294967295 rows/,
    ],
    [
      'dbf of another layer',
      withParts(shp, dbfOf(layer({rows: layer().rows.slice(1)}))),
      /has 2 shapes but its \.dbf 1 rows/,
    ],
  ])('%s', async (_, zip, message) => {
    await expect(importZip(zip)).rejects.toThrow(message);
  });

  test('a bomb is refused by what it says, and by what it does', () => {
    const zeros = new Uint8Array(4 * 1024 * 1024);
    const honest = zipOf([{name: 'a.shp', data: zeros, deflate: true}]);
    expect(honest.length).toBeLessThan(10_000);
    expect(() => readShapefiles(honest, 'bomb.zip', 1024 * 1024)).toThrow(
      'bomb.zip unpacks to 4 MB, more than the 1 MB that are allowed.',
    );
    const lying = zipOf([{name: 'a.shp', data: zeros, deflate: true, claimedSize: 1000}]);
    expect(() => readShapefiles(lying, 'bomb.zip', 1024 * 1024)).toThrow(
      'a.shp unpacks to more than it says',
    );
  });
});

describe('GeoJSON', () => {
  const feature = (geometry: unknown, properties: unknown = {highway: 'primary'}): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{type: 'Feature', properties, geometry}],
    });

  test('MultiLineString and collections give all their lines', async () => {
    const line = (y: number) => [metres(0, y), metres(5000, y)];
    const network = await importText(
      feature({
        type: 'GeometryCollection',
        geometries: [
          {type: 'MultiLineString', coordinates: [line(0), line(1000)]},
          {type: 'LineString', coordinates: line(2000)},
        ],
      }),
    );
    expect(network.edges.count).toBe(3);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{"type": "Feat', /drawn\.geojson is not JSON/],
    ['no GeoJSON', '{"elements": []}', /not GeoJSON: it has no "type"/],
    ['no features', '{"type": "FeatureCollection"}', /no "features" list/],
    ['empty', '{"type": "FeatureCollection", "features": []}', /holds no features/],
    [
      'a feature that is none',
      '{"type": "FeatureCollection", "features": [3]}',
      /entry 1 of "features" is not a Feature/,
    ],
    [
      'only areas',
      feature({type: 'Polygon', coordinates: []}),
      /no lines and no points, only 1 areas/,
    ],
    [
      'metres',
      feature({
        type: 'LineString',
        coordinates: [
          [500000, 3000000],
          [500100, 3000000],
        ],
      }),
      /feature 1 lies outside/,
    ],
    [
      'text for numbers',
      feature({type: 'LineString', coordinates: [['119', '28']]}),
      /feature 1 has no readable geometry/,
    ],
    [
      'null in a line',
      feature({type: 'LineString', coordinates: [null, [1, 2]]}),
      /feature 1 has no readable geometry/,
    ],
    [
      'no class',
      feature({type: 'LineString', coordinates: LINE}, {label: 'x'}),
      /no field says which class .* \(fields: label\)/,
    ],
    [
      'web mercator',
      '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}, "features": []}',
      /coordinate system urn:ogc:def:crs:EPSG:3857/,
    ],
  ])('%s', async (_, text, message) => {
    await expect(importText(text)).rejects.toThrow(message);
  });

  test('areas among lines are left out and counted', async () => {
    const both = JSON.parse(feature({type: 'LineString', coordinates: LINE})) as {
      features: unknown[];
    };
    both.features.push({
      type: 'Feature',
      properties: {},
      geometry: {type: 'Polygon', coordinates: []},
    });
    const network = await importText(JSON.stringify(both));
    expect(entry(network, 'feature-area')).toMatchObject({outcome: 'noted', nodes: 1});
  });

  test('tags: many names for the same', async () => {
    const tagged = async (tags: Record<string, string | number>, fields?: [string, string][]) => {
      const {edges, strings} = await importDrawn(
        [
          {
            line: [
              [0, 0],
              [5000, 0],
            ],
            tags,
          },
        ],
        fields ? {fields: new Map(fields)} : {},
      );
      return {
        class: EDGE_CLASSES[edges.class[0]!],
        status: STATUSES[edges.status[0]!],
        oneway: edges.oneway[0],
        maxspeed: edges.maxspeedKph[0],
        highspeed: edges.highspeed[0],
        bridge: edges.bridgeM[0]! > 0,
        name: strings[edges.name[0]!],
        ref: strings[edges.ref[0]!],
      };
    };
    const plain = {
      status: 'open',
      oneway: 0,
      maxspeed: 0,
      highspeed: 0,
      bridge: false,
      name: '',
      ref: '',
    };
    expect(
      await tagged({fclass: 'trunk', oneway: 'F', maxspeed: 0, bridge: 'T', ref: 'G25'}),
    ).toEqual({...plain, class: 'trunk', oneway: 1, bridge: true, ref: 'G25'});
    expect(await tagged({fclass: 'trunk', oneway: 'B', bridge: 'F'})).toEqual({
      ...plain,
      class: 'trunk',
    });
    expect(await tagged({CLASS: 'primary_construction'})).toEqual({
      ...plain,
      class: 'primary',
      status: 'construction',
    });
    expect(await tagged({class: 'rail', subclass: 'light_rail'})).toEqual({
      ...plain,
      class: 'light_rail',
    });
    expect(await tagged({railway: 'rail', is_hsr: 1})).toEqual({
      ...plain,
      class: 'rail',
      highspeed: 1,
    });
    expect(await tagged({道路等级: '省道', 路线编号: 'S52', 限速: 60})).toEqual({
      ...plain,
      class: 'primary',
      ref: 'S52',
      maxspeed: 60,
    });
    expect(
      await tagged({DJ: '县道', LXMC: '坑底线'}, [
        ['DJ', 'class'],
        ['LXMC', 'name'],
      ]),
    ).toEqual({
      ...plain,
      class: 'secondary',
      name: '坑底线',
    });
  });

  test('fields and values named like parts of an object are only words', async () => {
    const network = await importDrawn([
      {
        line: [
          [0, 0],
          [5000, 0],
        ],
        tags: {highway: 'primary', constructor: 'x', toString: 'y', class: 'constructor'},
      },
      {
        line: [
          [0, 900],
          [5000, 900],
        ],
        tags: {class: '__proto__'},
      },
    ]);
    expect(network.edges.count).toBe(1);
    expect(entry(network, 'highway-not-for-cars')?.ways).toBe(1);
  });

  test('borders, stations and places come with the roads', async () => {
    const collection = JSON.parse(
      geojsonOf([
        {
          line: [
            [0, 0],
            [9000, 0],
          ],
          tags: {highway: 'primary'},
        },
        {
          line: [
            [4000, -5000],
            [4000, 5000],
          ],
          tags: {admin_level: 4},
        },
      ]),
    ) as {features: unknown[]};
    for (const properties of [
      {railway: 'station', name: '景宁'},
      {place: 'town', name: '鹤溪', population: '12000'},
    ]) {
      collection.features.push({
        type: 'Feature',
        properties,
        geometry: {type: 'Point', coordinates: metres(100, 100)},
      });
    }
    const network = await importText(JSON.stringify(collection));
    expect(network.borders).toHaveLength(1);
    expect(network.borders[0]).toMatchObject({level: 4});
    expect(network.stations.map(({name}) => name)).toEqual(['景宁']);
    expect(network.places).toMatchObject([{name: '鹤溪', kind: 'town', population: 12000}]);
    // the border cuts nothing
    expect(network.edges.count).toBe(1);
    expect(network.edges.lengthM[0]).toBeCloseTo(
      greatCircleM(...metres(0, 0), ...metres(9000, 0)),
      0,
    );
  });

  test('several files become one network', async () => {
    const file = (name: string, text: string) => ({
      name,
      format: 'geojson' as const,
      bytes: chunks(text),
    });
    const west = geojsonOf([
      {
        line: [
          [0, 0],
          [5000, 0],
        ],
        tags: {highway: 'primary'},
      },
    ]);
    const east = geojsonOf([
      {
        line: [
          [5050, 0],
          [9000, 0],
        ],
        tags: {highway: 'primary'},
      },
    ]);
    const both = await importNetwork([file('w.geojson', west), file('e.geojson', east)], {
      toolVersion: 't',
    });
    expect(partCount(both)).toBe(1);
    expect(both.meta.attribution).toBe('w.geojson, e.geojson: as given');
  });

  test('ids hang on the drawing alone: a feature more leaves the others as they were', async () => {
    const first = {
      line: [
        [0, 0],
        [5000, 0],
      ] as [number, number][],
      tags: {highway: 'primary'},
    };
    const more = {
      line: [
        [0, 9000],
        [5000, 9000],
      ] as [number, number][],
      tags: {highway: 'primary'},
    };
    const one = await importDrawn([first]);
    const two = await importDrawn([more, first]);
    expect([...one.edges.wayId].every((id) => id < 0)).toBe(true);
    expect([...two.edges.wayId]).toEqual(expect.arrayContaining([...one.edges.wayId]));
    expect([...two.nodes.osmId]).toEqual(expect.arrayContaining([...one.nodes.osmId]));
  });
});
