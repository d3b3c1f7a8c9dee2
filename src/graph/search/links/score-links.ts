import {FAR} from '../core/digraph.ts';
import {UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {costMatrix} from '../sweep/cost-matrix.ts';
import type {SweepKernel} from '../sweep/kernel.ts';
import {bestKernel} from '../sweep/wasm-kernel.ts';
import {type EndTable, endTables} from './end-tables.ts';
import type {Terminal} from './terminal.ts';

/** Links that might be built, each on its own, travelled both ways at the same cost. */
export interface CandidateLinks {
  /** Nodes. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Below `FAR`. */
  readonly cost: Uint32Array;
}

export interface LinkScores {
  /** Cost saved over all ordered pairs of places that have a way today, times their weights. */
  readonly saved: Float64Array;
  /** Ordered pairs with a way today that become cheaper. */
  readonly shortened: Uint32Array;
  /** Ordered pairs that have no way today and get one. */
  readonly joined: Uint32Array;
}

export interface LinkOptions {
  /** Weight of a pair, by from · places + to; not given = 1 each. */
  readonly weight?: Float64Array;
  /** Costs of today by from · places + to, `UNREACHED` = no way; not given = by the engine. */
  readonly today?: Uint32Array;
  readonly kernel?: SweepKernel;
}

/** Most words in the tables of costs to link ends: more links are scored in several passes. */
const TABLE_WORDS = 1 << 26;

/**
 * Scores every link alone against the network as it is, exactly: as if the network had been built
 * anew with the link in it. Trees from and to the places are only needed at the ends of links. A
 * link u–v can help from a place only when it shortens the way to v, and towards a place only when
 * it shortens the way from u, so only pairs of those are looked at. No place can gain in both
 * directions of a link, so nothing is counted twice. Sums run in order of places: same input, same
 * bits.
 */
export function scoreLinks(
  engine: SearchEngine,
  places: readonly Terminal[],
  links: CandidateLinks,
  options: LinkOptions = {},
): LinkScores {
  const {kernel = bestKernel()} = options;
  const linkCount = links.from.length;
  const sources = places.map((place) => place.out);
  const targets = places.map((place) => place.in);
  const today = options.today ?? costMatrix(engine, sources, targets, {kernel}).cost;
  const scores = {
    saved: new Float64Array(linkCount),
    shortened: new Uint32Array(linkCount),
    joined: new Uint32Array(linkCount),
  };
  const pass = Math.max(1, Math.floor(TABLE_WORDS / (4 * Math.max(1, places.length))));
  const rowOf = new Uint32Array(engine.graph.nodeCount);
  for (let start = 0; start < linkCount; start += pass) {
    const stop = Math.min(start + pass, linkCount);
    const {ends, fromRow, toRow} = endsOf(links, start, stop, rowOf);
    const {reach, leave} = endTables(engine, places, ends, kernel);
    const scorer = linkScorer(today, reach, leave, places.length, options.weight);
    for (let link = start; link < stop; link++) {
      const [u, v] = [fromRow[link - start]!, toRow[link - start]!];
      const there = scorer(u, v, links.cost[link]!);
      scores.saved[link] = there.saved;
      scores.shortened[link] = there.shortened;
      scores.joined[link] = there.joined;
      const back = scorer(v, u, links.cost[link]!);
      scores.saved[link]! += back.saved;
      scores.shortened[link]! += back.shortened;
      scores.joined[link]! += back.joined;
    }
  }
  return scores;
}

/** The nodes at which some links end, each once, and their rows by link. `rowOf` is all 0, and again. */
function endsOf({from, to}: CandidateLinks, start: number, stop: number, rowOf: Uint32Array) {
  const ends = new Uint32Array(2 * (stop - start));
  let count = 0;
  const rowsOf = (column: Uint32Array): Uint32Array =>
    column.subarray(start, stop).map((node) => {
      if (rowOf[node] === 0) {
        ends[count++] = node;
        rowOf[node] = count;
      }
      return rowOf[node]! - 1;
    });
  const [fromRow, toRow] = [rowsOf(from), rowsOf(to)];
  for (let i = 0; i < count; i++) rowOf[ends[i]!] = 0;
  return {ends: ends.subarray(0, count), fromRow, toRow};
}

interface Gain {
  saved: number;
  shortened: number;
  joined: number;
}

/** Scores one direction of a link, from end row `u` to end row `v`; the answer is reused. */
function linkScorer(
  today: Uint32Array,
  reach: EndTable,
  leave: EndTable,
  placeCount: number,
  weight: Float64Array | undefined,
): (u: number, v: number, cost: number) => Gain {
  const {stride} = reach;
  const sources = new Uint32Array(placeCount);
  const targets = new Uint32Array(placeCount);
  const gain = {saved: 0, shortened: 0, joined: 0};
  return (u, v, cost) => {
    gain.saved = gain.shortened = gain.joined = 0;
    const sourceCount = helped(reach.cost, u * stride, v * stride, cost, sources, placeCount);
    if (sourceCount === 0) return gain;
    const targetCount = helped(leave.cost, v * stride, u * stride, cost, targets, placeCount);
    let saved = 0;
    for (let i = 0; i < sourceCount; i++) {
      const s = sources[i]!;
      const base = reach.cost[u * stride + s]! + cost;
      const row = s * placeCount;
      for (let j = 0; j < targetCount; j++) {
        const t = targets[j]!;
        const over = base + leave.cost[v * stride + t]!;
        const known = today[row + t]!;
        if (over >= known || over >= FAR) continue;
        if (known === UNREACHED) {
          gain.joined++;
          continue;
        }
        gain.shortened++;
        saved += weight ? weight[row + t]! * (known - over) : known - over;
      }
    }
    gain.saved = saved;
    return gain;
  };
}

/** Lists the places for which `near` plus the link is cheaper than `far`; gives their number. */
function helped(
  table: Uint32Array,
  near: number,
  far: number,
  cost: number,
  into: Uint32Array,
  placeCount: number,
): number {
  let count = 0;
  for (let p = 0; p < placeCount; p++) {
    if ((table[near + p]! + cost) >>> 0 < table[far + p]!) into[count++] = p;
  }
  return count;
}
