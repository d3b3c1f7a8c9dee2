import type {PbfReader} from 'pbf';

/** A reused column for packed numbers, so that a block costs no arrays of its own. */
export class Scratch {
  data = new Float64Array(8192);

  /** Reads a packed field of zigzag deltas as running sums; returns how many. */
  readDeltas(pbf: PbfReader): number {
    const end = this.#enter(pbf);
    const data = this.data;
    let count = 0;
    let value = 0;
    while (pbf.pos < end) {
      value += pbf.readSVarint();
      data[count++] = value;
    }
    return leave(pbf, end, count);
  }

  /** Reads a packed field of unsigned numbers; returns how many. */
  readNumbers(pbf: PbfReader): number {
    const end = this.#enter(pbf);
    const data = this.data;
    let count = 0;
    while (pbf.pos < end) data[count++] = pbf.readVarint();
    return leave(pbf, end, count);
  }

  #enter(pbf: PbfReader): number {
    const bytes = pbf.readVarint();
    const end = pbf.pos + bytes;
    if (!(end <= pbf.length)) throw new Error('a packed field runs past the end of its block');
    if (bytes > this.data.length) this.data = new Float64Array(bytes * 2);
    return end;
  }
}

function leave(pbf: PbfReader, end: number, count: number): number {
  if (pbf.pos !== end) throw new Error('a packed field ends inside a number');
  return count;
}
