import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {type Layer, layerFiles, shapefileZip} from '../support/shapefile-writer.ts';
import {zipOf} from '../support/zip-writer.ts';
import {entry, partCount} from './draw-lines.ts';
import {importZip, LINE, layer} from './draw-shapefile.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

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
