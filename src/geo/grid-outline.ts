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
 * Marks every cell whose centre lies within `reachM` of a line. The grid hangs on `origin` and each
 * cell is judged by itself, so that more or longer lines on the same origin mark the same cells and
 * more, in whatever order they come. No lines give no cells.
 */
export function gridCells(
  origin: LonLat,
  lines: readonly (readonly LonLat[])[],
  cellM: number,
  reachM: number,
): GridCells {
  const plane = localPlane(origin[0], origin[1]);
  const rows = new Map<number, Row>();
  for (const line of lines) {
    for (let i = line.length > 1 ? 1 : 0; i < line.length; i++) {
      const b = line[i]!;
      const a = line[i - 1] ?? b;
      const [ax, ay, bx, by] = [plane.x(a[0]), plane.y(a[1]), plane.x(b[0]), plane.y(b[1])];
      const low = firstCentre(Math.min(ay, by) - reachM, cellM);
      const high = lastCentre(Math.max(ay, by) + reachM, cellM);
      for (let r = low; r <= high; r++) {
        const y = (r + 0.5) * cellM;
        const west = -eastEnd(-ax, ay, -bx, by, reachM, y);
        const east = eastEnd(ax, ay, bx, by, reachM, y);
        markRow(rows, r, firstCentre(west, cellM), lastCentre(east, cellM));
      }
    }
  }
  const cells = [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([r, {columns}]) => [...columns].sort((a, b) => a - b).map((c) => [c, r] as const));
  return {
    plane,
    cellM,
    areaKm2: (cells.length * cellM * cellM) / 1e6,
    has: (column, row) => rows.get(row)?.columns.has(column) ?? false,
    cells,
  };
}

interface Row {
  readonly columns: Set<number>;
  /** What was marked last: the many short steps of a road mostly mark the same again. */
  first: number;
  last: number;
}

function markRow(rows: Map<number, Row>, row: number, first: number, last: number): void {
  if (last < first) return;
  let known = rows.get(row);
  if (!known) {
    known = {columns: new Set(), first: 0, last: -1};
    rows.set(row, known);
  }
  if (first >= known.first && last <= known.last) return;
  known.first = first;
  known.last = last;
  for (let c = first; c <= last; c++) known.columns.add(c);
}

/** The first and last cell whose centre is not before, not behind a place on an axis. */
function firstCentre(atM: number, cellM: number): number {
  return Math.ceil(atM / cellM - 0.5);
}
function lastCentre(atM: number, cellM: number): number {
  return Math.floor(atM / cellM - 0.5);
}

/**
 * How far east a level line at `y` lies within `reachM` of the segment `ax,ay`–`bx,by`; `-Infinity`
 * when it does not. The ground near a segment is bounded by a circle round each end and two sides.
 */
function eastEnd(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reachM: number,
  y: number,
): number {
  const half2A = reachM * reachM - (y - ay) * (y - ay);
  const half2B = reachM * reachM - (y - by) * (y - by);
  let east = half2A < 0 ? -Infinity : ax + Math.sqrt(half2A);
  if (half2B >= 0) east = Math.max(east, bx + Math.sqrt(half2B));
  if (ay === by) return east;
  const [dx, dy] = [bx - ax, by - ay];
  // The eastern side runs `reachM` off the segment, to the right of it when it goes north.
  const side = (Math.sign(dy) * reachM) / Math.sqrt(dx * dx + dy * dy);
  const t = (y - ay + side * dx) / dy;
  return t >= 0 && t <= 1 ? Math.max(east, ax + side * dy + t * dx) : east;
}

/**
 * Outlines of the marked cells: their boundary edges joined to rings, straight runs merged. Where
 * two cells, or two holes, touch at a corner only, the rings part there: no ring passes a corner
 * twice, as simple features (ISO 19125) ask for.
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

/** Where boundary edges lead to, by the corner they leave; the marked cell is on their left. */
function boundary(grid: GridCells): Map<string, Corner[]> {
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
  return from;
}

function traceRings(grid: GridCells): Corner[][] {
  const from = boundary(grid);
  const rings: Corner[][] = [];
  const twice = new Set([...from].filter(([, list]) => list.length > 1).map(([key]) => key));
  for (const [key, list] of from) {
    while (list.length > 0) {
      const start = key.split(',').map(Number) as unknown as Corner;
      const path: Corner[] = [start];
      let at = list.pop()!;
      while (at[0] !== start[0] || at[1] !== start[1]) {
        const previous = path[path.length - 1]!;
        const spot = `${at[0]},${at[1]}`;
        const [column, row] = at;
        // Back at a corner where cells touch: what lies between the visits is a ring of its own.
        const seen = twice.has(spot)
          ? path.findLastIndex((p) => p[0] === column && p[1] === row)
          : -1;
        if (seen >= 0) rings.push(withoutStraightCorners(path.splice(seen)));
        path.push(at);
        at = takeLeftmost(from.get(spot)!, previous, at);
      }
      rings.push(withoutStraightCorners(path));
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
