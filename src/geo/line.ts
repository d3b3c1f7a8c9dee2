import {greatCircleM} from './distance.ts';

/** A WGS84 position `[lon, lat]` in degrees. */
export type LonLat = readonly [lon: number, lat: number];

/** A bounding box `[west, south, east, north]` in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** Length of a polyline in metres along great circles; 0 for fewer than two points. */
export function lineLengthM(line: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    sum += greatCircleM(a[0], a[1], b[0], b[1]);
  }
  return sum;
}

/** The smallest box round the points, or `null` when there are none. */
export function bboxOf(points: Iterable<LonLat>): Bbox | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const point of points) {
    const lon = point[0];
    const lat = point[1];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return west <= east ? [west, south, east, north] : null;
}

/** A cut this near to a drawn point is at that point: sums of steps are no better than this. */
const SAME_POINT_M = 1e-3;

/**
 * The part of a polyline between two shares (0–1) of its length; reversed when `to` < `from`. The
 * shares 0 and 1 give the very ends of the line, and no point comes twice where the cut is at one.
 */
export function sliceLine(line: readonly LonLat[], from: number, to: number): LonLat[] {
  if (to < from) return sliceLine(line, to, from).reverse();
  const total = lineLengthM(line);
  const startM = from * total;
  const endM = to * total;
  const out: LonLat[] = [from <= 0 ? line[0]! : pointAlong(line, startM)];
  let at = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    at += greatCircleM(a[0], a[1], b[0], b[1]);
    if (at > startM + SAME_POINT_M && at < endM - SAME_POINT_M) out.push(b);
  }
  out.push(to >= 1 ? line[line.length - 1]! : pointAlong(line, endM));
  return out;
}

/** The point `distanceM` metres along a polyline, held to its ends. The line has ≥ 1 point. */
export function pointAlong(line: readonly LonLat[], distanceM: number): LonLat {
  let left = distanceM;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const step = greatCircleM(a[0], a[1], b[0], b[1]);
    if (left <= step) {
      const t = step === 0 ? 0 : Math.max(0, left / step);
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    }
    left -= step;
  }
  return line[line.length - 1]!;
}
