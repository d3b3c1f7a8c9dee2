import {type CompiledNetwork, compileNetwork} from '../compile.ts';
import type {Snapper} from '../snap.ts';
import {joinStations} from './hubs.ts';
import {type RailNetwork, railNetwork} from './rail-network.ts';
import type {RailProfile} from './rail-profile.ts';
import type {Timetable} from './timetable.ts';
import {timetableHubs} from './timetable-hubs.ts';

/** The trains of a network, and how its stations were joined. */
export interface OpenRail extends RailNetwork {
  /** Stations of the data that are near no open track of trains. */
  readonly withoutTrack: number;
  /** Stops of the timetable that are no station of the data; 0 without a timetable. */
  readonly addedByTimetable: number;
}

/**
 * Joins the trains of a network to its roads, which are compiled for a day and a speed profile:
 * those of a timetable where there is one, else such as the tracks open on that day let run.
 */
export function openRail(
  road: CompiledNetwork,
  roads: Snapper,
  profile: RailProfile,
  timetable: Timetable | null,
): OpenRail {
  const rail = compileNetwork(road.network, {...road.options, mode: 'rail'});
  const stations = joinStations(road.network, rail, roads);
  const named = timetable && timetableHubs(timetable, stations.hubs, roads);
  const hubs = named?.hubs ?? stations.hubs;
  const trains = named && {table: timetable, hubOf: named.hubOf};
  return {
    ...railNetwork(road, {rail, hubs, profile, timetable: trains}),
    withoutTrack: stations.withoutTrack,
    addedByTimetable: named?.added ?? 0,
  };
}
