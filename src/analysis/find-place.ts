import type {Place} from '../graph/network.ts';
import {matchPlace} from '../scenario/match-place.ts';

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
