const NOTHING = -1;

/**
 * Buckets of nodes in a ring, each a stack; the storage of what was taken out is used again. A node
 * may be in it several times. `pop` and `push` take absolute bucket numbers; all buckets in use at
 * a time must lie within `size` of each other.
 */
export class BucketRing {
  readonly #mask: number;
  readonly #top: Int32Array;
  #node: Int32Array;
  #next: Int32Array;
  #free = NOTHING;
  #used = 0;
  #length = 0;

  /** `size` must be a power of two. */
  constructor(size: number, room: number) {
    this.#mask = size - 1;
    this.#top = new Int32Array(size).fill(NOTHING);
    this.#node = new Int32Array(Math.max(16, room));
    this.#next = new Int32Array(Math.max(16, room));
  }

  get length(): number {
    return this.#length;
  }

  push(bucket: number, node: number): void {
    let entry = this.#free;
    if (entry === NOTHING) {
      if (this.#used === this.#node.length) this.#grow();
      entry = this.#used++;
    } else this.#free = this.#next[entry]!;
    const place = bucket & this.#mask;
    this.#node[entry] = node;
    this.#next[entry] = this.#top[place]!;
    this.#top[place] = entry;
    this.#length++;
  }

  /** A node of the bucket, or −1 when it is empty. */
  pop(bucket: number): number {
    const place = bucket & this.#mask;
    const entry = this.#top[place]!;
    if (entry === NOTHING) return -1;
    this.#top[place] = this.#next[entry]!;
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#length--;
    return this.#node[entry]!;
  }

  #grow(): void {
    const longer = (old: Int32Array): Int32Array => {
      const more = new Int32Array(old.length * 2);
      more.set(old);
      return more;
    };
    this.#node = longer(this.#node);
    this.#next = longer(this.#next);
  }
}
