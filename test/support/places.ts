import type {LonLat} from '../../src/geo/line.ts';
import type {Place} from '../../src/graph/network.ts';

/** A place of a drawn map; everything but name and position has a plain default. */
export function placeAt(name: string, at: LonLat, more: Partial<Place> = {}): Place {
  return {
    osmId: null,
    name,
    altNames: [],
    kind: 'town',
    lon: at[0],
    lat: at[1],
    population: null,
    populationDate: null,
    province: null,
    ...more,
  };
}
