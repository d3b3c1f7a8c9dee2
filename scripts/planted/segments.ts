import {apartM, segmentsApartM, segmentsCross, toSegmentM, type Xy} from './plane.ts';

const CELL_M = 2000;

/** Segments by squares of the flat map: which pass near a point or a line. */
export class Segments {
  readonly #cells = new Map<string, (readonly [Xy, Xy])[]>();

  addLine(line: readonly Xy[]): void {
    for (let i = 1; i < line.length; i++) this.#add(line[i - 1]!, line[i]!);
  }

  #add(a: Xy, b: Xy): void {
    const segment = [a, b] as const;
    for (const key of cellsOf(a, b, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(segment);
      else this.#cells.set(key, [segment]);
    }
  }

  /** Whether any segment lies within `metres` of the point. */
  near(p: Xy, metres: number): boolean {
    return this.#some(p, p, metres, (c, d) => toSegmentM(p, c, d) < metres);
  }

  /**
   * Whether any segment comes within `metres` of the line, apart from what lies wholly within `spareM`
   * of the point `spared` (where the line joins the network).
   */
  nearLine(line: readonly Xy[], metres: number, spared?: Xy, spareM = 0): boolean {
    return line.slice(1).some((b, i) => {
      const a = line[i]!;
      return this.#some(a, b, metres, (c, d) => {
        if (segmentsApartM(a, b, c, d) >= metres) return false;
        if (spared === undefined) return true;
        // Near the joint roads meet, of course: only what comes near away from it counts.
        const steps = Math.max(1, Math.ceil(apartM(a, b) / 100));
        for (let s = 0; s <= steps; s++) {
          const p = {x: a.x + ((b.x - a.x) * s) / steps, y: a.y + ((b.y - a.y) * s) / steps};
          if (apartM(p, spared) > spareM && toSegmentM(p, c, d) < metres) return true;
        }
        return false;
      });
    });
  }

  /** How many times the line crosses the segments. */
  crossings(line: readonly Xy[]): number {
    let count = 0;
    line.slice(1).forEach((b, i) => {
      const a = line[i]!;
      const seen = new Set<readonly [Xy, Xy]>();
      this.#some(a, b, 0, (c, d, segment) => {
        if (!seen.has(segment) && segmentsCross(a, b, c, d)) count++;
        seen.add(segment);
        return false;
      });
    });
    return count;
  }

  #some(
    a: Xy,
    b: Xy,
    metres: number,
    is: (c: Xy, d: Xy, segment: readonly [Xy, Xy]) => boolean,
  ): boolean {
    for (const key of cellsOf(a, b, metres)) {
      for (const segment of this.#cells.get(key) ?? []) {
        if (is(segment[0], segment[1], segment)) return true;
      }
    }
    return false;
  }
}

function cellsOf(a: Xy, b: Xy, metres: number): string[] {
  const cell = (value: number): number => Math.floor(value / CELL_M);
  const keys: string[] = [];
  for (let x = cell(Math.min(a.x, b.x) - metres); x <= cell(Math.max(a.x, b.x) + metres); x++) {
    for (let y = cell(Math.min(a.y, b.y) - metres); y <= cell(Math.max(a.y, b.y) + metres); y++) {
      keys.push(`${x} ${y}`);
    }
  }
  return keys;
}
