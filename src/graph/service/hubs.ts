import {greatCircleM} from '../../geo/distance.ts';
import type {CompiledNetwork} from '../compile.ts';
import type {Network} from '../network.ts';
import {type EdgePoint, edgesWithin, type Snap, type Snapper} from '../snap.ts';
import {EDGE_CLASSES, type EdgeClass} from '../vocabulary.ts';

/** A station where trains stop: on some tracks, and joined to the nearest road. */
export interface Hub {
  readonly name: string;
  readonly osmId: number | null;
  readonly lon: number;
  readonly lat: number;
  /** `null` = no road near: trains can be changed there, nothing more. */
  readonly road: Snap | null;
  /** Points of all tracks of the station; none where only a timetable knows it. */
  readonly tracks: readonly EdgePoint[];
}

export interface JoinedStations {
  readonly hubs: readonly Hub[];
  /** Stations of the data that no open track of trains is near. */
  readonly withoutTrack: number;
}

/** Tracks that trains run on: a metro or a tram is no railway in this sense. */
const TRAIN_CLASSES: ReadonlySet<EdgeClass> = new Set(['rail', 'light_rail', 'narrow_gauge']);

/** A station lies on a track this near to it. */
export const STATION_TO_TRACK_M = 500;
/**
 * A station with no other near it may lie this far from the track: lines drawn coarsely run past
 * their stations. Stops of a metro stand close together, so that they are not taken in by this.
 */
export const LONE_STATION_TO_TRACK_M = 1_500;
const LONE_WITHIN_M = 2_000;
/** Tracks this much farther than the nearest belong to the station as well. */
const STATION_BREADTH_M = 250;
export const STATION_TO_ROAD_M = 15_000;

/** Rows of the edges that trains run on in a network compiled for rail. */
export function trainTracks(rail: CompiledNetwork): number[] {
  const {edges} = rail.network;
  return [...new Set(rail.edgeOf)]
    .filter((edge) => TRAIN_CLASSES.has(EDGE_CLASSES[edges.class[edge]!]!))
    .sort((a, b) => a - b);
}

/** Joins the stations of a network to the tracks of trains and to the roads. */
export function joinStations(
  {stations}: Network,
  rail: CompiledNetwork,
  roads: Snapper,
): JoinedStations {
  const near = edgesWithin(rail, trainTracks(rail));
  const offM = stations.map(({lon, lat}) =>
    near(lon, lat, LONE_STATION_TO_TRACK_M).reduce(
      (m, hit) => Math.min(m, hit.distanceM),
      Infinity,
    ),
  );
  const isLone = (row: number): boolean => {
    const own = stations[row]!;
    return !stations.some(
      (other, i) =>
        offM[i]! < offM[row]! &&
        Math.abs(other.lat - own.lat) < 0.02 &&
        greatCircleM(own.lon, own.lat, other.lon, other.lat) < LONE_WITHIN_M,
    );
  };
  const hubs = stations.flatMap((station, row): Hub[] => {
    const m = offM[row]!;
    if (m === Infinity || (m > STATION_TO_TRACK_M && !isLone(row))) return [];
    const {name, osmId, lon, lat} = station;
    const tracks = near(lon, lat, m + STATION_BREADTH_M)
      .map(({edge, share}) => ({edge, share}))
      .sort((a, b) => a.edge - b.edge);
    return [{name, osmId, lon, lat, road: roads.snap(lon, lat, STATION_TO_ROAD_M), tracks}];
  });
  return {hubs, withoutTrack: stations.length - hubs.length};
}
