import type {LonLat} from '../../geo/line.ts';
import {edgeLine, pointAlongEdge} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {endOf, type HalfEdges, startOf} from './half-edges.ts';

/** Where a walk starts: at a node, or at a point `atM` metres along an edge from its `from` node. */
export type Seed = {readonly node: number} | {readonly edge: number; readonly atM: number};

/** A place where the graph leaves the surroundings: `alongM` metres along a half-edge. */
export interface Exit {
  readonly half: number;
  readonly alongM: number;
}

/** All of a graph that lies within a reach of a seed, measured along the roads. */
export interface Surroundings {
  /** Metres from the seed of every node nearer than the reach, in the order found. */
  readonly distanceM: ReadonlyMap<number, number>;
  /** The half-edge by which a node was entered; none for a seed node. */
  readonly enteredBy: ReadonlyMap<number, number>;
  readonly exits: readonly Exit[];
}

/** Walks all roads from the seed as far as `reachM` metres. No exits: the whole component is nearer. */
export function explore(
  network: Network,
  graph: HalfEdges,
  seed: Seed,
  reachM: number,
): Surroundings {
  const {lengthM} = network.edges;
  const distanceM = new Map<number, number>();
  const enteredBy = new Map<number, number>();
  const exits: Exit[] = [];
  const queue: number[] = [];
  const offer = (node: number, metres: number, half: number | null): void => {
    if (metres >= reachM || (distanceM.get(node) ?? Infinity) <= metres) return;
    distanceM.set(node, metres);
    if (half !== null) enteredBy.set(node, half);
    queue.push(node);
  };
  const seedEdge = 'edge' in seed ? seed.edge : null;
  if ('edge' in seed) {
    const {edge, atM} = seed;
    // The half-edge at `to` leads back to `from`, so it is the one by which `from` is entered.
    for (const [half, metres] of [
      [2 * edge + 1, atM],
      [2 * edge, lengthM[edge]! - atM],
    ] as const) {
      offer(endOf(network, half), metres, half);
      if (metres >= reachM) exits.push({half, alongM: lengthM[edge]! - metres + reachM});
    }
  } else offer(seed.node, 0, null);

  // Label-correcting: a handful of nodes, so the order of visits matters little.
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    const metres = distanceM.get(node)!;
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      offer(endOf(network, half), metres + lengthM[half >> 1]!, half);
    }
  }
  exits.push(...exitsOf(network, graph, distanceM, reachM, seedEdge));
  return {distanceM, enteredBy, exits};
}

/** Where the edges of the reached nodes pass the reach; the seed's own edge is seen to elsewhere. */
function exitsOf(
  network: Network,
  graph: HalfEdges,
  distanceM: ReadonlyMap<number, number>,
  reachM: number,
  seedEdge: number | null,
): Exit[] {
  const exits: Exit[] = [];
  for (const [node, metres] of distanceM) {
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      const edge = half >> 1;
      if (edge === seedEdge) continue;
      const beyond = distanceM.get(endOf(network, half));
      const lengthM = network.edges.lengthM[edge]!;
      // Walked from both its ends until the walks met: nothing of this edge leads out.
      if (beyond !== undefined && metres + lengthM + beyond <= 2 * reachM) continue;
      exits.push({half, alongM: reachM - metres});
    }
  }
  return exits;
}

/** The polyline of an edge in the sense of a half-edge: from its start node. */
export function halfEdgeLine(network: Network, half: number): LonLat[] {
  const line = edgeLine(network, half >> 1);
  return (half & 1) === 0 ? line : line.reverse();
}

/** Position of an exit. */
export function exitPoint(network: Network, exit: Exit): LonLat {
  return pointAlongHalf(network, exit.half, exit.alongM);
}

/** The point `alongM` metres along a half-edge from its start node, held to its ends. */
export function pointAlongHalf(network: Network, half: number, alongM: number): LonLat {
  return pointAlongEdge(network, half >> 1, (half & 1) === 0, alongM);
}

/** How far each node of the surroundings is from the nearest exit, metres, going inwards. */
export function distanceFromExits(
  network: Network,
  graph: HalfEdges,
  around: Surroundings,
): Map<number, number> {
  const {lengthM} = network.edges;
  const fromExit = new Map<number, number>();
  const queue: number[] = [];
  const offer = (node: number, metres: number): void => {
    if (!around.distanceM.has(node) || (fromExit.get(node) ?? Infinity) <= metres) return;
    fromExit.set(node, metres);
    queue.push(node);
  };
  for (const {half, alongM} of around.exits) offer(startOf(network, half), alongM);
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      offer(endOf(network, half), fromExit.get(node)! + lengthM[half >> 1]!);
    }
  }
  return fromExit;
}
