import {greatCircleM} from '../../geo/distance.ts';
import type {Place} from '../../graph/network.ts';
import {MIN_STRAIGHT_M} from '../detour.ts';

/**
 * Time straight from place to place at a speed, ms, by row; `null` for pairs nearer than 5 km, of which
 * a ratio says nothing (METHODS.md §D.1).
 */
export function idealTimes(
  places: readonly Place[],
  kph: number,
): (from: number, to: number) => number | null {
  const ms = places.map((a) =>
    places.map((b) => {
      const straightM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
      return straightM < MIN_STRAIGHT_M ? null : (straightM * 3600) / kph;
    }),
  );
  return (from, to) => ms[from]![to] ?? null;
}
