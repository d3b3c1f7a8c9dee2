import type {Network, Place} from '../graph/network.ts';
import {unitFinder} from '../graph/units.ts';
import {unitLabel} from './unit-labels.ts';

/** Key for what lies in no province that the data tells. */
export const UNKNOWN_PROVINCE = 'unknown';

/** Tells the province of positions and of places by a name that holds for both. */
export interface ProvinceNames {
  /** `unknown` at sea, abroad, or where the network has no areas. */
  readonly at: (lon: number, lat: number) => string;
  /** As tagged, else by position. */
  readonly of: (place: Place) => string;
  /** Of a row of `unitFinder`'s units. */
  readonly ofUnit: (row: number) => string;
}

/**
 * Province names of a network. Areas without a name – borders are often lines only – are called by the
 * province that places in them are tagged with, when all of them agree (islands are areas of their own);
 * else by `unitLabel`: their largest place in brackets.
 */
export function provinceNames(network: Network, places: readonly Place[]): ProvinceNames {
  const {units, at} = unitFinder(network);
  const said = new Map<number, Set<string>>();
  for (const place of [...places, ...network.places]) {
    if (place.province === null) continue;
    const row = at('province', place.lon, place.lat);
    if (row === 0 || units[row]!.name !== '') continue;
    said.set(row, (said.get(row) ?? new Set()).add(place.province));
  }
  const names: string[] = [];
  units.forEach(({kind, name}, row) => {
    if (row === 0 || kind !== 'province') return;
    const only = [...(said.get(row) ?? [])];
    const agreed = only.length === 1 ? only[0]! : null;
    names[row] = name || (agreed ?? unitLabel(network, row) ?? UNKNOWN_PROVINCE);
  });
  const ofUnit = (row: number): string => names[row] ?? UNKNOWN_PROVINCE;
  const nameAt = (lon: number, lat: number): string => ofUnit(at('province', lon, lat));
  return {at: nameAt, of: ({province, lon, lat}) => province ?? nameAt(lon, lat), ofUnit};
}
