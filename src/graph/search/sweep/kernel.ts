/** Sources swept at once: the lanes of a row. */
export const LANES = 16;

/**
 * Memory for one sweep and the loops over it. Places are counted in words of 32 bits. A row is
 * `LANES` words side by side, row `r` of a table at `table + LANES · r`; the arcs into row `r` are
 * `first[r] ..< first[r + 1]`, two words each: the row it comes from, which lies before `r`, and its
 * cost. All costs are at most `FAR`.
 */
export interface SweepMemory {
  readonly words: Uint32Array;
  /** Makes every row of `cost` the least of what stands there and of what its arcs bring. */
  readonly sweep: (count: number, first: number, arcs: number, cost: number) => void;
  /**
   * The same with a second number along, one word an arc at `arcAlong`, rows at `along`: of equally
   * cheap the one with less of it.
   */
  readonly sweepAlong: (
    count: number,
    first: number,
    arcs: number,
    arcAlong: number,
    cost: number,
    along: number,
  ) => void;
}

/** Makes sweep memories; both kinds give the same numbers. */
export interface SweepKernel {
  readonly name: 'wasm' | 'plain';
  readonly memory: (words: number) => SweepMemory;
}
