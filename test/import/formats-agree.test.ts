import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
import {detectFormat} from '../../src/import/import-network.ts';
import {type OsmData, toOverpass, toXml} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {drawOsm, importOne} from './draw-osm.ts';

/** A town, two provinces with their border, an expressway under construction, a railway, a ferry. */
const TOWN: OsmData = drawOsm(
  `
  A---B---C---D
  |   |   |
  E   F---G---H
      |   |
      J---K---L
  `,
  {
    marginKm: null,
    ways: {
      'A B C D': {highway: 'primary', ref: 'G104', name: '国道 & "甲"', maxspeed: '60'},
      'A E': {highway: 'secondary', oneway: '-1', surface: 'gravel', lanes: '2'},
      'B F G C': {boundary: 'administrative', admin_level: '6'},
      'G H': {highway: 'construction', construction: 'motorway', opening_date: '2027'},
      'F J K G': {railway: 'rail', highspeed: 'yes'},
      'K L': {route: 'ferry', duration: 'PT45M'},
      'C B': {},
    },
    nodes: {
      B: {
        place: 'city',
        name: '温州市',
        alt_name: '鹿城;瓯',
        population: '9,572,903',
        'is_in:province': '乙省',
      },
      E: {barrier: 'bollard'},
      J: {railway: 'station', name: '甲站'},
    },
    relations: [
      {
        id: 1,
        tags: {type: 'boundary', boundary: 'administrative', admin_level: '4', name: '甲省'},
        members: [
          {type: 'way', ref: 3, role: 'outer'},
          {type: 'way', ref: 7, role: 'outer'},
        ],
      },
    ],
  },
);

/** Everything of a network but its meta data, typed arrays as plain ones. */
function plain({meta: _, ...network}: Network): unknown {
  return JSON.parse(
    JSON.stringify(network, (__, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value,
    ),
  );
}

describe('one extract, every format', () => {
  test('XML, Overpass JSON and PBF give the same network', async () => {
    const xml = await importOne(toXml(TOWN), 'xml');
    // A-D (untagged way 7 is no edge), E>A, G-H, and F-J, J-K, K-G, K-L: J is a station, K a pier
    expect(xml.edges.count).toBe(7);
    expect(xml.borders).toMatchObject([
      {level: 4, sides: ['甲省'], osmWayIds: [3]},
      {level: 4, sides: ['甲省'], osmWayIds: [7]},
    ]);
    expect(xml.areas).toMatchObject([{level: 4, name: '甲省', province: '甲省'}]);
    expect(xml.places).toEqual([
      {
        osmId: 2,
        name: '温州市',
        altNames: ['鹿城', '瓯'],
        kind: 'city',
        lon: TOWN.nodes[1]!.lon,
        lat: TOWN.nodes[1]!.lat,
        population: 9572903,
        populationDate: null,
        province: '乙省',
      },
    ]);
    for (const other of [
      await importOne(toOverpass(TOWN), 'overpass-json'),
      await importOne(toPbf(TOWN), 'pbf'),
      await importOne(toPbf(TOWN, {dense: false, zlib: false, granularity: 10}), 'pbf'),
    ]) {
      expect(plain(other)).toEqual(plain(xml));
    }
  });

  test('the order of objects in the file does not matter', async () => {
    const mixed = {
      ...TOWN,
      nodes: [...TOWN.nodes].reverse(),
      ways: [...TOWN.ways].reverse(),
    };
    const want = plain(await importOne(toPbf(TOWN), 'pbf'));
    expect(plain(await importOne(toPbf(mixed, {waysFirst: true}), 'pbf'))).toEqual(want);
  });
});

describe('what a file says of itself', () => {
  test('data date: header, else newest object, never a converter’s zero', async () => {
    const day = async (pbf: Uint8Array) => (await importOne(pbf, 'pbf')).meta.dataDate;
    expect(await day(toPbf(TOWN, {replicationTime: Date.UTC(2015, 6, 27) / 1000}))).toBe(
      '2015-07-27',
    );
    expect(await day(toPbf(TOWN, {replicationTime: 1}))).toBeNull();
    const stamped = (time: string) =>
      toXml(TOWN).replace('<way id="1"', `<way id="1" timestamp="${time}"`);
    const dated = await importOne(stamped('2012-05-02T14:50:31Z'), 'xml');
    expect(dated.meta.dataDate).toBe('2012-05-02');
    const zero = await importOne(stamped('1970-01-01T00:00:01Z'), 'xml');
    expect(zero.meta.dataDate).toBeNull();
    const base = {osm3s: {timestamp_osm_base: '2024-03-01T10:00:00Z'}};
    const overpass = await importOne(toOverpass(TOWN, base), 'overpass-json');
    expect(overpass.meta.dataDate).toBe('2024-03-01');
    const withMeta = toXml(TOWN).replace(
      /(<osm[^>]*>)/,
      '$1<meta osm_base="2024-04-02T00:00:00Z"/>',
    );
    expect((await importOne(withMeta, 'xml')).meta.dataDate).toBe('2024-04-02');
  });

  test('a schematic says so, in XML and in JSON', async () => {
    for (const network of [
      await importOne(toXml(TOWN, ' schematic="yes"'), 'xml'),
      await importOne(toOverpass(TOWN, {schematic: true}), 'overpass-json'),
    ]) {
      expect(network.meta.schematic).toBe(true);
      expect(network.meta.attribution).toContain('schematic');
    }
    const real = await importOne(toXml(TOWN), 'xml');
    expect(real.meta.schematic).toBe(false);
    expect(real.meta.attribution).toBe('© OpenStreetMap contributors, ODbL 1.0');
  });

  test('format by ending', () => {
    expect(detectFormat('a.osm.pbf')).toEqual({format: 'pbf', gzipped: false});
    expect(detectFormat('a.osm')).toEqual({format: 'xml', gzipped: false});
    expect(detectFormat('a.OSM.GZ')).toEqual({format: 'xml', gzipped: true});
    expect(detectFormat('a.json')).toEqual({format: 'overpass-json', gzipped: false});
    expect(detectFormat('a.shp')).toBeNull();
  });
});
