import {UserError} from '../errors.ts';
import type {ByteReader} from './byte-reader.ts';

const CHUNK_BYTES = 256 * 1024;
/** One value (an element with all it holds) is parsed as a whole, so its size is bounded. */
const MAX_VALUE_BYTES = 32 * 1024 * 1024;
/** Map data has some ten levels; JSON.parse keeps what is open, so a file must not open without end. */
const MAX_DEPTH = 100;

export interface JsonListReader {
  /** A member of the outermost object that is not the list; its name and value. */
  member(key: string, value: unknown): void;
  /** One item of the list, counted from 0. */
  item(value: unknown, at: number): void;
  /** Called for every key of the outermost object before its value is read; may throw. */
  key?(key: string): void;
}

/** What the text opens with. */
export type JsonOpening = 'object' | 'list' | 'other';

/**
 * Streams a JSON object whose member `list` is a long list: its items are parsed one by one, so that
 * a file of any size needs the memory of its largest item (at most 32 MB). Resolves to `list` or
 * `other`, with nothing read further, when the text does not open with `{`.
 * Throws `UserError` naming the byte where the text stops being JSON.
 */
export async function readJsonList(
  bytes: ByteReader,
  name: string,
  list: string,
  reader: JsonListReader,
): Promise<JsonOpening> {
  const splitter = new Splitter(name, list, reader);
  for (;;) {
    const chunk = await bytes.take(CHUNK_BYTES);
    if (chunk.length === 0) break;
    const opening = splitter.write(chunk);
    if (opening !== 'object') return opening;
  }
  splitter.close();
  return 'object';
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const BOM = [0xef, 0xbb, 0xbf];

/** What may come next; in the midst of a value `#depth` and `#inString` say more. */
type State = 'start' | 'first' | 'key' | 'colon' | 'value' | 'next' | 'end';

/** Finds where keys, members and items begin and end, and has each parsed by itself. */
class Splitter {
  readonly #name: string;
  readonly #list: string;
  readonly #reader: JsonListReader;
  readonly #decoder = new TextDecoder('utf-8', {fatal: true});
  #state: State = 'start';
  #key = '';
  #inList = false;
  #listSeen = false;
  #items = 0;
  /** Bytes of the file before the current chunk. */
  #before = 0;
  /** The value being read: what of it lies in earlier chunks, and where it began. */
  #parts: Uint8Array[] = [];
  #partBytes = 0;
  #valueAt = -1;
  #isKey = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #scalar = false;

  constructor(name: string, list: string, reader: JsonListReader) {
    this.#name = name;
    this.#list = list;
    this.#reader = reader;
  }

  write(chunk: Uint8Array): JsonOpening {
    let at = 0;
    while (at < chunk.length) {
      if (this.#valueAt >= 0) at = this.#value(chunk, at, at);
      else {
        const byte = chunk[at]!;
        const skipped = this.#before === 0 && this.#state === 'start' && byte === BOM[at];
        if (skipped || isSpace(byte)) at++;
        else if (this.#state === 'start' && byte !== OPEN) {
          return byte === OPEN_LIST ? 'list' : 'other';
        } else at = this.#between(chunk, at);
      }
    }
    this.#before += chunk.length;
    return 'object';
  }

  close(): void {
    if (this.#state === 'end') return;
    throw this.#fault(this.#before, 'the text ends before the object does');
  }

  /** A byte that is no space, outside of all values; gives the place after what it began. */
  #between(chunk: Uint8Array, at: number): number {
    const byte = chunk[at]!;
    const closing = this.#inList ? CLOSE_LIST : CLOSE;
    if (this.#state === 'start') return this.#go('first', at);
    if (this.#state === 'next' && byte === COMMA)
      return this.#go(this.#inList ? 'value' : 'key', at);
    if (this.#state === 'colon' && byte === COLON) return this.#go('value', at);
    if ((this.#state === 'next' || this.#state === 'first') && byte === closing) {
      this.#state = this.#inList ? 'next' : 'end';
      this.#inList = false;
      return at + 1;
    }
    if (this.#state === 'value' || this.#state === 'key' || this.#state === 'first') {
      return this.#begin(chunk, at);
    }
    throw this.#misplaced(byte, at);
  }

  #go(state: State, at: number): number {
    this.#state = state;
    return at + 1;
  }

  /** A key, a member's value, an item or the list begins. */
  #begin(chunk: Uint8Array, at: number): number {
    const byte = chunk[at]!;
    const isKey = !this.#inList && this.#state !== 'value';
    if (isKey ? byte !== QUOTE : endsScalar(byte)) throw this.#misplaced(byte, at);
    if (!isKey && !this.#inList && this.#key === this.#list && byte === OPEN_LIST) {
      if (this.#listSeen) throw this.#fault(this.#before + at, `"${this.#list}" stands twice`);
      this.#listSeen = true;
      this.#inList = true;
      return this.#go('first', at);
    }
    this.#isKey = isKey;
    this.#valueAt = this.#before + at;
    this.#inString = byte === QUOTE;
    this.#depth = opens(byte) ? 1 : 0;
    this.#scalar = this.#depth === 0 && !this.#inString;
    return this.#value(chunk, at, at + 1);
  }

  #misplaced(byte: number, at: number): UserError {
    const seen = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`;
    return this.#fault(this.#before + at, `${seen} cannot stand there`);
  }

  /** Goes on in a value that began (or goes on) at `from`; gives the place after it. */
  #value(chunk: Uint8Array, from: number, at: number): number {
    for (; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#scalar) {
        if (endsScalar(byte)) return this.#done(chunk, from, at);
      } else if (this.#inString) {
        if (this.#closesString(byte) && this.#depth === 0) return this.#done(chunk, from, at + 1);
      } else if (byte === QUOTE) this.#inString = true;
      else if (opens(byte)) this.#deeper(at);
      else if (closes(byte) && --this.#depth === 0) {
        return this.#done(chunk, from, at + 1);
      }
    }
    this.#keep(chunk.subarray(from));
    return at;
  }

  #closesString(byte: number): boolean {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    return !this.#inString;
  }

  #deeper(at: number): void {
    if (++this.#depth <= MAX_DEPTH) return;
    throw this.#fault(this.#before + at, `it is nested more than ${MAX_DEPTH} deep`);
  }

  #keep(part: Uint8Array): void {
    this.#partBytes += part.length;
    if (this.#partBytes > MAX_VALUE_BYTES) {
      const most = MAX_VALUE_BYTES / 2 ** 20;
      throw this.#fault(this.#valueAt, `a single value is larger than ${most} MB`);
    }
    // a copy: the chunk belongs to its reader
    this.#parts.push(part.slice());
  }

  #done(chunk: Uint8Array, from: number, to: number): number {
    const value = this.#parse(chunk.subarray(from, to));
    this.#valueAt = -1;
    if (!this.#isKey) {
      this.#state = 'next';
      if (this.#inList) this.#reader.item(value, this.#items++);
      else this.#reader.member(this.#key, value);
    } else {
      this.#key = value as string;
      this.#reader.key?.(this.#key);
      this.#state = 'colon';
    }
    return to;
  }

  #parse(last: Uint8Array): unknown {
    let bytes = last;
    if (this.#parts.length > 0) {
      this.#keep(last);
      bytes = new Uint8Array(this.#partBytes);
      let at = 0;
      for (const part of this.#parts) {
        bytes.set(part, at);
        at += part.length;
      }
      this.#parts = [];
      this.#partBytes = 0;
    }
    try {
      return JSON.parse(this.#decoder.decode(bytes));
    } catch (cause) {
      const why = cause instanceof SyntaxError ? cause.message.slice(0, 100) : 'it is not UTF-8';
      throw this.#fault(this.#valueAt, why, cause);
    }
  }

  #fault(at: number, why: string, cause?: unknown): UserError {
    const where = this.#inList ? `, in item ${this.#items} of "${this.#list}"` : '';
    return new UserError('E_INPUT', `${this.#name} is not JSON at byte ${at}${where}: ${why}.`, {
      hint: 'The download may have been cut short; fetch the file again.',
      cause,
    });
  }
}

function endsScalar(byte: number): boolean {
  return byte === COMMA || closes(byte) || isSpace(byte);
}

function opens(byte: number): boolean {
  return byte === OPEN || byte === OPEN_LIST;
}

function closes(byte: number): boolean {
  return byte === CLOSE || byte === CLOSE_LIST;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
