import type {BorderIndex} from '../../geo/border-index.ts';
import {type LonLat, pointAlong} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {ROAD_RANK} from '../../graph/vocabulary.ts';
import {rankOf} from './edge-roles.ts';
import type {HalfEdges} from './half-edges.ts';
import type {LineIndex} from './line-index.ts';
import {explore} from './surroundings.ts';
import {leadsOneWay, TIP_REACH_M, type Tip} from './tips.ts';

/**
 * Another road of the studied graph that passes a tip this near, metres, without a common node is
 * taken as a gap in the drawing. Ours, not a standard.
 */
export const NEAR_MISS_M = 150;
/**
 * The same for expressways on one side of the border, metres: as far as the ramps of an
 * interchange reach, which drawings often lack. Ours, not a standard.
 */
export const INTERCHANGE_M = 500;

/** What passes a tip without touching it. */
export interface Beside {
  /** A road that leads elsewhere passes: the tip is a gap in the drawing, not a dead end. */
  readonly gapInDrawing: {readonly edge: number; readonly distanceM: number} | null;
  /** Lines of the same corridor that end beside the tip: the other carriageway of a pair. */
  readonly pairedEdges: readonly number[];
}

/**
 * Looks at the studied lines that pass a tip but are not joined to it near by. A line whose ways
 * out are the tip's own corridor ends here too and makes a pair with it; any other line goes on.
 * Across a border only the nearer bound holds: two expressways 400 m apart there are a finding.
 */
export function lookBeside(
  network: Network,
  graph: HalfEdges,
  studiedLines: LineIndex,
  borders: BorderIndex,
  tip: Tip,
): Beside {
  const {nodes, edges} = network;
  const pairedEdges: number[] = [];
  const at: LonLat = [nodes.lon[tip.node]!, nodes.lat[tip.node]!];
  const joined = tip.around.distanceM;
  const isExpressway = rankOf(network, tip.around.exits[0]!.half >> 1) === ROAD_RANK.motorway;
  const near = studiedLines.near(at[0], at[1], isExpressway ? INTERCHANGE_M : NEAR_MISS_M);
  for (const {edge, alongM, distanceM} of near) {
    if (joined.has(edges.from[edge]!) || joined.has(edges.to[edge]!)) continue;
    const other = explore(network, graph, {edge, atM: alongM}, TIP_REACH_M);
    if (distanceM > NEAR_MISS_M) {
      if (rankOf(network, edge) !== ROAD_RANK.motorway) continue;
      if (borders.crossings(at, pointAlong(edgeLine(network, edge), alongM)).length > 0) continue;
    }
    if (!leadsOneWay(network, graph, [...tip.around.exits, ...other.exits])) {
      return {gapInDrawing: {edge, distanceM}, pairedEdges};
    }
    if (distanceM <= NEAR_MISS_M) pairedEdges.push(edge);
  }
  return {gapInDrawing: null, pairedEdges};
}
