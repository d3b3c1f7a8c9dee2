import {greatCircleM} from '../../src/geo/distance.ts';
import type {LonLat} from '../../src/geo/line.ts';
import type {LedgerEntry, Network} from '../../src/graph/network.ts';
import {type ImportSource, importNetwork} from '../../src/import/import-network.ts';
import type {LineworkOptions} from '../../src/import/linework/linework-files.ts';
import {chunks} from '../support/osm-data.ts';

const M_LAT = 1 / greatCircleM(119, 28, 119, 29);
const M_LON = 1 / greatCircleM(119, 28, 120, 28);

/** A position so many metres east and north of 119° E 28° N. */
export function metres(x: number, y: number): LonLat {
  return [119 + x * M_LON, 28 + y * M_LAT];
}

export interface Drawn {
  /** Metres east and north. */
  readonly line: readonly (readonly [number, number])[];
  readonly tags: Readonly<Record<string, string | number>>;
}

/** Lines as GeoJSON text. */
export function geojsonOf(lines: readonly Drawn[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: lines.map(({line, tags}) => ({
      type: 'Feature',
      properties: tags,
      geometry: {type: 'LineString', coordinates: line.map(([x, y]) => metres(x, y))},
    })),
  });
}

export function importText(
  text: string | Uint8Array,
  linework: LineworkOptions = {},
  source: Partial<ImportSource> = {},
): Promise<Network> {
  return importNetwork(
    [{name: 'drawn.geojson', format: 'geojson', ...source, bytes: chunks(text)}],
    {toolVersion: 't', linework},
  );
}

export function importDrawn(
  lines: readonly Drawn[],
  linework: LineworkOptions = {},
): Promise<Network> {
  return importText(geojsonOf(lines), linework);
}

/** How many joints of each kind the ledger tells of, and what they added, metres. */
export function jointsOf({ledger}: Network): Record<string, [count: number, gapM: number]> {
  return Object.fromEntries(
    ledger
      .filter(({reason}) => reason.startsWith('joint-'))
      .map(({reason, nodes, km}) => [
        reason.replace('joint-', ''),
        [nodes, Math.round(km * 1000)] as [number, number],
      ]),
  );
}

export function entry(network: Network, reason: string): LedgerEntry | undefined {
  return network.ledger.find((line) => line.reason === reason);
}

/** Number of parts that hang together, by edges alone. */
export function partCount({nodes, edges}: Network): number {
  const parent = Array.from({length: nodes.count}, (_, i) => i);
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i]!));
  for (let e = 0; e < edges.count; e++) parent[root(edges.from[e]!)] = root(edges.to[e]!);
  return new Set(parent.map((_, i) => root(i))).size;
}

export function totalM({edges}: Network): number {
  return edges.lengthM.reduce((sum, m) => sum + m, 0);
}

/** Nodes where one edge ends. */
export function tipCount({nodes, edges}: Network): number {
  const degree = new Uint32Array(nodes.count);
  for (let e = 0; e < edges.count; e++) {
    degree[edges.from[e]!]!++;
    degree[edges.to[e]!]!++;
  }
  return degree.filter((d) => d === 1).length;
}
