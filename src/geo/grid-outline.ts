import type {GridCells} from './grid-cells.ts';
import type {LonLat} from './line.ts';

/** MultiPolygon coordinates: outer rings anticlockwise, holes clockwise, first point repeated. */
export type GridShape = readonly (readonly (readonly LonLat[])[])[];

/** A ring of corners of cells, `column, row, column, row …`; the first is not repeated. */
type Ring = Int32Array;

/**
 * Outlines of the marked cells: their boundary edges joined to rings, straight runs merged. Where
 * two cells, or two holes, touch at a corner only, the rings part there: no ring passes a corner
 * twice, as simple features (ISO 19125) ask for.
 */
export function outlines(grid: GridCells): GridShape {
  const outer: {ring: Ring; area: number; holes: Ring[]}[] = [];
  const holes: Ring[] = [];
  for (const ring of traceRings(grid)) {
    const area = signedArea(ring);
    if (area > 0) outer.push({ring, area, holes: []});
    else holes.push(ring);
  }
  const smallestFirst = outer.toSorted((a, b) => a.area - b.area);
  for (const hole of holes) smallestFirst.find(({ring}) => contains(ring, hole))?.holes.push(hole);
  return outer.map(({ring, holes: own}) => [ring, ...own].map((r) => toLonLat(grid, r)));
}

/** Ways to go from a corner, in the order in which one turns to the left. */
const EAST = 1;
const NORTH = 2;
const WEST = 4;
const SOUTH = 8;
const WAYS = EAST | NORTH | WEST | SOUTH;
/** A corner at which two cells touch: two boundary edges leave it. */
const TWICE = 16;

/** Corners of cells as one row of numbers, and where boundary edges lead from each. */
interface Corners {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  /** By corner: ways that a boundary edge takes from here, the marked cell on its left. */
  readonly ways: Uint8Array;
  /** By cell of the grid's list: its sides without a neighbour, as the ways along them. */
  readonly sides: Uint8Array;
}

function cornersOf({cells, has}: GridCells): Corners {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [c, r] of cells) {
    west = Math.min(west, c);
    east = Math.max(east, c + 1);
    south = Math.min(south, r);
    north = Math.max(north, r + 1);
  }
  const width = Math.max(0, east - west + 1);
  const ways = new Uint8Array(width * Math.max(0, north - south + 1));
  const sides = new Uint8Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const [c, r] = cells[i]!;
    const corner = (r - south) * width + c - west;
    const bare =
      (has(c, r - 1) ? 0 : EAST) |
      (has(c + 1, r) ? 0 : NORTH) |
      (has(c, r + 1) ? 0 : WEST) |
      (has(c - 1, r) ? 0 : SOUTH);
    sides[i] = bare;
    leave(ways, corner, bare & EAST);
    leave(ways, corner + 1, bare & NORTH);
    leave(ways, corner + width + 1, bare & WEST);
    leave(ways, corner + width, bare & SOUTH);
  }
  return {west, south, width, ways, sides};
}

function leave(ways: Uint8Array, corner: number, way: number): void {
  if (way !== 0) ways[corner]! |= ways[corner] === 0 ? way : way | TWICE;
}

function traceRings(grid: GridCells): Ring[] {
  const corners = cornersOf(grid);
  const {west, south, width, ways, sides} = corners;
  const rings: Ring[] = [];
  const from = (corner: number): void => {
    while ((ways[corner]! & WAYS) !== 0) traceFrom(corner, corners, rings);
  };
  for (let i = 0; i < sides.length; i++) {
    if (sides[i] === 0) continue;
    const [c, r] = grid.cells[i]!;
    const corner = (r - south) * width + c - west;
    if ((sides[i]! & EAST) !== 0) from(corner);
    if ((sides[i]! & NORTH) !== 0) from(corner + 1);
    if ((sides[i]! & WEST) !== 0) from(corner + width + 1);
    if ((sides[i]! & SOUTH) !== 0) from(corner + width);
  }
  return rings;
}

/** Follows the boundary from a corner until it is back there, and adds the rings that this makes. */
function traceFrom(start: number, corners: Corners, rings: Ring[]): void {
  const {width, ways} = corners;
  const path: number[] = [start];
  let way = ways[start]! & WAYS;
  if ((ways[start]! & TWICE) !== 0 && (way & (EAST | NORTH)) !== 0) way &= EAST | NORTH;
  ways[start]! &= ~way;
  for (let at = next(start, way, width); at !== start; at = next(at, way, width)) {
    const open = ways[at]!;
    // Back at a corner where cells touch: what lies between the visits is a ring of its own.
    const seen = (open & TWICE) === 0 ? -1 : path.lastIndexOf(at);
    if (seen >= 0) rings.push(ringOf(path.splice(seen), corners));
    path.push(at);
    // Of two edges that leave a corner the one to the left: cells that only touch part.
    const left = way === SOUTH ? EAST : way << 1;
    way = (open & left) === 0 ? open & WAYS : left;
    ways[at]! &= ~way;
  }
  rings.push(ringOf(path, corners));
}

function next(corner: number, way: number, width: number): number {
  if (way === EAST) return corner + 1;
  if (way === NORTH) return corner + width;
  return way === WEST ? corner - 1 : corner - width;
}

/** A closed walk from corner to corner without those that it passes straight on. */
function ringOf(path: readonly number[], {west, south, width}: Corners): Ring {
  const ring: number[] = [];
  for (let i = 0, before = path[path.length - 1]!; i < path.length; i++) {
    const at = path[i]!;
    const after = path[i + 1 < path.length ? i + 1 : 0]!;
    if (at - before !== after - at) ring.push((at % width) + west, Math.floor(at / width) + south);
    before = at;
  }
  return Int32Array.from(ring);
}

function signedArea(ring: Ring): number {
  let twice = 0;
  let [x, y] = [ring[ring.length - 2]!, ring[ring.length - 1]!];
  for (let i = 0; i < ring.length; i += 2) {
    const [nx, ny] = [ring[i]!, ring[i + 1]!];
    twice += x * ny - nx * y;
    x = nx;
    y = ny;
  }
  return twice / 2;
}

/** Whether the cell on the right of a hole's first edge lies inside a ring (ray to the east). */
function contains(ring: Ring, hole: Ring): boolean {
  const [ax, ay, bx, by] = [hole[0]!, hole[1]!, hole[2]!, hole[3]!];
  const px = (ax + bx) / 2 + 0.25 * Math.sign(by - ay);
  const py = (ay + by) / 2 - 0.25 * Math.sign(bx - ax);
  let inside = false;
  let y1 = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i += 2) {
    const y2 = ring[i + 1]!;
    // Edges that change the row run along a column.
    if (y1 > py !== y2 > py && px < ring[i]!) inside = !inside;
    y1 = y2;
  }
  return inside;
}

function toLonLat({plane, cellM}: GridCells, ring: Ring): LonLat[] {
  const points: LonLat[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    points.push([round(plane.lon(ring[i]! * cellM)), round(plane.lat(ring[i + 1]! * cellM))]);
  }
  points.push(points[0]!);
  return points;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
