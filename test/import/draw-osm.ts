import {greatCircleM} from '../../src/geo/distance.ts';
import type {Network} from '../../src/graph/network.ts';
import {
  type ImportOptions,
  importNetwork,
  type OsmFormat,
} from '../../src/import/import-network.ts';
import {chunks, type OsmData, type OsmTags, type OsmWay, toXml} from '../support/osm-data.ts';

const CELL_LAT = 1000 / greatCircleM(119, 28, 119, 29);
const CELL_LON = 1000 / greatCircleM(119, 28, 120, 28);

export interface Drawing {
  /** Ways by their letters, e.g. `{ABC: {highway: 'primary'}}`; ids are 1, 2, … in this order. */
  readonly ways: Readonly<Record<string, OsmTags>>;
  readonly nodes?: Readonly<Record<string, OsmTags>>;
  /** Letters that ways use but the extract does not hold. */
  readonly missing?: string;
  /** Cells kept free round the map inside the header box; `null` = no header box. */
  readonly marginKm?: number | null;
  readonly relations?: OsmData['relations'];
}

/** Node id of a letter: A = 1. */
export function idOf(letter: string): number {
  return letter.charCodeAt(0) - 64;
}

/** Letters on a map, one cell = 1 km; what is between the letters is only for the eye. */
export function drawOsm(map: string, drawing: Drawing): OsmData {
  const nodes: OsmData['nodes'][number][] = [];
  const [west, north] = [119, 28];
  let [width, height] = [0, 0];
  const lines = map
    .split('\n')
    .filter((line, i, all) => line.trim() !== '' || (i > 0 && i < all.length - 1));
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)),
  );
  lines.forEach((line, y) => {
    [...line.slice(indent)].forEach((cell, x) => {
      if (!/[A-Z]/.test(cell)) return;
      width = Math.max(width, x);
      height = Math.max(height, y);
      if (drawing.missing?.includes(cell)) return;
      nodes.push({
        id: idOf(cell),
        lon: Math.round((west + x * CELL_LON) * 1e7) / 1e7,
        lat: Math.round((north - y * CELL_LAT) * 1e7) / 1e7,
        tags: drawing.nodes?.[cell] ?? {},
      });
    });
  });
  nodes.sort((a, b) => a.id - b.id);
  const margin = drawing.marginKm === undefined ? 10 : drawing.marginKm;
  return {
    ...(margin === null
      ? {}
      : {
          bounds: [
            west - margin * CELL_LON,
            north - (height + margin) * CELL_LAT,
            west + (width + margin) * CELL_LON,
            north + margin * CELL_LAT,
          ].map((degrees) => Number(degrees.toFixed(7))) as [number, number, number, number],
        }),
    nodes,
    ways: Object.entries(drawing.ways).map(
      ([letters, tags], i): OsmWay => ({
        id: i + 1,
        refs: [...letters.replace(/ /g, '')].map(idOf),
        tags,
      }),
    ),
    ...(drawing.relations ? {relations: drawing.relations} : {}),
  };
}

/** Imports one file's content. */
export function importOne(
  content: string | Uint8Array,
  format: OsmFormat,
  options: Partial<ImportOptions> = {},
  name = 'test.osm',
): Promise<Network> {
  return importNetwork([{name, format, bytes: chunks(content)}], {toolVersion: 't', ...options});
}

export async function drawn(
  map: string,
  drawing: Drawing,
  options: Partial<ImportOptions> = {},
): Promise<Network> {
  return importOne(toXml(drawOsm(map, drawing)), 'xml', options);
}

/** Edges as `A>B` (one-way) or `A-B` (both ways, letters in order), sorted. */
export function edgeNames(network: Network): string[] {
  const {nodes, edges} = network;
  const letter = (row: number): string => String.fromCharCode(nodes.osmId[row]! + 64);
  return Array.from({length: edges.count}, (_, e) => {
    const [a, b] = [letter(edges.from[e]!), letter(edges.to[e]!)];
    return edges.oneway[e] ? `${a}>${b}` : [a, b].sort().join('-');
  }).sort();
}

/** Letters of the nodes that carry a flag. */
export function flagged(network: Network, flag: number): string {
  const letters: string[] = [];
  network.nodes.flags.forEach((flags, row) => {
    if (flags & flag) letters.push(String.fromCharCode(network.nodes.osmId[row]! + 64));
  });
  return letters.sort().join('');
}
