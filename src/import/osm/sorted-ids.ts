/**
 * Row of an id in an ascending column, or -1. Starts looking where the last answer was: the nodes of
 * a way mostly have neighbouring ids, so most look-ups take a few steps instead of a full bisection.
 */
export class SortedIds {
  readonly #ids: Float64Array;
  #last = 0;

  constructor(ids: Float64Array) {
    this.#ids = ids;
  }

  row(id: number): number {
    const ids = this.#ids;
    const count = ids.length;
    if (count === 0) return -1;
    let low = this.#last;
    let high = low;
    let step = 1;
    if (ids[low]! <= id) {
      for (high = low + step; high < count && ids[high]! <= id; high = low + step) {
        low = high;
        step *= 2;
      }
      if (high > count) high = count;
    } else {
      for (low = high - step; low > 0 && ids[low]! > id; low = high - step) {
        high = low;
        step *= 2;
      }
      if (low < 0) low = 0;
    }
    // ids[low] <= id < ids[high], where either end of the column stands for itself.
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (ids[middle]! <= id) low = middle;
      else high = middle;
    }
    this.#last = low;
    return ids[low] === id ? low : -1;
  }
}

/** Whether every id is larger than the one before it: sorted, and none twice. */
export function isAscending(ids: Float64Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! <= ids[i - 1]!) return false;
  return true;
}
