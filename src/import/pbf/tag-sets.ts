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
  /** Numbers of the keys and values of set `s`: `#pairs[#first[s] ..< #first[s + 1]]`, then those being pushed. */
  readonly #pairs: number[] = [];
  readonly #first: number[] = [0];
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
    this.#pairs.length = this.#first[this.#first.length - 1]!;
    this.#hash = 0;
  }

  push(key: number, value: number): void {
    this.#pairs.push(key, value);
    this.#hash = Math.imul(this.#hash ^ key, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b);
  }

  /** The tags pushed since `begin`. */
  end(strings: StringPool): Tags {
    const start = this.#first[this.#first.length - 1]!;
    const end = this.#pairs.length;
    if (start === end) return NO_TAGS;
    const slot = (this.#hash ^ (this.#hash >>> 15)) & (SLOTS - 1);
    let looks = 0;
    for (let set = this.#newest[slot]! - 1; set >= 0; set = this.#older[set]! - 1) {
      if (this.#isSame(set, start, end)) return this.#tags[set]!;
      if (++looks === MAX_LOOKS) break;
    }
    const tags = new Map<string, string>();
    for (let i = start; i < end; i += 2) {
      tags.set(strings.text(this.#pairs[i]!), strings.text(this.#pairs[i + 1]!));
    }
    this.#older.push(this.#newest[slot]!);
    this.#newest[slot] = this.#tags.push(tags);
    this.#first.push(end);
    return tags;
  }

  #isSame(set: number, start: number, end: number): boolean {
    const from = this.#first[set]!;
    if (this.#first[set + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++) {
      if (this.#pairs[from + i - start] !== this.#pairs[i]) return false;
    }
    return true;
  }
}
