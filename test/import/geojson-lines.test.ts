import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {EDGE_CLASSES, STATUSES} from '../../src/graph/vocabulary.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks} from '../support/osm-data.ts';
import {entry, geojsonOf, importDrawn, importText, metres, partCount} from './draw-lines.ts';
import {LINE} from './draw-shapefile.ts';

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
