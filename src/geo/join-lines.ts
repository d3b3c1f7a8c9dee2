import {chainPieces} from './chain-pieces.ts';
import type {LonLat} from './line.ts';
import {PointIds} from './point-ids.ts';

/**
 * Joins pieces that meet end to end where no third piece meets them, so that a road drawn edge by
 * edge is one line: it can be thinned as a whole and takes a fraction of the bytes. Draws the same
 * picture; direction is lost. Closed rings of pieces are opened at one of their joints.
 */
export function joinLines(lines: readonly (readonly LonLat[])[]): LonLat[][] {
  const pieces = lines.filter((line) => line.length > 1);
  const points = new PointIds(pieces.length);
  const start = new Int32Array(pieces.length);
  const end = new Int32Array(pieces.length);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const [a, b] = [piece[0]!, piece[piece.length - 1]!];
    start[i] = points.idOf(a[0], a[1]);
    end[i] = points.idOf(b[0], b[1]);
  }
  const {pieces: order, first} = chainPieces(start, end, points.count);
  const joined: LonLat[][] = [];
  for (let k = 0; k + 1 < first.length; k++) {
    const line: LonLat[] = [];
    for (let i = first[k]!; i < first[k + 1]!; i++) append(line, pieces, order[i]!);
    joined.push(line);
  }
  return joined;
}

/** Adds the points of a piece (`~number`: run backwards) to a line that ends where it begins. */
function append(line: LonLat[], pieces: readonly (readonly LonLat[])[], piece: number): void {
  const backwards = piece < 0;
  const points = pieces[backwards ? ~piece : piece]!;
  for (let i = line.length === 0 ? 0 : 1; i < points.length; i++) {
    line.push(points[backwards ? points.length - 1 - i : i]!);
  }
}
