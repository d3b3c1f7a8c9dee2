import {greatCircleM} from './distance.ts';
import type {LonLat} from './line.ts';
import {type LocalPlane, localPlane} from './local-plane.ts';

/** MultiPolygon coordinates: outer rings anticlockwise, holes clockwise, first point repeated. */
export type GridShape = readonly (readonly (readonly LonLat[])[])[];

/** Marked cells of a square grid in a local plane. */
export interface GridCells {
  readonly plane: LocalPlane;
  readonly cellM: number;
  readonly areaKm2: number;
  readonly has: (column: number, row: number) => boolean;
  readonly cells: readonly (readonly [column: number, row: number])[];
}

/**
 * Marks every cell whose centre lies within `reachM` of a line. The grid hangs on `origin`, so that
 * more lines on the same origin mark the same cells and more. No lines give no cells.
 */
export function gridCells(
  origin: LonLat,
  lines: readonly (readonly LonLat[])[],
  cellM: number,
  reachM: number,
): GridCells {
  const plane = localPlane(origin[0], origin[1]);
  const marked = new Map<string, readonly [number, number]>();
  const sampled = new Set<string>();
  const reach = Math.ceil(reachM / cellM);
  const mark = (x: number, y: number): void => {
    const spot = `${Math.round((x / cellM) * 2)},${Math.round((y / cellM) * 2)}`;
    if (sampled.has(spot)) return;
    sampled.add(spot);
    const [c0, r0] = [Math.floor(x / cellM), Math.floor(y / cellM)];
    for (let c = c0 - reach; c <= c0 + reach; c++) {
      for (let r = r0 - reach; r <= r0 + reach; r++) {
        const [dx, dy] = [(c + 0.5) * cellM - x, (r + 0.5) * cellM - y];
        if (dx * dx + dy * dy <= reachM * reachM) marked.set(`${c},${r}`, [c, r]);
      }
    }
  };
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      const b = line[i]!;
      const a = line[i - 1] ?? b;
      const steps = Math.max(1, Math.ceil((2 * greatCircleM(a[0], a[1], b[0], b[1])) / cellM));
      for (let s = 1; s <= steps; s++) {
        const t = s / steps;
        mark(plane.x(a[0] + t * (b[0] - a[0])), plane.y(a[1] + t * (b[1] - a[1])));
      }
    }
  }
  const cells = [...marked.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return {
    plane,
    cellM,
    areaKm2: (cells.length * cellM * cellM) / 1e6,
    has: (column, row) => marked.has(`${column},${row}`),
    cells,
  };
}

/**
 * Outlines of the marked cells: their boundary edges joined to rings, straight runs merged. Where
 * two cells touch at a corner only, the rings part there, so that no ring crosses itself.
 */
export function outlines(grid: GridCells): GridShape {
  const rings = traceRings(grid);
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const polygons = outer.map((ring) => ({ring, holes: [] as Corner[][]}));
  for (const hole of holes) {
    const owner = polygons
      .filter(({ring}) => contains(ring, hole[0]!, hole[1]!))
      .sort((a, b) => signedArea(a.ring) - signedArea(b.ring))[0];
    owner?.holes.push(hole);
  }
  return polygons.map(({ring, holes: own}) => [ring, ...own].map((r) => toLonLat(grid, r)));
}

type Corner = readonly [column: number, row: number];

/** Boundary edges run with the marked cell on their left. */
function traceRings(grid: GridCells): Corner[][] {
  const from = new Map<string, Corner[]>();
  const add = (a: Corner, b: Corner): void => {
    const key = `${a[0]},${a[1]}`;
    const list = from.get(key);
    if (list) list.push(b);
    else from.set(key, [b]);
  };
  for (const [c, r] of grid.cells) {
    if (!grid.has(c, r - 1)) add([c, r], [c + 1, r]);
    if (!grid.has(c + 1, r)) add([c + 1, r], [c + 1, r + 1]);
    if (!grid.has(c, r + 1)) add([c + 1, r + 1], [c, r + 1]);
    if (!grid.has(c - 1, r)) add([c, r + 1], [c, r]);
  }
  const rings: Corner[][] = [];
  for (const [key, list] of from) {
    while (list.length > 0) {
      const start = key.split(',').map(Number) as unknown as Corner;
      const ring: Corner[] = [start];
      let previous = start;
      let at = list.pop()!;
      while (at[0] !== start[0] || at[1] !== start[1]) {
        ring.push(at);
        const choices = from.get(`${at[0]},${at[1]}`)!;
        const next = takeLeftmost(choices, previous, at);
        previous = at;
        at = next;
      }
      rings.push(withoutStraightCorners(ring));
    }
  }
  return rings;
}

/** Of the edges leaving a corner, the one turning most to the left: cells that only touch part. */
function takeLeftmost(choices: Corner[], previous: Corner, at: Corner): Corner {
  const cross = (to: Corner): number =>
    (at[0] - previous[0]) * (to[1] - at[1]) - (at[1] - previous[1]) * (to[0] - at[0]);
  let best = 0;
  for (let i = 1; i < choices.length; i++) {
    if (cross(choices[i]!) > cross(choices[best]!)) best = i;
  }
  return choices.splice(best, 1)[0]!;
}

function withoutStraightCorners(ring: readonly Corner[]): Corner[] {
  return ring.filter((at, i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!;
    const after = ring[(i + 1) % ring.length]!;
    return (at[0] - before[0]) * (after[1] - at[1]) !== (at[1] - before[1]) * (after[0] - at[0]);
  });
}

function signedArea(ring: readonly Corner[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}

/** Whether the cell on the right of a hole's first edge lies inside a ring (ray to the east). */
function contains(ring: readonly Corner[], a: Corner, b: Corner): boolean {
  const px = (a[0] + b[0]) / 2 + 0.25 * Math.sign(b[1] - a[1]);
  const py = (a[1] + b[1]) / 2 - 0.25 * Math.sign(b[0] - a[0]);
  let inside = false;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    if (y1 > py !== y2 > py && px < x1 + ((py - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}

function toLonLat(grid: GridCells, ring: readonly Corner[]): LonLat[] {
  const {plane, cellM} = grid;
  const points = ring.map(
    ([c, r]): LonLat => [round(plane.lon(c * cellM)), round(plane.lat(r * cellM))],
  );
  return [...points, points[0]!];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
