import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import gcoord from 'gcoord';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {importChoices} from '../../src/app/linework-options.ts';
import {readPlaces} from '../../src/app/places-file.ts';
import {shiftWarnings} from '../../src/app/shift-warnings.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {geojsonOf, importDrawn, metres, partCount} from './draw-lines.ts';

const {transform, GCJ02, WGS84} = gcoord as unknown as typeof gcoord.default;
const gcj = (at: readonly [number, number]): [number, number] =>
  transform([...at] as [number, number], WGS84, GCJ02);
const silent = {step: () => {}, tick: () => {}, end: () => {}};

describe('options of import', () => {
  test('one coordinate system for all files, or one for each', () => {
    const names = ['a.zip', 'b=c.geojson'];
    expect(importChoices({}, names).crsOf('a.zip')).toBe('wgs84');
    expect(importChoices({crs: 'GCJ-02'}, names).crsOf('a.zip')).toBe('gcj02');
    const mixed = importChoices({crs: 'bd09,b=c.geojson=wgs84'}, names);
    expect([mixed.crsOf('a.zip'), mixed.crsOf('b=c.geojson')]).toEqual(['bd09', 'wgs84']);
  });

  test.each([
    [{crs: 'utm50'}, '--crs: "utm50" is no coordinate system known here'],
    [{crs: 'x.zip=gcj02'}, '--crs: "x.zip" is none of the files'],
    [{map: ['name']}, '--map: "name" does not read FIELD=key'],
    [{roadGap: -1}, '--road-gap -1 is no tolerance of 0–1000 metres'],
    [{railGap: Number.NaN}, '--rail-gap NaN is no tolerance of 0–1000 metres'],
    [{motorwayJoin: 101}, '--motorway-join 101 is no distance of 0–100 km'],
  ])('%j is refused with a sentence', (words, message) => {
    expect(() => importChoices(words, ['a.zip'])).toThrow(message);
  });
});

describe('files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guantong-linework-'));
  });
  afterAll(() => rm(folder, {recursive: true}));

  test('what the options say reaches the network', async () => {
    const path = join(folder, 'roads.geojson');
    const lines = [
      {
        line: [
          [0, 0],
          [5000, 0],
        ] as [number, number][],
        tags: {DJ: '国道'},
      },
      {
        line: [
          [5050, 0],
          [9000, 0],
        ] as [number, number][],
        tags: {DJ: '国道'},
      },
    ];
    await writeFile(path, geojsonOf(lines));
    const read = (words: object) =>
      importExtracts([path], silent, undefined, undefined, {map: ['DJ=class'], ...words});
    const joined = await read({});
    expect(EDGE_CLASSES[joined.edges.class[0]!]).toBe('trunk');
    expect(partCount(joined)).toBe(1);
    expect(partCount(await read({roadGap: 40}))).toBe(2);
    const shifted = await read({crs: 'roads.geojson=gcj02'});
    expect(shifted.meta.bbox![0]).toBeLessThan(joined.meta.bbox![0]);
  });

  test('places in GCJ-02 are turned, and told of when nobody said so', async () => {
    const line = Array.from({length: 41}, (_, i): [number, number] => [
      i * 1000,
      4000 * Math.sin(i / 3),
    ]);
    const network = await importDrawn([{line, tags: {highway: 'primary'}}]);
    const path = join(folder, 'places.json');
    const places = line.map(([x, y], i) => {
      const [lon, lat] = gcj(metres(x, y));
      return {lon, lat, tags: {name: `村${i}`}};
    });
    await writeFile(path, JSON.stringify(places));
    const asGiven = await readPlaces(path);
    const [warning] = shiftWarnings(network, asGiven.places, 'places.json');
    expect(warning).toMatchObject({id: 'places-look-shifted'});
    expect(warning!.en).toMatch(/^places\.json: the places look displaced by \d{3} m like GCJ-02/);
    expect(warning!.en).toMatch(/pass --places-crs gcj02$/);
    const turned = await readPlaces(path, 'gcj02');
    expect(turned.places[0]!.lon).toBeCloseTo(metres(0, 0)[0], 6);
    expect(shiftWarnings(network, turned.places, 'places.json')).toEqual([]);
  });
});
