import type {Direction} from '../core/climb-low.ts';
import {FAR, NONE} from '../core/digraph.ts';
import {NodeHeap} from '../heap.ts';
import type {Hierarchy} from './hierarchy.ts';

/**
 * Dijkstra's algorithm that only goes up the hierarchy, from the seeds (`out`) or against the arcs
 * (`in`). Costs are exact where a cheapest way begins by going up, and never too low elsewhere; nodes
 * that are reached cheaper from above are not followed (stall on demand). Keeps its memory for the
 * next search.
 */
export class UpwardSearch {
  readonly #hierarchy: Hierarchy;
  readonly #there: Uint32Array;
  readonly #back: Uint32Array;
  readonly #thereAlong: Uint32Array;
  readonly #heap: NodeHeap;
  readonly #seen: Uint32Array;
  #run = 0;
  /** By rank, of this search. Read only where `has` says so. */
  readonly cost: Uint32Array;
  readonly along: Uint32Array;
  /** Entry by which a rank was reached, `NONE` at a seed; it belongs to rank `parent`. */
  readonly entry: Uint32Array;
  readonly parent: Uint32Array;

  constructor(hierarchy: Hierarchy, direction: Direction) {
    const {nodeCount, upCost, downCost, upAlong, downAlong} = hierarchy;
    this.#hierarchy = hierarchy;
    const outward = direction === 'out';
    this.#there = outward ? upCost : downCost;
    this.#back = outward ? downCost : upCost;
    this.#thereAlong = outward ? upAlong : downAlong;
    this.#heap = new NodeHeap(nodeCount);
    this.#seen = new Uint32Array(nodeCount);
    this.cost = new Uint32Array(nodeCount);
    this.along = new Uint32Array(nodeCount);
    this.entry = new Uint32Array(nodeCount);
    this.parent = new Uint32Array(nodeCount);
  }

  /** Forgets the search before. */
  begin(): void {
    this.#run++;
    this.#heap.clear();
  }

  /** Reaches a rank; worse than what is known there changes nothing. */
  reach(rank: number, cost: number, along: number, entry: number = NONE, parent = NONE): void {
    if (cost >= FAR) return;
    if (this.#seen[rank] === this.#run) {
      const known = this.cost[rank]!;
      if (cost > known || (cost === known && along >= this.along[rank]!)) return;
    }
    this.#seen[rank] = this.#run;
    this.cost[rank] = cost;
    this.along[rank] = along;
    this.entry[rank] = entry;
    this.parent[rank] = parent;
    this.#heap.pushOrLower(rank, cost);
  }

  has(rank: number): boolean {
    return this.#seen[rank] === this.#run;
  }

  /** Least cost of a node still to be settled, `FAR` when there is none. */
  get least(): number {
    return this.#heap.length === 0 ? FAR : this.#heap.minCost;
  }

  /** Settles the nearest node and gives its rank; `NONE` when it is stalled. */
  settle(): number {
    const {first, above} = this.#hierarchy;
    const there = this.#there;
    const back = this.#back;
    const seen = this.#seen;
    const run = this.#run;
    const rank = this.#heap.pop();
    const base = this.cost[rank]!;
    const start = first[rank]!;
    const stop = first[rank + 1]!;
    for (let i = start; i < stop; i++) {
      const up = above[i]!;
      if (seen[up] === run && (this.cost[up]! + back[i]!) >>> 0 < base) return NONE;
    }
    const baseAlong = this.along[rank]!;
    for (let i = start; i < stop; i++) {
      const over = (base + there[i]!) >>> 0;
      if (over < FAR) this.reach(above[i]!, over, baseAlong + this.#thereAlong[i]!, i, rank);
    }
    return rank;
  }
}
