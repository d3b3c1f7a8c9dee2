import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';

/** Directions looked at; every fourth part of them is one of east, north, west, south. */
const DIRECTIONS = 32;
/** With fewer ways than this the outermost of them tell nothing about where a file was cut. */
const MIN_WAYS = 50;

/**
 * What is surely inside the region that one file was cut out of, supposing only that every way in the
 * file has a node in the region, and that the region bulges out (a box, a convex polygon). In a given
 * direction such a region reaches at least as far as the nearest node of any way does. So whatever
 * lies beyond that in some direction is not known to be inside.
 */
export interface Core {
  /** West, south, east, north. */
  readonly boxE7: readonly [number, number, number, number];
  /** Whether a position is inside in the four main directions: for a region that is a box. */
  holdsAsBox(lonE7: number, latE7: number): boolean;
  /** The same in all directions: for a region that is a polygon. */
  holdsAsPolygon(lonE7: number, latE7: number): boolean;
}

/** Steps each way in which two cores are compared. */
const SAMPLES = 64;
/** Files that cover this share of what spans them all are parts of one region. */
const ONE_REGION_SHARE = 0.9;

/**
 * The cores to go by when several files are read: that of all ways where the files side by side cover
 * a box or bulging polygon, as halves of one region do; else each file's own.
 */
export function coresOf(whole: Core | null, parts: readonly (Core | null)[]): readonly Core[] {
  const known = parts.filter((core): core is Core => core !== null);
  // A file of which nothing can be told may cover anything.
  if (whole === null || known.length < parts.length) return [];
  if (known.length === 1) return known;
  let [asked, held] = [0, 0];
  const [west, south, east, north] = whole.boxE7;
  for (let i = 0.5; i < SAMPLES; i++) {
    for (let j = 0.5; j < SAMPLES; j++) {
      const lon = west + ((east - west) * i) / SAMPLES;
      const lat = south + ((north - south) * j) / SAMPLES;
      if (!whole.holdsAsBox(lon, lat)) continue;
      asked++;
      if (known.some((core) => core.holdsAsBox(lon, lat))) held++;
    }
  }
  return held >= ONE_REGION_SHARE * asked ? [whole] : known;
}

/**
 * The core of these ways (rows as read), `null` when there are too few. Ways that `skip`
 * names do not count: tools add the ways of some relations whole, wherever they lie.
 */
export function extentCore(
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  rows: Iterable<number>,
  skip: (way: number) => boolean,
): Core | null {
  // On a plane that squeezes longitudes alike everywhere: "beyond a line" means the same there.
  const squeeze = Math.cos(((nodes.latE7[0] ?? 0) / 1e7 / 180) * Math.PI);
  const cos = new Float64Array(DIRECTIONS);
  const sin = new Float64Array(DIRECTIONS);
  const reach = new Float64Array(DIRECTIONS).fill(-Infinity);
  for (let d = 0; d < DIRECTIONS; d++) {
    // Exactly 0 and 1 in the main directions, so that rounding cannot move a node over the line.
    cos[d] = Math.round(Math.cos((2 * Math.PI * d) / DIRECTIONS) * 1e12) / 1e12;
    sin[d] = Math.round(Math.sin((2 * Math.PI * d) / DIRECTIONS) * 1e12) / 1e12;
  }
  const along = (d: number, lonE7: number, latE7: number): number =>
    lonE7 * squeeze * cos[d]! + latE7 * sin[d]!;
  const least = (way: number, d: number): number => {
    let low = Infinity;
    for (let i = ways.firstRef[way]!; i < ways.firstRef[way + 1]!; i++) {
      const row = refRows[i]!;
      if (row >= 0) low = Math.min(low, along(d, nodes.lonE7[row]!, nodes.latE7[row]!));
    }
    return low;
  };
  let count = 0;
  for (const way of rows) {
    const row = firstPresent(ways, refRows, way);
    if (row < 0 || skip(way)) continue;
    count++;
    const [x, y] = [nodes.lonE7[row]!, nodes.latE7[row]!];
    for (let d = 0; d < DIRECTIONS; d++) {
      // No way reaches farther with all its nodes than with its first one.
      if (along(d, x, y) > reach[d]!) reach[d] = Math.max(reach[d]!, least(way, d));
    }
  }
  if (count < MIN_WAYS) return null;
  const holds = (lonE7: number, latE7: number, step: number): boolean => {
    for (let d = 0; d < DIRECTIONS; d += step) {
      if (along(d, lonE7, latE7) > reach[d]!) return false;
    }
    return true;
  };
  const quarter = DIRECTIONS / 4;
  return {
    boxE7: [
      -reach[2 * quarter]! / squeeze,
      -reach[3 * quarter]!,
      reach[0]! / squeeze,
      reach[quarter]!,
    ],
    holdsAsBox: (lonE7, latE7) => holds(lonE7, latE7, quarter),
    holdsAsPolygon: (lonE7, latE7) => holds(lonE7, latE7, 1),
  };
}

function firstPresent(ways: RawWays, refRows: Float64Array, way: number): number {
  for (let i = ways.firstRef[way]!; i < ways.firstRef[way + 1]!; i++) {
    if (refRows[i]! >= 0) return refRows[i]!;
  }
  return -1;
}
