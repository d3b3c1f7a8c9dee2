import type {PbfReader} from 'pbf';
import type {StringPool} from './string-pool.ts';

const UNSEEN = 0;
const UNWANTED = 1;
const WANTED = 2;
const TRIGGER = 3;
/** A block holds some thousand objects; so many strings are made to fill the memory. */
const MAX_STRINGS = 4 * 1024 * 1024;

/** The strings of one block, decoded when first used; most are never needed. */
export class StringTable {
  readonly #buf: Uint8Array;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #nodeKind: Uint8Array;
  readonly #wayKind: Uint8Array;
  /** Number + 1 of each string in the pool, 0 = not asked for yet. */
  readonly #pooled: Int32Array;

  /** Reads the table at the reader's place; `null` makes one without strings. */
  constructor(pbf: PbfReader | null) {
    this.#buf = pbf?.buf ?? new Uint8Array(0);
    if (pbf) this.#read(pbf);
    this.#nodeKind = new Uint8Array(this.#starts.length);
    this.#wayKind = new Uint8Array(this.#starts.length);
    this.#pooled = new Int32Array(this.#starts.length);
  }

  #read(pbf: PbfReader): void {
    const end = pbf.readVarint() + pbf.pos;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field !== 1) continue;
      const stop = pbf.readVarint() + pbf.pos;
      if (this.#starts.length === MAX_STRINGS) throw new Error('the string table has no end');
      this.#starts.push(pbf.pos);
      this.#ends.push(stop);
      pbf.pos = stop;
    }
    if (pbf.pos !== end || end > pbf.length) {
      throw new Error('the string table does not end with its last string');
    }
  }

  text(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const start = this.#starts[index];
    if (start === undefined) throw new Error(`string ${index} is not in the block's table`);
    const text = decoder.decode(this.#buf.subarray(start, this.#ends[index]!));
    this.#texts[index] = text;
    return text;
  }

  /** The number of a string in a pool: always the same pool for one table. */
  pooled(index: number, pool: StringPool): number {
    const known = this.#pooled[index];
    if (known === undefined) throw new Error(`string ${index} is not in the block's table`);
    if (known !== 0) return known - 1;
    const number = pool.intern(this.#buf, this.#starts[index]!, this.#ends[index]!);
    this.#pooled[index] = number + 1;
    return number;
  }

  /** Whether a node with this key is worth decoding. */
  isTrigger(index: number, triggers: ReadonlySet<string>, keys: ReadonlySet<string> | null) {
    return this.#nodeKindOf(index, triggers, keys) === TRIGGER;
  }

  isNodeKey(index: number, triggers: ReadonlySet<string>, keys: ReadonlySet<string> | null) {
    return this.#nodeKindOf(index, triggers, keys) !== UNWANTED;
  }

  isWayKey(index: number, keys: ReadonlySet<string> | null): boolean {
    let kind = this.#wayKind[index];
    if (kind === UNSEEN || kind === undefined) {
      kind = keys === null || keys.has(this.text(index)) ? WANTED : UNWANTED;
      this.#wayKind[index] = kind;
    }
    return kind === WANTED;
  }

  #nodeKindOf(index: number, triggers: ReadonlySet<string>, keys: ReadonlySet<string> | null) {
    let kind = this.#nodeKind[index];
    if (kind === UNSEEN || kind === undefined) {
      const text = this.text(index);
      kind = triggers.has(text) ? TRIGGER : keys === null || keys.has(text) ? WANTED : UNWANTED;
      this.#nodeKind[index] = kind;
    }
    return kind;
  }
}

const decoder = new TextDecoder();
