import {greatCircleM} from '../../geo/distance.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';
import type {TimeChange} from '../benefit.ts';
import type {SiphonFlag} from '../rows.ts';
import type {StudyPlace} from '../study.ts';

/** Beyond this from its core city a place may lose to it what it gains in time (METHODS.md §D.7). */
export const SIPHON_FROM_M = 150_000;

/**
 * Places that get nearer in time to their nearest core city but lie far from it: a warning that a
 * project may draw people and trade away, no forecast. Core cities are flagged for nothing.
 */
export function siphonFlags(
  places: readonly StudyPlace[],
  {before, after}: TimeChange,
  isCore: (place: StudyPlace) => boolean,
): SiphonFlag[] {
  const cores = places.flatMap((place, row) => (isCore(place) ? [row] : []));
  return places.flatMap((place, from): SiphonFlag[] => {
    if (isCore(place)) return [];
    const core = nearest(after, from, cores);
    if (core === null) return [];
    const [then, now] = [nearest(before, from, cores), core];
    if (then !== null && now.ms >= then.ms) return [];
    const city = places[core.row]!;
    const distanceM = greatCircleM(place.lon, place.lat, city.lon, city.lat);
    if (distanceM < SIPHON_FROM_M) return [];
    return [
      {
        place: place.name,
        core: city.name,
        distanceM: Math.round(distanceM),
        beforeS: then && then.ms / 1000,
        afterS: now.ms / 1000,
      },
    ];
  });
}

function nearest(
  times: CostTable,
  from: number,
  cores: readonly number[],
): {readonly row: number; readonly ms: number} | null {
  let best: {row: number; ms: number} | null = null;
  for (const row of cores) {
    const ms = times.cost[from * times.columns + row]!;
    if (ms !== UNREACHED && (best === null || ms < best.ms)) best = {row, ms};
  }
  return best;
}
