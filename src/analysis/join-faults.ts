import type {Network} from '../graph/network.ts';
import {unitFinder} from '../graph/units.ts';
import type {PlacedStops} from '../scenario/resolve-project.ts';
import {MAX_STOP_M, stopRoad, stopStation} from './join-project.ts';
import type {Study} from './study.ts';

type Stop = PlacedStops['stops'][number];

/**
 * Stops of projects that meet nothing and must: no road within 15 km, and for a railway no station of
 * its name. A link that somebody draws (status `idea`) is meant to join, with each of its stops. Of any
 * other project a stop that its file puts at coordinates lies in the sea, or has a slip in its figures,
 * unless a source vouches for the place and the extract does not cover it: nothing is known of it here.
 * A town, a station or a node that is called by its name is where it is: it is noted, not refused.
 */
export function joinFaults(study: Study, placed: readonly PlacedStops[]): string[] {
  const covers = coverage(study.network);
  return placed.flatMap(({path, mode, status, stops}) => {
    const apart = stops.filter((stop) => !meets(study, mode, stop));
    const faults = apart
      .filter((stop) => status === 'idea' || !mayLieApart(stop, covers))
      .map((stop) => `${stop.path}: ${whereItLies(stop, covers)}`);
    if (status === 'idea' && stops.length >= 2 && stops.length - apart.length < 2) {
      faults.push(`${path}: joins nothing, fewer than two of its stops meet the network`);
    }
    return faults;
  });
}

function meets(study: Study, mode: PlacedStops['mode'], stop: Stop): boolean {
  return stopRoad(study, stop) !== null || (mode === 'rail' && stopStation(study, stop) !== null);
}

type Covers = (stop: Stop) => boolean;

/**
 * Where every road of the map ought to be in the network: within the box of the extract, and, where it
 * has provinces, in one of them (a box of three provinces holds corners of others). Nowhere in a sketch.
 */
function coverage(network: Network): Covers {
  const {bbox, schematic} = network.meta;
  const {units, at} = unitFinder(network);
  const hasProvinces = units.some(({kind}) => kind === 'province');
  return ({lon, lat}) => {
    if (schematic || bbox === null) return false;
    const [west, south, east, north] = bbox;
    const inBox = lon >= west && lon <= east && lat >= south && lat <= north;
    return inBox && (!hasProvinces || at('province', lon, lat) !== 0);
  };
}

function mayLieApart(stop: Stop, covers: Covers): boolean {
  return stop.from === 'listed' || (stop.from === 'sourced' && !covers(stop));
}

function whereItLies(stop: Stop, covers: Covers): string {
  const at = `stop ${stop.name} (${stop.lon},${stop.lat}) has no road within ${MAX_STOP_M / 1000} km`;
  if (covers(stop)) {
    return `${at}: in the sea or far from any road; check its coordinates, longitude first`;
  }
  return stop.from === 'written'
    ? `${at}: in the sea or not in the extract; check its coordinates, longitude first, or give it a source if the place is real`
    : `${at}: not in the extract; import one that covers it`;
}
