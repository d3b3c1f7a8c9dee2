import {newestRows} from './newest-rows.ts';
import {isAscending, SortedIds} from './sorted-ids.ts';

const MAX_LON_E7 = 180e7;
const MAX_LAT_E7 = 90e7;
const FIRST_ROWS = 8192;

/** All nodes that were read, as columns in ascending order of id, each id once. */
export interface RawNodes {
  readonly count: number;
  readonly id: Float64Array;
  /** 1e-7 degrees. */
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  /** 0 when the file has none. */
  readonly version: Uint32Array;
  /** Ids that came twice in one version, at different places; the first was taken. */
  readonly conflicts: readonly number[];
  /** Row of an id, -1 when the node is not in the extract. */
  row(id: number): number;
}

/** Collects raw nodes in any order, from one file or several. */
export class NodeStore {
  // Columns of one common length, and not four that each look whether they are full: this is the
  // innermost loop of an import.
  #id = new Float64Array(FIRST_ROWS);
  #lonE7 = new Int32Array(FIRST_ROWS);
  #latE7 = new Int32Array(FIRST_ROWS);
  #version = new Uint32Array(FIRST_ROWS);
  #hasVersions = false;
  #count = 0;
  #outOfRange = 0;

  get count(): number {
    return this.#count;
  }

  /** Nodes left out because their position is not on Earth. */
  get outOfRange(): number {
    return this.#outOfRange;
  }

  add(id: number, lonE7: number, latE7: number, version: number): void {
    // Written so that NaN is out of range too.
    if (!(Math.abs(lonE7) <= MAX_LON_E7 && Math.abs(latE7) <= MAX_LAT_E7)) {
      this.#outOfRange++;
      return;
    }
    const row = this.#count++;
    if (row === this.#id.length) this.#grow(2 * row);
    this.#id[row] = id;
    this.#lonE7[row] = lonE7;
    this.#latE7[row] = latE7;
    if (version !== 0) {
      this.#version[row] = version;
      this.#hasVersions = true;
    }
  }

  #grow(rows: number): void {
    const id = new Float64Array(rows);
    id.set(this.#id);
    this.#id = id;
    const lonE7 = new Int32Array(rows);
    lonE7.set(this.#lonE7);
    this.#lonE7 = lonE7;
    const latE7 = new Int32Array(rows);
    latE7.set(this.#latE7);
    this.#latE7 = latE7;
    const version = new Uint32Array(rows);
    // Memory that is never written to is not there: most imports of one file need no versions.
    if (this.#hasVersions) version.set(this.#version);
    this.#version = version;
  }

  /** The columns in order of id; of several versions of a node the newest stays, the first of equals. */
  finish(): RawNodes {
    let id = this.#id.subarray(0, this.#count);
    let lonE7 = this.#lonE7.subarray(0, this.#count);
    let latE7 = this.#latE7.subarray(0, this.#count);
    let version = this.#version.subarray(0, this.#count);
    const conflicts: number[] = [];
    if (!isAscending(id)) {
      const rows = newestRows(id, version, (a, b) => {
        if (lonE7[a] !== lonE7[b] || latE7[a] !== latE7[b]) conflicts.push(id[a]!);
      });
      const pick = <T extends Float64Array | Int32Array | Uint32Array>(from: T, to: T): T => {
        for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!;
        return to;
      };
      id = pick(id, new Float64Array(rows.length));
      lonE7 = pick(lonE7, new Int32Array(rows.length));
      latE7 = pick(latE7, new Int32Array(rows.length));
      version = pick(version, new Uint32Array(rows.length));
    }
    const ids = new SortedIds(id);
    return {
      count: id.length,
      id,
      lonE7,
      latE7,
      version,
      conflicts: [...new Set(conflicts)],
      row: (wanted) => ids.row(wanted),
    };
  }
}
