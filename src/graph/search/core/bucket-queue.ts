import {BucketRing} from './bucket-ring.ts';
import {FAR} from './digraph.ts';

/** Arcs to follow from a node: `first[u] ..< first[u + 1]`. */
export interface Arcs {
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly cost: Uint32Array;
}

/** Most buckets in the ring; wide arcs make wide buckets rather than a ring that leaves the cache. */
const MOST_BUCKETS = 1 << 16;

/**
 * One-to-all search with a monotone bucket queue (Dial 1969, buckets wider than one unit): nodes wait
 * in a ring of buckets of 2^shift cost units; within the current bucket they are taken in any order
 * and taken again when bettered, so costs are exact for every width, zero costs included. Make one
 * for a graph and use it again: it keeps its storage.
 */
export class BucketSearch {
  readonly #arcs: Arcs;
  readonly #shift: number;
  readonly #ring: BucketRing;

  constructor(arcs: Arcs, shift: number = bucketShift(arcs.cost)) {
    let dearest = 0;
    for (const cost of arcs.cost) if (cost < FAR && cost > dearest) dearest = cost;
    let width = shift;
    while (dearest / 2 ** width > MOST_BUCKETS - 2) width++;
    let size = 4;
    while (size < dearest / 2 ** width + 2) size *= 2;
    this.#arcs = arcs;
    this.#shift = width;
    this.#ring = new BucketRing(size, arcs.first.length);
  }

  /**
   * Lowers `cost` (by node; `FAR` = not reached) to the least cost from all `seeds`, whose own costs
   * must already stand in it. Nodes beyond `maxCost` are not searched further; what stands at those
   * is a bound only.
   */
  run(cost: Uint32Array, seeds: readonly number[], maxCost: number = FAR - 1): void {
    const ring = this.#ring;
    const shift = this.#shift;
    const limit = Math.min(maxCost, FAR - 1);
    // Seeds may lie farther apart than the ring is long: each joins when its bucket comes.
    const later = seeds.filter((u) => cost[u]! <= limit).sort((a, b) => cost[b]! - cost[a]!);
    let nextSeed = later.pop();
    let bucket = 0;
    while (ring.length > 0 || nextSeed !== undefined) {
      if (ring.length === 0) bucket = cost[nextSeed!]! >>> shift;
      for (
        ;
        nextSeed !== undefined && cost[nextSeed]! >>> shift <= bucket;
        nextSeed = later.pop()
      ) {
        ring.push(bucket, nextSeed);
      }
      this.#empty(bucket, cost, limit);
      bucket++;
    }
  }

  /** Takes the nodes of a bucket, and those that come into it, until it is empty. */
  #empty(bucket: number, cost: Uint32Array, limit: number): void {
    const {first, end, cost: arcCost} = this.#arcs;
    const shift = this.#shift;
    const ring = this.#ring;
    for (let u = ring.pop(bucket); u >= 0; u = ring.pop(bucket)) {
      const base = cost[u]!;
      if (base >>> shift !== bucket) continue; // bettered since, and done in an earlier bucket
      for (let a = first[u]!, stop = first[u + 1]!; a < stop; a++) {
        const over = (base + arcCost[a]!) >>> 0;
        const v = end[a]!;
        const known = cost[v]!;
        if (over >= known || over > limit) continue;
        cost[v] = over;
        const to = over >>> shift;
        // A node that waits in that very bucket already need not wait there twice.
        if (to !== known >>> shift || to === bucket || known === FAR) ring.push(to, v);
      }
    }
  }
}

/**
 * Width of a bucket as a power of two: about a quarter of the mean cost of an arc. Measured flat
 * from a half to twice of that; narrower makes empty buckets, wider repeats work.
 */
function bucketShift(cost: Uint32Array): number {
  let sum = 0;
  let count = 0;
  for (const c of cost) {
    if (c >= FAR) continue;
    sum += c;
    count++;
  }
  return count === 0 ? 0 : Math.max(0, Math.floor(Math.log2(Math.max(1, sum / count / 4))));
}
