import type {LonLat} from '../../geo/line.ts';
import type {EdgeInput, NetworkBuilder} from '../../graph/network-builder.ts';
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
  for (let c = 0; c < chains.count; c++) {
    const from = nodeRow(chains.from[c]!);
    const to = nodeRow(chains.to[c]!);
    builder.addEdge(edge(source, c, from, to));
  }
  return rowOf;
}

function edge(source: EdgeSource, chain: number, from: number, to: number): EdgeInput {
  const {ways, runs, pieces, chains} = source;
  const between: LonLat[] = [];
  const wayIds: number[] = [];
  let [lengthM, bridgeM, tunnelM, durationS] = [0, 0, 0, 0];
  let run = 0;
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
    if (wayIds.at(-1) !== ways.id[way]) wayIds.push(ways.id[way]!);
    if (i > chains.first[chain]!) between.push(lonLat(source.nodes, joint(source, code)));
    inner(source, code, between);
  }
  const a = source.attributes[ways.attributes[runs.way[run]!]! - 1]!;
  // Written out: spreading the attributes into every edge took most of the time of an import.
  const input: EdgeInput = {
    class: a.class,
    status: a.status,
    access: a.access,
    openedOn: a.openedOn,
    closedOn: a.closedOn,
    maxspeedKph: a.maxspeedKph,
    grade: a.grade,
    lanes: a.lanes,
    widthM: a.widthM,
    toll: a.toll,
    highspeed: a.highspeed,
    ref: a.ref,
    name: a.name,
    from,
    to,
    between,
    oneway: runs.oneway[run] === 1,
    lengthM,
    bridgeM,
    tunnelM,
    durationS: durationS > 0 ? Math.max(1, Math.round(durationS)) : 0,
    wayIds,
  };
  return a.surface === undefined ? input : {...input, surface: a.surface};
}

/** Raw node where the piece of this code is entered. */
function joint(source: EdgeSource, code: number): number {
  const {runs, pieces} = source;
  return runs.rows[code & 1 ? pieces.to[code >> 1]! : pieces.from[code >> 1]!]!;
}

/** Adds the points of a piece between its ends, in the direction of the code. */
function inner(source: EdgeSource, code: number, points: LonLat[]): void {
  const {nodes, runs, pieces} = source;
  const first = pieces.from[code >> 1]! + 1;
  const last = pieces.to[code >> 1]! - 1;
  if (code & 1) for (let i = last; i >= first; i--) points.push(lonLat(nodes, runs.rows[i]!));
  else for (let i = first; i <= last; i++) points.push(lonLat(nodes, runs.rows[i]!));
}

function lonLat(nodes: RawNodes, row: number): LonLat {
  return [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
}
