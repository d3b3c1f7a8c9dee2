import type {PbfReader} from 'pbf';

const UNSEEN = 0;
const UNWANTED = 1;
const WANTED = 2;
const TRIGGER = 3;

/** The strings of one block, decoded when first used; most are never needed. */
export class StringTable {
  readonly #buf: Uint8Array;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #nodeKind: Uint8Array;
  readonly #wayKind: Uint8Array;

  /** Reads the table at the reader's place. */
  constructor(pbf: PbfReader) {
    this.#buf = pbf.buf;
    const end = pbf.readVarint() + pbf.pos;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field !== 1) continue;
      const stop = pbf.readVarint() + pbf.pos;
      this.#starts.push(pbf.pos);
      this.#ends.push(stop);
      pbf.pos = stop;
    }
    if (pbf.pos > pbf.length) throw new Error('the string table runs past the end of its block');
    this.#nodeKind = new Uint8Array(this.#starts.length);
    this.#wayKind = new Uint8Array(this.#starts.length);
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
