type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** A typed array that grows by doubling; `take()` gives the filled part as an array of its own. */
export class Growable<T extends Column> {
  #data: T;
  #length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  constructor(make: new (length: number) => T, capacity = 1024) {
    this.#make = make;
    this.#data = new make(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Forgets everything from row `length` on; does nothing when it is not shorter. */
  truncate(length: number): void {
    if (length < this.#length) this.#length = length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const grown = new this.#make(Math.max(8, this.#data.length * 2));
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.#length++] = value;
  }

  at(index: number): number {
    return this.#data[index]!;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** The filled part without a copy; stale after the next `push`. */
  view(): T {
    return this.#data.subarray(0, this.#length) as T;
  }

  /** The filled part, copied to its exact size. */
  take(): T {
    return this.#data.slice(0, this.#length) as T;
  }
}
