import type {ArcStore} from '../core/arc-store.ts';
import {FAR} from '../core/digraph.ts';
import {WitnessSearch} from './witness-search.ts';
import {
  ENTRY,
  HOPS,
  IN_ALONG,
  IN_ARC,
  IN_COST,
  NODE,
  OUT_ALONG,
  OUT_ARC,
  OUT_COST,
  type WorkingGraph,
} from './working-graph.ts';

/**
 * How far a witness is sought, in settled nodes: small networks on top of the hierarchy are dense
 * and searches there run long, so this bounds the time of building. Larger values give a few
 * shortcuts less.
 */
const MOST_SETTLED = 60;

/**
 * Takes nodes out of a working graph one by one, putting in the shortcuts that keep all costs (and of
 * equal costs, the least along) between the nodes that are left.
 */
export class Contraction {
  readonly #graph: WorkingGraph;
  readonly #arcs: ArcStore;
  readonly #witness: WitnessSearch;
  /** Of the node looked at last: entries a shortcut goes in by and out by. */
  #needed: number[] = [];

  constructor(graph: WorkingGraph, arcs: ArcStore, nodeCount: number) {
    this.#graph = graph;
    this.#arcs = arcs;
    this.#witness = new WitnessSearch(graph, nodeCount);
  }

  /**
   * Finds the shortcuts that contracting `v` would need and gives the price of doing so: shortcuts
   * per arc taken out, and the same with the arcs of the graph they stand for.
   */
  price(v: number): number {
    const {first, length, words} = this.#graph;
    const start = first[v]!;
    const stop = start + ENTRY * length[v]!;
    this.#needed = [];
    let [gone, goneHops, new_, newHops] = [0, 0, 0, 0];
    for (let at = start; at < stop; at += ENTRY) {
      const ways = Number(words[at + IN_COST]! < FAR) + Number(words[at + OUT_COST]! < FAR);
      gone += ways;
      goneHops += ways * words[at + HOPS]!;
      if (words[at + IN_COST]! < FAR) this.#needFrom(v, at, start, stop);
    }
    for (let k = 0; k < this.#needed.length; k += 2) {
      new_++;
      newHops += words[this.#needed[k]! + HOPS]! + words[this.#needed[k + 1]! + HOPS]!;
    }
    return gone === 0 ? 0 : new_ / gone + newHops / goneHops;
  }

  /** Contracts `v`, whose price must have been asked just before. Its own list stays as it is. */
  contract(v: number): void {
    const graph = this.#graph;
    const made: number[] = [];
    for (let k = 0; k < this.#needed.length; k += 2) {
      const {words} = graph;
      const [into, out] = [this.#needed[k]!, this.#needed[k + 1]!];
      const cost = words[into + IN_COST]! + words[out + OUT_COST]!;
      const along = words[into + IN_ALONG]! + words[out + OUT_ALONG]!;
      const arc = this.#arcs.add(words[into + IN_ARC]!, words[out + OUT_ARC]!, cost, along);
      const hops = words[into + HOPS]! + words[out + HOPS]!;
      made.push(words[into + NODE]!, words[out + NODE]!, cost, along, arc, hops);
    }
    const start = graph.first[v]!;
    const stop = start + ENTRY * graph.length[v]!;
    for (let at = start; at < stop; at += ENTRY) graph.drop(graph.words[at + NODE]!, v);
    for (let k = 0; k < made.length; k += 6) {
      graph.connect(made[k]!, made[k + 1]!, made[k + 2]!, made[k + 3]!, made[k + 4]!, made[k + 5]!);
    }
  }

  /** Notes the shortcuts needed from one neighbour, in by the entry `into`, to all others. */
  #needFrom(v: number, into: number, start: number, stop: number): void {
    const {words} = this.#graph;
    const witness = this.#witness;
    const inCost = words[into + IN_COST]!;
    const inAlong = words[into + IN_ALONG]!;
    witness.begin();
    let targets = 0;
    let farthest = 0;
    for (let out = start; out < stop; out += ENTRY) {
      const cost = inCost + words[out + OUT_COST]!;
      if (out === into || cost >= FAR) continue;
      witness.addTarget(words[out + NODE]!);
      targets++;
      if (cost > farthest) farthest = cost;
    }
    if (targets === 0) return;
    witness.run(words[into + NODE]!, v, targets, farthest, MOST_SETTLED);
    for (let out = start; out < stop; out += ENTRY) {
      const cost = inCost + words[out + OUT_COST]!;
      if (out === into || cost >= FAR) continue;
      const along = inAlong + words[out + OUT_ALONG]!;
      if (!witness.reaches(words[out + NODE]!, cost, along)) this.#needed.push(into, out);
    }
  }
}
