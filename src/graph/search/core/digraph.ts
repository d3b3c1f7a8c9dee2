import type {CompiledNetwork} from '../../compile.ts';
import type {Weight} from '../dijkstra.ts';

/**
 * A frozen directed graph as bare arrays: the arcs leaving node `u` are `firstOut[u] ..< firstOut[u + 1]`.
 * The whole search engine works on this, so it serves time, length and networks made elsewhere.
 * Multi-arcs, loops, zero costs and islands are fine.
 */
export interface Digraph {
  readonly nodeCount: number;
  readonly firstOut: Uint32Array; // [nodeCount + 1]
  readonly head: Uint32Array; // [arcCount]
  /** What is minimised. Whole units (ms or cm); an arc of `FAR` or more is as good as absent. */
  readonly cost: Uint32Array; // [arcCount]
  /**
   * What is added up along the way (e.g. cm when `cost` is ms). Of equally cheap ways the one with
   * the least of it counts: that rule depends on the graph alone, so every kind of query agrees.
   * Not given = 0 everywhere. Sums must stay below 2³² (cm: 42,949 km).
   */
  readonly along?: Uint32Array; // [arcCount]
}

/** A `Digraph` seen from its heads: the arcs entering `u` are `first[u] ..< first[u + 1]`. */
export interface ReverseArcs {
  readonly first: Uint32Array; // [nodeCount + 1]
  readonly tail: Uint32Array; // [arcCount]
  readonly cost: Uint32Array; // [arcCount]
  /** Row of the arc in the digraph. */
  readonly arc: Uint32Array; // [arcCount]
}

/**
 * Cost from which on a way counts as none: 2³¹ − 1 ms are 24.8 days, as many cm 21,474 km. Two
 * numbers up to it add up within 32 unsigned bits, and `FAR` plus anything stays at or above `FAR`:
 * additions and minima of 32 bits need no test for overflow nor for ways that are not there.
 */
export const FAR = 0x7fff_ffff;

/** No node, no arc. */
export const NONE = 0xffff_ffff;

/** The digraph of a compiled network: least time with the length along it, or the other way round. */
export function digraphOf(net: CompiledNetwork, weight: Weight): Digraph {
  const {nodeCount, firstOut, head, timeMs, lengthCm} = net;
  return weight === 'time'
    ? {nodeCount, firstOut, head, cost: timeMs, along: lengthCm}
    : {nodeCount, firstOut, head, cost: lengthCm, along: timeMs};
}

/** Arcs in any order, one row each. */
export interface ArcColumns {
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly cost: Uint32Array;
  readonly along?: Uint32Array;
}

/**
 * A digraph of arcs listed in any order, e.g. of several networks joined. Arcs of one tail keep
 * their order; `arcOf` gives the row of the list by arc of the digraph.
 */
export function digraphOfArcs(
  nodeCount: number,
  arcs: ArcColumns,
): {readonly graph: Digraph; readonly arcOf: Uint32Array} {
  const {tail, head, cost, along} = arcs;
  const firstOut = new Uint32Array(nodeCount + 1);
  for (const u of tail) firstOut[u + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  const next = firstOut.slice(0, nodeCount);
  const arcOf = new Uint32Array(tail.length);
  for (let row = 0; row < tail.length; row++) arcOf[next[tail[row]!]!++] = row;
  const inOrder = (column: Uint32Array): Uint32Array => arcOf.map((row) => column[row]!);
  const graph = {nodeCount, firstOut, head: inOrder(head), cost: inOrder(cost)};
  return {graph: along ? {...graph, along: inOrder(along)} : graph, arcOf};
}

/** The arcs by their heads, in order of tails. */
export function reverseArcs(graph: Digraph): ReverseArcs {
  const {nodeCount, firstOut, head, cost} = graph;
  const first = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < head.length; a++) first[head[a]! + 1]!++;
  for (let u = 0; u < nodeCount; u++) first[u + 1]! += first[u]!;
  const next = first.slice(0, nodeCount);
  const tail = new Uint32Array(head.length);
  const costs = new Uint32Array(head.length);
  const arc = new Uint32Array(head.length);
  for (let u = 0; u < nodeCount; u++) {
    for (let a = firstOut[u]!, stop = firstOut[u + 1]!; a < stop; a++) {
      const i = next[head[a]!]!++;
      tail[i] = u;
      costs[i] = cost[a]!;
      arc[i] = a;
    }
  }
  return {first, tail, cost: costs, arc};
}
