import type {PositionTable} from './position-table.ts';

/**
 * Where segments `a0`–`a1` and `b0`–`b1` (rows of positions) meet: shares 0–1 of both, or `null` when
 * they do not or are parallel.
 */
export function crossingPoint(
  positions: PositionTable,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): {readonly t: number; readonly u: number; readonly lonE7: number; readonly latE7: number} | null {
  const x = positions.lonE7(a0);
  const y = positions.latE7(a0);
  const ax = positions.lonE7(a1) - x;
  const ay = positions.latE7(a1) - y;
  const cx = positions.lonE7(b0) - x;
  const cy = positions.latE7(b0) - y;
  const bx = positions.lonE7(b1) - x - cx;
  const by = positions.latE7(b1) - y - cy;
  const across = ax * by - ay * bx;
  if (across === 0) return null;
  const t = (cx * by - cy * bx) / across;
  const u = (cx * ay - cy * ax) / across;
  if (!(t >= 0 && t <= 1 && u >= 0 && u <= 1)) return null;
  return {t, u, lonE7: Math.round(x + t * ax), latE7: Math.round(y + t * ay)};
}
