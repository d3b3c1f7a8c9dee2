import {edgeIsOpen} from './as-of.ts';
import type {Network} from './network.ts';
import {edgeTimer} from './speed/edge-timer.ts';
import type {SpeedProfile} from './speed.ts';
import {ACCESSES, FIRST_RAIL_CLASS, NODE_FLAG} from './vocabulary.ts';

export interface CompileOptions {
  readonly mode: 'road' | 'rail';
  /** Day the network stands for, `yyyymmdd`; `null` = as the data is. */
  readonly asOf: number | null;
  readonly profile: SpeedProfile;
}

/**
 * A frozen directed graph over the node rows of its network: the arcs leaving node `u` are
 * `firstOut[u] ..< firstOut[u + 1]`, the arcs entering it `inArc[firstIn[u] ..< firstIn[u + 1]]`.
 * Costs are whole numbers, so that sums are exact in any order: milliseconds (a path may take up to
 * 49 days) and centimetres (up to 42,949 km). Multi-arcs and loops are kept.
 */
export interface CompiledNetwork {
  readonly network: Network;
  readonly options: CompileOptions;
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly firstOut: Uint32Array; // [nodeCount + 1]
  readonly tail: Uint32Array; // [arcCount]
  readonly head: Uint32Array; // [arcCount]
  readonly timeMs: Uint32Array; // [arcCount]
  readonly lengthCm: Uint32Array; // [arcCount]
  readonly edgeOf: Uint32Array; // [arcCount] row of the edge table
  readonly forward: Uint8Array; // [arcCount] 1 = runs from → to of its edge
  readonly firstIn: Uint32Array; // [nodeCount + 1]
  readonly inArc: Uint32Array; // [arcCount] arc rows, by head
}

/** Cost of an arc that no path can afford: held here, a mistyped `duration` does not wrap round. */
const TOO_MUCH = 0xffff_ffff;

const ACCESS_PRIVATE = ACCESSES.indexOf('private');

/**
 * Compiles the edges of a mode that are open on the day. Left out: private and forbidden edges, and
 * every arc that leaves a node with a closed barrier (one may drive up to it, not through). Tracks
 * are run in both directions, and barriers for cars do not stop trains.
 */
export function compileNetwork(network: Network, options: CompileOptions): CompiledNetwork {
  const {nodes, edges} = network;
  const rail = options.mode === 'rail';
  const flags = nodes.flags;
  const passable = (node: number): boolean => rail || (flags[node]! & NODE_FLAG.barrier) === 0;
  const firstOut = new Uint32Array(nodes.count + 1);
  const taken = new Uint32Array(edges.count);
  let takenCount = 0;
  for (let e = 0; e < edges.count; e++) {
    if (!isSearched(network, e, options)) continue;
    taken[takenCount++] = e;
    const u = edges.from[e]!;
    const v = edges.to[e]!;
    if (passable(u)) firstOut[u + 1]!++;
    if ((rail || edges.oneway[e] === 0) && passable(v)) firstOut[v + 1]!++;
  }
  for (let u = 0; u < nodes.count; u++) firstOut[u + 1]! += firstOut[u]!;
  const arcCount = firstOut[nodes.count]!;
  const tail = new Uint32Array(arcCount);
  const head = new Uint32Array(arcCount);
  const timeMs = new Uint32Array(arcCount);
  const lengthCm = new Uint32Array(arcCount);
  const edgeOf = new Uint32Array(arcCount);
  const forward = new Uint8Array(arcCount);
  const timeMsOf = edgeTimer(edges, options.profile);
  const next = firstOut.slice(0, nodes.count);
  for (let i = 0; i < takenCount; i++) {
    const e = taken[i]!;
    const ends = [edges.from[e]!, edges.to[e]!] as const;
    const ms = Math.min(TOO_MUCH, timeMsOf(e));
    const cm = Math.min(TOO_MUCH, Math.round(edges.lengthM[e]! * 100));
    for (let way = 0; way < (rail || edges.oneway[e] === 0 ? 2 : 1); way++) {
      const from = ends[way]!;
      if (!passable(from)) continue;
      const a = next[from]!++;
      tail[a] = from;
      head[a] = ends[1 - way]!;
      timeMs[a] = ms;
      lengthCm[a] = cm;
      edgeOf[a] = e;
      forward[a] = 1 - way;
    }
  }
  const arcs = {tail, head, timeMs, lengthCm, edgeOf, forward};
  return {
    network,
    options,
    nodeCount: nodes.count,
    arcCount,
    firstOut,
    ...arcs,
    ...incoming(nodes.count, head),
  };
}

/** Whether an edge takes part in a search under these options. */
export function isSearched(network: Network, edge: number, options: CompileOptions): boolean {
  const {edges} = network;
  if (edges.class[edge]! >= FIRST_RAIL_CLASS !== (options.mode === 'rail')) return false;
  if (edges.access[edge]! >= ACCESS_PRIVATE) return false;
  return edgeIsOpen(edges, edge, options.asOf);
}

/** The arcs that enter each node, by their heads. */
export function incoming(
  nodeCount: number,
  head: Uint32Array,
): {firstIn: Uint32Array; inArc: Uint32Array} {
  const firstIn = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < head.length; a++) firstIn[head[a]! + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstIn[u + 1]! += firstIn[u]!;
  const next = firstIn.slice(0, nodeCount);
  const inArc = new Uint32Array(head.length);
  for (let a = 0; a < head.length; a++) inArc[next[head[a]!]!++] = a;
  return {firstIn, inArc};
}
