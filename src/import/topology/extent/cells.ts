import {EARTH_RADIUS_M} from '../../../geo/distance.ts';
import {NumberSet} from './number-set.ts';

const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;

/** Marks positions on a grid of square cells, to ask whether any lies near another position. */
export class Cells {
  readonly #sizeM: number;
  readonly #perLonE7: number;
  readonly #perLatE7: number;
  readonly #marked = new NumberSet();

  /** Cells of `sizeM` metres at the latitude of the region. */
  constructor(sizeM: number, latE7: number) {
    this.#sizeM = sizeM;
    this.#perLatE7 = M_PER_DEG / 1e7 / sizeM;
    this.#perLonE7 = this.#perLatE7 * Math.max(0.01, Math.cos((latE7 / 1e7 / 180) * Math.PI));
  }

  get count(): number {
    return this.#marked.size;
  }

  /** Square metres of the marked cells together. */
  get areaM2(): number {
    return this.#marked.size * this.#sizeM ** 2;
  }

  mark(lonE7: number, latE7: number): void {
    this.#marked.add(this.#key(this.#x(lonE7), this.#y(latE7)));
  }

  /** Whether the cell of a position, or one of the eight round it, is marked: none nearer than `sizeM` is missed. */
  near(lonE7: number, latE7: number): boolean {
    const [x, y] = [this.#x(lonE7), this.#y(latE7)];
    for (let i = x - 1; i <= x + 1; i++) {
      for (let j = y - 1; j <= y + 1; j++) if (this.#marked.has(this.#key(i, j))) return true;
    }
    return false;
  }

  #x(lonE7: number): number {
    return Math.floor((lonE7 + 180e7) * this.#perLonE7);
  }

  #y(latE7: number): number {
    return Math.floor((latE7 + 90e7) * this.#perLatE7);
  }

  #key(x: number, y: number): number {
    return x * 2 ** 22 + y;
  }
}
