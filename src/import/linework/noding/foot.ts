import {M_PER_E7, type PositionTable} from './position-table.ts';

/** A place on a line near some position. */
export interface Foot {
  readonly gapM: number;
  readonly line: number;
  readonly segment: number;
  readonly t: number;
  readonly position: number;
}

/** A place on a line nearer to a drawn point of it than this is that point. */
const SAME_POINT_M = 1;

/** The place of a segment nearest to a position; the drawn points at its ends attract. */
export function footOn(
  from: number,
  line: number,
  segment: number,
  points: readonly number[],
  positions: PositionTable,
): Foot {
  const a = points[segment]!;
  const b = points[segment + 1]!;
  const [lon, lat] = [positions.lonE7(from), positions.latE7(from)];
  const cos = cosLat(lat);
  const ax = (positions.lonE7(a) - lon) * cos;
  const ay = positions.latE7(a) - lat;
  const dx = (positions.lonE7(b) - lon) * cos - ax;
  const dy = positions.latE7(b) - lat - ay;
  const length2 = dx * dx + dy * dy;
  const t = Math.max(0, Math.min(1, length2 === 0 ? 0 : -(ax * dx + ay * dy) / length2));
  const alongM = Math.sqrt(length2) * M_PER_E7;
  const hit = (share: number, position: number): Foot => ({
    gapM: metresFrom(from, positions)(positions.lonE7(position), positions.latE7(position)),
    line,
    segment,
    t: share,
    position,
  });
  if (t * alongM <= SAME_POINT_M) return hit(0, a);
  if ((1 - t) * alongM <= SAME_POINT_M) return hit(1, b);
  const lonE7 = Math.round(lon + (ax + t * dx) / cos);
  const latE7 = Math.round(lat + ay + t * dy);
  return hit(t, positions.row(lonE7, latE7));
}

/** Metres on the plane round a position. */
export function metresFrom(
  row: number,
  positions: PositionTable,
): (lonE7: number, latE7: number) => number {
  const [lon, lat] = [positions.lonE7(row), positions.latE7(row)];
  const cos = cosLat(lat);
  return (lonE7, latE7) => Math.hypot((lonE7 - lon) * cos, latE7 - lat) * M_PER_E7;
}

/** Cosine of a latitude, never so small that a pole does harm. */
export function cosLat(latE7: number): number {
  return Math.max(0.01, Math.cos((latE7 / 1e7) * (Math.PI / 180)));
}
