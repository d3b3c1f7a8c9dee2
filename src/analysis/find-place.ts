import type {Place} from '../graph/network.ts';
import {answersOf, matchPlace} from '../scenario/match-place.ts';
import {stationPlaces} from './gates.ts';
import type {Study} from './study.ts';

/** A place by name, or a point written `lon,lat`; throws `E_PLACE` when none or several match. */
export function findPlace(places: readonly Place[], query: string): Place {
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(query);
  if (!point) return matchPlace(places, query);
  return {
    osmId: null,
    name: query.trim(),
    altNames: [],
    kind: 'point',
    lon: Number(point[1]),
    lat: Number(point[2]),
    population: null,
    populationDate: null,
    province: null,
  };
}

/**
 * The same among places and, when no place answers, among the stations where trains stop: 温州南 and
 * 温州南站 both name the station.
 */
export function findPlaceOrStation(study: Study, places: readonly Place[], query: string): Place {
  const isPoint = /^\s*-?[\d.]+\s*[,，]/.test(query);
  if (isPoint || study.network.stations.length === 0 || answersOf(places, query) > 0) {
    return findPlace(places, query);
  }
  const stations = stationPlaces(study, 'station').map((station) => ({
    ...station,
    altNames: [station.name.endsWith('站') ? station.name.slice(0, -1) : `${station.name}站`],
  }));
  return findPlace(answersOf(stations, query) > 0 ? stations : places, query);
}
