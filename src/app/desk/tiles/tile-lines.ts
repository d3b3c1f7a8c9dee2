import {clipSegment, type Segment} from './clip-segment.ts';
import {type LineColumns, WORLD_BITS} from './map-columns.ts';

/** Units of a tile along a side, as vector tiles have them. */
export const EXTENT = 4096;
const EXTENT_BITS = 12;
/** Lines go on so far beyond the tile, so that their ends are not seen at its edge. */
const BUFFER = 64;

/** A piece of a line in a tile. */
export type TileLine = [number, number][];

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The square of a tile with its buffer in units of the world: west, north, east, south. */
export function tileBox({z, x, y}: Tile): [number, number, number, number] {
  const side = 2 ** (WORLD_BITS - z);
  const more = (side * BUFFER) / EXTENT;
  return [x * side - more, y * side - more, (x + 1) * side + more, (y + 1) * side + more];
}

/** Where a point of the world lies in a tile. */
export function inTile(tile: Tile, x: number, y: number): [number, number] {
  const unit = 2 ** (WORLD_BITS - tile.z - EXTENT_BITS);
  return [Math.round(x / unit) - tile.x * EXTENT, Math.round(y / unit) - tile.y * EXTENT];
}

/**
 * Puts lines into a tile. Points are drawn onto a grid that gets finer with the zoom; what falls on one
 * point of it is left out, and so is a stretch that another line has already drawn: from far away a
 * tile holds what can be seen of its lines, however many they are. Ends that meet still meet.
 */
export function tileLines(tile: Tile, lines: LineColumns): (line: number) => TileLine[] {
  const {first, x, y} = lines;
  const grid = gridOf(tile.z);
  const unit = 2 ** (WORLD_BITS - tile.z - EXTENT_BITS) * grid;
  const [left, top] = [(tile.x * EXTENT) / grid, (tile.y * EXTENT) / grid];
  const [low, high] = [-BUFFER, EXTENT + BUFFER];
  const drawn = new Set<number>();
  const segment: Segment = {x0: 0, y0: 0, x1: 0, y1: 0};
  return (line) => {
    const pieces: TileLine[] = [];
    let piece: TileLine | null = null;
    const start = first[line]!;
    let ax = (Math.round(x[start]! / unit) - left) * grid;
    let ay = (Math.round(y[start]! / unit) - top) * grid;
    for (let p = start + 1; p < first[line + 1]!; p++) {
      const bx = (Math.round(x[p]! / unit) - left) * grid;
      const by = (Math.round(y[p]! / unit) - top) * grid;
      if (ax === bx && ay === by) continue;
      segment.x0 = ax;
      segment.y0 = ay;
      segment.x1 = bx;
      segment.y1 = by;
      ax = bx;
      ay = by;
      if (!clipSegment(segment, low, high) || isDrawn(drawn, segment)) {
        piece = null;
        continue;
      }
      const end = piece?.at(-1);
      if (piece && end![0] === segment.x0 && end![1] === segment.y0) {
        piece.push([segment.x1, segment.y1]);
      } else {
        piece = [
          [segment.x0, segment.y0],
          [segment.x1, segment.y1],
        ];
        pieces.push(piece);
      }
    }
    return pieces;
  };
}

/** Tile units between points that are kept apart: half a pixel from afar, all of them near by. */
function gridOf(z: number): number {
  return z < 10 ? 4 : z < 13 ? 2 : 1;
}

const SPAN = EXTENT + 2 * BUFFER + 1;

/** Whether the same stretch is there already, in whichever direction; remembers it if not. */
function isDrawn(drawn: Set<number>, {x0, y0, x1, y1}: Segment): boolean {
  const a = (x0 + BUFFER) * SPAN + y0 + BUFFER;
  const b = (x1 + BUFFER) * SPAN + y1 + BUFFER;
  const key = a < b ? a * SPAN * SPAN + b : b * SPAN * SPAN + a;
  if (drawn.has(key)) return true;
  drawn.add(key);
  return false;
}
