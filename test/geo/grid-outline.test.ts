import {booleanPointInPolygon, multiPolygon} from '@turf/turf';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type GridCells, gridCells} from '../../src/geo/grid-cells.ts';
import {type GridShape, outlines} from '../../src/geo/grid-outline.ts';
import {type LonLat, sliceLine} from '../../src/geo/line.ts';
import {localPlane} from '../../src/geo/local-plane.ts';

const ORIGIN: LonLat = [120, 28];
const PLANE = localPlane(...ORIGIN);
const CELL_M = 1000;

const position: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({min: 119.9, max: 120.1, noNaN: true}),
  fc.double({min: 27.9, max: 28.1, noNaN: true}),
);
const line = fc.array(position, {minLength: 1, maxLength: 4});
const lines = fc.array(line, {maxLength: 4});
const reach = fc.constantFrom(800, 2000);

const keys = (grid: GridCells): string[] => grid.cells.map(([c, r]) => `${c},${r}`).sort();

/** A grid with exactly these cells, `#` in a picture whose first line is the northern one. */
function drawn(picture: string): GridCells {
  const rows = picture
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const cells = rows.flatMap((row, y) =>
    [...row].flatMap((mark, x) => (mark === '#' ? [[x, rows.length - 1 - y] as const] : [])),
  );
  const marked = new Set(cells.map(([c, r]) => `${c},${r}`));
  return {
    plane: PLANE,
    cellM: CELL_M,
    areaKm2: cells.length,
    has: (c, r) => marked.has(`${c},${r}`),
    cells,
  };
}

const picture = fc
  .array(fc.array(fc.constantFrom('#', '#', '.'), {minLength: 6, maxLength: 6}), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => rows.map((row) => row.join('')).join('\n'));

/** Corners of a ring in cells: what is drawn is rounded to about a metre of 1000. */
const corners = (ring: readonly LonLat[]): [number, number][] =>
  ring.map(([lon, lat]) => [Math.round(PLANE.x(lon) / CELL_M), Math.round(PLANE.y(lat) / CELL_M)]);

/** Twice the signed area by the shoelace formula, cells². */
const shoelace2 = (ring: readonly (readonly [number, number])[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);

const areaOf = (shape: GridShape): number =>
  shape.flat().reduce((sum, ring) => sum + shoelace2(corners(ring)) / 2, 0);

/** Groups of cells joined side to side. */
function groups(grid: GridCells): number {
  const left = new Set(grid.cells.map(String));
  let count = 0;
  for (const start of left) {
    count++;
    const reached = [start];
    for (const spot of reached) {
      if (!left.delete(spot)) continue;
      const [c, r] = spot.split(',').map(Number) as [number, number];
      reached.push(`${c + 1},${r}`, `${c - 1},${r}`, `${c},${r + 1}`, `${c},${r - 1}`);
    }
  }
  return count;
}

/** The laws of a drawing: closed simple rings, the right way round, covering the cells and no more. */
function expectLawful(grid: GridCells): void {
  const shape = outlines(grid);
  for (const polygon of shape) {
    polygon.forEach((ring, i) => {
      expect(ring.length).toBeGreaterThanOrEqual(5);
      expect(ring.at(-1)).toEqual(ring[0]);
      if (i === 0) expect(shoelace2(corners(ring))).toBeGreaterThan(0);
      else expect(shoelace2(corners(ring))).toBeLessThan(0);
      const spots = corners(ring).slice(1).map(String);
      expect(new Set(spots).size, 'a ring passes each corner once').toBe(spots.length);
    });
  }
  // One polygon a group: cells that meet at corners only do not make one with its inside in pieces.
  expect(shape).toHaveLength(groups(grid));
  expect(areaOf(shape)).toBe(grid.cells.length);
  expect(grid.areaKm2).toBeCloseTo(areaOf(shape) * (CELL_M / 1000) ** 2, 9);
  const area = multiPolygon(shape.map((p) => p.map((r) => r.map(([x, y]) => [x, y]))));
  const columns = grid.cells.map(([c]) => c);
  const rows = grid.cells.map(([, r]) => r);
  for (let c = Math.min(...columns) - 1; c <= Math.max(...columns) + 1; c++) {
    for (let r = Math.min(...rows) - 1; r <= Math.max(...rows) + 1; r++) {
      const centre = [PLANE.lon((c + 0.5) * CELL_M), PLANE.lat((r + 0.5) * CELL_M)];
      expect(booleanPointInPolygon(centre, area), `cell ${c},${r}`).toBe(grid.has(c, r));
    }
  }
}

describe('gridCells', () => {
  test('marks the cells whose centre is within reach of a line, and no others', () => {
    fc.assert(
      fc.property(line, reach, (points, reachM) => {
        const grid = gridCells(ORIGIN, [points], CELL_M, reachM);
        const near = (c: number, r: number): number => {
          let best = Infinity;
          points.forEach((b, i) => {
            const a = points[i - 1] ?? b;
            for (let k = 0; k <= 500; k++) {
              const x = PLANE.x(a[0] + ((b[0] - a[0]) * k) / 500);
              const y = PLANE.y(a[1] + ((b[1] - a[1]) * k) / 500);
              best = Math.min(best, Math.hypot((c + 0.5) * CELL_M - x, (r + 0.5) * CELL_M - y));
            }
          });
          return best;
        };
        // Samples lie at most 60 m apart, so they overstate the distance by no more than 30 m.
        const wrong: string[] = [];
        for (let c = -14; c <= 14; c++) {
          for (let r = -15; r <= 15; r++) {
            const m = near(c, r);
            const must = m <= reachM;
            const mustNot = m > reachM + 30;
            if (grid.has(c, r) ? mustNot : must) wrong.push(`${c},${r} at ${m} m`);
          }
        }
        expect(wrong).toEqual([]);
      }),
      {numRuns: 40},
    );
  });

  test('with more lines in any order marks the same cells and more', () => {
    fc.assert(
      fc.property(lines, lines, reach, (some, others, reachM) => {
        const few = gridCells(ORIGIN, some, CELL_M, reachM);
        for (const all of [
          [...some, ...others],
          [...others, ...some],
        ]) {
          const many = gridCells(ORIGIN, all, CELL_M, reachM);
          expect(few.cells.filter(([c, r]) => !many.has(c, r))).toEqual([]);
        }
      }),
    );
  });

  test('with a longer line marks the same cells and more', () => {
    const share = fc.double({min: 0.05, max: 0.95, noNaN: true});
    fc.assert(
      fc.property(line, share, (points, t) => {
        fc.pre(points.length > 1);
        const part = gridCells(ORIGIN, [sliceLine(points, 0, t)], CELL_M, 2000);
        const whole = gridCells(ORIGIN, [points], CELL_M, 2000);
        expect(part.cells.filter(([c, r]) => !whole.has(c, r))).toEqual([]);
      }),
    );
  });

  test('lists each cell once, says the same by list, by question and by area', () => {
    fc.assert(
      fc.property(lines, reach, (all, reachM) => {
        const grid = gridCells(ORIGIN, all, CELL_M, reachM);
        expect(new Set(keys(grid)).size).toBe(grid.cells.length);
        expect(grid.cells.every(([c, r]) => grid.has(c, r))).toBe(true);
        expect(grid.areaKm2).toBe(grid.cells.length);
      }),
    );
  });

  test('of no lines, or of lines without a point, is empty', () => {
    expect(gridCells(ORIGIN, [], CELL_M, 2000).cells).toEqual([]);
    expect(gridCells(ORIGIN, [[]], CELL_M, 2000).cells).toEqual([]);
    expect(outlines(gridCells(ORIGIN, [], CELL_M, 2000))).toEqual([]);
  });

  test('marks nothing far away when a line has a gap between two parts', () => {
    const grid = gridCells(ORIGIN, [[[120, 28]], [[120.1, 28]]], CELL_M, 800);
    // 0.05° of longitude at 28° N is 4.9 km: nothing lies within 800 m of the middle.
    expect(grid.has(4, 0) || grid.has(5, 0)).toBe(false);
    expect(grid.has(0, 0)).toBe(true);
  });
});

describe('outlines', () => {
  test('keeps the laws for any cells', () => {
    fc.assert(
      fc.property(picture, (map) => {
        const grid = drawn(map);
        fc.pre(grid.cells.length > 0);
        expectLawful(grid);
      }),
      {numRuns: 300},
    );
  });

  test('of one cell is its square', () => {
    const shape = outlines(drawn('#'));
    expect(shape.map((polygon) => polygon.map(corners))).toHaveLength(1);
    expect(corners(shape[0]![0]!).slice(1).map(String).sort()).toEqual([
      '0,0',
      '0,1',
      '1,0',
      '1,1',
    ]);
  });

  test('parts two cells that touch at a corner', () => {
    const grid = drawn(`
      .#
      #.`);
    expectLawful(grid);
    expect(outlines(grid).map((polygon) => polygon.length)).toEqual([1, 1]);
  });

  test('leaves what four cells shut in by their corners to nobody', () => {
    const grid = drawn(`
      .#.
      #.#
      .#.`);
    expectLawful(grid);
    expect(outlines(grid).map((polygon) => polygon.length)).toEqual([1, 1, 1, 1]);
  });

  test('makes a hole of what a ring closed at a corner shuts in', () => {
    const grid = drawn(`
      .##
      #.#
      ###`);
    expectLawful(grid);
    expect(outlines(grid).map((polygon) => polygon.length)).toEqual([2]);
  });

  test('keeps two holes that touch at a corner apart', () => {
    const grid = drawn(`
      ####
      #.##
      ##.#
      ####`);
    expectLawful(grid);
    expect(outlines(grid).map((polygon) => polygon.length)).toEqual([3]);
  });

  test('gives a hole to the polygon round it, also where an island lies in a lake', () => {
    const grid = drawn(`
      #######
      #.....#
      #.###.#
      #.#.#.#
      #.###.#
      #.....#
      #######`);
    expectLawful(grid);
    expect(outlines(grid).map((polygon) => polygon.length)).toEqual([2, 2]);
  });

  test('merges straight runs', () => {
    expect(outlines(drawn('#####'))[0]![0]).toHaveLength(5);
  });
});
