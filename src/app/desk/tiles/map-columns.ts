import type {LonLat} from '../../../geo/line.ts';
import type {EdgeTable, Network} from '../../../graph/network.ts';

/**
 * What of a network is drawn, as columns: it crosses to the thread that makes tiles as bytes, whatever
 * the size of the network; tiles of all days are made from it.
 */
export interface MapColumns {
  /** A line for every edge. */
  readonly edges: LineColumns;
  readonly kind: Pick<
    EdgeTable,
    'class' | 'status' | 'openedOn' | 'closedOn' | 'ref' | 'name' | 'highspeed'
  >;
  /** The day of the map when no other is asked for, `yyyymmdd`; `null` = as the data is. */
  readonly asOf: number | null;
  /** Rows that `ref` and `name` speak of. */
  readonly strings: readonly string[];
  readonly borders: LineColumns & {
    readonly level: readonly number[];
    readonly sides: readonly string[];
  };
  readonly places: PointColumns & {
    readonly kind: readonly string[];
    readonly population: readonly (number | null)[];
  };
  readonly stations: PointColumns;
}

/** Lines on the square of web maps: points `first[i] ..< first[i + 1]` of line `i`. */
export interface LineColumns {
  readonly first: Uint32Array;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
}

export interface PointColumns {
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly names: readonly string[];
}

/** The side of the square of web maps is 2^30 units, about 4 cm. */
export const WORLD_BITS = 30;
const WORLD = 2 ** WORLD_BITS;

export function mapColumns(network: Network, asOf: number | null): MapColumns {
  const {edges, borders, places, stations, strings} = network;
  const {class: kind, status, openedOn, closedOn, ref, name, highspeed} = edges;
  return {
    edges: edgeLines(network),
    kind: {class: kind, status, openedOn, closedOn, ref, name, highspeed},
    asOf,
    strings,
    borders: {
      ...linesOf(borders.map(({line}) => line)),
      level: borders.map(({level}) => level),
      sides: borders.map(({sides}) => sides.join(' / ')),
    },
    places: {
      ...pointsOf(places),
      kind: places.map((place) => place.kind),
      population: places.map(({population}) => population),
    },
    stations: pointsOf(stations),
  };
}

function edgeLines({nodes, edges}: Network): LineColumns {
  const {count, from, to, firstPoint, pointLonE7, pointLatE7} = edges;
  const size = 2 * count + (firstPoint[count] ?? 0);
  const lines = {
    first: new Uint32Array(count + 1),
    x: new Uint32Array(size),
    y: new Uint32Array(size),
  };
  let at = 0;
  const put = (lon: number, lat: number): void => {
    lines.x[at] = worldX(lon);
    lines.y[at++] = worldY(lat);
  };
  for (let e = 0; e < count; e++) {
    put(nodes.lon[from[e]!]!, nodes.lat[from[e]!]!);
    for (let p = firstPoint[e]!; p < firstPoint[e + 1]!; p++) {
      put(pointLonE7[p]! / 1e7, pointLatE7[p]! / 1e7);
    }
    put(nodes.lon[to[e]!]!, nodes.lat[to[e]!]!);
    lines.first[e + 1] = at;
  }
  return lines;
}

function linesOf(lines: readonly (readonly LonLat[])[]): LineColumns {
  const first = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    first[i + 1] = first[i]! + line.length;
  });
  const points = lines.flat();
  return {
    first,
    x: Uint32Array.from(points, ([lon]) => worldX(lon)),
    y: Uint32Array.from(points, ([, lat]) => worldY(lat)),
  };
}

function pointsOf(
  points: readonly {readonly lon: number; readonly lat: number; readonly name: string}[],
): PointColumns {
  return {
    x: Uint32Array.from(points, ({lon}) => worldX(lon)),
    y: Uint32Array.from(points, ({lat}) => worldY(lat)),
    names: points.map(({name}) => name),
  };
}

export function worldX(lon: number): number {
  return inWorld((lon + 180) / 360);
}

/** Web Mercator; poles beyond its square lie on its edge. */
export function worldY(lat: number): number {
  const rad = (lat * Math.PI) / 180;
  return inWorld((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2);
}

function inWorld(share: number): number {
  return Math.min(WORLD - 1, Math.max(0, Math.round(share * WORLD)));
}
