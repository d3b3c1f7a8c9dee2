import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {MultiDirectedGraph} from 'graphology';
import {parquetMetadata, parquetReadObjects} from 'hyparquet';
import {describe, expect, test} from 'vitest';
import {exportNetwork, formatByEnding} from '../../src/app/export.ts';
import {UserError} from '../../src/errors.ts';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import {graphToGraphml} from '../../src/graph/exchange/graphml.ts';
import {toGraphology} from '../../src/graph/graphology.ts';
import type {Network} from '../../src/graph/network.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {anyNetwork} from '../graph/file/random-network.ts';
import {parseCsv} from '../report/csv-reader.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {areaOf} from '../support/square-area.ts';
import {folder, guantong, put} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

const FORMULA = '=HYPERLINK("http://evil.example","click")';

/** Three edges with names that a spreadsheet, an XML and a JSON reader may trip over. */
function hostile(): Network {
  const {network} = asciiNetwork('A--B--C--D', {
    edges: {
      AB: {name: FORMULA, ref: '+1'},
      BC: {name: '甲,"乙"\r\n丙', ref: 'S1'},
      CD: {name: '<b>&amp;</b>', oneway: true},
    },
    rest: {
      meta: {
        attribution: '© OpenStreetMap contributors, ODbL 1.0',
        toolVersion: '1.2.3',
        dataDate: '2026-01-02',
        sources: [{name: 'x.osm.pbf', bytes: 5, sha256: 'ab'.repeat(32), dataDate: null}],
      },
      ledger: [
        {outcome: 'kept', reason: 'road', ways: 3, km: 1.5, nodes: 4, examples: ['way/1']},
        {outcome: 'dropped', reason: 'area', ways: 2, km: 0.5, nodes: 9, examples: []},
      ],
    },
  });
  return network;
}

/** A table without its byte order mark. */
const table = (text: string): string[][] => parseCsv(text.replace(/^\ufeff/, ''));

async function exported(network: Network, name: string, status: 'open' | 'all' = 'all') {
  const dir = folder();
  const files = await exportNetwork(network, join(dir, name), {
    format: formatByEnding(name),
    status,
  });
  return {dir, files, text: readFileSync(files[0]!, 'utf8')};
}

describe('geojson', () => {
  test('holds every edge with its line, on any network', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const {text} = await exported(network, 'a.geojson');
        const {type, features} = JSON.parse(text);
        expect(type).toBe('FeatureCollection');
        expect(features).toHaveLength(network.edges.count);
        features.forEach(
          (feature: {properties: Record<string, unknown>; geometry: unknown}, e: number) => {
            expect(feature.properties['class']).toBe(EDGE_CLASSES[network.edges.class[e]!]);
            expect(feature.properties['lengthM']).toBe(network.edges.lengthM[e]! + 0);
            expect(feature.geometry).toEqual(
              JSON.parse(JSON.stringify({type: 'LineString', coordinates: edgeLine(network, e)})),
            );
          },
        );
      }),
      {numRuns: 30},
    );
  });

  test('says where the data comes from, in the file and beside it', async () => {
    const {dir, files, text} = await exported(hostile(), 'a.geojson');
    expect(JSON.parse(text)).toMatchObject({
      attribution: '© OpenStreetMap contributors, ODbL 1.0',
      dataDate: '2026-01-02',
    });
    expect(files).toEqual([join(dir, 'a.geojson'), join(dir, 'a.geojson.license.txt')]);
    expect(readdirSync(dir)).toHaveLength(2);
    const license = readFileSync(files[1]!, 'utf8');
    expect(license).toContain('opendatacommons.org/licenses/odbl/1-0');
    expect(license).toContain('© OpenStreetMap contributors');
    expect(license).toContain(`x.osm.pbf, 5 bytes, SHA-256 ${'ab'.repeat(32)}`);
    expect(license).toMatch(/dropped +area: 2 ways, 0\.5 km, 9 nodes/);
  });
});

describe('csv', () => {
  test('an edge list and its nodes, which join by key; no cell is a formula', async () => {
    const {files} = await exported(hostile(), 'a.csv');
    const [edges, nodes] = files.slice(0, 2).map((file) => table(readFileSync(file, 'utf8')));
    expect(files.map((file) => file.split('/').at(-1))).toEqual([
      'a-edges.csv',
      'a-nodes.csv',
      'a.csv.license.txt',
    ]);
    const [head, ...rows] = edges!;
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]!);
    expect(column('name')).toEqual([`'${FORMULA}`, '甲,"乙"\r\n丙', '<b>&amp;</b>']);
    expect(column('ref')).toEqual(["'+1", 'S1', '']);
    expect(column('oneway')).toEqual(['false', 'false', 'true']);
    expect(column('wkt')[0]).toMatch(/^LINESTRING \(/);
    const ids = nodes!.slice(1).map((row) => row[nodes![0]!.indexOf('id')]);
    for (const end of [...column('from'), ...column('to')]) expect(ids).toContain(end);
  });

  test('nodes with negative ids keep them: a guard would break the join', async () => {
    const {network} = asciiNetwork('A--B');
    network.nodes.osmId.set([-1, -2]);
    const {text} = await exported(network, 'a.csv');
    const [head, row] = table(text) as [string[], string[]];
    expect([row[head.indexOf('from')], row[head.indexOf('to')]].sort()).toEqual(['-1', '-2']);
  });
});

describe('geoparquet', () => {
  async function read(file: string) {
    const bytes = readFileSync(file);
    const buffer = bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.length,
    ) as ArrayBuffer;
    const metadata = parquetMetadata(buffer);
    const keys = new Map(metadata.key_value_metadata?.map(({key, value}) => [key, value]));
    return {keys, rows: await parquetReadObjects({file: buffer})};
  }

  test('read back by hyparquet: the same rows and lines, on any network', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const {files} = await exported(network, 'a.parquet');
        const {rows} = await read(files[0]!);
        expect(rows).toHaveLength(network.edges.count);
        rows.forEach((row, e) => {
          expect(row['class']).toBe(EDGE_CLASSES[network.edges.class[e]!]);
          expect(row['lengthM']).toBe(network.edges.lengthM[e]);
          expect(row['name'] ?? '').toBe(
            new TextDecoder().decode(
              new TextEncoder().encode(network.strings[network.edges.name[e]!]),
            ),
          );
          expect(row['geometry']).toEqual({type: 'LineString', coordinates: edgeLine(network, e)});
        });
      }),
      {numRuns: 30},
    );
  });

  test('carries the geo metadata of version 1.1 and the attribution', async () => {
    const network = hostile();
    const {keys} = await read((await exported(network, 'a.parquet')).files[0]!);
    const geo = JSON.parse(keys.get('geo')!);
    const lon = [...network.nodes.lon];
    const lat = [...network.nodes.lat];
    expect(geo).toEqual({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['LineString'],
          bbox: [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)],
        },
      },
    });
    expect(keys.get('attribution')).toBe('© OpenStreetMap contributors, ODbL 1.0');
  });
});

describe('graphs', () => {
  test('graphml is what the library function gives; JSON is read by graphology', async () => {
    const network = hostile();
    const graph = await toGraphology(network, {status: 'all'});
    expect((await exported(network, 'a.graphml')).text).toBe(graphToGraphml(graph));
    const dir = folder();
    const out = join(dir, 'a.json');
    await exportNetwork(network, out, {format: 'graphology-json', status: 'all'});
    const json = JSON.parse(readFileSync(out, 'utf8'));
    expect(json).toEqual(JSON.parse(JSON.stringify(graph.export())));
    expect(MultiDirectedGraph.from(json).size).toBe(graph.size);
  });

  test('gexf names every node', async () => {
    const {text} = await exported(hostile(), 'a.gexf');
    expect(text.match(/<node /g)).toHaveLength(4);
  });
});

test('every edge names the province, prefecture and county that hold its middle, where the data knows', async () => {
  const {network: plain} = asciiNetwork('A--B--C');
  const [west, east] = [Math.min(...plain.nodes.lon), Math.max(...plain.nodes.lon)];
  const middle = (west + east) / 2;
  const network: Network = {
    ...plain,
    areas: [
      areaOf(4, '浙江省', [west - 1, -90, middle, 90]),
      areaOf(4, '福建省', [middle, -90, east + 1, 90]),
      areaOf(6, '泰顺县', [west - 1, -90, middle, 90], {province: '浙江省'}),
    ],
  };
  const {text} = await exported(network, 'a.geojson');
  const units = JSON.parse(text).features.map(
    ({properties: {province, prefecture, county}}: {properties: Record<string, string>}) => [
      province,
      prefecture,
      county,
    ],
  );
  expect(units).toEqual([
    ['浙江省', undefined, '泰顺县'],
    ['福建省', undefined, undefined],
  ]);
  const [edges] = (await exported(network, 'a.csv')).files;
  const [head, row] = table(readFileSync(edges!, 'utf8')) as [string[], string[]];
  expect([row[head.indexOf('province')], row[head.indexOf('county')]]).toEqual([
    '浙江省',
    '泰顺县',
  ]);
});

test('what is not open is left out unless asked for', async () => {
  const {network} = asciiNetwork('A--B--C', {edges: {BC: {status: 'proposed'}}});
  const count = async (status: 'open' | 'all') =>
    JSON.parse((await exported(network, 'a.geojson', status)).text).features.length;
  expect([await count('open'), await count('all')]).toEqual([1, 2]);
});

test('an ending that tells nothing is a fault of usage', () => {
  expect(() => formatByEnding('a.shp')).toThrow(UserError);
});

describe('the command', () => {
  test('writes the files and names them on stderr', async () => {
    const dir = folder();
    const map = put(dir, 'small.osm', SMALL_MAP);
    const ran = await guantong(['export', map, '-o', join(dir, 'net.parquet')]);
    expect(ran).toMatchObject({code: 0, stdout: ''});
    expect(ran.stderr).toContain('net.parquet.license.txt');
    expect(readdirSync(dir).sort()).toEqual([
      'net.parquet',
      'net.parquet.license.txt',
      'small.osm',
    ]);
  });

  test.each([[['-o', 'x.shp']], [['-o', '-']], [['-o', 'x.csv', '--format', 'shp']]])(
    '%j is refused',
    async (more) => {
      const map = put(folder(), 'small.osm', SMALL_MAP);
      expect((await guantong(['export', map, ...more])).code).toBe(2);
    },
  );

  test('a folder that cannot be written: a sentence, no file', async () => {
    const dir = folder();
    const map = put(dir, 'small.osm', SMALL_MAP);
    for (const name of ['net.geojson', 'net.parquet', 'net.csv']) {
      const ran = await guantong(['export', map, '-q', '-o', join(map, name)]);
      expect(ran.code).toBe(1);
      expect(ran.stderr).toMatch(/^guantong: cannot write/);
    }
    expect(readdirSync(dir)).toEqual(['small.osm']);
  });
});
