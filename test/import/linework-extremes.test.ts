import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {UserError} from '../../src/errors.ts';
import type {Network} from '../../src/graph/network.ts';
import {requireHeap} from '../../src/import/linework/require-heap.ts';
import {folder, put} from '../cli/run.ts';
import {type Layer, shapefileZip} from '../support/shapefile-writer.ts';
import {entry, importText} from './draw-lines.ts';
import {importZip, LINE} from './draw-shapefile.ts';

const SILENT = {step: () => {}, tick: () => {}};

type Point = [number, number];

/** Two rows of points, so that the line goes on and never meets itself. */
const longLine = (count: number): Point[] =>
  Array.from({length: count}, (_, i) => [119 + i / 1e6, 28 + (i % 2) / 1e6]);

function geojson(line: unknown, properties: object = {highway: 'primary'}): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [{type: 'Feature', properties, geometry: {type: 'LineString', coordinates: line}}],
  });
}

function layer(line: Point[]): Layer {
  return {
    type: 'line',
    fields: [{name: 'highway', kind: 'C', length: 12}],
    rows: [{parts: [line], values: ['primary']}],
  };
}

/** One sentence that names the file. */
async function refusal(network: Promise<unknown>): Promise<string> {
  const error = await network.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  const {message} = error as UserError;
  expect(message).not.toContain('\n');
  return message;
}

describe('a line with 100 000 points', () => {
  const count = 100_000;
  test.each<[string, () => Promise<Network>]>([
    ['GeoJSON', () => importText(geojson(longLine(count)))],
    ['shapefile', () => importZip(shapefileZip(layer(longLine(count))))],
  ])('%s: one edge with all of them', async (_, read) => {
    const {edges} = await read();
    expect(edges.count).toBe(1);
    expect(edges.pointLonE7.length).toBe(count - 2);
  });
});

test('a feature with a million properties is read for those that are known', async () => {
  const many = Array.from({length: 1_000_000}, (_, i) => `"k${i}":"v",`).join('');
  const text = geojson(LINE).replace('"highway"', `${many}"highway"`);
  const {edges} = await importText(text);
  expect(edges.count).toBe(1);
});

describe('coordinates', () => {
  test.each<[string, string]>([
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['a number too large for a number', '1e999'],
    ['nothing', 'null'],
    ['a text', '"119"'],
  ])('of GeoJSON, %s: refused', async (_, value) => {
    const text = geojson([[0, 0], LINE[1]]).replace('[0,0]', `[${value},28]`);
    expect(await refusal(importText(text))).toMatch(/^drawn\.geojson/);
  });

  test.each<[string, Point]>([
    ['NaN', [Number.NaN, 28]],
    ['infinity', [Number.POSITIVE_INFINITY, 28]],
    ['beyond 180°', [181, 28]],
    ['beyond 90°', [119, -91]],
    ['a huge number', [1e300, 28]],
  ])('of a shapefile, %s: refused', async (_, at) => {
    expect(await refusal(importZip(shapefileZip(layer([LINE[0]!, at]))))).toMatch(/^roads/);
  });

  test('at the very edge they are good', async () => {
    const edge: Point[] = [
      [179.9, 89],
      [180, 90],
    ];
    for (const network of [
      await importText(geojson(edge)),
      await importZip(shapefileZip(layer(edge))),
    ]) {
      expect(network.edges.count).toBe(1);
      expect(network.edges.lengthM[0]).toBeGreaterThan(0);
    }
  });
});

test('a feature given twice is kept once, in a shapefile as well', async () => {
  const one = layer(LINE);
  const network = await importZip(shapefileZip({...one, rows: [one.rows[0]!, one.rows[0]!]}));
  expect(network.edges.count).toBe(1);
  expect(entry(network, 'drawn-twice')?.ways).toBe(1);
});

test('ids that the file gives its features, negative, huge or twice, mean nothing', async () => {
  const numbered = (id: unknown) =>
    geojson(LINE).replace('"type":"Feature",', `"type":"Feature","id":${id},`);
  const plain = await importText(geojson(LINE));
  for (const id of ['-1', '18446744073709551616', '1e400', '"a"']) {
    const network = await importText(numbered(id));
    expect([...network.edges.wayId]).toEqual([...plain.edges.wayId]);
  }
});

test('a layer that memory is too small for is refused in a sentence that says how much it takes', () => {
  const mb = 2 ** 20;
  expect(() => requireHeap(100 * mb, 'a.geojson', 1000 * mb)).not.toThrow();
  expect(() => requireHeap(101 * mb, 'a.geojson', 1000 * mb)).toThrow(
    'a.geojson has 101 MB: joining its lines takes some 1010 MB of memory, and Node.js is allowed 1000 MB.',
  );
});

test('a gzip bomb of GeoJSON is stopped by its growth', async () => {
  const spaces = Buffer.alloc(300 * 1024 * 1024, ' ');
  const path = put(folder(), 'bomb.geojson.gz', gzipSync(spaces, {level: 9}));

  expect(await refusal(importExtracts([path], SILENT))).toMatch(
    /bomb\.geojson\.gz unpacks to more than 100 times its size/,
  );
});
