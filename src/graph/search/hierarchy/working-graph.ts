import type {ArcStore} from '../core/arc-store.ts';
import {type Digraph, FAR, NONE} from '../core/digraph.ts';
import {neighboursOf} from '../core/neighbours.ts';

/** Fields of an entry: the neighbour, then the best arc out to it and in from it. */
export const NODE = 0;
export const OUT_COST = 1;
export const IN_COST = 2;
export const OUT_ALONG = 3;
export const IN_ALONG = 4;
export const OUT_ARC = 5;
export const IN_ARC = 6;
/** How many arcs of the graph the two together stand for. */
export const HOPS = 7;
/** Words of an entry. */
export const ENTRY = 8;

/**
 * The graph that is left while nodes are taken out of it: each node's neighbours as entries side by
 * side, `words[first[u]] ..< words[first[u] + ENTRY · length[u]]`, so that a search reads one run of
 * memory a node. Lists that outgrow their place move to the end. Absent arcs cost `FAR`.
 */
export class WorkingGraph {
  words: Uint32Array;
  readonly first: Uint32Array;
  readonly length: Uint32Array;
  readonly #room: Uint32Array;
  #end = 0;

  constructor(graph: Digraph, arcs: ArcStore) {
    const lists = neighboursOf(graph, arcs);
    const count = lists.first[graph.nodeCount]!;
    this.words = new Uint32Array(ENTRY * (2 * count + 64));
    this.first = new Uint32Array(graph.nodeCount);
    this.length = lists.length.slice();
    this.#room = new Uint32Array(graph.nodeCount);
    for (let u = 0; u < graph.nodeCount; u++) {
      this.first[u] = this.#end;
      this.#room[u] = this.length[u]! + 2;
      for (let k = 0; k < this.length[u]!; k++) {
        const slot = lists.first[u]! + k;
        const [out, into] = [lists.out[slot]!, lists.in[slot]!];
        const at = this.#end + ENTRY * k;
        this.words[at + NODE] = lists.node[slot]!;
        this.words[at + OUT_COST] = arcs.cost(out);
        this.words[at + IN_COST] = arcs.cost(into);
        this.words[at + OUT_ALONG] = arcs.along(out);
        this.words[at + IN_ALONG] = arcs.along(into);
        this.words[at + OUT_ARC] = out;
        this.words[at + IN_ARC] = into;
        this.words[at + HOPS] = 1;
      }
      this.#take(ENTRY * this.#room[u]!);
    }
  }

  /** Where the entry of `v` in the list of `u` begins, `NONE` when they are no neighbours. */
  find(u: number, v: number): number {
    const start = this.first[u]!;
    for (let at = start, stop = start + ENTRY * this.length[u]!; at < stop; at += ENTRY) {
      if (this.words[at] === v) return at;
    }
    return NONE;
  }

  /** Takes `v` out of the list of `u`. */
  drop(u: number, v: number): void {
    const at = this.find(u, v);
    const last = this.first[u]! + ENTRY * --this.length[u]!;
    if (at !== last) this.words.copyWithin(at, last, last + ENTRY);
  }

  /** Sets the arc from `u` to `v`, known to be better than what was there, in both lists. */
  connect(u: number, v: number, cost: number, along: number, arc: number, hops: number): void {
    const out = this.#entry(u, v, hops);
    this.words[out + OUT_COST] = cost;
    this.words[out + OUT_ALONG] = along;
    this.words[out + OUT_ARC] = arc;
    const into = this.#entry(v, u, hops);
    this.words[into + IN_COST] = cost;
    this.words[into + IN_ALONG] = along;
    this.words[into + IN_ARC] = arc;
  }

  #entry(u: number, v: number, hops: number): number {
    const known = this.find(u, v);
    if (known !== NONE) {
      this.words[known + HOPS] = hops;
      return known;
    }
    if (this.length[u] === this.#room[u]) this.#move(u);
    const at = this.first[u]! + ENTRY * this.length[u]!++;
    this.words.fill(0, at, at + ENTRY);
    this.words[at + NODE] = v;
    this.words[at + OUT_COST] = FAR;
    this.words[at + IN_COST] = FAR;
    this.words[at + OUT_ARC] = NONE;
    this.words[at + IN_ARC] = NONE;
    this.words[at + HOPS] = hops;
    return at;
  }

  #move(u: number): void {
    const from = this.first[u]!;
    const length = ENTRY * this.length[u]!;
    this.#room[u] = 2 * this.#room[u]!;
    this.first[u] = this.#end;
    this.#take(ENTRY * this.#room[u]!);
    this.words.copyWithin(this.first[u]!, from, from + length);
  }

  #take(words: number): void {
    this.#end += words;
    if (this.#end <= this.words.length) return;
    const more = new Uint32Array(Math.ceil(this.#end * 1.5));
    more.set(this.words);
    this.words = more;
  }
}
