import type {MultiDirectedGraph} from 'graphology';
import type {LonLat} from '../geo/line.ts';
import {edgeLine} from './edge-geometry.ts';
import type {Network} from './network.ts';
import {
  ACCESSES,
  type Access,
  EDGE_CLASSES,
  type EdgeClass,
  NODE_FLAG,
  STATUSES,
  type Status,
} from './vocabulary.ts';

/** Attributes of a node of the graphology graph; a key is absent where the network does not know. */
export interface GraphNodeAttributes {
  /** Row in the network's node table. */
  row: number;
  /** OSM node id; absent for nodes that have none. */
  osmId?: number;
  /** Degrees WGS84. */
  lon: number;
  lat: number;
  /** The bits of `NODE_FLAG`. */
  clip: boolean;
  barrier: boolean;
  interchange: boolean;
  station: boolean;
  turning: boolean;
  /** Name of the station that is this node. */
  name?: string;
}

/** Attributes of an edge of the graphology graph: one *direction* of an edge of the network. */
export interface GraphEdgeAttributes {
  /** Row in the network's edge table; both directions of an edge share it. */
  row: number;
  class: EdgeClass;
  status: Status;
  access: Access;
  /** Metres along the geometry. */
  lengthM: number;
  /** `true` when there is no opposite direction. */
  oneway: boolean;
  /** Days `yyyymmdd` as an integer. */
  openedOn?: number;
  closedOn?: number;
  maxspeedKph?: number;
  /** `highway:CN` grade 0–4. */
  grade?: number;
  /** Lanes of the edge in all, both directions together. */
  lanes?: number;
  /** Tagged width of the carriageway, metres. */
  widthM?: number;
  surface?: 'paved' | 'unpaved';
  toll: boolean;
  highspeed: boolean;
  bridgeM: number;
  tunnelM: number;
  /** Tagged crossing time of a ferry, seconds. */
  durationS?: number;
  ref?: string;
  name?: string;
  /** OSM way ids in the order of the network's edge, joined by `;`. */
  wayIds?: string;
  /** Geometry in the direction of travel, `LINESTRING (lon lat, …)` in degrees WGS84. */
  wkt: string;
}

/** Attributes of the graph itself: what must travel with the data. */
export interface GraphAttributes {
  generator: string;
  attribution: string;
  /** `yyyy-mm-dd`; absent when the data does not say. */
  dataDate?: string;
  schematic: boolean;
}

export type NetworkGraph = MultiDirectedGraph<
  GraphNodeAttributes,
  GraphEdgeAttributes,
  GraphAttributes
>;

export interface ToGraphologyOptions {
  /** `open` (default): open edges and the nodes they touch; `all`: everything, dormant edges too. */
  readonly status?: 'open' | 'all';
}

/**
 * The network as a graphology `MultiDirectedGraph`, for editing, export and graphology's library of
 * metrics. A two-way edge becomes two directed ones, so lengths over the graph count it twice. Access
 * is an attribute, not a filter.
 *
 * Keys: a node is its OSM id (`row:N` where it has none or shares one with an earlier row); an edge is
 * `wayId:part>` in the direction of the network's edge and `wayId:part<` against it, where `part`
 * counts the edges that begin with that way in row order (`row:N>` where no way is known). Keys do
 * not depend on `status`. Loops and parallel edges are kept.
 */
export async function toGraphology(
  network: Network,
  options: ToGraphologyOptions = {},
): Promise<NetworkGraph> {
  const {nodes, edges} = network;
  const {MultiDirectedGraph} = await import('graphology'); // only when used: start-up stays quick
  const graph: NetworkGraph = new MultiDirectedGraph();
  graph.replaceAttributes(graphAttributes(network));

  const isKept = keptEdges(network, options.status ?? 'open');
  const touched = new Uint8Array(nodes.count).fill(options.status === 'all' ? 1 : 0);
  for (let e = 0; e < edges.count; e++) {
    if (isKept(e)) touched[edges.from[e]!] = touched[edges.to[e]!] = 1;
  }
  const nodeKeys = keysOfNodes(network);
  const names = stationNames(network);
  for (let n = 0; n < nodes.count; n++) {
    if (touched[n]) graph.addNode(nodeKeys[n], nodeAttributes(network, n, names.get(n)));
  }
  const edgeKeys = keysOfEdges(network);
  for (let e = 0; e < edges.count; e++) {
    if (!isKept(e)) continue;
    const from = nodeKeys[edges.from[e]!]!;
    const to = nodeKeys[edges.to[e]!]!;
    const line = edgeLine(network, e);
    const shared = edgeAttributes(network, e);
    graph.addDirectedEdgeWithKey(`${edgeKeys[e]}>`, from, to, {...shared, wkt: wktOf(line)});
    if (shared.oneway) continue;
    const back = {...shared, wkt: wktOf(line.reverse())};
    graph.addDirectedEdgeWithKey(`${edgeKeys[e]}<`, to, from, back);
  }
  return graph;
}

/** Which edges an export takes. */
export function keptEdges({edges}: Network, status: 'open' | 'all'): (edge: number) => boolean {
  const open = STATUSES.indexOf('open');
  return status === 'all' ? () => true : (edge) => edges.status[edge] === open;
}

/** What must travel with the data. */
export function graphAttributes({meta}: Network): GraphAttributes {
  return {
    generator: `guantong ${meta.toolVersion}`.trim(),
    attribution: meta.attribution,
    ...(meta.dataDate === null ? {} : {dataDate: meta.dataDate}),
    schematic: meta.schematic,
  };
}

/** Keys of the nodes by row, as in the graphology form. */
export function keysOfNodes({nodes}: Network): string[] {
  const used = new Set<number>();
  return Array.from({length: nodes.count}, (_, row) => {
    const id = nodes.osmId[row]!;
    if (!Number.isSafeInteger(id) || id === 0 || used.has(id)) return `row:${row}`;
    used.add(id);
    return String(id);
  });
}

/** Keys of the edges by row, as in the graphology form but without direction. */
export function keysOfEdges({edges}: Network): string[] {
  const parts = new Map<number, number>();
  return Array.from({length: edges.count}, (_, row) => {
    const first = edges.firstWay[row]!;
    if (first === edges.firstWay[row + 1]) return `row:${row}`;
    const way = edges.wayId[first]!;
    const part = parts.get(way) ?? 0;
    parts.set(way, part + 1);
    return `${way}:${part}`;
  });
}

/** Names of the stations that are nodes, by node row. */
export function stationNames({stations}: Network): Map<number, string> {
  const names = new Map<number, string>();
  for (const {node, name} of stations) if (node !== null && name !== '') names.set(node, name);
  return names;
}

/** Attributes of one node. */
export function nodeAttributes(
  {nodes}: Network,
  row: number,
  name: string | undefined,
): GraphNodeAttributes {
  const osmId = nodes.osmId[row]!;
  const has = (flag: number): boolean => (nodes.flags[row]! & flag) !== 0;
  return {
    row,
    ...(Number.isSafeInteger(osmId) && osmId !== 0 ? {osmId} : {}),
    lon: nodes.lon[row]!,
    lat: nodes.lat[row]!,
    clip: has(NODE_FLAG.clip),
    barrier: has(NODE_FLAG.barrier),
    interchange: has(NODE_FLAG.interchange),
    station: has(NODE_FLAG.station),
    turning: has(NODE_FLAG.turning),
    ...(name === undefined ? {} : {name}),
  };
}

/** Attributes of one edge, both directions of it. */
export function edgeAttributes(network: Network, row: number): Omit<GraphEdgeAttributes, 'wkt'> {
  const {edges, strings} = network;
  const ways = edges.wayId.subarray(edges.firstWay[row], edges.firstWay[row + 1]);
  const surface = ([undefined, 'paved', 'unpaved'] as const)[edges.surface[row]!];
  return {
    row,
    class: EDGE_CLASSES[edges.class[row]!]!,
    status: STATUSES[edges.status[row]!]!,
    access: ACCESSES[edges.access[row]!]!,
    lengthM: edges.lengthM[row]!,
    oneway: edges.oneway[row] === 1,
    ...given('openedOn', edges.openedOn[row]!),
    ...given('closedOn', edges.closedOn[row]!),
    ...given('maxspeedKph', edges.maxspeedKph[row]!),
    ...(edges.grade[row] === 255 ? {} : {grade: edges.grade[row]!}),
    ...given('lanes', edges.lanes[row]!),
    ...given('widthM', edges.widthM[row]!),
    ...(surface === undefined ? {} : {surface}),
    toll: edges.toll[row] === 1,
    highspeed: edges.highspeed[row] === 1,
    bridgeM: edges.bridgeM[row]!,
    tunnelM: edges.tunnelM[row]!,
    ...given('durationS', edges.durationS[row]!),
    ...given('ref', strings[edges.ref[row]!]!),
    ...given('name', strings[edges.name[row]!]!),
    ...given('wayIds', [...ways].join(';')),
  };
}

/** `{key: value}`, or nothing when the value is the column's "not known": 0 or the empty string. */
function given<K extends string, V extends number | string>(key: K, value: V): {[P in K]?: V} {
  return value ? ({[key]: value} as {[P in K]?: V}) : {};
}

/** A line as well-known text, degrees. */
export function wktOf(line: readonly LonLat[]): string {
  return `LINESTRING (${line.map(([lon, lat]) => `${lon} ${lat}`).join(', ')})`;
}
