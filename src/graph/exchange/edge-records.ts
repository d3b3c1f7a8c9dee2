import type {LonLat} from '../../geo/line.ts';
import {edgeLine} from '../edge-geometry.ts';
import {
  edgeAttributes,
  type GraphEdgeAttributes,
  type GraphNodeAttributes,
  keptEdges,
  keysOfEdges,
  keysOfNodes,
  nodeAttributes,
  stationNames,
} from '../graphology.ts';
import type {Network} from '../network.ts';
import {edgeUnits, UNIT_KINDS, type UnitKind} from '../units.ts';

/** Names of the units that hold the middle of an edge. */
type UnitNames = {readonly [K in UnitKind]?: string};

export type EdgeRecord = Omit<GraphEdgeAttributes, 'wkt'> &
  UnitNames & {
    /** `wayId:part`, as in the graphology form but for both directions. */
    readonly id: string;
    /** Keys of its nodes; a one-way edge runs from `from` to `to`. */
    readonly from: string;
    readonly to: string;
    readonly line: readonly LonLat[];
  };

export type NodeRecord = GraphNodeAttributes & {readonly id: string};

/** Every field of an edge but its line, in the order of tables. Absent values are not known. */
export const EDGE_FIELDS = {
  id: 'text',
  from: 'text',
  to: 'text',
  row: 'whole',
  class: 'text',
  status: 'text',
  access: 'text',
  lengthM: 'number',
  oneway: 'flag',
  ref: 'text',
  name: 'text',
  openedOn: 'whole',
  closedOn: 'whole',
  maxspeedKph: 'whole',
  grade: 'whole',
  lanes: 'whole',
  widthM: 'number',
  surface: 'text',
  toll: 'flag',
  highspeed: 'flag',
  bridgeM: 'number',
  tunnelM: 'number',
  durationS: 'whole',
  wayIds: 'text',
  province: 'text',
  prefecture: 'text',
  county: 'text',
} as const satisfies Record<Exclude<keyof EdgeRecord, 'line'>, FieldType>;

/** Every field of a node, in the order of tables. */
export const NODE_FIELDS = {
  id: 'text',
  row: 'whole',
  osmId: 'whole',
  lon: 'number',
  lat: 'number',
  name: 'text',
  clip: 'flag',
  barrier: 'flag',
  interchange: 'flag',
  station: 'flag',
  turning: 'flag',
} as const satisfies Record<keyof NodeRecord, FieldType>;

export type FieldType = 'text' | 'whole' | 'number' | 'flag';

/** The edges one by one: an export need not hold all of them as objects. */
export function* edgeRecords(network: Network, status: 'open' | 'all'): Generator<EdgeRecord> {
  const {edges} = network;
  const isKept = keptEdges(network, status);
  const nodeKeys = keysOfNodes(network);
  const edgeKeys = keysOfEdges(network);
  const unitsOf = unitNames(network);
  for (let e = 0; e < edges.count; e++) {
    if (!isKept(e)) continue;
    yield {
      id: edgeKeys[e]!,
      from: nodeKeys[edges.from[e]!]!,
      to: nodeKeys[edges.to[e]!]!,
      ...edgeAttributes(network, e),
      ...unitsOf(e),
      line: edgeLine(network, e),
    };
  }
}

function unitNames(network: Network): (edge: number) => UnitNames {
  const held = edgeUnits(network);
  return (edge) => {
    const names: {[K in UnitKind]?: string} = {};
    for (const kind of UNIT_KINDS) {
      const {name} = held.units[held[kind][edge]!]!;
      if (name !== '') names[kind] = name;
    }
    return names;
  };
}

/** The nodes that the edges of `edgeRecords` touch; with `all`, every node. */
export function* nodeRecords(network: Network, status: 'open' | 'all'): Generator<NodeRecord> {
  const {nodes, edges} = network;
  const isKept = keptEdges(network, status);
  const touched = new Uint8Array(nodes.count).fill(status === 'all' ? 1 : 0);
  for (let e = 0; e < edges.count; e++) {
    if (isKept(e)) touched[edges.from[e]!] = touched[edges.to[e]!] = 1;
  }
  const keys = keysOfNodes(network);
  const names = stationNames(network);
  for (let n = 0; n < nodes.count; n++) {
    if (touched[n]) yield {id: keys[n]!, ...nodeAttributes(network, n, names.get(n))};
  }
}
