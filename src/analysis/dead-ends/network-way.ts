import type {CompiledNetwork} from '../../graph/compile.ts';
import {type Seed, UNREACHED, type Weight} from '../../graph/search/dijkstra.ts';
import {NodeHeap} from '../../graph/search/heap.ts';

/** Where a way starts or ends: nodes that all count as "here", or a point along an edge. */
export type Stand =
  | {readonly nodes: readonly number[]}
  | {readonly edge: number; readonly alongM: number};

/** Today's way between two places of the network. */
export interface NetworkWay {
  /** Metres of the shortest way, in the better of both directions. */
  readonly networkM: number;
  /** Seconds of the fastest way in that direction. */
  readonly timeS: number;
}

/** Finds ways by searches from both ends at once; its scratch memory is kept from call to call. */
export class NetworkWays {
  readonly #net: CompiledNetwork;
  readonly #out: Side;
  readonly #in: Side;

  constructor(net: CompiledNetwork) {
    this.#net = net;
    this.#out = new Side(net.nodeCount);
    this.#in = new Side(net.nodeCount);
  }

  /** `null` when there is no way in either direction. */
  between(a: Stand, b: Stand): NetworkWay | null {
    const there = this.cost(a, b, 'length');
    const back = this.cost(b, a, 'length');
    if (there === null && back === null) return null;
    const forward = back === null || (there !== null && there <= back);
    const [from, to, cm] = forward ? [a, b, there!] : [b, a, back];
    const ms = this.cost(from, to, 'time');
    return ms === null ? null : {networkM: cm / 100, timeS: ms / 1000};
  }

  /** Centimetres or milliseconds of the best way from one place to another, `null` without one. */
  cost(from: Stand, to: Stand, weight: Weight): number | null {
    const [out, into] = [this.#out, this.#in];
    out.start(seedsOf(this.#net, from, weight, 'out'));
    into.start(seedsOf(this.#net, to, weight, 'in'));
    const net = this.#net;
    const arcCost = weight === 'time' ? net.timeMs : net.lengthCm;
    let best = alongEdge(net, from, to, weight);
    const meet = (node: number): void => {
      const sum = out.cost[node]! + into.cost[node]!;
      if (out.cost[node]! !== UNREACHED && into.cost[node]! !== UNREACHED && sum < best) best = sum;
    };
    for (const node of into.touched) meet(node);
    while (out.heap.length > 0 && into.heap.length > 0) {
      if (out.heap.minCost + into.heap.minCost >= best) break;
      const outward = out.heap.length <= into.heap.length;
      const side = outward ? out : into;
      const first = outward ? net.firstOut : net.firstIn;
      const end = outward ? net.head : net.tail;
      const u = side.heap.pop();
      const base = side.cost[u]!;
      for (let i = first[u]!, stop = first[u + 1]!; i < stop; i++) {
        const a = outward ? i : net.inArc[i]!;
        const v = end[a]!;
        const next = base + arcCost[a]!;
        if (next >= side.cost[v]!) continue;
        side.lower(v, next);
        meet(v);
      }
    }
    out.clear();
    into.clear();
    return best === Infinity ? null : best;
  }
}

/** One of the two searches. */
class Side {
  readonly cost: Uint32Array;
  readonly heap: NodeHeap;
  readonly touched: number[] = [];

  constructor(nodeCount: number) {
    this.cost = new Uint32Array(nodeCount).fill(UNREACHED);
    this.heap = new NodeHeap(nodeCount);
  }

  start(seeds: readonly Seed[]): void {
    for (const {node, cost} of seeds) if (cost < this.cost[node]!) this.lower(node, cost);
  }

  lower(node: number, cost: number): void {
    if (this.cost[node]! === UNREACHED) this.touched.push(node);
    this.cost[node] = cost;
    this.heap.pushOrLower(node, cost);
  }

  clear(): void {
    for (const node of this.touched) this.cost[node] = UNREACHED;
    this.touched.length = 0;
    this.heap.clear();
  }
}

/** What the way along one edge costs between two points of it, without a node between; `Infinity` for none. */
function alongEdge(net: CompiledNetwork, from: Stand, to: Stand, weight: Weight): number {
  if ('nodes' in from || 'nodes' in to || from.edge !== to.edge) return Infinity;
  const {edges} = net.network;
  const lengthM = edges.lengthM[from.edge]!;
  if (from.alongM === to.alongM || lengthM === 0) return 0;
  const ends = [edges.from[from.edge]!, edges.to[from.edge]!] as const;
  const [tail, head] = from.alongM < to.alongM ? ends : [ends[1], ends[0]];
  const arcCost = weight === 'time' ? net.timeMs : net.lengthCm;
  for (let a = net.firstOut[tail]!; a < net.firstOut[tail + 1]!; a++) {
    if (net.edgeOf[a] !== from.edge || net.head[a] !== head) continue;
    return Math.round((arcCost[a]! * Math.abs(to.alongM - from.alongM)) / lengthM);
  }
  return Infinity;
}

/** The nodes from which (or to which) a search sets out, with what lies between. */
function seedsOf(
  net: CompiledNetwork,
  stand: Stand,
  weight: Weight,
  direction: 'out' | 'in',
): Seed[] {
  if ('nodes' in stand) return stand.nodes.map((node) => ({node, cost: 0}));
  const {edges} = net.network;
  const {edge, alongM} = stand;
  const share = edges.lengthM[edge]! === 0 ? 0 : alongM / edges.lengthM[edge]!;
  const [u, v] = [edges.from[edge]!, edges.to[edge]!];
  const arcCost = weight === 'time' ? net.timeMs : net.lengthCm;
  const seeds: Seed[] = [];
  // An arc of the edge leads to its head in the direction of travel and from its tail against it.
  for (const [tail, head, part] of [
    [u, v, share],
    [v, u, 1 - share],
  ] as const) {
    for (let a = net.firstOut[tail]!; a < net.firstOut[tail + 1]!; a++) {
      if (net.edgeOf[a] !== edge || net.head[a] !== head) continue;
      const left = direction === 'out' ? 1 - part : part;
      seeds.push({
        node: direction === 'out' ? head : tail,
        cost: Math.round(arcCost[a]! * left),
      });
      break;
    }
  }
  return seeds;
}
