/** Every so-manieth id is kept aside: few enough to stay in the processor's cache. */
const STRIDE = 64;
/** How far around the last answer to look before the whole column is searched. */
const NEAR = 32;

/**
 * Row of an id in an ascending column, or -1. Looks first around the last answer: the nodes of a way
 * mostly have neighbouring ids. Else it bisects the ids kept aside, then one stride of the column: a
 * country's column is far larger than any cache, so each step of a plain bisection waits for memory.
 */
export class SortedIds {
  readonly #ids: Float64Array;
  /** `ids[i * STRIDE]` */
  readonly #aside: Float64Array;
  #last = 0;

  constructor(ids: Float64Array) {
    this.#ids = ids;
    this.#aside = new Float64Array(Math.ceil(ids.length / STRIDE));
    for (let i = 0; i < this.#aside.length; i++) this.#aside[i] = ids[i * STRIDE]!;
  }

  row(id: number): number {
    const ids = this.#ids;
    const last = this.#last;
    if (ids[last + 1] === id) {
      this.#last = last + 1;
      return last + 1;
    }
    let low = Math.max(0, last - NEAR);
    let high = Math.min(ids.length, last + NEAR);
    if (!(ids[low]! <= id && id <= ids[high - 1]!)) {
      const stride = this.#strideOf(id);
      low = stride * STRIDE;
      high = Math.min(ids.length, low + STRIDE);
    }
    // ids[low] <= id < ids[high], where either end of the column stands for itself.
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (ids[middle]! <= id) low = middle;
      else high = middle;
    }
    if (ids[low] !== id) return -1;
    this.#last = low;
    return low;
  }

  /** The stride that holds an id if any does. */
  #strideOf(id: number): number {
    const aside = this.#aside;
    let low = 0;
    let high = aside.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (aside[middle]! <= id) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Whether every id is larger than the one before it: sorted, and none twice. */
export function isAscending(ids: Float64Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! <= ids[i - 1]!) return false;
  return true;
}
