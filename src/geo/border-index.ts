import Flatbush from 'flatbush';
import {crossingShare} from './crossing-share.ts';
import {bearingDeg, EARTH_RADIUS_M, greatCircleM} from './distance.ts';
import type {LonLat} from './line.ts';

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
  /** Whether any line comes within `maxM` metres: `nearest` finds one, at a fraction of its price. */
  readonly near: (lon: number, lat: number, maxM: number) => boolean;
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
  const {lineOf, ends} = segmentsOf(lines);
  const tree = packed(ends);

  const within = (lon: number, lat: number, radiusM: number): BorderHit | null => {
    const perLonM = metresPerLon(lat);
    const dLat = (radiusM / METRES_PER_DEGREE) * 1.001;
    const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    const hits = tree?.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat) ?? [];
    let best = -1;
    let bestM = Infinity;
    for (let i = 0; i < hits.length; i++) {
      const s = hits[i]!;
      const awayM = distanceM(ends, s, lon, lat, perLonM);
      if (awayM > radiusM) continue;
      const nearer =
        best < 0 || awayM < bestM - TIE_M || (lineOf[s]! < lineOf[best]! && awayM < bestM + TIE_M);
      if (!nearer) continue;
      best = s;
      bestM = awayM;
    }
    return best < 0 ? null : hitOn(ends, best, lineOf[best]!, lon, lat);
  };

  const near = (lon: number, lat: number, radiusM: number): boolean => {
    const perLonM = metresPerLon(lat);
    const dLat = (radiusM / METRES_PER_DEGREE) * 1.001;
    const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    const isIn = (s: number) => distanceM(ends, s, lon, lat, perLonM) <= radiusM;
    return tree?.collides(lon - dLon, lat - dLat, lon + dLon, lat + dLat, isIn) ?? false;
  };

  const addCrossings = (a: LonLat, b: LonLat, found: BorderCrossing[]): void => {
    const from = found.length;
    tree?.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (s) => {
        const at = crossingShare(a, b, ends, s);
        if (at === null) return false;
        const [lon, lat] = [a[0] + at * (b[0] - a[0]), a[1] + at * (b[1] - a[1])];
        found.push({line: lineOf[s]!, at, lon, lat});
        return false;
      },
    );
    if (found.length < from + 2) return;
    found.push(...found.splice(from).sort((p, q) => p.at - q.at || p.line - q.line));
  };

  return {
    segmentCount: lineOf.length,
    nearest: (lon, lat, maxM) => {
      // Small circles first: near a winding border a wide box holds thousands of segments.
      for (let radiusM = Math.min(maxM, 500); ; radiusM = Math.min(maxM, radiusM * 4)) {
        const hit = within(lon, lat, radiusM);
        if (hit || radiusM >= maxM) return hit;
      }
    },
    near,
    crossings: (a, b) => {
      const found: BorderCrossing[] = [];
      addCrossings(a, b, found);
      return found;
    },
    crossingsOfLine: (line) => {
      const found: BorderCrossing[] = [];
      for (let i = 1; i < line.length; i++) addCrossings(line[i - 1]!, line[i]!, found);
      return found;
    },
  };
}

/** Segments of all lines: the line of each, and its ends `lonA, latA, lonB, latB` one after the other. */
function segmentsOf(lines: readonly (readonly LonLat[])[]) {
  const count = lines.reduce((sum, {length}) => sum + Math.max(0, length - 1), 0);
  const lineOf = new Uint32Array(count);
  const ends = new Float64Array(4 * count);
  let s = 0;
  lines.forEach((points, line) => {
    for (let i = 1; i < points.length; i++, s++) {
      lineOf[s] = line;
      const [a, b] = [points[i - 1]!, points[i]!];
      ends.set([a[0], a[1], b[0], b[1]], 4 * s);
    }
  });
  return {lineOf, ends};
}

function packed(ends: Float64Array): Flatbush | null {
  if (ends.length === 0) return null;
  const tree = new Flatbush(ends.length / 4);
  for (let i = 0; i < ends.length; i += 4) {
    const [lonA, latA, lonB, latB] = [ends[i]!, ends[i + 1]!, ends[i + 2]!, ends[i + 3]!];
    tree.add(
      Math.min(lonA, lonB),
      Math.min(latA, latB),
      Math.max(lonA, lonB),
      Math.max(latA, latB),
    );
  }
  tree.finish();
  return tree;
}

/** Metres of a degree of longitude on the plane round a point (see `localPlane`). */
function metresPerLon(lat: number): number {
  return METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
}

/** Share (0–1) of a segment at which it is nearest to a point, on the plane round that. */
function nearestShare(
  ends: Float64Array,
  s: number,
  lon: number,
  lat: number,
  perLonM: number,
): number {
  const ax = (ends[4 * s]! - lon) * perLonM;
  const ay = (ends[4 * s + 1]! - lat) * METRES_PER_DEGREE;
  const dx = (ends[4 * s + 2]! - lon) * perLonM - ax;
  const dy = (ends[4 * s + 3]! - lat) * METRES_PER_DEGREE - ay;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : (-ax * dx - ay * dy) / length2;
  return t < 0 ? 0 : t > 1 ? 1 : t;
}

/** From a point to a segment on the plane round the point, metres. */
function distanceM(
  ends: Float64Array,
  s: number,
  lon: number,
  lat: number,
  perLonM: number,
): number {
  const t = nearestShare(ends, s, lon, lat, perLonM);
  const ax = (ends[4 * s]! - lon) * perLonM;
  const ay = (ends[4 * s + 1]! - lat) * METRES_PER_DEGREE;
  const x = ax + t * ((ends[4 * s + 2]! - lon) * perLonM - ax);
  const y = ay + t * ((ends[4 * s + 3]! - lat) * METRES_PER_DEGREE - ay);
  return Math.sqrt(x * x + y * y);
}

function hitOn(
  ends: Float64Array,
  s: number,
  line: number,
  fromLon: number,
  fromLat: number,
): BorderHit {
  const t = nearestShare(ends, s, fromLon, fromLat, metresPerLon(fromLat));
  const [lonA, latA] = [ends[4 * s]!, ends[4 * s + 1]!];
  const lon = lonA + t * (ends[4 * s + 2]! - lonA);
  const lat = latA + t * (ends[4 * s + 3]! - latA);
  const awayM = greatCircleM(fromLon, fromLat, lon, lat);
  const bearing = awayM === 0 ? 0 : bearingDeg(fromLon, fromLat, lon, lat);
  return {line, distanceM: awayM, lon, lat, bearingDeg: bearing};
}
