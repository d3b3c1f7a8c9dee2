import type {Network, Place} from '../graph/network.ts';
import {unitFinder} from '../graph/units.ts';
import {UNKNOWN_PROVINCE} from './province-of.ts';

/** Tells the province of positions and of places by a name that holds for both. */
export interface ProvinceNames {
  /** `unknown` at sea, abroad, or where the network has no areas. */
  readonly at: (lon: number, lat: number) => string;
  /** As tagged, else by position. */
  readonly of: (place: Place) => string;
}

/**
 * Province names of a network. Areas without a name – borders are often lines only – are called by the
 * province that places in them are tagged with, when all of them agree and no other area is called so;
 * else `unnamed-1`, `unnamed-2` …
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
  const taken = new Map<string, number>();
  for (const names of said.values()) {
    for (const name of names) taken.set(name, (taken.get(name) ?? 0) + 1);
  }
  const names: string[] = [];
  let unnamed = 0;
  units.forEach(({kind, name}, row) => {
    if (row === 0 || kind !== 'province') return;
    if (name === '') unnamed++;
    const only = [...(said.get(row) ?? [])];
    const agreed = only.length === 1 && taken.get(only[0]!) === 1 ? only[0]! : null;
    names[row] = name || agreed || `unnamed-${unnamed}`;
  });
  const nameAt = (lon: number, lat: number): string =>
    names[at('province', lon, lat)] ?? UNKNOWN_PROVINCE;
  return {at: nameAt, of: ({province, lon, lat}) => province ?? nameAt(lon, lat)};
}
