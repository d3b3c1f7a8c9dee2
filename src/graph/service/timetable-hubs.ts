import {greatCircleM} from '../../geo/distance.ts';
import type {Snapper} from '../snap.ts';
import {type Hub, STATION_TO_ROAD_M} from './hubs.ts';
import type {Timetable} from './timetable.ts';

/** A stop of a timetable is a station of the data of the same name within this, or any within the next. */
const SAME_NAME_M = 5_000;
const SAME_PLACE_M = 300;

/** The name of a station without the word for it: 温州南站 → 温州南. */
export function stationName(name: string): string {
  const folded = name.normalize('NFKC').trim().toLowerCase();
  return folded.replace(/(?:火车站|高铁站|站|\s+(?:railway )?station)$/u, '') || folded;
}

/** Hubs for the stops of a timetable: stations of the data, and new ones where there is none. */
export function timetableHubs(
  {stops}: Timetable,
  stations: readonly Hub[],
  roads: Snapper,
): {readonly hubs: readonly Hub[]; readonly hubOf: readonly number[]; readonly added: number} {
  const hubs = [...stations];
  const rowOf = new Map<string, number>();
  const hubOf = stops.map(({name, lon, lat}): number => {
    const wanted = stationName(name);
    const off = stations.map((hub) => greatCircleM(lon, lat, hub.lon, hub.lat));
    let best = -1;
    off.forEach((m, row) => {
      const fits =
        m <= SAME_PLACE_M || (m <= SAME_NAME_M && stationName(stations[row]!.name) === wanted);
      if (fits && (best < 0 || m < off[best]!)) best = row;
    });
    if (best >= 0) return best;
    const key = `${wanted} ${lon.toFixed(2)} ${lat.toFixed(2)}`;
    const known = rowOf.get(key);
    if (known !== undefined) return known;
    rowOf.set(key, hubs.length);
    const road = roads.snap(lon, lat, STATION_TO_ROAD_M);
    return hubs.push({name, osmId: null, lon, lat, road, tracks: []}) - 1;
  });
  return {hubs, hubOf, added: hubs.length - stations.length};
}
