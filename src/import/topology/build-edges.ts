import {EdgeKinds} from '../../graph/edge-kinds.ts';
import type {EdgeTable, Network, NodeTable} from '../../graph/network.ts';
import type {RawNodes} from '../osm/node-store.ts';
import {type RawWays, WAY_BIT} from '../osm/way-store.ts';
import type {EdgeAttributes} from '../tags/way-attributes.ts';
import type {Chains} from './chains.ts';
import type {EndNodes} from './end-nodes.ts';
import type {Pieces} from './pieces.ts';
import type {Runs} from './runs.ts';

export interface EdgeSource {
  readonly nodes: RawNodes;
  readonly ways: RawWays;
  readonly runs: Runs;
  readonly pieces: Pieces;
  readonly chains: Chains;
  readonly ends: EndNodes;
  readonly attributes: readonly EdgeAttributes[];
  readonly flags: Uint8Array;
  /** Crossing seconds per metre of a way, 0 = none tagged or not usable. */
  readonly secondsPerM: (way: number) => number;
}

/** Writes the chains as edges, with the nodes they end in. */
export function buildEdges(source: EdgeSource): Pick<Network, 'nodes' | 'edges' | 'strings'> {
  return {nodes: nodesOf(source), ...edgesOf(source)};
}

function nodesOf({nodes, ends, flags}: EdgeSource): NodeTable {
  const {count, rawOf} = ends;
  const table = {
    count,
    osmId: new Float64Array(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    flags: new Uint8Array(count),
  };
  for (let row = 0; row < count; row++) {
    const raw = rawOf[row]!;
    table.osmId[row] = nodes.id[raw]!;
    table.lon[row] = nodes.lonE7[raw]! / 1e7;
    table.lat[row] = nodes.latE7[raw]! / 1e7;
    table.flags[row] = flags[raw]!;
  }
  return table;
}

/** One loop over all chains, into columns of their final size: millions of edges pass here. */
function edgesOf(source: EdgeSource): {edges: EdgeTable; strings: readonly string[]} {
  const {nodes, ways, runs, pieces, chains, ends, secondsPerM} = source;
  const {count} = chains;
  const columns = edgeColumns(count, pointCount(source), wayCount(source));
  const {lengthM, oneway, bridgeM, tunnelM, durationS} = columns;
  const {firstPoint, pointLonE7, pointLatE7, firstWay, wayId} = columns;
  const kind = new Uint32Array(count);
  const {kinds, kindRow} = kindsOf(source.attributes);
  const {rows} = runs;
  let point = 0;
  let waysSoFar = 0;
  for (let c = 0; c < count; c++) {
    let edgeM = 0;
    let onBridgesM = 0;
    let inTunnelsM = 0;
    let seconds = 0;
    let run = 0;
    let before = -1;
    const begin = chains.first[c]!;
    for (let i = begin; i < chains.first[c + 1]!; i++) {
      const code = chains.codes[i]!;
      const piece = code >> 1;
      run = pieces.run[piece]!;
      const way = runs.way[run]!;
      const pieceM = pieces.lengthM[piece]!;
      edgeM += pieceM;
      if (ways.bits[way]! & WAY_BIT.bridge) onBridgesM += pieceM;
      if (ways.bits[way]! & WAY_BIT.tunnel) inTunnelsM += pieceM;
      if (ways.durationS[way] !== 0) seconds += pieceM * secondsPerM(way);
      if (way !== before) wayId[waysSoFar++] = ways.id[way]!;
      before = way;
      const [first, last] = [pieces.from[piece]!, pieces.to[piece]!];
      const skipped = i > begin ? 0 : 1;
      copyPoints(rows, first, last, code, skipped, nodes.lonE7, pointLonE7, point);
      copyPoints(rows, first, last, code, skipped, nodes.latE7, pointLatE7, point);
      point += last - first - skipped;
    }
    kind[c] = kindRow(ways.attributes[runs.way[run]!]! - 1);
    lengthM[c] = edgeM;
    oneway[c] = runs.oneway[run]!;
    bridgeM[c] = onBridgesM;
    tunnelM[c] = inTunnelsM;
    durationS[c] = seconds > 0 ? Math.max(1, Math.round(seconds)) : 0;
    firstPoint[c + 1] = point;
    firstWay[c + 1] = waysSoFar;
  }
  const {from, to} = ends;
  return {edges: {count, from, to, ...columns, ...kinds.spread(kind)}, strings: kinds.strings};
}

/**
 * Copies one coordinate of the points of a piece before its end, in the direction of the code, to
 * `out` from `at` on; its start too unless it is `skipped`: where another piece of the edge goes before.
 */
function copyPoints(
  rows: Uint32Array,
  first: number,
  last: number,
  code: number,
  skipped: number,
  column: Int32Array,
  out: Int32Array,
  at: number,
): void {
  for (let k = skipped; k < last - first; k++) {
    out[at++] = column[rows[code & 1 ? last - k : first + k]!]!;
  }
}

function edgeColumns(count: number, points: number, ways: number) {
  return {
    lengthM: new Float64Array(count),
    oneway: new Uint8Array(count),
    bridgeM: new Float32Array(count),
    tunnelM: new Float32Array(count),
    durationS: new Uint32Array(count),
    firstPoint: new Uint32Array(count + 1),
    pointLonE7: new Int32Array(points),
    pointLatE7: new Int32Array(points),
    firstWay: new Uint32Array(count + 1),
    wayId: new Float64Array(ways),
  };
}

/** Nodes between the ends of chains: of n segments in a row, n − 1. */
function pointCount({pieces, chains}: EdgeSource): number {
  let segments = 0;
  for (let p = 0; p < pieces.count; p++) segments += pieces.to[p]! - pieces.from[p]!;
  return segments - chains.count;
}

/** Ways of all edges, each once where it follows itself. */
function wayCount({runs, pieces, chains}: EdgeSource): number {
  let count = 0;
  for (let c = 0; c < chains.count; c++) {
    let before = -1;
    for (let i = chains.first[c]!; i < chains.first[c + 1]!; i++) {
      const way = runs.way[pieces.run[chains.codes[i]! >> 1]!]!;
      if (way !== before) count++;
      before = way;
    }
  }
  return count;
}

/** The kinds in use, in the order of their first edge. */
function kindsOf(attributes: readonly EdgeAttributes[]) {
  const kinds = new EdgeKinds();
  const known = new Int32Array(attributes.length).fill(-1);
  const kindRow = (row: number): number => {
    if (known[row] === -1) known[row] = kinds.add(attributes[row]!);
    return known[row]!;
  };
  return {kinds, kindRow};
}
