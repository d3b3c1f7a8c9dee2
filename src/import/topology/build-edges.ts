import type {LonLat} from '../../geo/line.ts';
import type {NetworkBuilder} from '../../graph/network-builder.ts';
import type {RawNodes} from '../osm/node-store.ts';
import {type RawWays, WAY_BIT} from '../osm/way-store.ts';
import type {EdgeAttributes} from '../tags/way-attributes.ts';
import type {Chains} from './chains.ts';
import type {Pieces} from './pieces.ts';
import type {Runs} from './runs.ts';

export interface EdgeSource {
  readonly nodes: RawNodes;
  readonly ways: RawWays;
  readonly runs: Runs;
  readonly pieces: Pieces;
  readonly chains: Chains;
  readonly attributes: readonly EdgeAttributes[];
  readonly flags: Uint8Array;
  /** Crossing seconds per metre of a way, 0 = none tagged or not usable. */
  readonly secondsPerM: (way: number) => number;
}

/**
 * Writes the chains into the builder as edges, with the nodes they end in. Returns the node row of
 * the network for each raw node row, -1 where the raw node is no end point.
 */
export function buildEdges(source: EdgeSource, builder: NetworkBuilder): Int32Array {
  const {nodes, chains, flags} = source;
  const rowOf = new Int32Array(nodes.count).fill(-1);
  const nodeRow = (raw: number): number => {
    if (rowOf[raw] === -1) {
      const [lon, lat] = lonLat(nodes, raw);
      rowOf[raw] = builder.addNode(lon, lat, nodes.id[raw]!, flags[raw]!);
    }
    return rowOf[raw]!;
  };
  const kinds = new Int32Array(source.attributes.length).fill(-1);
  const kindRow = (attributes: number): number => {
    if (kinds[attributes] === -1)
      kinds[attributes] = builder.addKind(source.attributes[attributes]!);
    return kinds[attributes]!;
  };
  builder.reserveEdges(chains.count, pointCount(source));
  for (let c = 0; c < chains.count; c++) {
    const from = nodeRow(chains.from[c]!);
    const to = nodeRow(chains.to[c]!);
    addEdge(source, c, from, to, builder, kindRow);
  }
  return rowOf;
}

/** Nodes between the ends of chains: of n segments in a row, n − 1. */
function pointCount({pieces, chains}: EdgeSource): number {
  let segments = 0;
  for (let p = 0; p < pieces.count; p++) segments += pieces.to[p]! - pieces.from[p]!;
  return segments - chains.count;
}

function addEdge(
  source: EdgeSource,
  chain: number,
  from: number,
  to: number,
  builder: NetworkBuilder,
  kindRow: (attributes: number) => number,
): void {
  const {ways, runs, pieces, chains} = source;
  let lengthM = 0;
  let bridgeM = 0;
  let tunnelM = 0;
  let durationS = 0;
  let run = 0;
  let before = -1;
  for (let i = chains.first[chain]!; i < chains.first[chain + 1]!; i++) {
    const code = chains.codes[i]!;
    const piece = code >> 1;
    run = pieces.run[piece]!;
    const way = runs.way[run]!;
    const pieceM = pieces.lengthM[piece]!;
    lengthM += pieceM;
    if (ways.bits[way]! & WAY_BIT.bridge) bridgeM += pieceM;
    if (ways.bits[way]! & WAY_BIT.tunnel) tunnelM += pieceM;
    durationS += pieceM * source.secondsPerM(way);
    if (way !== before) builder.addWayId(ways.id[way]!);
    before = way;
    addPoints(source, code, i > chains.first[chain]!, builder);
  }
  const kind = kindRow(ways.attributes[runs.way[run]!]! - 1);
  const oneway = runs.oneway[run] === 1;
  const wholeS = durationS > 0 ? Math.max(1, Math.round(durationS)) : 0;
  builder.addEdgeOfKind(kind, from, to, lengthM, oneway, bridgeM, tunnelM, wholeS);
}

/** Adds the points of a piece before its end, in the direction of the code; its start if `joined`. */
function addPoints(
  {nodes, runs, pieces}: EdgeSource,
  code: number,
  joined: boolean,
  builder: NetworkBuilder,
): void {
  const {rows} = runs;
  const from = pieces.from[code >> 1]!;
  const to = pieces.to[code >> 1]!;
  const count = to - from;
  for (let i = joined ? 0 : 1; i < count; i++) {
    const row = rows[code & 1 ? to - i : from + i]!;
    builder.addPoint(nodes.lonE7[row]!, nodes.latE7[row]!);
  }
}

function lonLat(nodes: RawNodes, row: number): LonLat {
  return [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
}
