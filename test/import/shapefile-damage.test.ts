import {describe, expect, test} from 'vitest';
import {readShapefiles} from '../../src/import/linework/shapefile/read-shapefile.ts';
import {dbfOf, layerFiles, shapefileZip, shpOf} from '../support/shapefile-writer.ts';
import {zipOf} from '../support/zip-writer.ts';
import {importZip, layer} from './draw-shapefile.ts';

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
