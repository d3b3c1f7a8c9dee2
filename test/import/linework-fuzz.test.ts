import fc from 'fast-check';
import {expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {readGeoJson} from '../../src/import/linework/read-geojson.ts';
import {readShapefiles} from '../../src/import/linework/shapefile/read-shapefile.ts';
import {dbfOf, type Layer, shapefileZip, shpOf} from '../support/shapefile-writer.ts';
import {zipOf} from '../support/zip-writer.ts';
import {geojsonOf} from './draw-lines.ts';

const layer: Layer = {
  type: 'line',
  fields: [
    {name: 'highway', kind: 'C', length: 12},
    {name: 'lanes', kind: 'N', length: 4},
  ],
  rows: [0, 1, 2].map((i) => ({
    parts: [
      [
        [119 + i, 28],
        [119.1 + i, 28],
      ],
      [
        [119 + i, 29],
        [119.1 + i, 29],
        [119.2 + i, 29],
      ],
    ],
    values: ['primary', 2],
  })),
};

/** Some bytes of a file set to others, and perhaps its end cut off. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({min: 0, max: 255})), {maxLength: 6}),
  keep: fc.option(fc.double({min: 0, max: 1, noNaN: true}), {freq: 4}),
});

function damaged(
  data: Uint8Array,
  {changes, keep}: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  const copy = data.slice();
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  return keep === null ? copy : copy.subarray(0, Math.floor(copy.length * keep));
}

/** A result, or a sentence; everything else is a fault of ours. */
function answers(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(/^[^\n]+\.$/);
  }
}

test('damaged archives, shapes, tables and texts end in a result or one sentence', () => {
  const zip = shapefileZip(layer);
  const [shp, dbf] = [shpOf(layer), dbfOf(layer)];
  const json = new TextEncoder().encode(
    geojsonOf([
      {
        line: [
          [0, 0],
          [5000, 0],
        ],
        tags: {highway: 'primary'},
      },
    ]),
  );
  const packed = (newShp: Uint8Array, newDbf: Uint8Array): Uint8Array =>
    zipOf([
      {name: 'a.shp', data: newShp},
      {name: 'a.dbf', data: newDbf},
    ]);
  fc.assert(
    fc.property(damage, (how) => {
      answers(() => readShapefiles(damaged(zip, how), 'a.zip'));
      answers(() => readShapefiles(packed(damaged(shp, how), dbf), 'a.zip'));
      answers(() => readShapefiles(packed(shp, damaged(dbf, how)), 'a.zip'));
      answers(() => readGeoJson(damaged(json, how), 'a.geojson'));
    }),
    {numRuns: 2000},
  );
});
