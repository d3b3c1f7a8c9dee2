import {type LonLat, pointAlong} from '../geo/line.ts';
import {localPlane} from '../geo/local-plane.ts';
import {nearestOnLine} from '../geo/nearest-on-line.ts';
import type {Network} from '../graph/network.ts';
import {type UnitKind, unitFinder} from '../graph/units.ts';

/** How far off a border line a unit is looked for, metres. */
const BESIDE_M = 150;

/** Rows of the units on the left and right hand of a line at a point `alongM` metres along it, 0 = not known. */
export function unitsBesidePoint(
  network: Network,
  line: readonly LonLat[],
  level: UnitKind,
  alongM: number,
): readonly [number, number] | null {
  const {at} = unitFinder(network);
  const [lon, lat] = pointAlong(line, alongM);
  const [a, b] = [pointAlong(line, Math.max(0, alongM - 20)), pointAlong(line, alongM + 20)];
  const plane = localPlane(lon, lat);
  const [dx, dy] = [plane.x(b[0]) - plane.x(a[0]), plane.y(b[1]) - plane.y(a[1])];
  const size = Math.hypot(dx, dy);
  if (size === 0) return null;
  const beside = (hand: 1 | -1): number =>
    at(level, plane.lon((-dy / size) * hand * BESIDE_M), plane.lat((dx / size) * hand * BESIDE_M));
  return [beside(1), beside(-1)];
}

/** The same at the point of the line nearest to a position. */
export function unitsBesideAt(
  network: Network,
  line: readonly LonLat[],
  level: UnitKind,
  lon: number,
  lat: number,
): readonly [number, number] | null {
  return unitsBesidePoint(network, line, level, nearestOnLine(line, lon, lat).alongM);
}
