import {greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';
import {CARRIAGEWAY_GAP_M, haveSameEnds, oneCorridor} from './carriageways.ts';
import {rankOf} from './edge-roles.ts';
import {comparePlaces, endOf, type HalfEdges} from './half-edges.ts';
import {
  distanceFromExits,
  type Exit,
  exitPoint,
  explore,
  type Surroundings,
} from './surroundings.ts';

/**
 * How far the roads round a node are followed to see whether they all lead off the same way,
 * metres. A loop, roundabout or toll plaza up to twice this long belongs to the tip; a spur shorter
 * than this is none. Ours, not a standard.
 */
export const TIP_REACH_M = 500;

/** A place where a road of the studied graph ends with all its carriageways. */
export interface Tip {
  readonly node: number;
  /** Roads within `TIP_REACH_M`; all exits are carriageways of one corridor, the main one first. */
  readonly around: Surroundings;
}

/** Tips, and how many components were too short to have any. */
export interface TipSearch {
  readonly tips: readonly Tip[];
  /** Nodes whose whole component lies within the reach: loose ends of drawing, not roads. */
  readonly looseNodes: number;
}

/**
 * All tips of a graph. A tip is the outermost node of a place that the graph leaves one way only:
 * a node of degree 1, a node where two carriageways meet and end, the far side of a turning loop.
 */
export function findTips(network: Network, graph: HalfEdges): TipSearch {
  const tips: Tip[] = [];
  let looseNodes = 0;
  for (let node = 0; node < network.nodes.count; node++) {
    const degree = graph.first[node + 1]! - graph.first[node]!;
    if (degree === 0 || (degree > 1 && plainlyThrough(network, graph, node))) continue;
    const around = explore(network, graph, {node}, TIP_REACH_M);
    if (around.exits.length === 0) looseNodes++;
    else if (leadsOneWay(network, graph, around.exits) && isOutermost(network, graph, node, around))
      tips.push({node, around: {...around, exits: mainFirst(network, around.exits)}});
  }
  // By place, so that the rows of the network have no say in what stands for a pair.
  tips.sort((a, b) => comparePlaces(network, a.node, b.node));
  return {tips, looseNodes};
}

/** Whether all exits are carriageways of one corridor (each beside at least one of the others). */
export function leadsOneWay(network: Network, graph: HalfEdges, exits: readonly Exit[]): boolean {
  if (exits.length < 2) return exits.length === 1;
  const points = exits.map((exit) => exitPoint(network, exit));
  // What `oneCorridor` asks first, at a fraction of its price: most nodes are settled by it.
  const mayBeOne = (i: number, j: number): boolean => {
    const [a, b] = [points[i]!, points[j]!];
    return (
      greatCircleM(a[0], a[1], b[0], b[1]) <= CARRIAGEWAY_GAP_M ||
      haveSameEnds(network, exits[i]!.half, exits[j]!.half)
    );
  };
  const isOne = (i: number, j: number): boolean =>
    mayBeOne(i, j) && oneCorridor(network, graph, exits[i]!, exits[j]!);
  return hangTogether(exits.length, mayBeOne) && hangTogether(exits.length, isOne);
}

/** Whether from the first of `count` things every other one is reached over pairs that are `joined`. */
function hangTogether(count: number, joined: (i: number, j: number) => boolean): boolean {
  const reached = [0];
  const left = Array.from({length: count - 1}, (_, i) => i + 1);
  for (let at = 0; at < reached.length; at++) {
    for (let k = left.length - 1; k >= 0; k--) {
      if (joined(left[k]!, reached[at]!)) reached.push(...left.splice(k, 1));
    }
  }
  return left.length === 0;
}

/**
 * Two long edges to different nodes whose courses have parted: the node is no tip. Spares most
 * nodes of a large network the walk.
 */
function plainlyThrough(network: Network, graph: HalfEdges, node: number): boolean {
  let seen: Exit | null = null;
  for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
    const half = graph.half[i]!;
    if (network.edges.lengthM[half >> 1]! < 2 * TIP_REACH_M) continue;
    const exit = {half, alongM: TIP_REACH_M};
    if (seen === null) seen = exit;
    else if (endOf(network, seen.half) !== endOf(network, half)) {
      const [lonA, latA] = exitPoint(network, seen);
      const [lonB, latB] = exitPoint(network, exit);
      if (greatCircleM(lonA, latA, lonB, latB) > CARRIAGEWAY_GAP_M) return true;
    }
  }
  return false;
}

function isOutermost(
  network: Network,
  graph: HalfEdges,
  node: number,
  around: Surroundings,
): boolean {
  const fromExit = distanceFromExits(network, graph, around);
  const own = fromExit.get(node)!;
  for (const [other, metres] of fromExit) {
    // Of two nodes equally far out (to a metre) the first row stands for the place.
    if (metres > own + 1) return false;
    // Of nodes equally far out (to a metre) the westernmost stands for the place.
    if (metres > own - 1 && comparePlaces(network, other, node) < 0) return false;
  }
  return true;
}

/** The highest class first, then a settled order by where the edge leads to. */
function mainFirst(network: Network, exits: readonly Exit[]): Exit[] {
  const {edges, strings} = network;
  return [...exits].sort((a, b) => {
    const [x, y] = [a.half >> 1, b.half >> 1];
    return (
      rankOf(network, x) - rankOf(network, y) ||
      edges.class[x]! - edges.class[y]! ||
      comparePlaces(network, endOf(network, a.half), endOf(network, b.half)) ||
      edges.lengthM[x]! - edges.lengthM[y]! ||
      (strings[edges.ref[x]!]! < strings[edges.ref[y]!]! ? -1 : 1)
    );
  });
}
