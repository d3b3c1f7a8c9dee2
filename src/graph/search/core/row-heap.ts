/** A few row numbers, the highest first. */
export class RowHeap {
  readonly #rows: number[] = [];

  get length(): number {
    return this.#rows.length;
  }

  push(row: number): void {
    const rows = this.#rows;
    let i = rows.push(row) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (rows[parent]! >= row) break;
      rows[i] = rows[parent]!;
      i = parent;
    }
    rows[i] = row;
  }

  /** Takes out the highest; the heap must not be empty. */
  pop(): number {
    const rows = this.#rows;
    const top = rows[0]!;
    const row = rows.pop()!;
    if (rows.length === 0) return top;
    let i = 0;
    for (let child = 1; child < rows.length; child = 2 * i + 1) {
      if (child + 1 < rows.length && rows[child + 1]! > rows[child]!) child++;
      if (rows[child]! <= row) break;
      rows[i] = rows[child]!;
      i = child;
    }
    rows[i] = row;
    return top;
  }
}
