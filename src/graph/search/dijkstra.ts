import type {CompiledNetwork} from '../compile.ts';
import {NodeHeap} from './heap.ts';

/** Cost of a node that was not reached. Inside the room only: at its door it becomes `null`. */
export const UNREACHED = 0xffff_ffff;

/** `parentArc` of a seed and of nodes that were not reached. */
export const NO_ARC = 0xffff_ffff;

/** Which column of the compiled network a search adds up. */
export type Weight = 'time' | 'length';

/** Where a search starts: a node and the cost already spent to stand there. */
export interface Seed {
  readonly node: number;
  readonly cost: number;
  /** What lies along that part, for the tie rule (docs/search.md); not given = 0. */
  readonly along?: number;
}

export interface SearchOptions {
  readonly weight?: Weight;
  /** `out`: from the seeds to all nodes (default); `in`: from all nodes to the seeds. */
  readonly direction?: 'out' | 'in';
  /** Nodes beyond this cost stay unreached. */
  readonly maxCost?: number;
  /** Stop as soon as all these nodes are settled; costs of other nodes are then bounds only. */
  readonly targets?: readonly number[];
}

/** A shortest-path tree (or forest, for several seeds). Milliseconds or centimetres by weight. */
export interface Tree {
  readonly weight: Weight;
  readonly direction: 'out' | 'in';
  readonly cost: Uint32Array; // [nodeCount] UNREACHED where there is no path
  /** The other weight along the path; of equally cheap paths the one with the least of it. */
  readonly along: Uint32Array; // [nodeCount]
  readonly parentArc: Uint32Array; // [nodeCount] arc towards the seed, NO_ARC at seeds
}

/**
 * Dijkstra's algorithm from one or several seeds. Exact: costs are whole numbers. Of equally short
 * ways that with the least of the other weight along it, the rule of the whole engine
 * (docs/search.md); where even that is equal the one found first stays, so the same network gives
 * the same tree.
 */
export function growTree(
  net: CompiledNetwork,
  seeds: readonly Seed[],
  options: SearchOptions = {},
): Tree {
  const {weight = 'time', direction = 'out', maxCost = UNREACHED - 1, targets} = options;
  const [arcCost, arcAlong] =
    weight === 'time' ? [net.timeMs, net.lengthCm] : [net.lengthCm, net.timeMs];
  const outward = direction === 'out';
  const first = outward ? net.firstOut : net.firstIn;
  const end = outward ? net.head : net.tail;
  const {inArc} = net;
  const cost = new Uint32Array(net.nodeCount).fill(UNREACHED);
  const along = new Uint32Array(net.nodeCount);
  const parentArc = new Uint32Array(net.nodeCount).fill(NO_ARC);
  const heap = new NodeHeap(net.nodeCount);
  /** Takes a better way to a node; one settled before is opened again when only a tie was bettered. */
  const reach = (node: number, over: number, overAlong: number, arc: number): void => {
    if (over > maxCost || over > cost[node]!) return;
    if (over === cost[node] && overAlong >= along[node]!) return;
    cost[node] = over;
    along[node] = Math.min(overAlong, UNREACHED); // more than that wraps round and would never end
    parentArc[node] = arc;
    heap.pushOrLower(node, over);
  };
  for (const seed of seeds) reach(seed.node, seed.cost, seed.along ?? 0, NO_ARC);
  const waiting = targets && new Set(targets);
  let last = UNREACHED;
  while (heap.length > 0 && heap.minCost <= last) {
    const u = heap.pop();
    const base = cost[u]!;
    if (waiting?.delete(u) && waiting.size === 0) last = base;
    const baseAlong = along[u]!;
    for (let i = first[u]!, stop = first[u + 1]!; i < stop; i++) {
      const a = outward ? i : inArc[i]!;
      reach(end[a]!, base + arcCost[a]!, baseAlong + arcAlong[a]!, a);
    }
  }
  return {weight, direction, cost, along, parentArc};
}

/** The arcs from the seed to a node in order of travel; empty at a seed or when not reached. */
export function treePath(net: CompiledNetwork, tree: Tree, node: number): number[] {
  const arcs: number[] = [];
  const ends = tree.direction === 'out' ? net.tail : net.head;
  let at = node;
  for (let a = tree.parentArc[at]!; a !== NO_ARC; a = tree.parentArc[at]!) {
    arcs.push(a);
    at = ends[a]!;
  }
  return tree.direction === 'out' ? arcs.reverse() : arcs;
}
