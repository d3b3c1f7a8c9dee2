import {Growable} from '../../growable.ts';
import {type Digraph, FAR} from '../core/digraph.ts';
import {UNREACHED} from '../dijkstra.ts';
import type {CostTable} from '../links/closure.ts';

/** Points of a question: the nodes at which trips leave the sources and reach the targets. */
export interface EliminationPoints {
  readonly sources: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

/**
 * Least costs between fixed points of a graph whose costs change from question to question. Made once
 * from the arcs alone: all other nodes are eliminated, those of few neighbours first, and the order is
 * kept as a list of relaxations, which serves any costs (the sparse elimination behind customizable
 * contraction hierarchies, Dibbelt et al. 2016, without its queries). Exact.
 */
export interface Elimination {
  /** Relaxations a question costs. */
  readonly relaxations: number;
  /**
   * `arcCost` by arc of the graph; `leaveCost` and `reachCost` by the nodes of sources and targets, in
   * their order. `FAR` and more is no way.
   */
  readonly times: (
    arcCost: Uint32Array,
    leaveCost: ArrayLike<number>,
    reachCost: ArrayLike<number>,
  ) => CostTable;
}

/**
 * Between two nodes stands one slot with a cost for each direction: 2·slot from the lower node to the
 * higher, 2·slot + 1 back.
 */
export function planElimination(graph: Digraph, points: EliminationPoints): Elimination {
  const {nodeCount, firstOut, head} = graph;
  const {sources, targets} = points;
  const firstTarget = nodeCount + sources.length;
  const slots = new Slots(firstTarget + targets.length);
  const arcWay = new Uint32Array(head.length);
  for (let u = 0; u < nodeCount; u++) {
    for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) arcWay[a] = slots.way(u, head[a]!);
  }
  const leave = sources.flatMap((nodes, i) => nodes.map((node) => slots.way(nodeCount + i, node)));
  const reach = targets.flatMap((nodes, j) =>
    nodes.map((node) => slots.way(node, firstTarget + j)),
  );
  const steps = eliminate(slots, nodeCount, firstTarget);
  const answer = sources.flatMap((_, i) =>
    targets.map((_to, j) => slots.known(nodeCount + i, firstTarget + j)),
  );
  const slotCount = slots.count;
  const place = inOrderOfUse(steps, slotCount);
  for (const ways of [steps, arcWay, leave, reach]) {
    for (let i = 0; i < ways.length; i++) ways[i] = place(ways[i]!);
  }
  const asked = answer.map((way) => (way === null ? null : place(way)));
  const cost = new Uint32Array(2 * slotCount);
  return {
    relaxations: (2 * steps.length) / 3,
    times: (arcCost, leaveCost, reachCost) => {
      cost.fill(FAR);
      for (let a = 0; a < arcWay.length; a++) lower(cost, arcWay[a]!, arcCost[a]!);
      for (let i = 0; i < leave.length; i++) lower(cost, leave[i]!, leaveCost[i]!);
      for (let i = 0; i < reach.length; i++) lower(cost, reach[i]!, reachCost[i]!);
      relax(cost, steps);
      const found = new Uint32Array(sources.length * targets.length);
      asked.forEach((way, at) => {
        const least = way === null ? FAR : cost[way]!;
        found[at] = least >= FAR ? UNREACHED : least;
      });
      return {rows: sources.length, columns: targets.length, cost: found};
    },
  };
}

function lower(cost: Uint32Array, way: number, value: number): void {
  if (value < cost[way]!) cost[way] = value;
}

/**
 * Three ways a step: a → v, v → b and a → b; the other direction is that of the twin of each. Two costs up to
 * `FAR` add up within 32 bits: said to the engine, the sums need no floating point.
 */
function relax(cost: Uint32Array, steps: Uint32Array): void {
  for (let i = 0; i < steps.length; i += 3) {
    const av = steps[i]!;
    const vb = steps[i + 1]!;
    const ab = steps[i + 2]!;
    const there = (cost[av]! + cost[vb]!) >>> 0;
    if (there < cost[ab]!) cost[ab] = there;
    const back = (cost[vb ^ 1]! + cost[av ^ 1]!) >>> 0;
    if (back < cost[ab ^ 1]!) cost[ab ^ 1] = back;
  }
}

/**
 * Ways by a numbering of the slots in which the relaxations come to them, so that a question reads and writes its
 * costs nearly in a row.
 */
function inOrderOfUse(steps: Uint32Array, slotCount: number): (way: number) => number {
  const number = new Int32Array(slotCount).fill(-1);
  let next = 0;
  for (let i = 0; i < steps.length; i++) {
    const slot = steps[i]! >> 1;
    if (number[slot] === -1) number[slot] = next++;
  }
  for (let slot = 0; slot < slotCount; slot++) if (number[slot] === -1) number[slot] = next++;
  return (way) => 2 * number[way >> 1]! + (way & 1);
}

/** Which two nodes share a slot. */
class Slots {
  readonly of: Map<number, number>[];
  count = 0;

  constructor(nodeCount: number) {
    this.of = Array.from({length: nodeCount}, () => new Map<number, number>());
  }

  /** Way from a node to another, with a new slot where they had none; a loop has one for itself. */
  way(from: number, to: number): number {
    let slot = this.of[from]!.get(to);
    if (slot === undefined) {
      slot = this.count++;
      if (from !== to) {
        this.of[from]!.set(to, slot);
        this.of[to]!.set(from, slot);
      }
    }
    return 2 * slot + (from > to ? 1 : 0);
  }

  known(from: number, to: number): number | null {
    const slot = this.of[from]!.get(to);
    return slot === undefined ? null : 2 * slot + (from > to ? 1 : 0);
  }
}

/** Takes out all nodes but the points, fewest neighbours first; gives the relaxations in order. */
function eliminate(slots: Slots, nodeCount: number, firstTarget: number): Uint32Array {
  const steps = new Growable(Uint32Array, 1 << 16);
  const waiting: number[][] = [];
  const put = (v: number): void => {
    const degree = slots.of[v]!.size;
    for (let d = waiting.length; d <= degree; d++) waiting.push([]);
    waiting[degree]!.push(v);
  };
  const gone = new Uint8Array(nodeCount);
  for (let v = nodeCount - 1; v >= 0; v--) put(v);
  for (let degree = 0; degree < waiting.length; ) {
    const v = waiting[degree]!.pop();
    if (v === undefined) {
      degree++;
      continue;
    }
    // Put anew whenever its neighbours changed: what stands elsewhere is out of date.
    if (gone[v] === 1 || slots.of[v]!.size !== degree) continue;
    gone[v] = 1;
    takeOut(slots, v, nodeCount, firstTarget, steps, put);
    degree = 0;
  }
  return steps.take();
}

function takeOut(
  slots: Slots,
  v: number,
  nodeCount: number,
  firstTarget: number,
  steps: Growable<Uint32Array>,
  put: (node: number) => void,
): void {
  const around = [...slots.of[v]!.keys()];
  for (const u of around) slots.of[u]!.delete(v);
  for (let i = 0; i < around.length; i++) {
    const a = around[i]!;
    const av = 2 * slots.of[v]!.get(a)! + (a > v ? 1 : 0);
    for (let j = i + 1; j < around.length; j++) {
      const b = around[j]!;
      // Between two sources, or two targets, there is nothing to know.
      if (a >= nodeCount && b >= nodeCount && a < firstTarget === b < firstTarget) continue;
      steps.push(av);
      steps.push(2 * slots.of[v]!.get(b)! + (v > b ? 1 : 0));
      steps.push(slots.way(a, b));
    }
  }
  for (const u of around) if (u < nodeCount) put(u);
  slots.of[v] = new Map();
}
