const KINDS = [Float64Array, Uint32Array, Int32Array, Uint8Array] as const;

type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/**
 * A typed array that grows by doubling; `take()` gives the filled part as an array of its own.
 *
 * Written once for six kinds of array, a store or load is slow in every one of them, as the engine
 * must look up the kind each time. So the hot ones name it.
 */
export class Growable<T extends Column> {
  #data: T;
  #length = 0;
  #isTaken = false;
  readonly #make: new (
    length: number,
  ) => T;
  readonly #kind: number;

  constructor(make: new (length: number) => T, capacity = 1024) {
    this.#make = make;
    this.#data = new make(capacity);
    this.#kind = KINDS.findIndex((kind) => this.#data instanceof kind);
  }

  get length(): number {
    return this.#length;
  }

  /** Forgets everything from row `length` on; does nothing when it is not shorter. */
  truncate(length: number): void {
    if (length >= this.#length) return;
    if (this.#isTaken) this.#part(this.#data.length);
    this.#length = length;
  }

  /** Makes room for `rows` in all, for those who know how many come: saves growing step by step. */
  reserve(rows: number): void {
    if (rows > this.#data.length) this.#part(rows);
  }

  /** Goes on with an array of its own, of so many rows. */
  #part(rows: number): void {
    const own = new this.#make(rows);
    own.set(this.#data);
    this.#data = own;
    this.#isTaken = false;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) this.reserve(Math.max(8, this.#data.length * 2));
    const at = this.#length++;
    switch (this.#kind) {
      case 0:
        (this.#data as Float64Array)[at] = value;
        break;
      case 1:
        (this.#data as Uint32Array)[at] = value;
        break;
      case 2:
        (this.#data as Int32Array)[at] = value;
        break;
      case 3:
        (this.#data as Uint8Array)[at] = value;
        break;
      default:
        this.#data[at] = value;
    }
  }

  /** Pushes the first `count` of these. */
  pushAll(values: Float64Array, count: number): void {
    const length = this.#length + count;
    if (length > this.#data.length) this.reserve(Math.max(length, this.#data.length * 2));
    if (this.#kind === 0) {
      const data = this.#data as Float64Array;
      for (let i = 0, at = this.#length; i < count; i++, at++) data[at] = values[i]!;
    } else for (let i = 0; i < count; i++) this.#data[this.#length + i] = values[i]!;
    this.#length = length;
  }

  at(index: number): number {
    switch (this.#kind) {
      case 0:
        return (this.#data as Float64Array)[index]!;
      case 1:
        return (this.#data as Uint32Array)[index]!;
      default:
        return this.#data[index]!;
    }
  }

  set(index: number, value: number): void {
    if (this.#isTaken) this.#part(this.#data.length);
    this.#data[index] = value;
  }

  /** The filled part without a copy; stale after the next `push`. */
  view(): T {
    return this.#data.subarray(0, this.#length) as T;
  }

  /**
   * The filled part as an array of its exact size, which later changes do not touch. A column that is
   * full to the last row is handed over as it is, and copied only should it change later.
   */
  take(): T {
    if (this.#length < this.#data.length) return this.#data.slice(0, this.#length) as T;
    this.#isTaken = true;
    return this.#data;
  }
}
