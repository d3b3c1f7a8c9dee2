import Flatbush from 'flatbush';
import {bearingDeg, EARTH_RADIUS_M, greatCircleM} from './distance.ts';
import type {LonLat} from './line.ts';
import {localPlane, projectOnSegment} from './local-plane.ts';

/** The point of a border line that is nearest to a point asked for. */
export interface BorderHit {
  /** Row of the line in the list that was indexed. */
  readonly line: number;
  /** Metres from the point asked for; 0 on the line. */
  readonly distanceM: number;
  readonly lon: number;
  readonly lat: number;
  /** Bearing from the point asked for, degrees clockwise from north; 0 when it lies on the line. */
  readonly bearingDeg: number;
}

/** Where a straight segment crosses a border line. */
export interface BorderCrossing {
  readonly line: number;
  /** Share 0–1 of the segment. */
  readonly at: number;
  readonly lon: number;
  readonly lat: number;
}

/** Answers where border lines are, by a packed tree of their segments. */
export interface BorderIndex {
  /** Segments indexed; 0 for no line, then every answer is `null` or empty. */
  readonly segmentCount: number;
  /**
   * Nearest point of any line within `maxM` metres, or `null`. Of two lines equally near (to half
   * a metre) the one that comes first in the list: callers put the higher level first.
   */
  readonly nearest: (lon: number, lat: number, maxM: number) => BorderHit | null;
  /** Crossings of the segment `a`–`b`, in order from `a`. A vertex passed through counts once. */
  readonly crossings: (a: LonLat, b: LonLat) => BorderCrossing[];
  /** Crossings of a polyline, in order; `at` is the share of the segment each lies on. */
  readonly crossingsOfLine: (line: readonly LonLat[]) => BorderCrossing[];
}

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;
/** Two borders nearer to each other than this are the same place: the first listed wins. */
const TIE_M = 0.5;

/**
 * Indexes border lines. Distances are taken on the plane round the point asked for (good to 0.1 %
 * within 100 km), so one index serves any extent. Lines of fewer than two points are passed over.
 * Not made for lines across the 180° meridian or the poles.
 */
export function indexBorders(lines: readonly (readonly LonLat[])[]): BorderIndex {
  const segments: {line: number; a: LonLat; b: LonLat}[] = [];
  lines.forEach((points, line) => {
    for (let i = 1; i < points.length; i++) {
      segments.push({line, a: points[i - 1]!, b: points[i]!});
    }
  });
  const tree = packed(segments);

  const within = (lon: number, lat: number, radiusM: number): BorderHit | null => {
    const plane = localPlane(lon, lat);
    const dLat = (radiusM / METRES_PER_DEGREE) * 1.001;
    const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    let best: {line: number; distance: number; lon: number; lat: number} | null = null;
    for (const s of tree?.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat) ?? []) {
      const {line, a, b} = segments[s]!;
      const on = projectOnSegment(0, 0, plane.x(a[0]), plane.y(a[1]), plane.x(b[0]), plane.y(b[1]));
      const distance = Math.sqrt(on.distance2);
      if (distance > radiusM) continue;
      if (
        best === null ||
        distance < best.distance - TIE_M ||
        (line < best.line && distance < best.distance + TIE_M)
      ) {
        best = {
          line,
          distance,
          lon: a[0] + on.t * (b[0] - a[0]),
          lat: a[1] + on.t * (b[1] - a[1]),
        };
      }
    }
    if (best === null) return null;
    const distanceM = greatCircleM(lon, lat, best.lon, best.lat);
    return {
      line: best.line,
      distanceM,
      lon: best.lon,
      lat: best.lat,
      bearingDeg: distanceM === 0 ? 0 : bearingDeg(lon, lat, best.lon, best.lat),
    };
  };

  const crossings = (a: LonLat, b: LonLat): BorderCrossing[] => {
    const found: BorderCrossing[] = [];
    const box = [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ] as const;
    for (const s of tree?.search(...box) ?? []) {
      const segment = segments[s]!;
      const at = crossingShare(a, b, segment.a, segment.b);
      if (at === null) continue;
      found.push({
        line: segment.line,
        at,
        lon: a[0] + at * (b[0] - a[0]),
        lat: a[1] + at * (b[1] - a[1]),
      });
    }
    return found.sort((p, q) => p.at - q.at || p.line - q.line);
  };

  return {
    segmentCount: segments.length,
    nearest: (lon, lat, maxM) => {
      // Small circles first: near a winding border a wide box holds thousands of segments.
      for (let radiusM = Math.min(maxM, 500); ; radiusM = Math.min(maxM, radiusM * 4)) {
        const hit = within(lon, lat, radiusM);
        if (hit || radiusM >= maxM) return hit;
      }
    },
    crossings,
    crossingsOfLine: (line) =>
      line.slice(1).flatMap((point, index) => crossings(line[index]!, point)),
  };
}

function packed(segments: readonly {a: LonLat; b: LonLat}[]): Flatbush | null {
  if (segments.length === 0) return null;
  const tree = new Flatbush(segments.length);
  for (const {a, b} of segments) {
    tree.add(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    );
  }
  tree.finish();
  return tree;
}

/**
 * Share of `a`–`b` at which it crosses `c`–`d`, or `null`. A point exactly on the other line counts
 * as lying to its left, so a path through a vertex crosses once and a path that only touches
 * crosses twice or not at all: parity stays right.
 */
function crossingShare(a: LonLat, b: LonLat, c: LonLat, d: LonLat): number | null {
  const sideA = cross(c, d, a);
  const sideB = cross(c, d, b);
  if (sideA >= 0 === sideB >= 0) return null;
  if (cross(a, b, c) >= 0 === cross(a, b, d) >= 0) return null;
  return sideA / (sideA - sideB);
}

function cross(a: LonLat, b: LonLat, p: LonLat): number {
  return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
}
