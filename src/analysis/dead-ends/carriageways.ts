import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong, sliceLine} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import type {Network} from '../../graph/network.ts';
import {rankOf} from './edge-roles.ts';
import {comparePlaces, endOf, type HalfEdges, startOf} from './half-edges.ts';
import {type Exit, exitPoint, halfEdgeLine, pointAlongHalf} from './surroundings.ts';

/** How far apart two carriageways of one corridor run at most, metres. Ours, not a standard. */
export const CARRIAGEWAY_GAP_M = 300;
/** For how long they are followed, metres: stacked mountain bends part within less. */
const FOLLOW_M = 2000;
const SAMPLE_M = 250;
/** Two edges between the same two nodes are one corridor when they keep within this share of their length. */
const LENS_SHARE = 0.25;
/** A road that turns more than this at a node does not go straight on. */
const STRAIGHT_ON_DEG = 100;

/**
 * Follows the road from an exit for `lengthM` metres, straight on at every node; shorter when the
 * road ends. The line starts at the exit.
 */
export function walkOn(network: Network, graph: HalfEdges, exit: Exit, lengthM: number): LonLat[] {
  const first = halfEdgeLine(network, exit.half);
  const totalM = lineLengthM(first);
  const line = sliceLine(first, totalM === 0 ? 1 : Math.min(1, exit.alongM / totalM), 1);
  for (const half of halvesOn(network, graph, exit, lengthM)) {
    line.push(...halfEdgeLine(network, half).slice(1));
  }
  return cutAfter(line, lengthM);
}

/**
 * The half-edges that follow the one of an exit, straight on, until `lengthM` metres are full. With
 * `keepClass` a road of the same class or a higher one is followed before any lower one, however
 * straight that lies.
 */
export function halvesOn(
  network: Network,
  graph: HalfEdges,
  {half: start, alongM}: Exit,
  lengthM: number,
  keepClass = false,
): number[] {
  const walked = new Set([start >> 1]);
  const halves: number[] = [];
  let half = start;
  for (let leftM = lengthM - (network.edges.lengthM[start >> 1]! - alongM); leftM > 0; ) {
    const keptRank = rankOf(network, half >> 1);
    const kept = (edge: number): boolean => rankOf(network, edge) <= keptRank;
    const next =
      (keepClass ? straightOn(network, graph, half, walked, kept) : null) ??
      straightOn(network, graph, half, walked);
    if (next === null) break;
    halves.push(next);
    leftM -= network.edges.lengthM[next >> 1]!;
    walked.add(next >> 1);
    half = next;
  }
  return halves;
}

/** The first `lengthM` metres of a line; the whole line when it is shorter. */
export function cutAfter(line: readonly LonLat[], lengthM: number): LonLat[] {
  const totalM = lineLengthM(line);
  return totalM <= lengthM ? [...line] : sliceLine(line, 0, lengthM / totalM);
}

function straightOn(
  network: Network,
  graph: HalfEdges,
  incoming: number,
  walked: ReadonlySet<number>,
  among: (edge: number) => boolean = () => true,
): number | null {
  const node = endOf(network, incoming);
  const {nodes} = network;
  const here: LonLat = [nodes.lon[node]!, nodes.lat[node]!];
  const behind = pointAlongHalf(network, incoming ^ 1, 100);
  const course = bearingDeg(behind[0], behind[1], here[0], here[1]);
  let best: number | null = null;
  let bestTurn = STRAIGHT_ON_DEG;
  for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
    const half = graph.half[i]!;
    if (walked.has(half >> 1) || !among(half >> 1)) continue;
    const ahead = pointAlongHalf(network, half, 100);
    const turn = bearingGapDeg(course, bearingDeg(here[0], here[1], ahead[0], ahead[1]));
    // Equal turns left and right: settled by place, not by row.
    const wins =
      best === null || Math.abs(turn - bestTurn) > 0.01
        ? turn < bestTurn
        : comparePlaces(network, endOf(network, half), endOf(network, best)) < 0;
    if (!wins) continue;
    best = half;
    bestTurn = turn;
  }
  return best;
}

/**
 * Whether two exits are the carriageways of one corridor: they lie side by side and stay so for two
 * kilometres (or as long as the shorter goes), or they are two edges to one and the same node that
 * form a narrow lens.
 */
export function oneCorridor(network: Network, graph: HalfEdges, a: Exit, b: Exit): boolean {
  if (lens(network, a, b)) return true;
  const [lonA, latA] = exitPoint(network, a);
  const [lonB, latB] = exitPoint(network, b);
  if (greatCircleM(lonA, latA, lonB, latB) > CARRIAGEWAY_GAP_M) return false;
  const lineA = walkOn(network, graph, a, FOLLOW_M);
  const lineB = walkOn(network, graph, b, FOLLOW_M);
  return lineLengthM(lineA) <= lineLengthM(lineB)
    ? staysNear(lineA, lineB, CARRIAGEWAY_GAP_M)
    : staysNear(lineB, lineA, CARRIAGEWAY_GAP_M);
}

/** Whether two half-edges are two edges that start at one node and lead to one node. */
export function haveSameEnds(network: Network, a: number, b: number): boolean {
  if (a >> 1 === b >> 1) return false;
  return startOf(network, a) === startOf(network, b) && endOf(network, a) === endOf(network, b);
}

function lens(network: Network, a: Exit, b: Exit): boolean {
  if (!haveSameEnds(network, a.half, b.half)) return false;
  const lineA = halfEdgeLine(network, a.half);
  const lineB = halfEdgeLine(network, b.half);
  const shareM = LENS_SHARE * Math.min(lineLengthM(lineA), lineLengthM(lineB));
  // Two-way legs farther apart than carriageways are the bend of one road, not an end.
  const {oneway} = network.edges;
  const parted = oneway[a.half >> 1] === 0 && oneway[b.half >> 1] === 0;
  return staysNear(lineA, lineB, parted ? Math.min(shareM, CARRIAGEWAY_GAP_M) : shareM);
}

/** Whether every sample along `line` is within `gapM` of `other`. */
function staysNear(line: readonly LonLat[], other: readonly LonLat[], gapM: number): boolean {
  const totalM = lineLengthM(line);
  for (let alongM = 0; ; alongM = Math.min(totalM, alongM + SAMPLE_M)) {
    const [lon, lat] = pointAlong(line, alongM);
    if (nearestOnLine(other, lon, lat).distanceM > gapM) return false;
    if (alongM >= totalM) return true;
  }
}
