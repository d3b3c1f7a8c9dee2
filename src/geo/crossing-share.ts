import type {LonLat} from './line.ts';

/**
 * Share of `a`–`b` at which it crosses segment `s` of a list `lonA, latA, lonB, latB …`, or `null`. A
 * point exactly on the other line counts as lying to its left, so a path through a vertex crosses once
 * and a path that only touches crosses twice or not at all: parity stays right.
 */
export function crossingShare(a: LonLat, b: LonLat, ends: Float64Array, s: number): number | null {
  const [cx, cy, dx, dy] = [ends[4 * s]!, ends[4 * s + 1]!, ends[4 * s + 2]!, ends[4 * s + 3]!];
  const sideA = cross(cx, cy, dx, dy, a[0], a[1]);
  const sideB = cross(cx, cy, dx, dy, b[0], b[1]);
  if (sideA >= 0 === sideB >= 0) return null;
  if (cross(a[0], a[1], b[0], b[1], cx, cy) >= 0 === cross(a[0], a[1], b[0], b[1], dx, dy) >= 0)
    return null;
  return sideA / (sideA - sideB);
}

/** Which side of the line from A to B a point lies on: positive to the left. */
function cross(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}
