import type {Network, Place} from '../graph/network.ts';
import {unitFinder} from '../graph/units.ts';

/** Key for places whose province the data does not tell. */
export const UNKNOWN_PROVINCE = 'unknown';

/**
 * The province of a place: as tagged, else that of the area it lies in (level 4 by name, a lower
 * level by the province it names), else `unknown`.
 */
export function provinceOf(network: Network): (place: Place) => string {
  const {units, at} = unitFinder(network);
  return ({province, lon, lat}) =>
    province ?? (units[at('province', lon, lat)]!.name || UNKNOWN_PROVINCE);
}
