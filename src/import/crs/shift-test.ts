import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {type Crs, toWgs84} from '../crs.ts';

/** What the shift test found: the points fit far better when taken as `crs`. */
export interface Shift {
  readonly crs: Exclude<Crs, 'wgs84'>;
  /** Median distance by which the points would move, metres. */
  readonly shiftM: number;
  /** Median distance to the nearest line as given, and after the move, metres. */
  readonly beforeM: number;
  readonly afterM: number;
  readonly points: number;
}

/** Fewer points than this tell nothing. */
export const MIN_POINTS = 20;
/** More than this tell nothing new. */
const MAX_POINTS = 2000;
/** After the move the points must lie this near, and so many times nearer than before. */
const FIT_M = 100;
const GAIN = 3;

/**
 * Tells whether points that should lie on known lines look displaced as GCJ-02 or BD-09 displaces
 * them: `null` when they do not, or when it cannot be told (too few points, lines everywhere, points
 * that lie on none). `distanceM` gives the distance to the nearest line, or its own limit where there
 * is none near. The median is taken, so that a third of the points may be of roads not known.
 */
export function findShift(
  points: readonly LonLat[],
  distanceM: (lon: number, lat: number) => number,
): Shift | null {
  const step = Math.max(1, Math.floor(points.length / MAX_POINTS));
  const sample = points.filter((_, i) => i % step === 0);
  if (sample.length < MIN_POINTS) return null;
  const beforeM = median(sample.map(([lon, lat]) => distanceM(lon, lat)));
  let best: Shift | null = null;
  for (const crs of ['gcj02', 'bd09'] as const) {
    const moved = sample.map(([lon, lat]) => toWgs84(crs, lon, lat));
    const afterM = median(moved.map(([lon, lat]) => distanceM(lon, lat)));
    if (afterM > FIT_M || afterM * GAIN > beforeM || (best && best.afterM <= afterM)) continue;
    const shiftM = median(
      moved.map(([lon, lat], i) => greatCircleM(lon, lat, sample[i]![0], sample[i]![1])),
    );
    // Outside China nothing moves, and nothing can be told.
    if (shiftM < FIT_M) continue;
    best = {crs, shiftM, beforeM, afterM, points: sample.length};
  }
  return best;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
