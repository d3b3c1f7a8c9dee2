import {pointInArea} from '../geo/turf.ts';
import type {Network, Place} from '../graph/network.ts';

/** Key for places whose province the data does not tell. */
export const UNKNOWN_PROVINCE = 'unknown';

/**
 * The province of a place: as tagged, else that of the area it lies in (level 4 by name, a lower
 * level by the province it names), else `unknown`.
 */
export function provinceOf(network: Network): (place: Place) => string {
  const areas = network.areas.flatMap((area) => {
    const province = area.level === 4 ? area.name : area.province;
    return province === null ? [] : [{province, coordinates: area.coordinates}];
  });
  const known = new Map<Place, string>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const found =
      place.province ??
      areas.find((area) => pointInArea(place.lon, place.lat, area.coordinates))?.province ??
      UNKNOWN_PROVINCE;
    known.set(place, found);
    return found;
  };
}
