import type {Tags} from '../osm/osm-sink.ts';
import type {StringPool} from './string-pool.ts';

const NO_TAGS: Tags = new Map();
const SLOTS = 1 << 17;
/** Sets of one hash looked through at most: a file made for it could give all of them the same. */
const MAX_LOOKS = 16;

/**
 * The sets of tags met in a file, each decoded once: most ways share theirs with another, and who
 * reads them may know the object again.
 */
export class TagSets {
  /** Row + 1 of the newest set of each hash, 0 = none; the older ones follow by `#older`. */
  readonly #newest = new Int32Array(SLOTS);
  readonly #older: number[] = [];
  readonly #tags: Tags[] = [];
  /** Numbers of the keys and values of set `s`: `#pairs[#first[s] ..< #first[s + 1]]`. */
  readonly #pairs: number[] = [];
  readonly #first: number[] = [0];
  /** Those of the set being pushed: the first `#count`. */
  #pushed = new Int32Array(256);
  #count = 0;
  #hash = 0;

  get size(): number {
    return this.#tags.length;
  }

  /** Forgets all. */
  clear(): void {
    if (this.#tags.length === 0) return;
    this.#newest.fill(0);
    for (const list of [this.#older, this.#tags, this.#pairs, this.#first]) list.length = 0;
    this.#first.push(0);
  }

  /** A new set; `push` its tags, then `end` it. */
  begin(): void {
    this.#count = 0;
    this.#hash = 0;
  }

  push(key: number, value: number): void {
    if (this.#count === this.#pushed.length) {
      const larger = new Int32Array(2 * this.#count);
      larger.set(this.#pushed);
      this.#pushed = larger;
    }
    this.#pushed[this.#count++] = key;
    this.#pushed[this.#count++] = value;
    this.#hash = Math.imul(this.#hash ^ key, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b);
  }

  /** The tags pushed since `begin`. */
  end(strings: StringPool): Tags {
    const pushed = this.#pushed;
    const count = this.#count;
    if (count === 0) return NO_TAGS;
    const slot = (this.#hash ^ (this.#hash >>> 15)) & (SLOTS - 1);
    let looks = 0;
    for (let set = this.#newest[slot]! - 1; set >= 0; set = this.#older[set]! - 1) {
      if (this.#isSame(set)) return this.#tags[set]!;
      if (++looks === MAX_LOOKS) break;
    }
    const tags = new Map<string, string>();
    for (let i = 0; i < count; i += 2) {
      tags.set(strings.text(pushed[i]!), strings.text(pushed[i + 1]!));
      this.#pairs.push(pushed[i]!, pushed[i + 1]!);
    }
    this.#older.push(this.#newest[slot]!);
    this.#newest[slot] = this.#tags.push(tags);
    this.#first.push(this.#pairs.length);
    return tags;
  }

  #isSame(set: number): boolean {
    const from = this.#first[set]!;
    const count = this.#count;
    if (this.#first[set + 1]! - from !== count) return false;
    for (let i = 0; i < count; i++) if (this.#pairs[from + i] !== this.#pushed[i]) return false;
    return true;
  }
}
