import type {LonLat} from './line.ts';
import {type LocalPlane, localPlane} from './local-plane.ts';

/** Marked cells of a square grid in a local plane. */
export interface GridCells {
  readonly plane: LocalPlane;
  readonly cellM: number;
  readonly areaKm2: number;
  readonly has: (column: number, row: number) => boolean;
  readonly cells: readonly (readonly [column: number, row: number])[];
}

/** Marks every cell whose centre lies within `reachM` of a line, as `GroundNear` does. */
export function gridCells(
  origin: LonLat,
  lines: readonly (readonly LonLat[])[],
  cellM: number,
  reachM: number,
): GridCells {
  const ground = new GroundNear(origin, cellM, reachM);
  for (const line of lines) ground.addLine(line);
  return ground.cells();
}

/**
 * Marks every cell whose centre lies within `reachM` of what is added. The grid hangs on `origin` and each
 * cell is judged by itself, so that more or longer lines on the same origin mark the same cells and more,
 * in whatever order they come. No lines give no cells.
 */
export class GroundNear {
  readonly #plane: LocalPlane;
  readonly #cellM: number;
  readonly #reachM: number;
  readonly #rows = new Map<number, Row>();

  constructor([lon, lat]: LonLat, cellM: number, reachM: number) {
    this.#plane = localPlane(lon, lat);
    this.#cellM = cellM;
    this.#reachM = reachM;
  }

  addLine(line: readonly LonLat[]): void {
    for (let i = line.length > 1 ? 1 : 0; i < line.length; i++) {
      const b = line[i]!;
      const a = i === 0 ? b : line[i - 1]!;
      this.addStep(a[0], a[1], b[0], b[1]);
    }
  }

  /**
   * A straight step between two points, degrees. The ground near it is bounded by a circle round each end
   * and two sides; of each row of cells it takes those between its western and its eastern edge.
   */
  addStep(lonA: number, latA: number, lonB: number, latB: number): void {
    const plane = this.#plane;
    const cellM = this.#cellM;
    const reachM = this.#reachM;
    const ax = plane.x(lonA);
    const ay = plane.y(latA);
    const bx = plane.x(lonB);
    const by = plane.y(latB);
    const dx = bx - ax;
    const dy = by - ay;
    // The eastern side runs `reachM` off the step, to the right of it when it goes north.
    const side = dy === 0 ? 0 : (Math.sign(dy) * reachM) / Math.sqrt(dx * dx + dy * dy);
    const high = lastCentre(Math.max(ay, by) + reachM, cellM);
    for (let row = firstCentre(Math.min(ay, by) - reachM, cellM); row <= high; row++) {
      const y = (row + 0.5) * cellM;
      const half2A = reachM * reachM - (y - ay) * (y - ay);
      const half2B = reachM * reachM - (y - by) * (y - by);
      const halfA = half2A < 0 ? -Infinity : Math.sqrt(half2A);
      const halfB = half2B < 0 ? -Infinity : Math.sqrt(half2B);
      let west = Math.min(ax - halfA, bx - halfB);
      let east = Math.max(ax + halfA, bx + halfB);
      if (dy !== 0) {
        const tEast = (y - ay + side * dx) / dy;
        const tWest = (y - ay - side * dx) / dy;
        if (tEast >= 0 && tEast <= 1) east = Math.max(east, ax + side * dy + tEast * dx);
        if (tWest >= 0 && tWest <= 1) west = Math.min(west, ax - side * dy + tWest * dx);
      }
      this.#mark(row, firstCentre(west, cellM), lastCentre(east, cellM));
    }
  }

  #mark(row: number, first: number, last: number): void {
    if (last < first) return;
    let known = this.#rows.get(row);
    if (known === undefined || first < known.west || last + 1 >= known.west + known.steps.length) {
      known = widened(known, first, last);
      this.#rows.set(row, known);
    }
    known.steps[first - known.west]!++;
    known.steps[last + 1 - known.west]!--;
  }

  cells(): GridCells {
    const cells: (readonly [number, number])[] = [];
    const marks = new Map<number, {readonly west: number; readonly marked: Uint8Array}>();
    for (const [row, {west, steps}] of [...this.#rows].sort(([a], [b]) => a - b)) {
      const marked = new Uint8Array(steps.length);
      marks.set(row, {west, marked});
      for (let i = 0, depth = 0; i < steps.length; i++) {
        depth += steps[i]!;
        if (depth === 0) continue;
        marked[i] = 1;
        cells.push([west + i, row]);
      }
    }
    return {
      plane: this.#plane,
      cellM: this.#cellM,
      areaKm2: (cells.length * this.#cellM * this.#cellM) / 1e6,
      has: (column, row) => {
        const known = marks.get(row);
        return known !== undefined && known.marked[column - known.west] === 1;
      },
      cells,
    };
  }
}

/** How often cells of a row were marked, as differences: up where a stretch begins, down behind its end. */
interface Row {
  /** Column of the first difference. */
  readonly west: number;
  readonly steps: Int32Array;
}

/** Columns to spare on either hand of a row that grows. */
const SPARE = 32;

/** A row with room for the columns `first` to `last` and for the difference behind them. */
function widened(row: Row | undefined, first: number, last: number): Row {
  const known = row ?? {west: first, steps: new Int32Array(0)};
  const west = Math.min(known.west, first - SPARE);
  const end = Math.max(known.west + known.steps.length, last + 1 + SPARE);
  const steps = new Int32Array(end - west);
  steps.set(known.steps, known.west - west);
  return {west, steps};
}

/** The first and last cell whose centre is not before, not behind a place on an axis. */
function firstCentre(atM: number, cellM: number): number {
  return Math.ceil(atM / cellM - 0.5);
}
function lastCentre(atM: number, cellM: number): number {
  return Math.floor(atM / cellM - 0.5);
}
