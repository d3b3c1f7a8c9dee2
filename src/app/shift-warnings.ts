import type {Sentence} from '../analysis/rows.ts';
import type {Network, Place} from '../graph/network.ts';
import {shiftAgainst} from '../import/crs/network-shift.ts';

/**
 * Warns when a planner's places look displaced from the network as GCJ-02 or BD-09 would be: when they
 * lie on its roads and tracks only once that is undone. Of places that lie on no road (middles of
 * towns), or of fewer than twenty, nothing is said.
 */
export function shiftWarnings(
  network: Network,
  places: readonly Place[],
  file: string,
): readonly Sentence[] {
  const shift = shiftAgainst(
    network,
    places.map(({lon, lat}) => [lon, lat]),
  );
  if (shift === null) return [];
  const name = shift.crs === 'gcj02' ? 'GCJ-02' : 'BD-09';
  const shiftM = Math.round(shift.shiftM);
  return [
    {
      id: 'places-look-shifted',
      zh: `${file}：地点看来按 ${name} 偏移了约 ${shiftM} 米（到路网的中位距离 ${Math.round(shift.beforeM)} 米，纠偏后 ${Math.round(shift.afterM)} 米）；请加 --places-crs ${shift.crs}`,
      en: `${file}: the places look displaced by ${shiftM} m like ${name} (median distance to the network ${Math.round(shift.beforeM)} m, undone ${Math.round(shift.afterM)} m); pass --places-crs ${shift.crs}`,
    },
  ];
}
