import {type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import type {Bbox, LonLat} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';
import type {Stretch} from './model.ts';
import {pointKey, segmentKey} from './point-key.ts';
import {rayToBox} from './ray.ts';
import {partingSegments} from './segments.ts';

/** Two ends, or an end and a line, this near to each other are meant to meet, metres. Ours. */
export const JOIN_M = 100;
/** The direction in which a line ends is that of its last metres. Ours. */
const TREND_M = 5000;
/** Directions tried for a line that ends in the open, degrees off its trend, in this order. Ours. */
const FAN_DEG = [0, 22.5, -22.5, 45, -45, 67.5, -67.5, 90, -90];

export type EndKind = 'joined' | 'edge' | 'coast' | 'prolonged' | 'open';

/** A line of the input that ends inside the extract, and how the gap was closed (`to`), if it was. */
export interface LooseEnd {
  readonly kind: EndKind;
  readonly level: number;
  /** Row of the line that ends. */
  readonly stretch: number;
  readonly at: LonLat;
  readonly to: LonLat | null;
}

export interface Surroundings {
  readonly bbox: Bbox;
  /** An end this near the edge of the box was cut there, metres. */
  readonly marginM: number;
  /** Whether a position is a point of the coastline. */
  readonly isCoast: (point: LonLat) => boolean;
  /** Which of some straight lines are crossed by a road or railway. */
  readonly crossedByRoad: (rays: readonly (readonly [LonLat, LonLat])[]) => boolean[];
}

/**
 * Every loose end of the lines, and how it is closed so that the land on either hand can be told
 * apart: `joined` to an end or line within 100 m; led straight to the `edge` of the extract near by;
 * from the `coast`, or from where it stops (`prolonged`), straight to the edge of the extract where no
 * road, railway or other line is crossed. So whatever gets from one hand to the other by road crosses a
 * line of the input, but for the last metres before the edge. Where there is no way out the end stays
 * `open`.
 */
export function closeEnds(stretches: readonly Stretch[], around: Surroundings): LooseEnd[] {
  const ends = looseEnds(stretches, around.bbox);
  if (ends.length === 0) return [];
  const lines = indexBorders(stretches.map(({line}) => line));
  const touching = touchingStretches(stretches);
  const found: LooseEnd[] = [];
  const ways: {end: End; rays: Ray[]}[] = [];
  for (const end of ends) {
    const mate = nearestEnd(end, ends) ?? nearestLine(end, stretches, touching);
    if (mate) {
      const apart = pointKey(mate) !== pointKey(end.at);
      const {level, stretch, at} = end;
      if (apart) found.push({kind: 'joined', level, stretch, at, to: mate});
      continue;
    }
    ways.push({end, rays: waysOut(end, around).filter(({to}) => !crosses(lines, end.at, to))});
  }
  const crossed = around.crossedByRoad(
    ways.flatMap(({end, rays}) => rays.map(({to}) => [end.at, to] as const)),
  );
  let ray = 0;
  const taken: [LonLat, LonLat][] = [];
  for (const {end, rays} of ways) {
    const free = rays.filter(
      (_, i) => !crossed[ray + i] && !crosses(indexBorders(taken), end.at, rays[i]!.to),
    );
    ray += rays.length;
    // An end that was cut at the edge goes on to the edge, whatever passes there.
    const way = free[0] ?? rays.find(({kind}) => kind === 'edge');
    const {level, stretch, at} = end;
    if (way) taken.push([at, way.to]);
    found.push({kind: way?.kind ?? 'open', level, stretch, at, to: way?.to ?? null});
  }
  return found;
}

interface End {
  readonly stretch: number;
  readonly level: number;
  readonly at: LonLat;
  /** Bearing in which the line ends. */
  readonly trendDeg: number;
}

interface Ray {
  readonly kind: EndKind;
  readonly to: LonLat;
}

function looseEnds(stretches: readonly Stretch[], [west, south, east, north]: Bbox): End[] {
  const degree = new Map<string, number>();
  const seen = new Set<string>();
  for (const {line} of stretches) {
    for (const [a, b] of partingSegments(line)) {
      const key = segmentKey(a, b);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const point of [pointKey(a), pointKey(b)]) {
        degree.set(point, (degree.get(point) ?? 0) + 1);
      }
    }
  }
  const ends: End[] = [];
  const met = new Set<string>();
  stretches.forEach(({line, level}, stretch) => {
    for (const path of [line, [...line].reverse()]) {
      const at = path.at(-1)!;
      const key = pointKey(at);
      const inside = at[0] > west && at[0] < east && at[1] > south && at[1] < north;
      if (!inside || degree.get(key) !== 1 || met.has(key)) continue;
      met.add(key);
      ends.push({stretch, level, at, trendDeg: trendOf(path)});
    }
  });
  return ends;
}

function trendOf(line: readonly LonLat[]): number {
  const [lon, lat] = line.at(-1)!;
  let from = line.at(-1)!;
  for (let i = line.length - 2; i >= 0; i--) {
    from = line[i]!;
    if (greatCircleM(from[0], from[1], lon, lat) >= TREND_M) break;
  }
  return bearingDeg(from[0], from[1], lon, lat);
}

function nearestEnd(end: End, ends: readonly End[]): LonLat | null {
  let best: LonLat | null = null;
  let bestM = JOIN_M;
  for (const other of ends) {
    if (other === end) continue;
    const distanceM = greatCircleM(end.at[0], end.at[1], other.at[0], other.at[1]);
    if (distanceM <= bestM) [best, bestM] = [other.at, distanceM];
  }
  return best;
}

/** Nearest point of a line that the end's own line does not touch already. */
function nearestLine(
  end: End,
  stretches: readonly Stretch[],
  touching: (stretch: number) => ReadonlySet<number>,
): LonLat | null {
  const own = touching(end.stretch);
  const plane = localPlane(end.at[0], end.at[1]);
  const reach = JOIN_M * 1.5;
  const [west, south, east, north] = [
    plane.lon(-reach),
    plane.lat(-reach),
    plane.lon(reach),
    plane.lat(reach),
  ];
  const near = stretches.flatMap(({line}, row) => {
    if (own.has(row)) return [];
    const pieces: (readonly LonLat[])[] = [];
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const apart =
        Math.max(a[0], b[0]) < west ||
        Math.min(a[0], b[0]) > east ||
        Math.max(a[1], b[1]) < south ||
        Math.min(a[1], b[1]) > north;
      if (!apart) pieces.push([a, b]);
    }
    return pieces;
  });
  const hit = indexBorders(near).nearest(end.at[0], end.at[1], JOIN_M);
  return hit && [hit.lon, hit.lat];
}

function touchingStretches(
  stretches: readonly Stretch[],
): (stretch: number) => ReadonlySet<number> {
  const at = new Map<string, number[]>();
  stretches.forEach(({line}, row) => {
    for (const point of [line[0]!, line.at(-1)!]) {
      const key = pointKey(point);
      at.set(key, [...(at.get(key) ?? []), row]);
    }
  });
  return (stretch) => {
    const {line} = stretches[stretch]!;
    return new Set([stretch, ...line.flatMap((point) => at.get(pointKey(point)) ?? [])]);
  };
}

/** Straight ways from an end to the edge of the box, the most likely first. */
function waysOut(end: End, {bbox, marginM, isCoast}: Surroundings): Ray[] {
  const [lon, lat] = end.at;
  const [west, south, east, north] = bbox;
  const sides: LonLat[] = [
    [west, lat],
    [east, lat],
    [lon, south],
    [lon, north],
  ];
  const toSide = (side: LonLat): number => greatCircleM(lon, lat, side[0], side[1]);
  sides.sort((a, b) => toSide(a) - toSide(b));
  const out: Ray[] = [];
  if (toSide(sides[0]!) <= marginM) out.push({kind: 'edge', to: sides[0]!});
  const kind = isCoast(end.at) ? 'coast' : 'prolonged';
  for (const off of FAN_DEG) {
    out.push({kind, to: rayToBox(end.at, end.trendDeg + off, bbox)});
  }
  // Straight to the side behind is no continuation: the nearest sides ahead complete the choice.
  for (const side of sides) {
    if (bearingGapDeg(bearingDeg(lon, lat, side[0], side[1]), end.trendDeg) <= 90) {
      out.push({kind, to: side});
    }
  }
  return out;
}

function crosses(lines: BorderIndex, from: LonLat, to: LonLat): boolean {
  // Begins a hair beyond the end itself, which touches its own line.
  const start: LonLat = [from[0] + 1e-6 * (to[0] - from[0]), from[1] + 1e-6 * (to[1] - from[1])];
  return lines.crossings(start, to).length > 0;
}
