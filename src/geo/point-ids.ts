/**
 * Numbers points from 0 on in the order in which they first come; points with the same coordinates have
 * the same number. Any two numbers may be such coordinates. Not made for NaN.
 */
export class PointIds {
  /** Coordinates of the points, by number; only the first `count` are any. */
  x: Float64Array;
  y: Float64Array;
  count = 0;
  /** Number + 1 of the point that sits here, 0 = nobody; at most half are taken. */
  #slots: Int32Array;

  /** `expected`: about how many points will come; more are no fault. */
  constructor(expected = 32) {
    let size = 64;
    while (size < 2 * expected) size *= 2;
    this.#slots = new Int32Array(size);
    this.x = new Float64Array(size / 2);
    this.y = new Float64Array(size / 2);
  }

  /** The number of a point, a new one when it has none yet. */
  idOf(x: number, y: number): number {
    const slot = this.#slotOf(x, y);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) return known;
    const id = this.count++;
    this.#slots[slot] = id + 1;
    // 0 and -0 are one place.
    this.x[id] = x + 0;
    this.y[id] = y + 0;
    if (this.count === this.x.length) this.#grow();
    return id;
  }

  /** Where the point sits, or the free slot that is its own. */
  #slotOf(x: number, y: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash(x, y) & mask;
    for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
      if (this.x[id - 1] === x && this.y[id - 1] === y) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const size = 2 * this.#slots.length;
    this.#slots = new Int32Array(size);
    const [x, y] = [new Float64Array(size / 2), new Float64Array(size / 2)];
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
    for (let id = 0; id < this.count; id++) {
      this.#slots[this.#slotOf(x[id]!, y[id]!)] = id + 1;
    }
  }
}

const doubles = new Float64Array(2);
const words = new Uint32Array(doubles.buffer);

/** Mixes the bits of two numbers (the finishing steps of MurmurHash3); 0 and -0 alike. */
function hash(x: number, y: number): number {
  doubles[0] = x + 0;
  doubles[1] = y + 0;
  let h = words[0]! ^ Math.imul(words[1]!, 0x9e3779b1);
  h = Math.imul(h ^ words[2]!, 0x85ebca6b) ^ Math.imul(words[3]!, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
