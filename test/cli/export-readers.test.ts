import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {parse} from 'csv-parse/sync';
import {MultiDirectedGraph} from 'graphology';
import gexf from 'graphology-gexf';
import {SaxesParser} from 'saxes';
import {describe, expect, test} from 'vitest';
import {exportNetwork, formatByEnding} from '../../src/app/export.ts';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import type {Network} from '../../src/graph/network.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {lineM} from '../support/haversine.ts';
import {folder} from './run.ts';

const OGR = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((dir) => join(dir, 'ogr2ogr'))
  .find(existsSync);

const FORMATS = OGR === undefined ? '' : execFileSync(OGR, ['--formats'], {encoding: 'utf8'});

/** Bends, a one-way road, a railway, a ring, names that trip readers up. */
function network(): Network {
  return asciiNetwork(
    `
    A---B---C
    |   +---+
    D---E   |
        |   F
        G`,
    {
      edges: {
        AB: {name: '甲,"乙"\r\n丙', ref: 'S1', maxspeedKph: 60},
        BC: {name: "<b>&amp;</b> 'x'", class: 'motorway', oneway: true, toll: true},
        EG: {class: 'rail', name: '=1+1'},
      },
    },
  ).network;
}

async function exported(name: string): Promise<{net: Network; files: string[]}> {
  const net = network();
  const path = join(folder(), name);
  const files = await exportNetwork(net, path, {format: formatByEnding(name), status: 'all'});
  return {net, files: [...files]};
}

/** What an edge is, in numbers that every format has. */
const edgesOf = (net: Network) =>
  Array.from({length: net.edges.count}, (_, e) => ({
    class: EDGE_CLASSES[net.edges.class[e]!]!,
    name: net.strings[net.edges.name[e]!]!,
    lengthM: net.edges.lengthM[e]!,
    line: edgeLine(net, e),
  }));

describe('csv, read by csv-parse', () => {
  test('is a strict table: every edge with its line, ends that are nodes of the other table', async () => {
    const {net, files} = await exported('a.csv');
    const read = (file: string): Record<string, string>[] =>
      parse(readFileSync(file), {columns: true, bom: true});
    const [edges, nodes] = [read(files[0]!), read(files[1]!)];
    expect(nodes.map(({lon, lat}) => [Number(lon), Number(lat)])).toEqual(
      [...net.nodes.lon].map((lon, row) => [lon, net.nodes.lat[row]]),
    );
    const ids = new Set(nodes.map(({id}) => id));
    expect(ids.size).toBe(net.nodes.count);
    const wanted = edgesOf(net);
    expect(edges).toHaveLength(wanted.length);
    edges.forEach((edge, e) => {
      const {line, lengthM, name} = wanted[e]!;
      expect(edge['class']).toBe(wanted[e]!.class);
      expect(edge['name']!.replace(/^'/, '')).toBe(name);
      expect(Number(edge['lengthM'])).toBe(lengthM);
      expect(ids.has(edge['from']!) && ids.has(edge['to']!)).toBe(true);
      const points = /^LINESTRING \((.*)\)$/.exec(edge['wkt']!)![1]!.split(', ');
      expect(points.map((point) => point.split(' ').map(Number))).toEqual(line);
    });
  });
});

describe('graphml and gexf', () => {
  test('graphml is well-formed, its edges join its nodes, both directions of a two-way road', async () => {
    const {net, files} = await exported('a.graphml');
    const {nodes, edges, data} = graphmlOf(readFileSync(files[0]!, 'utf8'));
    expect(nodes.size).toBe(net.nodes.count);
    for (const {source, target} of edges)
      expect([nodes.has(source), nodes.has(target)]).toEqual([true, true]);
    const both = [...net.edges.oneway].reduce((sum, oneway) => sum + 2 - oneway, 0);
    expect(edges).toHaveLength(both);
    for (const {name} of edgesOf(net)) if (name !== '') expect(data).toContain(name);
  });

  test('gexf is read back by graphology: the same nodes and arcs, lengths to the digit', async () => {
    const {net, files} = await exported('a.gexf');
    const graph = gexf.parse(MultiDirectedGraph, readFileSync(files[0]!, 'utf8'));
    expect(graph.order).toBe(net.nodes.count);
    expect(graph.size).toBe([...net.edges.oneway].reduce((sum, oneway) => sum + 2 - oneway, 0));
    const lengths = graph.mapEdges((_, {lengthM}) => Number(lengthM));
    expect(new Set(lengths)).toEqual(new Set(net.edges.lengthM));
  });
});

describe.skipIf(OGR === undefined)('read by GDAL (ogr2ogr, where it is installed)', () => {
  /** The layer as GDAL reads it, written out as GeoJSON. */
  function byGdal(file: string, options: readonly string[]): GeoFeature[] {
    const text = execFileSync(
      OGR!,
      ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', '/vsistdout/', file, ...options],
      {encoding: 'utf8', maxBuffer: 2 ** 26},
    );
    return JSON.parse(text).features;
  }

  // A GDAL without the Parquet driver cannot: hyparquet reads it in export.test.ts.
  test.each([
    ['a.geojson', 'GeoJSON', []],
    ['a.parquet', 'Parquet', []],
    ['a.csv', 'CSV', ['-oo', 'GEOM_POSSIBLE_NAMES=wkt', '-oo', 'KEEP_GEOM_COLUMNS=NO']],
  ] as const)('%s: every edge with class, name, length and line', async (name, driver, options) => {
    if (!FORMATS.includes(` ${driver} `)) return;
    const {net, files} = await exported(name);
    const features = byGdal(files[0]!, options);
    const wanted = edgesOf(net);
    expect(features).toHaveLength(wanted.length);
    features.forEach(({properties, geometry}, e) => {
      const {line, lengthM} = wanted[e]!;
      expect(properties['class']).toBe(wanted[e]!.class);
      // GDAL ends lines in its own way
      const plain = (text: string) => text.replaceAll('\r', '');
      expect(plain(String(properties['name'] ?? '')).replace(/^'/, '')).toBe(
        plain(wanted[e]!.name),
      );
      expect(Number(properties['lengthM'])).toBeCloseTo(lengthM, 6);
      expect(geometry.type).toBe('LineString');
      expect(lineM(geometry.coordinates)).toBeCloseTo(lineM(line), 3);
      expect(geometry.coordinates).toHaveLength(line.length);
    });
  });
});

interface GeoFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: {readonly type: string; readonly coordinates: [number, number][]};
}

function graphmlOf(text: string) {
  const nodes = new Set<string>();
  const edges: {source: string; target: string}[] = [];
  const data: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({name, attributes}) => {
    const {id, source, target} = attributes as Record<string, string>;
    if (name === 'node') nodes.add(id!);
    if (name === 'edge') edges.push({source: source!, target: target!});
  });
  parser.on('text', (chars) => data.push(chars));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return {nodes, edges, data};
}
