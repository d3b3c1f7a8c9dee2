import {NodeHeap} from '../search/heap.ts';
import {ARC_KINDS, type KindedDigraph} from './arc-list.ts';
import type {Door} from './trains.ts';

/** Arcs of trains by one of their ends, in order of the digraph. */
interface TrainArcs {
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly cost: Uint32Array;
}

const TRAIN = ARC_KINDS.indexOf('train');
const NO_HUB = -1;

/**
 * The first ride of a trip: from boarding with some cost at each hub to the least cost to be at every
 * other hub by one train. Who boards and gets off at the same hub has not ridden, so two labels of
 * different hubs are kept at every node.
 */
export function firstRide(
  graph: KindedDigraph,
  firstNode: number,
  direction: 'from' | 'to',
): (
  on: readonly Door[],
  off: readonly Door[],
  atHub: readonly (number | null)[],
) => (number | null)[] {
  const arcs = trainArcs(graph, firstNode, direction);
  return (on, off, atHub) => {
    const labels = new Labels(graph.nodeCount - firstNode);
    for (const {hub, node, rideMs, stationMs} of on) {
      const there = atHub[hub] ?? null;
      if (there !== null) labels.reach(node - firstNode, there + stationMs + rideMs, hub);
    }
    labels.settle(arcs);
    const best: (number | null)[] = atHub.map(() => null);
    for (const {hub, node, rideMs, stationMs} of off) {
      const there = labels.leastOfOthers(node - firstNode, hub) + rideMs + stationMs;
      if (there < (best[hub] ?? Infinity)) best[hub] = there;
    }
    return best;
  };
}

/** The least costs of two different hubs at every node. */
class Labels {
  readonly #cost: Float64Array;
  readonly #hub: Int32Array;
  readonly #heap: NodeHeap;

  constructor(nodeCount: number) {
    this.#cost = new Float64Array(2 * nodeCount).fill(Infinity);
    this.#hub = new Int32Array(2 * nodeCount).fill(NO_HUB);
    this.#heap = new NodeHeap(2 * nodeCount);
  }

  reach(node: number, ms: number, hub: number): void {
    const slot = this.#slotFor(node, hub);
    if (ms >= this.#cost[slot]!) return;
    this.#cost[slot] = ms;
    this.#hub[slot] = hub;
    this.#heap.pushOrLower(slot, ms);
  }

  settle({first, end, cost}: TrainArcs): void {
    while (this.#heap.length > 0) {
      const slot = this.#heap.pop();
      const node = slot >> 1;
      const [ms, hub] = [this.#cost[slot]!, this.#hub[slot]!];
      for (let i = first[node]!, stop = first[node + 1]!; i < stop; i++) {
        this.reach(end[i]!, ms + cost[i]!, hub);
      }
    }
  }

  leastOfOthers(node: number, hub: number): number {
    const other = (slot: number): number =>
      this.#hub[slot] === hub ? Infinity : this.#cost[slot]!;
    return Math.min(other(2 * node), other(2 * node + 1));
  }

  #slotFor(node: number, hub: number): number {
    const [a, b] = [2 * node, 2 * node + 1];
    if (this.#hub[a] === hub || this.#hub[b] === hub) return this.#hub[a] === hub ? a : b;
    return this.#cost[a]! > this.#cost[b]! ? a : b;
  }
}

/** By tail for `from`, by head for `to`; nodes counted from `firstNode`. */
function trainArcs(
  {nodeCount, firstOut, head, cost, kind}: KindedDigraph,
  firstNode: number,
  direction: 'from' | 'to',
): TrainArcs {
  const rows: {start: number; end: number; cost: number}[] = [];
  for (let tail = firstNode; tail < nodeCount; tail++) {
    for (let a = firstOut[tail]!; a < firstOut[tail + 1]!; a++) {
      if (kind[a] !== TRAIN) continue;
      const [from, to] = [tail - firstNode, head[a]! - firstNode];
      const [start, end] = direction === 'from' ? [from, to] : [to, from];
      rows.push({start, end, cost: cost[a]!});
    }
  }
  rows.sort((a, b) => a.start - b.start);
  const first = new Uint32Array(nodeCount - firstNode + 1);
  for (const {start} of rows) first[start + 1]!++;
  for (let u = 1; u < first.length; u++) first[u]! += first[u - 1]!;
  return {
    first,
    end: Uint32Array.from(rows, (row) => row.end),
    cost: Uint32Array.from(rows, (row) => row.cost),
  };
}
