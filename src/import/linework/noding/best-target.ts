import type {Foot} from './foot.ts';
import {alike, type EndCode, endAt, isMotorway, type Line} from './line.ts';
import type {PositionTable} from './position-table.ts';

/** What an end is joined to: the end of a line, or a place on one. */
export type EndTarget = EndHit | LineHit;
export interface EndHit {
  readonly to: 'end';
  readonly gapM: number;
  readonly end: EndCode;
}
export type LineHit = Foot & {readonly to: 'line'};

/** An end up to so many times as far as the nearest line is the better joint: roads go on. */
const END_BONUS = 2;

/**
 * Keeps the nearest of what an end may join and chooses: the nearest end of a line of the same class,
 * the nearest end of any, the nearest place on a line. An end wins while it is at most twice as far as
 * the nearest line, and an end of the same class also where the nearer line is on another level (one of
 * the two a motorway). Of equals the westernmost wins.
 */
export class BestTarget {
  readonly #own: Line;
  readonly #lines: readonly Line[];
  readonly #positions: PositionTable;
  #same: EndHit | null = null;
  #any: EndHit | null = null;
  #line: LineHit | null = null;

  constructor(own: Line, lines: readonly Line[], positions: PositionTable) {
    this.#own = own;
    this.#lines = lines;
    this.#positions = positions;
  }

  meetEnd(hit: EndHit): void {
    if (this.#nearer(hit, this.#any)) this.#any = hit;
    if (!alike(this.#lines[hit.end >> 1]!.kind, this.#own.kind)) return;
    if (this.#nearer(hit, this.#same)) this.#same = hit;
  }

  meetLine(hit: Foot): void {
    const known = this.#line;
    const order =
      known === null
        ? -1
        : hit.gapM - known.gapM ||
          this.#positions.compare(hit.position, known.position) ||
          hit.line - known.line;
    if (order < 0) this.#line = {to: 'line', ...hit};
  }

  choose(): EndTarget | null {
    const [same, any, line] = [this.#same, this.#any, this.#line];
    if (line === null) return same ?? any;
    if (same !== null) {
      const apart = isMotorway(this.#own.kind) !== isMotorway(this.#lines[line.line]!.kind);
      if (apart || same.gapM <= END_BONUS * line.gapM) return same;
    }
    return any !== null && any.gapM <= END_BONUS * line.gapM ? any : line;
  }

  #nearer(hit: EndHit, than: EndHit | null): boolean {
    if (than === null) return true;
    const [a, b] = [endAt(this.#lines, hit.end), endAt(this.#lines, than.end)];
    return (hit.gapM - than.gapM || this.#positions.compare(a, b) || hit.end - than.end) < 0;
  }
}
