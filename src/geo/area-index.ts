import Flatbush from 'flatbush';
import {boxLattice} from './box-lattice.ts';
import {crossingShare} from './crossing-share.ts';
import type {LonLat} from './line.ts';
import type {MultiPolygonLonLat} from './turf.ts';

/** Answers which areas hold a point. Rows are those of the list that was indexed. */
export interface AreaIndex {
  /**
   * Lowest row of an area that holds the point, -1 when none does. A point on an outline belongs to
   * the area east of it (on a level piece: north of it), so that of areas that share a line exactly
   * one holds it, and of areas that part the plane exactly one holds any point.
   */
  readonly areaAt: (lon: number, lat: number) => number;
  /** All rows that hold the point, ascending; the same rule for points on an outline. */
  readonly areasAt: (lon: number, lat: number) => number[];
  /** Whether an area's outline may run through the box: `false` is certain. */
  readonly outlineNear: (west: number, south: number, east: number, north: number) => boolean;
  /**
   * Where a polyline crosses outlines: per crossing the index of its segment and the share 0–1 of
   * that segment, in order. Pieces between crossings lie in one area, or in none, as a whole; an
   * outline that two areas share is crossed once, one that is only touched twice or not at all.
   */
  readonly crossings: (line: readonly LonLat[]) => {segment: number; share: number}[];
}

/** Segments of one area in bands of latitude: band `b` holds `segments[first[b] ..< first[b + 1]]`. */
interface Bands {
  readonly south: number;
  readonly perDegree: number;
  readonly count: number;
  readonly first: Uint32Array;
  readonly segments: Uint32Array;
}

/**
 * Indexes areas for many questions: a lattice over their boxes, and per area its outline in bands of
 * latitude, so that a question reads the few segments at its latitude. Inside is told by the even-odd
 * rule over all rings of an area: holes are out, islands in holes are in. Empty areas hold nothing.
 * Not made for areas across the 180° meridian or the poles.
 */
export function indexAreas(areas: readonly MultiPolygonLonLat[]): AreaIndex {
  const outlines = areas.map(outlineOf);
  const bands = outlines.map(bandsOf);
  const boxes = Float64Array.from(outlines.flatMap(boxOf));
  const lattice = boxLattice(boxes);
  let outlineTree: {tree: Flatbush; segments: Float64Array} | null | undefined;

  const isIn = (row: number, lon: number, lat: number): boolean =>
    lon >= boxes[4 * row]! &&
    lat >= boxes[4 * row + 1]! &&
    lon <= boxes[4 * row + 2]! &&
    lat <= boxes[4 * row + 3]! &&
    holds(outlines[row]!, bands[row]!, lon, lat);
  const areaAt = (lon: number, lat: number): number => {
    const square = lattice.squareAt(lon, lat);
    for (let i = lattice.first[square]!; i < lattice.first[square + 1]!; i++) {
      if (isIn(lattice.boxes[i]!, lon, lat)) return lattice.boxes[i]!;
    }
    return -1;
  };
  const areasAt = (lon: number, lat: number): number[] => {
    const square = lattice.squareAt(lon, lat);
    const near = lattice.boxes.subarray(lattice.first[square]!, lattice.first[square + 1]!);
    return [...near].filter((row) => isIn(row, lon, lat));
  };
  const lines = () => {
    outlineTree ??= treeOfOutlines(outlines);
    return outlineTree;
  };
  return {
    areasAt,
    areaAt,
    outlineNear: (west, south, east, north) =>
      lines()?.tree.collides(west, south, east, north) ?? false,
    crossings: (line) => {
      const index = lines();
      return index === null ? [] : crossingsOf(line, index.tree, index.segments);
    },
  };
}

/**
 * Segments as `lonA, latA, lonB, latB` with A south of B (or west of it): neighbours that draw a
 * shared line in opposite directions then compute the same, bit for bit. Rings may be left open.
 */
function outlineOf(area: MultiPolygonLonLat): Float64Array {
  const values: number[] = [];
  for (const polygon of area) {
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!;
        const b = ring[(i + 1) % ring.length]!;
        if (a[0] === b[0] && a[1] === b[1]) continue;
        const forward = a[1] < b[1] || (a[1] === b[1] && a[0] < b[0]);
        if (forward) values.push(a[0], a[1], b[0], b[1]);
        else values.push(b[0], b[1], a[0], a[1]);
      }
    }
  }
  return Float64Array.from(values);
}

function boxOf(outline: Float64Array): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    west = Math.min(west, outline[i]!);
    east = Math.max(east, outline[i]!);
    south = Math.min(south, outline[i + 1]!);
    north = Math.max(north, outline[i + 1]!);
  }
  return [west, south, east, north];
}

/** How often a segment may stand in bands, on average, besides the one it begins in. */
const BAND_ENTRIES = 4;

function bandsOf(outline: Float64Array): Bands {
  const segmentCount = outline.length / 4;
  const [, south, , north] = boxOf(outline);
  const heightDeg = segmentCount > 0 ? north - south : 0;
  // Long segments stand in many bands: as few bands as keep the table in line with the outline.
  let riseDeg = 0;
  for (let s = 0; s < outline.length; s += 4) riseDeg += outline[s + 3]! - outline[s + 1]!;
  const most = riseDeg > 0 ? (BAND_ENTRIES * segmentCount * heightDeg) / riseDeg : 1;
  const count = Math.max(1, Math.floor(Math.min(segmentCount / 4, most)));
  const perDegree = heightDeg > 0 ? count / heightDeg : 0;
  const bandAt = (lat: number): number => bandOf(lat, south, perDegree, count);
  const first = new Uint32Array(count + 1);
  const each = (visit: (segment: number, band: number) => void): void => {
    for (let s = 0; s < segmentCount; s++) {
      const last = bandAt(outline[4 * s + 3]!);
      for (let band = bandAt(outline[4 * s + 1]!); band <= last; band++) visit(s, band);
    }
  };
  each((_, band) => {
    first[band + 1]!++;
  });
  for (let b = 0; b < count; b++) first[b + 1]! += first[b]!;
  const segments = new Uint32Array(first[count]!);
  const next = first.slice();
  each((segment, band) => {
    segments[next[band]!++] = segment;
  });
  return {south, perDegree, count, first, segments};
}

function bandOf(lat: number, south: number, perDegree: number, count: number): number {
  const band = Math.floor((lat - south) * perDegree);
  return band < 0 ? 0 : band >= count ? count - 1 : band;
}

function holds(outline: Float64Array, bands: Bands, lon: number, lat: number): boolean {
  const band = bandOf(lat, bands.south, bands.perDegree, bands.count);
  let inside = false;
  for (let i = bands.first[band]!; i < bands.first[band + 1]!; i++) {
    const s = 4 * bands.segments[i]!;
    // Half open: a vertex belongs to the segment that begins there, so it is counted once.
    if (outline[s + 1]! > lat || outline[s + 3]! <= lat) continue;
    const share = (lat - outline[s + 1]!) / (outline[s + 3]! - outline[s + 1]!);
    if (lon < outline[s]! + share * (outline[s + 2]! - outline[s]!)) inside = !inside;
  }
  return inside;
}

/** Tree of the segments of all outlines; a segment that several areas share stands there once. */
function treeOfOutlines(
  outlines: readonly Float64Array[],
): {tree: Flatbush; segments: Float64Array} | null {
  const seen = new Set<string>();
  const values: number[] = [];
  for (const outline of outlines) {
    for (let s = 0; s < outline.length; s += 4) {
      const segment = [...outline.subarray(s, s + 4)];
      const key = segment.join();
      if (seen.has(key)) continue;
      seen.add(key);
      values.push(...segment);
    }
  }
  const segments = Float64Array.from(values);
  if (segments.length === 0) return null;
  const tree = new Flatbush(segments.length / 4);
  for (let s = 0; s < segments.length; s += 4) {
    const [a, b] = [segments[s]!, segments[s + 2]!];
    tree.add(Math.min(a, b), segments[s + 1]!, Math.max(a, b), segments[s + 3]!);
  }
  tree.finish();
  return {tree, segments};
}

function crossingsOf(
  line: readonly LonLat[],
  tree: Flatbush,
  outline: Float64Array,
): {segment: number; share: number}[] {
  const found: {segment: number; share: number}[] = [];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    tree.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (s) => {
        const share = crossingShare(a, b, outline, s);
        if (share !== null) found.push({segment: i - 1, share});
        return false;
      },
    );
  }
  return found.sort((p, q) => p.segment - q.segment || p.share - q.share);
}
