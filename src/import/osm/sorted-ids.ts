/** Ids per page, on average. */
const PAGE = 16;
/** How far around the last answer to look before the pages are asked. */
const NEAR = 8;

/**
 * Row of an id in an ascending column, or -1. Looks first just after the last answer: the nodes of a way
 * mostly have neighbouring ids. Else the range of ids is cut into equal pages, of which each knows
 * its first row, and the page is bisected: a country's column is far larger than any cache, so
 * each step of a plain bisection would wait for memory.
 */
export class SortedIds {
  readonly #ids: Float64Array;
  /** First row of each page, and of one more. */
  readonly #first: Uint32Array;
  readonly #min: number;
  readonly #max: number;
  readonly #pagesPerId: number;
  #last = 0;

  constructor(ids: Float64Array) {
    this.#ids = ids;
    const pages = Math.max(1, Math.floor(ids.length / PAGE));
    this.#min = ids[0] ?? 0;
    this.#max = ids[ids.length - 1] ?? -1;
    this.#pagesPerId = pages / (this.#max - this.#min + 1);
    this.#first = new Uint32Array(pages + 1).fill(ids.length);
    let page = 0;
    for (let row = 0; row < ids.length; row++) {
      for (const own = this.#page(ids[row]!); page <= own; page++) this.#first[page] = row;
    }
  }

  row(id: number): number {
    const ids = this.#ids;
    for (let row = this.#last + 1, end = row + NEAR; row < end; row++) {
      if (!(ids[row]! <= id)) break;
      if (ids[row] === id) {
        this.#last = row;
        return row;
      }
    }
    if (!(id >= this.#min && id <= this.#max)) return -1;
    const page = this.#page(id);
    let low = this.#first[page]!;
    let high = this.#first[page + 1]!;
    // The row of the id, if it has one, is at least `low` and below `high`.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    if (ids[low] !== id) return -1;
    this.#last = low;
    return low;
  }

  /** The page of an id between the first and the last: a larger id is never on an earlier page. */
  #page(id: number): number {
    return Math.min(this.#first.length - 2, Math.floor((id - this.#min) * this.#pagesPerId));
  }
}

/** Whether every id is larger than the one before it: sorted, and none twice. */
export function isAscending(ids: Float64Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! <= ids[i - 1]!) return false;
  return true;
}
