import {EARTH_RADIUS_M, greatCircleM} from '../../../geo/distance.ts';
import {Growable} from '../../../graph/growable.ts';

/** Metres of 1e-7 degree of latitude. */
export const M_PER_E7 = (EARTH_RADIUS_M * Math.PI) / 180 / 1e7;

/**
 * Distinct positions (1e-7 degrees), each with one row: two points are at the same place when their
 * rows are equal. An open-addressing hash table, so that millions of points cost no objects.
 */
export class PositionTable {
  readonly #lon = new Growable(Int32Array);
  readonly #lat = new Growable(Int32Array);
  #slots = new Int32Array(1024).fill(-1);

  get count(): number {
    return this.#lon.length;
  }

  /** Row of a position, made when it is new. */
  row(lonE7: number, latE7: number): number {
    if (this.count * 2 > this.#slots.length) this.#grow();
    let slot = this.#slot(lonE7, latE7);
    for (; this.#slots[slot] !== -1; slot = (slot + 1) & (this.#slots.length - 1)) {
      const row = this.#slots[slot]!;
      if (this.#lon.at(row) === lonE7 && this.#lat.at(row) === latE7) return row;
    }
    this.#slots[slot] = this.count;
    this.#lon.push(lonE7);
    this.#lat.push(latE7);
    return this.count - 1;
  }

  lonE7(row: number): number {
    return this.#lon.at(row);
  }

  latE7(row: number): number {
    return this.#lat.at(row);
  }

  /** Great-circle metres between two rows. */
  distanceM(a: number, b: number): number {
    return greatCircleM(
      this.#lon.at(a) / 1e7,
      this.#lat.at(a) / 1e7,
      this.#lon.at(b) / 1e7,
      this.#lat.at(b) / 1e7,
    );
  }

  /** Order by longitude, then latitude: the same whatever order the rows were made in. */
  compare(a: number, b: number): number {
    return this.#lon.at(a) - this.#lon.at(b) || this.#lat.at(a) - this.#lat.at(b);
  }

  #slot(lonE7: number, latE7: number): number {
    let hash = Math.imul(lonE7, 0x9e3779b1) ^ Math.imul(latE7, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let row = 0; row < this.count; row++) {
      let slot = this.#slot(this.#lon.at(row), this.#lat.at(row));
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = row;
    }
  }
}
