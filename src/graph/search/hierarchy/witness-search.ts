import {FAR} from '../core/digraph.ts';
import {ENTRY, OUT_ALONG, OUT_COST, type WorkingGraph} from './working-graph.ts';

/**
 * Looks for ways that make a shortcut needless: a Dijkstra search from one node, past the node to be
 * contracted, given up after a number of nodes. What it found is an upper bound, which is all that is
 * needed: a witness that is missed costs a shortcut too many, never a wrong answer.
 */
export class WitnessSearch {
  readonly #graph: WorkingGraph;
  readonly #cost: Uint32Array;
  readonly #along: Uint32Array;
  /** Nodes touched by the search under way carry its number. */
  readonly #seen: Uint32Array;
  readonly #target: Uint32Array;
  #run = 0;
  #keys = new Float64Array(256);
  #nodes = new Uint32Array(256);
  #length = 0;

  constructor(graph: WorkingGraph, nodeCount: number) {
    this.#graph = graph;
    this.#cost = new Uint32Array(nodeCount);
    this.#along = new Uint32Array(nodeCount);
    this.#seen = new Uint32Array(nodeCount);
    this.#target = new Uint32Array(nodeCount);
  }

  /** Begins a search; then name its targets, then `run`. */
  begin(): void {
    this.#run++;
    this.#length = 0;
  }

  addTarget(node: number): void {
    this.#target[node] = this.#run;
  }

  /** Searches from `source` without `avoid`, up to `maxCost`, settling at most `maxSettled` nodes. */
  run(source: number, avoid: number, targets: number, maxCost: number, maxSettled: number): void {
    const cost = this.#cost;
    const run = this.#run;
    cost[source] = 0;
    this.#along[source] = 0;
    this.#seen[source] = run;
    this.#push(0, source);
    let left = targets;
    for (let settled = 0; this.#length > 0 && settled < maxSettled; ) {
      const key = this.#keys[0]!;
      const u = this.#pop();
      if (key !== cost[u]!) continue;
      if (key > maxCost) break;
      settled++;
      if (this.#target[u] === run && --left === 0) break;
      this.#relax(u, avoid, maxCost);
    }
  }

  #relax(u: number, avoid: number, maxCost: number): void {
    const {first, length, words} = this.#graph;
    const run = this.#run;
    const cost = this.#cost;
    const along = this.#along;
    const seen = this.#seen;
    const base = cost[u]!;
    const baseAlong = along[u]!;
    const start = first[u]!;
    for (let at = start, stop = start + ENTRY * length[u]!; at < stop; at += ENTRY) {
      const over = (base + words[at + OUT_COST]!) >>> 0;
      const v = words[at]!;
      if (over > maxCost || v === avoid) continue;
      const overAlong = baseAlong + words[at + OUT_ALONG]!;
      if (seen[v] === run) {
        const known = cost[v]!;
        // As cheap with less along it is better too, and handed on if it comes in time.
        if (over > known || (over === known && overAlong >= along[v]!)) continue;
      }
      seen[v] = run;
      cost[v] = over;
      along[v] = overAlong;
      this.#push(over, v);
    }
  }

  /** Whether the last search found a way to `node` at least as good as this. */
  reaches(node: number, cost: number, along: number): boolean {
    if (this.#seen[node] !== this.#run) return false;
    const found = this.#cost[node]!;
    return found < cost || (found === cost && found < FAR && this.#along[node]! <= along);
  }

  #push(key: number, node: number): void {
    if (this.#length === this.#nodes.length) this.#grow();
    const keys = this.#keys;
    const nodes = this.#nodes;
    let i = this.#length++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[i] = keys[parent]!;
      nodes[i] = nodes[parent]!;
      i = parent;
    }
    keys[i] = key;
    nodes[i] = node;
  }

  #pop(): number {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const top = nodes[0]!;
    const length = --this.#length;
    const key = keys[length]!;
    const node = nodes[length]!;
    let i = 0;
    for (let child = 1; child < length; child = 2 * i + 1) {
      if (child + 1 < length && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[i] = keys[child]!;
      nodes[i] = nodes[child]!;
      i = child;
    }
    keys[i] = key;
    nodes[i] = node;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const nodes = new Uint32Array(this.#nodes.length * 2);
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    [this.#keys, this.#nodes] = [keys, nodes];
  }
}
