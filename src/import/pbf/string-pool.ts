const FIRST_SLOTS = 1 << 12;
const FIRST_BYTES = 1 << 16;
/** Slots looked at for one string: a file made for it could have all strings meet in one. */
const MAX_LOOKS = 64;

/**
 * The strings of a file by number, so that those of one block can be known again in the next: compared
 * as bytes, decoded once and only when asked for.
 */
export class StringPool {
  /** Number + 1 of the string of each slot, 0 = empty. */
  #slots = new Int32Array(FIRST_SLOTS);
  #bytes = new Uint8Array(FIRST_BYTES);
  /** String `s` is `#bytes[#starts[s] ..< #starts[s + 1]]`. */
  readonly #starts: number[] = [0];
  readonly #texts: (string | undefined)[] = [];

  /** How many strings there are. */
  get size(): number {
    return this.#starts.length - 1;
  }

  /** How many bytes they take. */
  get bytes(): number {
    return this.#starts[this.size]!;
  }

  /** The number of a string given as UTF-8. */
  intern(buf: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(buf, start, end) & mask;
    let looks = 0;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#is(known - 1, buf, start, end)) return known - 1;
      if (++looks === MAX_LOOKS) break;
      slot = (slot + 1) & mask;
    }
    const row = this.size;
    this.#append(buf, start, end);
    // Where there is no room near, the new one takes the place: the old one will be read again.
    this.#slots[slot] = row + 1;
    if (2 * (row + 1) > this.#slots.length) this.#spread();
    return row;
  }

  text(row: number): string {
    let text = this.#texts[row];
    if (text === undefined) {
      text = decoder.decode(this.#bytes.subarray(this.#starts[row]!, this.#starts[row + 1]!));
      this.#texts[row] = text;
    }
    return text;
  }

  #is(row: number, buf: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[row]!;
    if (this.#starts[row + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#bytes[from + i - start] !== buf[i]) return false;
    return true;
  }

  #append(buf: Uint8Array, start: number, end: number): void {
    const at = this.bytes;
    const after = at + end - start;
    if (after > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(after, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(buf.subarray(start, end), at);
    this.#starts.push(after);
    this.#texts.push(undefined);
  }

  /** Doubles the slots; the hashes are made again, which costs less than keeping them. */
  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let row = 0; row < this.size; row++) {
      let slot = hashOf(this.#bytes, this.#starts[row]!, this.#starts[row + 1]!) & mask;
      for (let looks = 1; this.#slots[slot] !== 0 && looks < MAX_LOOKS; looks++) {
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = row + 1;
    }
  }
}

/** FNV-1a. */
function hashOf(buf: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ buf[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

const decoder = new TextDecoder();
