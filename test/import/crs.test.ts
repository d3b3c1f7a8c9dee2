import fc from 'fast-check';
import gcoord from 'gcoord';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {shiftAgainst} from '../../src/import/crs/network-shift.ts';
import {toWgs84} from '../../src/import/crs.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, toXml} from '../support/osm-data.ts';
import {entry, geojsonOf, importDrawn, importText, metres} from './draw-lines.ts';

const {transform, GCJ02, BD09, WGS84} = gcoord as unknown as typeof gcoord.default;
type At = [number, number];
const gcj = (at: readonly [number, number]): At => transform([...at] as At, WGS84, GCJ02);
const bd = (at: readonly [number, number]): At => transform([...at] as At, WGS84, BD09);

describe('toWgs84', () => {
  // The values that the README of the library coordtransform gives for 116.404, 39.915.
  test('the inverse of GCJ-02, against published values', () => {
    const [lon, lat] = toWgs84('gcj02', 116.41024449916938, 39.91640428150164);
    expect(greatCircleM(lon, lat, 116.404, 39.915)).toBeLessThan(0.001);
  });

  test('BD-09 by way of GCJ-02, against published values', () => {
    // 116.404, 39.915 of BD-09 is 116.39762729119315, 39.90865673957631 of GCJ-02.
    expect(toWgs84('bd09', 116.404, 39.915)).toEqual(
      toWgs84('gcj02', ...transform([116.404, 39.915] as At, BD09, GCJ02)),
    );
    const [lon, lat] = transform([116.404, 39.915] as At, BD09, GCJ02);
    expect(greatCircleM(lon, lat, 116.39762729119315, 39.90865673957631)).toBeLessThan(0.001);
  });

  test('there and back in China is within a centimetre; BD-09 within three metres', () => {
    fc.assert(
      fc.property(
        fc.double({min: 75, max: 134, noNaN: true}),
        fc.double({min: 4, max: 53, noNaN: true}),
        (lon, lat) => {
          expect(greatCircleM(...toWgs84('gcj02', ...gcj([lon, lat])), lon, lat)).toBeLessThan(
            0.01,
          );
          // Baidu's two formulas are not each other's exact inverse.
          expect(greatCircleM(...toWgs84('bd09', ...bd([lon, lat])), lon, lat)).toBeLessThan(3);
        },
      ),
    );
  });

  test('it ends, and gives numbers, at the edge of China’s box and anywhere else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({min: -180, max: 180, noNaN: true}),
          fc.double({min: 72, max: 72.02, noNaN: true}),
          fc.double({min: 137.83, max: 137.85, noNaN: true}),
        ),
        fc.double({min: -90, max: 90, noNaN: true}),
        (lon, lat) => {
          expect(toWgs84('gcj02', lon, lat).every(Number.isFinite)).toBe(true);
        },
      ),
    );
    expect(toWgs84('gcj02', 2.35, 48.85)).toEqual([2.35, 48.85]);
  });
});

test('any input: an OSM file in GCJ-02 becomes the network that the one in WGS84 is', async () => {
  const data = (turn: (at: readonly [number, number]) => readonly [number, number]) => {
    const at = [metres(0, 0), metres(3000, 1000), metres(9000, 0)].map(turn);
    return toXml({
      nodes: at.map(([lon, lat], i) => ({
        id: i + 1,
        lon: Number(lon.toFixed(7)),
        lat: Number(lat.toFixed(7)),
      })),
      ways: [{id: 1, refs: [1, 2, 3], tags: {highway: 'primary'}}],
    });
  };
  const read = (text: string, crs: 'wgs84' | 'gcj02' | 'bd09') =>
    importNetwork([{name: 'a.osm', format: 'xml', crs, bytes: chunks(text)}], {toolVersion: 't'});
  const plain = await read(
    data((at) => at),
    'wgs84',
  );
  for (const [crs, turn, metre] of [
    ['gcj02', gcj, 0.03],
    ['bd09', bd, 3],
  ] as const) {
    const turned = await read(data(turn), crs);
    plain.nodes.lon.forEach((lon, i) => {
      const there = [turned.nodes.lon[i]!, turned.nodes.lat[i]!] as const;
      expect(greatCircleM(lon, plain.nodes.lat[i]!, ...there)).toBeLessThan(metre);
    });
  }
});

describe('the shift test', () => {
  /** A winding road of 40 km and one across. */
  const roads = [
    {
      line: Array.from({length: 81}, (_, i): At => [i * 500, 3000 * Math.sin(i / 4)]),
      tags: {highway: 'primary'},
    },
    {
      line: Array.from({length: 41}, (_, i): At => [20000 + 400 * Math.cos(i), i * 500 - 10000]),
      tags: {highway: 'secondary'},
    },
  ];
  const shifted = (turn: (at: readonly [number, number]) => At): string => {
    const json = JSON.parse(geojsonOf(roads)) as {
      features: {geometry: {coordinates: At[]}}[];
    };
    for (const {geometry} of json.features) {
      // half a metre aside: not the very same drawing
      geometry.coordinates = geometry.coordinates.map(([lon, lat]) => turn([lon, lat + 5e-6]));
    }
    return JSON.stringify(json);
  };
  const importTwo = (second: string, crs?: 'gcj02') =>
    importNetwork(
      [
        {name: 'known.geojson', format: 'geojson', bytes: chunks(geojsonOf(roads))},
        {name: 'second.geojson', format: 'geojson', crs, bytes: chunks(second)},
      ],
      {toolVersion: 't'},
    );

  test('a second file in GCJ-02 is told, with the distance and what to do', async () => {
    const network = await importTwo(shifted(gcj));
    const line = entry(network, 'looks-like-gcj02');
    expect(line).toMatchObject({outcome: 'noted', ways: 2});
    const shiftM = greatCircleM(...metres(20000, 0), ...gcj(metres(20000, 0)));
    const told = Number(/displaced by (\d+) m/.exec(line!.examples[0]!)?.[1]);
    expect(Math.abs(told - shiftM)).toBeLessThan(20);
    expect(line!.examples[0]).toMatch(/^second\.geojson looks .* pass --crs gcj02$/);
    // and with that said, there is nothing to tell
    expect(entry(await importTwo(shifted(gcj), 'gcj02'), 'looks-like-gcj02')).toBeUndefined();
  });

  test('files are held against the extract in the same call, also where both are displaced alike', async () => {
    const at = roads.map(({line}) => line.map(([x, y]) => metres(x, y)));
    const first = at.map((_, i) => 1 + i * 1000);
    const osm = toXml({
      nodes: at.flatMap((line, i) =>
        line.map(([lon, lat], k) => ({
          id: first[i]! + k,
          lon: Number(lon.toFixed(7)),
          lat: Number(lat.toFixed(7)),
        })),
      ),
      ways: at.map((line, i) => ({
        id: i + 1,
        refs: line.map((_, k) => first[i]! + k),
        tags: {highway: 'primary'},
      })),
    });
    const drawn = (name: string, crs?: 'gcj02') => ({
      name,
      format: 'geojson' as const,
      crs,
      bytes: chunks(shifted(gcj)),
    });
    const withExtract = (...files: ReturnType<typeof drawn>[]) =>
      importNetwork([{name: 'a.osm', format: 'xml', bytes: chunks(osm)}, ...files], {
        toolVersion: 't',
      });
    const told = entry(
      await withExtract(drawn('a.geojson'), drawn('b.geojson')),
      'looks-like-gcj02',
    );
    expect(told?.examples.map((text) => text.split(' ')[0])).toEqual(['a.geojson', 'b.geojson']);
    const right = await withExtract(drawn('a.geojson', 'gcj02'));
    expect(entry(right, 'looks-like-gcj02')).toBeUndefined();
  });

  test('BD-09 is told apart from GCJ-02', async () => {
    const network = await importTwo(shifted(bd));
    expect(entry(network, 'looks-like-bd09')).toBeDefined();
    expect(entry(network, 'looks-like-gcj02')).toBeUndefined();
  });

  test('nothing is told of files that lie right, or otherwise wrong', async () => {
    for (const turn of [
      (at: readonly [number, number]): At => [at[0], at[1]],
      (at: readonly [number, number]): At => [at[0] + 0.005, at[1]],
      (at: readonly [number, number]): At => [at[0] + 2, at[1] + 2],
    ]) {
      const network = await importTwo(shifted(turn));
      expect(network.ledger.filter(({reason}) => reason.startsWith('looks-like'))).toEqual([]);
    }
  });

  test('points on the roads of a network; too few points tell nothing', async () => {
    const network = await importDrawn(roads);
    const points = roads[0]!.line.map(([x, y]) => gcj(metres(x, y)));
    expect(shiftAgainst(network, points)).toMatchObject({crs: 'gcj02', points: 81});
    expect(shiftAgainst(network, points.slice(0, 19))).toBeNull();
    expect(shiftAgainst(network, [])).toBeNull();
  });

  test('a dense grid of streets near every point tells nothing', async () => {
    const grid = Array.from({length: 60}, (_, i) => [
      {
        line: [
          [i * 150, 0],
          [i * 150, 9000],
        ] as At[],
        tags: {highway: 'residential'},
      },
      {
        line: [
          [0, i * 150],
          [9000, i * 150],
        ] as At[],
        tags: {highway: 'residential'},
      },
    ]).flat();
    const network = await importDrawn(grid);
    const points = Array.from({length: 50}, (_, i) => gcj(metres(3000 + i * 40, 3075)));
    expect(shiftAgainst(network, points)).toBeNull();
  });
});

test('the option turns a drawing as it turns a point', async () => {
  const text = JSON.stringify({
    type: 'Feature',
    properties: {highway: 'primary'},
    geometry: {type: 'LineString', coordinates: [gcj([119, 28]), gcj([119.1, 28])]},
  });
  const network = await importText(text, {}, {crs: 'gcj02'});
  expect([...network.nodes.lon].sort()[0]).toBeCloseTo(119, 6);
  expect(network.nodes.lat[0]).toBeCloseTo(28, 6);
});
