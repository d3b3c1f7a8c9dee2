import type {BorderIndex} from '../../geo/border-index.ts';
import {bearingDeg, bearingGapDeg} from '../../geo/distance.ts';
import {type LonLat, pointAlong} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {ROAD_RANK} from '../../graph/vocabulary.ts';
import {rankOf} from './edge-roles.ts';
import type {HalfEdges} from './half-edges.ts';
import {boxRound, type LineIndex} from './line-index.ts';
import {exitPoint, explore} from './surroundings.ts';
import {leadsOneWay, TIP_REACH_M, type Tip} from './tips.ts';

/**
 * Another road of the studied graph that passes a tip this near, metres, without a common node is
 * taken as a gap in the drawing. Ours, not a standard.
 */
export const NEAR_MISS_M = 150;
/**
 * The same on one side of the border where an expressway ends, or where a road ends that leads at one, metres:
 * as far as the ramps of an interchange reach, in data that draws none. Ours, not a standard.
 */
export const INTERCHANGE_M = 500;
/** How far off its course a road may have the expressway that it leads at. Ours. */
const LEADS_AT_DEG = 60;

/** Data that draws a ramp within this, metres, draws its interchanges: what is not joined there is not joined. Ours. */
const RAMPS_DRAWN_M = 20_000;

/** What passes a tip without touching it. */
export interface Beside {
  /** A road that leads elsewhere passes: the tip is a gap in the drawing, not a dead end. */
  readonly gapInDrawing: {
    readonly edge: number;
    readonly distanceM: number;
    /** Farther than a near miss: only the ramps of an interchange may lack. */
    readonly ramps: boolean;
  } | null;
  /** Lines of the same corridor that end beside the tip: the other carriageway of a pair. */
  readonly pairedEdges: readonly number[];
}

/**
 * Looks at the studied lines that pass a tip but are not joined to it near by. A line whose ways
 * out are the tip's own corridor ends here too and makes a pair with it; any other line goes on.
 * Where an expressway ends, its traffic must leave by a road near by, joined in the drawing or not – unless the
 * data draws ramps here: a county road that ends 300 m beside an expressway is then one without an interchange.
 * Across a border only the nearer bound holds: two expressways 400 m apart there are a finding.
 */
export function lookBeside(
  network: Network,
  graph: HalfEdges,
  studiedLines: LineIndex,
  ramps: LineIndex,
  borders: BorderIndex,
  tip: Tip,
): Beside {
  const {nodes, edges} = network;
  const pairedEdges: number[] = [];
  const at: LonLat = [nodes.lon[tip.node]!, nodes.lat[tip.node]!];
  const joined = tip.around.distanceM;
  const isExpressway = rankOf(network, tip.around.exits[0]!.half >> 1) === ROAD_RANK.motorway;
  const back = exitPoint(network, tip.around.exits[0]!);
  const courseDeg = bearingDeg(back[0], back[1], at[0], at[1]);
  const rampsMayLack = (edge: number, there: LonLat): boolean => {
    if (borders.crossings(at, there).length > 0) return false;
    if (isExpressway) return true;
    if (rankOf(network, edge) !== ROAD_RANK.motorway) return false;
    const aheadDeg = bearingDeg(at[0], at[1], there[0], there[1]);
    return bearingGapDeg(courseDeg, aheadDeg) <= LEADS_AT_DEG;
  };
  const drawsRamps = ramps.inBox(...boxRound(at[0], at[1], RAMPS_DRAWN_M)).length > 0;
  const reachM = drawsRamps ? NEAR_MISS_M : INTERCHANGE_M;
  for (const {edge, alongM, distanceM} of studiedLines.near(at[0], at[1], reachM)) {
    if (joined.has(edges.from[edge]!) || joined.has(edges.to[edge]!)) continue;
    if (distanceM > NEAR_MISS_M) {
      if (!rampsMayLack(edge, pointAlong(edgeLine(network, edge), alongM))) continue;
    }
    const other = explore(network, graph, {edge, atM: alongM}, TIP_REACH_M);
    if (!leadsOneWay(network, graph, [...tip.around.exits, ...other.exits])) {
      return {gapInDrawing: {edge, distanceM, ramps: distanceM > NEAR_MISS_M}, pairedEdges};
    }
    if (distanceM <= NEAR_MISS_M) pairedEdges.push(edge);
  }
  return {gapInDrawing: null, pairedEdges};
}
