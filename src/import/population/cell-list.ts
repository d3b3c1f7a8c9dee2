import {UserError} from '../../errors.ts';
import {milliOf, type PopulationCells, type Vintage} from '../../geo/population-cells.ts';
import {Growable} from '../../graph/growable.ts';

/** Complaints told in one sentence; more are counted. */
const MAX_TOLD = 5;

/** Gathers population cells of a file and all that is wrong with it. */
export class CellList {
  readonly #name: string;
  readonly #lon = new Growable(Float64Array);
  readonly #lat = new Growable(Float64Array);
  readonly #milli = new Growable(Float64Array);
  readonly #vintage = new Growable(Uint16Array);
  readonly #vintages: Vintage[] = [];
  readonly #rows = new Map<string, number>();
  readonly #faults: string[] = [];
  #faultCount = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** A fault with its place in the file, e.g. `line 7: …`. */
  fault(text: string): void {
    if (this.#faultCount++ < MAX_TOLD) this.#faults.push(text);
  }

  /** A cell; `where` is its place in the file. Cells without people are left out. */
  add(lon: number, lat: number, persons: number, vintage: Vintage, where: string): void {
    if (!(lon >= -180 && lon <= 180)) this.fault(`${where}: lon is not a number from -180 to 180`);
    else if (!(lat >= -90 && lat <= 90)) this.fault(`${where}: lat is not a number from -90 to 90`);
    else if (!(persons >= 0 && persons < Infinity)) {
      this.fault(`${where}: population is not a number of at least 0`);
    } else if (milliOf(persons) > 0) {
      this.#lon.push(lon);
      this.#lat.push(lat);
      this.#milli.push(milliOf(persons));
      this.#vintage.push(this.#rowOf(vintage, where));
    }
  }

  #rowOf(vintage: Vintage, where: string): number {
    const key = `${vintage.date ?? ''} ${vintage.kind ?? ''}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    if (this.#vintages.length === 0xffff) this.fault(`${where}: too many different dates`);
    const row = this.#vintages.push(vintage) - 1;
    this.#rows.set(key, row);
    return row;
  }

  /** The cells in the order of the file. Throws all complaints, or that nobody lives in the file. */
  finish(hint: string): PopulationCells {
    if (this.#faultCount > 0) {
      const more = this.#faultCount - this.#faults.length;
      const rest = more > 0 ? `; and ${more} more` : '';
      throw new UserError('E_INPUT', `${this.#name}: ${this.#faults.join('; ')}${rest}`, {hint});
    }
    if (this.#lon.length === 0) {
      throw new UserError('E_INPUT', `${this.#name} holds no cell with people`, {hint});
    }
    return {
      name: this.#name,
      count: this.#lon.length,
      lon: this.#lon.take(),
      lat: this.#lat.take(),
      milli: this.#milli.take(),
      vintage: this.#vintage.take(),
      vintages: this.#vintages,
    };
  }
}
