import {Growable} from '../../graph/growable.ts';
import {newestRows} from './newest-rows.ts';
import {SortedIds} from './sorted-ids.ts';

/** Bits of `RawWays.bits`. */
export const WAY_BIT = {bridge: 1, tunnel: 2, coast: 4, maritime: 8} as const;
/** Above these bits: row of the kind of landmark + 1, 0 for none. */
export const WAY_LANDMARK_SHIFT = 4;
/** `RawWays.direction` of a way that is one-way only because it is a motorway. */
export const MOTORWAY_DIRECTION = 2;

/** What the columns hold of a way, besides its id, version and nodes. */
export interface WayRow {
  /** Row of the store's attribute list + 1; 0 = not an edge. */
  readonly attributes: number;
  /** Row of the store's list of reasons, when not an edge. */
  readonly reason: number;
  /** 0, 1, -1 or `MOTORWAY_DIRECTION`. */
  readonly direction: number;
  readonly bits: number;
  readonly durationS: number;
  /** `admin_level` of a way that is itself tagged as a border, else 0. */
  readonly adminLevel: number;
}

/** All ways that were read, in the order of reading, as columns. */
export interface RawWays {
  readonly count: number;
  readonly id: Float64Array;
  readonly attributes: Uint32Array;
  readonly reason: Uint8Array;
  readonly direction: Int32Array;
  readonly bits: Uint8Array;
  readonly durationS: Uint32Array;
  readonly adminLevel: Uint8Array;
  /** Node references of way `w`: `refs[firstRef[w] ..< firstRef[w + 1]]`, ids as read. */
  readonly firstRef: Float64Array;
  readonly refs: Float64Array;
  /** Rows in ascending order of id, each way once: of several versions the newest. */
  readonly order: Uint32Array;
  /** Ids that came twice in one version, with other tags or nodes; the longer one was taken. */
  readonly conflicts: readonly number[];
  /** Place in `order` of a way, -1 when it is not in the extract. */
  place(id: number): number;
}

const FIRST_ROWS = 1024;

/** Columns with a row for each way. */
class WayColumns {
  readonly id: Float64Array;
  readonly version: Uint32Array;
  readonly attributes: Uint32Array;
  readonly reason: Uint8Array;
  readonly direction: Int32Array;
  readonly bits: Uint8Array;
  readonly durationS: Uint32Array;
  readonly adminLevel: Uint8Array;
  readonly firstRef: Float64Array;

  constructor(rows: number) {
    this.id = new Float64Array(rows);
    this.version = new Uint32Array(rows);
    this.attributes = new Uint32Array(rows);
    this.reason = new Uint8Array(rows);
    this.direction = new Int32Array(rows);
    this.bits = new Uint8Array(rows);
    this.durationS = new Uint32Array(rows);
    this.adminLevel = new Uint8Array(rows);
    this.firstRef = new Float64Array(rows + 1);
  }

  grown(rows: number): WayColumns {
    const columns = new WayColumns(rows);
    for (const name of Object.keys(columns) as (keyof WayColumns & keyof this)[]) {
      (columns[name] as Uint32Array).set(this[name] as Uint32Array);
    }
    return columns;
  }
}

/** Collects ways in any order, from one file or several. */
export class WayStore {
  // Of one common length, and not each looking whether it is full, as in the store of nodes.
  #columns = new WayColumns(FIRST_ROWS);
  #rows = FIRST_ROWS;
  #count = 0;
  readonly #refs = new Growable(Float64Array);

  get count(): number {
    return this.#count;
  }

  add(id: number, version: number, row: WayRow, refs: Float64Array, count: number): void {
    const at = this.#count++;
    if (at === this.#rows) {
      this.#rows *= 2;
      this.#columns = this.#columns.grown(this.#rows);
    }
    const columns = this.#columns;
    columns.id[at] = id;
    columns.version[at] = version;
    columns.attributes[at] = row.attributes;
    columns.reason[at] = row.reason;
    columns.direction[at] = row.direction;
    columns.bits[at] = row.bits;
    columns.durationS[at] = row.durationS;
    columns.adminLevel[at] = row.adminLevel;
    this.#refs.pushAll(refs, count);
    columns.firstRef[at + 1] = this.#refs.length;
  }

  finish(): RawWays {
    const count = this.#count;
    const columns = this.#columns;
    const id = columns.id.subarray(0, count);
    const firstRef = columns.firstRef.subarray(0, count + 1);
    const conflicts: number[] = [];
    // Of one version the way with more nodes, as some tools cut ways short.
    const size = (row: number): number => firstRef[row + 1]! - firstRef[row]!;
    const unlike = (kept: number, other: number): void => {
      if (!this.#alike(kept, other)) conflicts.push(id[kept]!);
    };
    const order = newestRows(id, columns.version, unlike, size);
    const sorted = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) sorted[i] = id[order[i]!]!;
    const ids = new SortedIds(sorted);
    return {
      count,
      id,
      attributes: columns.attributes.subarray(0, count),
      reason: columns.reason.subarray(0, count),
      direction: columns.direction.subarray(0, count),
      bits: columns.bits.subarray(0, count),
      durationS: columns.durationS.subarray(0, count),
      adminLevel: columns.adminLevel.subarray(0, count),
      firstRef,
      refs: this.#refs.view(),
      order,
      conflicts: [...new Set(conflicts)],
      place: (wanted) => ids.row(wanted),
    };
  }

  /** Whether two rows of one version say the same, but for nodes that a tool cut off. */
  #alike(kept: number, other: number): boolean {
    const {attributes, reason, direction, bits, durationS, adminLevel, firstRef} = this.#columns;
    const columns = [attributes, reason, direction, bits, durationS, adminLevel];
    if (columns.some((column) => column[kept] !== column[other])) return false;
    let at = firstRef[other]!;
    const end = firstRef[other + 1]!;
    for (let i = firstRef[kept]!; i < firstRef[kept + 1]! && at < end; i++) {
      if (this.#refs.at(i) === this.#refs.at(at)) at++;
    }
    return at === end;
  }
}
