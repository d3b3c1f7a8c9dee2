import type {PbfReader} from 'pbf';

/** Numbers kept from block to block: 8 MB. Blocks of the usual tools have some ten thousand. */
const MAX_KEPT = 2 ** 20;
/** Wire type of packed fields. */
const PACKED = 2;

/** A reused column for packed numbers, so that a block costs no arrays of its own. */
export class Scratch {
  data = new Float64Array(8192);

  /** Reads a packed field of zigzag deltas as running sums; returns how many. */
  readDeltas(pbf: PbfReader): number {
    const end = this.#enter(pbf);
    const data = this.data;
    const buf = pbf.buf;
    let pos = pbf.pos;
    let count = 0;
    let value = 0;
    // By hand and not by the reader: nearly all of an extract's bytes pass through this loop, and
    // nearly all of its numbers are one to four bytes long.
    while (pos < end) {
      const start = pos;
      let byte = buf[pos++]!;
      let bits = byte & 0x7f;
      for (let shift = 7; byte >= 0x80 && shift < 28; shift += 7) {
        byte = buf[pos++]!;
        bits |= (byte & 0x7f) << shift;
      }
      if (byte < 0x80) value += (bits >>> 1) ^ -(bits & 1);
      else {
        pbf.pos = start;
        value = exact(value + pbf.readSVarint());
        pos = pbf.pos;
      }
      data[count++] = value;
    }
    pbf.pos = pos;
    exact(value);
    return leave(pbf, end, count);
  }

  /** Reads a packed field of unsigned numbers; returns how many. */
  readNumbers(pbf: PbfReader): number {
    const end = this.#enter(pbf);
    const data = this.data;
    const buf = pbf.buf;
    let count = 0;
    while (pbf.pos < end) {
      const byte = buf[pbf.pos]!;
      if (byte < 0x80) {
        pbf.pos++;
        data[count++] = byte;
      } else data[count++] = pbf.readVarint();
    }
    return leave(pbf, end, count);
  }

  /** Lets a column go that an unusual block has blown up; to be called between blocks. */
  shrink(): void {
    if (this.data.length > MAX_KEPT) this.data = new Float64Array(8192);
  }

  #enter(pbf: PbfReader): number {
    if (pbf.type !== PACKED) throw new Error('a column is not packed');
    const bytes = pbf.readVarint();
    const end = pbf.pos + bytes;
    if (!(end <= pbf.length)) throw new Error('a packed field runs past the end of its block');
    if (bytes > this.data.length) {
      this.data = new Float64Array(Math.max(bytes, 2 * this.data.length));
    }
    return end;
  }
}

/** Numbers beyond 2^53 cannot be told apart: ids would be others, positions are none. */
function exact(value: number): number {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new Error('a number beyond 2^53');
  return value;
}

function leave(pbf: PbfReader, end: number, count: number): number {
  if (pbf.pos !== end) throw new Error('a packed field ends inside a number');
  return count;
}
