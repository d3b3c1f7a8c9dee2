import fc from 'fast-check';
import {fromArrayBuffer, writeArrayBuffer} from 'geotiff';
import {describe, expect, test} from 'vitest';
import type {Bbox} from '../../../src/geo/line.ts';
import type {PopulationCells, Vintage} from '../../../src/geo/population-cells.ts';
import {ByteReader} from '../../../src/import/byte-reader.ts';
import {readPopulationCsv} from '../../../src/import/population/read-csv.ts';
import {readPopulationGeoJson} from '../../../src/import/population/read-geojson.ts';
import {readPopulationRaster} from '../../../src/import/population/read-raster.ts';
import {drawTiff} from './draw-tiff.ts';

const NO_VINTAGE: Vintage = {date: null, kind: null};
const WORLD: Bbox = [-180, -90, 180, 90];

async function* chunks(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const csv = (text: string, vintage = NO_VINTAGE) =>
  readPopulationCsv(chunks(text), 'grid.csv', vintage);

const geojson = (value: unknown) =>
  readPopulationGeoJson(
    new ByteReader(chunks(JSON.stringify(value), 64)),
    'grid.geojson',
    NO_VINTAGE,
  );

/** Through geotiff's own writer: one strip, plain EPSG:4326 unless `more` says otherwise. */
async function raster(
  rows: readonly (readonly number[])[],
  options: {
    step?: number;
    more?: Record<string, unknown>;
    box?: Bbox;
    vintage?: Vintage;
  } = {},
): Promise<PopulationCells> {
  const {step = 1, more = {}, box = WORLD, vintage = NO_VINTAGE} = options;
  const bytes = await writeArrayBuffer(Float32Array.from(rows.flat()), {
    width: rows[0]!.length,
    height: rows.length,
    ModelPixelScale: [step, step, 0],
    ModelTiepoint: [0, 0, 0, 118, 30, 0],
    GTModelTypeGeoKey: 2,
    GTRasterTypeGeoKey: 1,
    GeographicTypeGeoKey: 4326,
    ...more,
  } as Parameters<typeof writeArrayBuffer>[1]);
  const image = await (await fromArrayBuffer(bytes as ArrayBuffer)).getImage();
  return readPopulationRaster(image, 'people.tif', box, vintage);
}

const list = (cells: PopulationCells) =>
  [...Array(cells.count).keys()].map((i) => [cells.lon[i], cells.lat[i], cells.milli[i]! / 1000]);
const total = (cells: PopulationCells) => cells.milli.reduce((sum, m) => sum + m, 0) / 1000;

describe('a table of persons', () => {
  test('columns in any order, a byte order mark, fractions of persons', async () => {
    const cells = await csv('\ufeffpopulation,lat,lon\r\n12.5,28,120\r\n3,27.5,119.5\r\n', {
      date: '2020',
      kind: 'resident',
    });
    expect(list(cells)).toEqual([
      [120, 28, 12.5],
      [119.5, 27.5, 3],
    ]);
    expect(cells.vintages).toEqual([{date: '2020', kind: 'resident'}]);
  });

  test('a row may say its own year and kind', async () => {
    const cells = await csv(
      'lon,lat,population,date,kind\n120,28,1,2020,常住\n120,28,2,2019-12-31,户籍人口\n120,28,4,,\n',
    );
    expect([...cells.vintage].map((v) => cells.vintages[v])).toEqual([
      {date: '2020', kind: 'resident'},
      {date: '2019-12-31', kind: 'registered'},
      {date: null, kind: null},
    ]);
  });

  test.each([
    ['lon,lat,pop\n1,2,3\n', /column population is missing; column "pop" is not known/],
    ['lon,lat,population\n200,28,5\n120,x,5\n120,28,-1\n', /line 2: lon.*line 3: lat.*line 4: pop/],
    ['lon,lat,population\n120,28,\n', /line 2: population/],
    ['lon,lat,population\n120,28\n', /grid\.csv is no CSV table/],
    ['lon,lat,population,date\n120,28,5,last year\n', /line 2: date is not YYYY/],
    ['lon,lat,population\n120,28,0\n', /no cell with people/],
    ['', /no cell with people/],
  ])('refuses %j in one sentence', async (text, complaint) => {
    await expect(csv(text)).rejects.toThrow(complaint);
  });

  test('of many faults the first are told and the rest counted', async () => {
    const rows = Array.from({length: 20}, () => '999,0,1').join('\n');
    await expect(csv(`lon,lat,population\n${rows}\n`)).rejects.toThrow(/line 6: .*; and 15 more$/);
  });
});

describe('a GeoJSON grid', () => {
  const feature = (geometry: unknown, properties: unknown) => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const collection = (...features: unknown[]) => ({type: 'FeatureCollection', features});

  test('points, and squares at their middle', async () => {
    const square = [
      [
        [119, 27],
        [120, 27],
        [120, 28],
        [119, 28],
        [119, 27],
      ],
    ];
    const cells = await geojson(
      collection(
        feature({type: 'Point', coordinates: [120, 28]}, {population: 7}),
        feature({type: 'Polygon', coordinates: square}, {population: 9, date: 2020}),
      ),
    );
    expect(list(cells)).toEqual([
      [120, 28, 7],
      [119.5, 27.5, 9],
    ]);
    expect(cells.vintages.map((v) => v.date)).toEqual([null, '2020']);
  });

  test('refuses lines, missing and textual numbers, all at once', async () => {
    const line = {type: 'LineString', coordinates: [[1, 2]]};
    const point = {type: 'Point', coordinates: [120, 28]};
    await expect(
      geojson(
        collection(
          feature(line, {population: 1}),
          feature(point, {}),
          feature(point, {population: '5'}),
        ),
      ),
    ).rejects.toThrow(/feature 1: its geometry.*feature 2: population.*feature 3: population/);
  });
});

describe('a population raster', () => {
  test('pixels stand at their middle; nodata, zero and NaN are nobody', async () => {
    const cells = await raster(
      [
        [1, 2],
        [-200, 4.5],
        [0, Number.NaN],
      ],
      {more: {GDAL_NODATA: '-200'}, vintage: {date: '2020', kind: null}},
    );
    expect(list(cells)).toEqual([
      [118.5, 29.5, 1],
      [119.5, 29.5, 2],
      [119.5, 28.5, 4.5],
    ]);
    expect(cells.vintages).toEqual([{date: '2020', kind: null}]);
  });

  test('a pixel that is a point stands on the point', async () => {
    const cells = await raster([[1, 2]], {more: {GTRasterTypeGeoKey: 2}});
    expect(list(cells)).toEqual([
      [118, 30, 1],
      [119, 30, 2],
    ]);
  });

  test('the nodata of single precision is found though the file writes more digits', async () => {
    const cells = await raster([[-3.4028234663852886e38, 5]], {
      more: {GDAL_NODATA: '-3.4028234663852886e+38'},
    });
    expect(total(cells)).toBe(5);
  });

  test('fine pixels become blocks where their people are; nobody is lost, whatever the box cuts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 40}),
        fc.array(fc.integer({min: 0, max: 50}), {minLength: 5, maxLength: 60}),
        async (width, height, values) => {
          const step = 1 / 1200; // 3″: ten pixels a block
          const rows = Array.from({length: height}, (_, y) =>
            Array.from({length: width}, (__, x) => values[(y * 7 + x) % values.length]!),
          );
          const sum = rows.flat().reduce((a, b) => a + b, 0);
          fc.pre(sum > 0);
          const cells = await raster(rows, {step});
          expect(total(cells)).toBeCloseTo(sum, 6);
          expect(cells.count).toBeLessThanOrEqual(Math.ceil(width / 10) * Math.ceil(height / 10));
          // The people's mean place stays where it was.
          const mean = (at: (x: number, y: number) => number) =>
            rows.flatMap((row, y) => row.map((v, x) => v * at(x, y))).reduce((a, b) => a + b, 0) /
            sum;
          const lon = [...cells.lon].reduce((a, l, i) => a + l * cells.milli[i]!, 0) / sum / 1000;
          const lat = [...cells.lat].reduce((a, l, i) => a + l * cells.milli[i]!, 0) / sum / 1000;
          expect(lon).toBeCloseTo(118 + (mean((x) => x) + 0.5) * step, 6);
          expect(lat).toBeCloseTo(30 - (mean((_, y) => y) + 0.5) * step, 6);
        },
      ),
      {numRuns: 60},
    );
  });

  test('only the pixels of the box are counted', async () => {
    const cells = await raster(
      [
        [1, 2, 4],
        [8, 16, 32],
      ],
      {box: [119, 28, 120, 29]},
    );
    expect(total(cells)).toBe(16);
  });

  test('of 20,000 × 20,000 pixels only the rows of the box are read', async () => {
    const width = 20_000;
    // geotiff also takes the strip behind the last one it is asked for.
    const there = [10_000, 10_001, 10_002];
    const bytes = drawTiff({
      width,
      height: 20_000,
      west: 110,
      north: 35,
      stepDeg: 1 / 1200,
      rows: new Map(there.map((row) => [row, new Float32Array(width).fill(1)])),
    });
    const image = await (await fromArrayBuffer(bytes.buffer as ArrayBuffer)).getImage();
    const north = 35 - 10_000 / 1200;
    const box: Bbox = [118, north - 2.5 / 1200, 118 + 99.5 / 1200, north - 0.5 / 1200];
    const cells = await readPopulationRaster(image, 'big.tif', box, NO_VINTAGE);
    expect(total(cells)).toBe(300);
    await expect(
      readPopulationRaster(image, 'big.tif', [118, 26, 118.1, 27], NO_VINTAGE),
    ).rejects.toThrow(/big\.tif cannot be read/);
  });

  test.each([
    [
      'Mollweide',
      {
        GTModelTypeGeoKey: 1,
        GeographicTypeGeoKey: 4326,
        ProjectedCSTypeGeoKey: 32767,
        GTCitationGeoKey: 'World_Mollweide',
      },
      /people\.tif is in "World_Mollweide", not in EPSG:4326/,
    ],
    [
      'UTM',
      {GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32650, GeographicTypeGeoKey: undefined},
      /is in EPSG:32650, not in EPSG:4326/,
    ],
    ['another datum', {GeographicTypeGeoKey: 4490}, /is in EPSG:4490, not in EPSG:4326/],
  ])('refuses %s in one sentence', async (_, more, complaint) => {
    await expect(raster([[1, 2]], {more})).rejects.toThrow(complaint);
  });

  test('refuses people below zero that no nodata declares, and ground it does not cover', async () => {
    await expect(raster([[1, -200]])).rejects.toThrow(/value -200, which is no number of persons/);
    await expect(raster([[1, 2]], {box: [0, 0, 1, 1]})).rejects.toThrow(/does not cover/);
  });
});
