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
  {refRows, endsE7}: {readonly refRows: Int32Array; readonly endsE7: Int32Array},
  nodes: RawNodes,
  rows: Uint32Array,
  skip: (way: number) => boolean,
): Core | null {
  // On a plane that squeezes longitudes alike everywhere: "beyond a line" means the same there.
  const squeeze = Math.cos(((nodes.latE7[0] ?? 0) / 1e7 / 180) * Math.PI);
  const cos = new Float64Array(DIRECTIONS);
  const sin = new Float64Array(DIRECTIONS);
  for (let d = 0; d < DIRECTIONS; d++) {
    // Exactly 0 and 1 in the main directions, so that rounding cannot move a node over the line.
    cos[d] = Math.round(Math.cos((2 * Math.PI * d) / DIRECTIONS) * 1e12) / 1e12;
    sin[d] = Math.round(Math.sin((2 * Math.PI * d) / DIRECTIONS) * 1e12) / 1e12;
  }
  const reached = new Reach(squeeze, cos, sin);
  const least = (way: number, d: number): number => {
    let low = Infinity;
    for (let i = ways.firstRef[way]!; i < ways.firstRef[way + 1]!; i++) {
      const row = refRows[i]!;
      if (row >= 0) low = Math.min(low, reached.along(d, nodes.lonE7[row]!, nodes.latE7[row]!));
    }
    return low;
  };
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const way = rows[i]!;
    const row = firstPresent(ways, refRows, way);
    if (row < 0 || skip(way)) continue;
    count++;
    const isFirst = row === refRows[ways.firstRef[way]!];
    const lonE7 = isFirst ? endsE7[4 * way]! : nodes.lonE7[row]!;
    const latE7 = isFirst ? endsE7[4 * way + 1]! : nodes.latE7[row]!;
    if (reached.holds(lonE7, latE7, 1)) continue;
    for (let d = 0; d < DIRECTIONS; d++) {
      // No way reaches farther with all its nodes than with its first one.
      if (reached.along(d, lonE7, latE7) > reached.upTo[d]!) reached.widen(d, least(way, d));
    }
    reached.measure();
  }
  if (count < MIN_WAYS) return null;
  const {upTo} = reached;
  const quarter = DIRECTIONS / 4;
  return {
    boxE7: [-upTo[2 * quarter]! / squeeze, -upTo[3 * quarter]!, upTo[0]! / squeeze, upTo[quarter]!],
    holdsAsBox: (lonE7, latE7) => reached.holds(lonE7, latE7, quarter),
    holdsAsPolygon: (lonE7, latE7) => reached.holds(lonE7, latE7, 1),
  };
}

/** How far a region reaches in each direction, and so which positions are inside in all of them. */
class Reach {
  readonly upTo = new Float64Array(DIRECTIONS).fill(-Infinity);
  readonly #squeeze: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  /** A circle inside: most positions asked about are in it, and need not be asked in every direction. */
  #x = 0;
  #y = 0;
  #squaredRadius = -1;

  constructor(squeeze: number, cos: Float64Array, sin: Float64Array) {
    this.#squeeze = squeeze;
    this.#cos = cos;
    this.#sin = sin;
  }

  along(d: number, lonE7: number, latE7: number): number {
    return lonE7 * this.#squeeze * this.#cos[d]! + latE7 * this.#sin[d]!;
  }

  holds(lonE7: number, latE7: number, step: number): boolean {
    const dx = lonE7 * this.#squeeze - this.#x;
    const dy = latE7 - this.#y;
    if (dx * dx + dy * dy < this.#squaredRadius) return true;
    for (let d = 0; d < DIRECTIONS; d += step) {
      if (this.along(d, lonE7, latE7) > this.upTo[d]!) return false;
    }
    return true;
  }

  widen(d: number, upTo: number): void {
    this.upTo[d] = Math.max(this.upTo[d]!, upTo);
  }

  /** Fits the circle anew, a little smaller than it may be, so that rounding cannot matter. */
  measure(): void {
    const quarter = DIRECTIONS / 4;
    this.#x = (this.upTo[0]! - this.upTo[2 * quarter]!) / 2;
    this.#y = (this.upTo[quarter]! - this.upTo[3 * quarter]!) / 2;
    let radius = Infinity;
    for (let d = 0; d < DIRECTIONS; d++) {
      const middle = this.#x * this.#cos[d]! + this.#y * this.#sin[d]!;
      radius = Math.min(radius, this.upTo[d]! - middle);
    }
    this.#squaredRadius = radius > 0 ? (0.999 * radius) ** 2 : -1;
  }
}

function firstPresent(ways: RawWays, refRows: Int32Array, way: number): number {
  for (let i = ways.firstRef[way]!; i < ways.firstRef[way + 1]!; i++) {
    if (refRows[i]! >= 0) return refRows[i]!;
  }
  return -1;
}
