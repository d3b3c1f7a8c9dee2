import {FAR} from './digraph.ts';

/** Arcs to follow from a node: `first[u] ..< first[u + 1]`. */
export interface Arcs {
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly cost: Uint32Array;
}

/** Most buckets in the ring; wide arcs make wide buckets rather than a ring that leaves the cache. */
const MOST_BUCKETS = 1 << 16;

const NOTHING = -1;

/**
 * One-to-all search with a monotone bucket queue (Dial 1969, buckets wider than one unit): nodes wait
 * in a ring of buckets of 2^shift cost units; within the current bucket they are taken in any order
 * and taken again when bettered, so costs are exact for every width, zero costs included. Make one
 * for a graph and use it again: it keeps its storage.
 */
export class BucketSearch {
  readonly #arcs: Arcs;
  readonly #shift: number;
  readonly #top: Int32Array;
  #node: Int32Array;
  #next: Int32Array;

  constructor(arcs: Arcs, shift: number = bucketShift(arcs.cost)) {
    let dearest = 0;
    for (const cost of arcs.cost) if (cost < FAR && cost > dearest) dearest = cost;
    let width = shift;
    while (dearest / 2 ** width > MOST_BUCKETS - 2) width++;
    let buckets = 4;
    while (buckets < dearest / 2 ** width + 2) buckets *= 2;
    this.#arcs = arcs;
    this.#shift = width;
    this.#top = new Int32Array(buckets).fill(NOTHING);
    const room = Math.max(16, arcs.first.length);
    this.#node = new Int32Array(room);
    this.#next = new Int32Array(room);
  }

  /**
   * Lowers `cost` (by node; at or above `FAR` = not reached) to the least cost from all `seeds`,
   * whose own costs must already stand in it. Nodes beyond `maxCost` are not searched further; what
   * stands at those is a bound only.
   */
  run(cost: Uint32Array, seeds: readonly number[], maxCost: number = FAR - 1): void {
    const {first, end, cost: arcCost} = this.#arcs;
    const shift = this.#shift;
    const top = this.#top;
    const mask = top.length - 1;
    const limit = Math.min(maxCost, FAR - 1);
    let node = this.#node;
    let next = this.#next;
    let free = NOTHING;
    let used = 0;
    let waiting = 0;
    // Seeds may lie farther apart than the ring is long: they join when their bucket comes.
    const later = seeds
      .filter((u) => cost[u]! <= limit)
      .sort((a, b) => cost[b]! - cost[a]! || a - b);
    let bucket = later.length === 0 ? 0 : cost[later[later.length - 1]!]! >>> shift;
    for (;;) {
      if (waiting === 0) {
        const seed = later[later.length - 1];
        if (seed === undefined) break;
        bucket = Math.max(bucket, cost[seed]! >>> shift);
      }
      while (later.length > 0 && cost[later[later.length - 1]!]! >>> shift <= bucket) {
        const u = later.pop()!;
        if (used === node.length) {
          node = this.#node = longer(node);
          next = this.#next = longer(next);
        }
        node[used] = u;
        next[used] = top[bucket & mask]!;
        top[bucket & mask] = used++;
        waiting++;
      }
      const place = bucket & mask;
      for (let entry = top[place]!; entry !== NOTHING; entry = top[place]!) {
        top[place] = next[entry]!;
        next[entry] = free;
        free = entry;
        waiting--;
        const u = node[entry]!;
        const base = cost[u]!;
        if (base >>> shift !== bucket) continue; // bettered since, and done in an earlier bucket
        for (let a = first[u]!, stop = first[u + 1]!; a < stop; a++) {
          const over = (base + arcCost[a]!) >>> 0;
          const v = end[a]!;
          if (over >= cost[v]! || over > limit) continue;
          cost[v] = over;
          let slot = free;
          if (slot !== NOTHING) free = next[slot]!;
          else {
            if (used === node.length) {
              node = this.#node = longer(node);
              next = this.#next = longer(next);
            }
            slot = used++;
          }
          const to = (over >>> shift) & mask;
          node[slot] = v;
          next[slot] = top[to]!;
          top[to] = slot;
          waiting++;
        }
      }
      bucket++;
    }
  }
}

function longer(old: Int32Array): Int32Array {
  const more = new Int32Array(old.length * 2);
  more.set(old);
  return more;
}

/**
 * Width of a bucket as a power of two: about the mean cost of an arc. Measured flat between a
 * quarter and twice of it; narrower makes empty buckets, wider repeats work.
 */
function bucketShift(cost: Uint32Array): number {
  let sum = 0;
  let count = 0;
  for (const c of cost) {
    if (c >= FAR) continue;
    sum += c;
    count++;
  }
  return count === 0 ? 0 : Math.max(0, Math.floor(Math.log2(Math.max(1, sum / count))));
}
