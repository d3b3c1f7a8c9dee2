import {type CompiledNetwork, compileNetwork} from '../graph/compile.ts';
import type {Network, Place} from '../graph/network.ts';
import {reversedNetwork} from '../graph/reversed.ts';
import {digraphOf} from '../graph/search/core/digraph.ts';
import type {Weight} from '../graph/search/dijkstra.ts';
import type {SearchEngine} from '../graph/search/engine.ts';
import {
  ROAD_ENGINE,
  type StoredColumns,
  storedOrBuilt,
} from '../graph/search/store/stored-or-built.ts';
import {
  RAIL_ASSUMPTIONS,
  railTravel,
  rememberTravel,
  roadTravel,
  type StationLink,
  type Travel,
} from '../graph/search/travel.ts';
import {makeSnapper, type Snap, type Snapper} from '../graph/snap.ts';
import {CHINA_CAR, type SpeedProfile} from '../graph/speed.ts';

export type TravelMode = 'road' | 'rail' | 'best';

/** `from`: times of trips that start at a place (default); `to`: of trips that end there. */
export type Direction = 'from' | 'to';

export interface StudyOptions {
  /** Day the network stands for, `yyyymmdd`; `null` = as the data is. */
  readonly asOf?: number | null;
  readonly profile?: SpeedProfile;
  /** A place farther than this from any road has no answer. */
  readonly maxSnapM?: number;
  /** Columns of the file the network is from: an engine stored there is used where it fits. */
  readonly stored?: StoredColumns;
}

/** A place with its frozen snap; `snap` is `null` when no road of the main component is near. */
export interface StudyPlace extends Place {
  readonly snap: Snap | null;
}

/** A baseline under study: compiled once, snapped once, never changed. */
export interface Study {
  readonly network: Network;
  readonly asOf: number | null;
  readonly profile: SpeedProfile;
  readonly maxSnapM: number;
  readonly road: CompiledNetwork;
  /** The roads in a direction: for `to` every arc turned round. */
  readonly roadIn: (direction: Direction) => CompiledNetwork;
  /**
   * The search engine over the roads (docs/search.md), by time with the length along it or the other
   * way round: taken from the file where it is stored and fits, else built, when first asked for.
   */
  readonly engine: (weight?: Weight) => SearchEngine;
  readonly snapper: Snapper;
  readonly place: (place: Place) => StudyPlace;
  /** For `to` the travel starts where trips end: `from(starts)` gives the times to these starts. */
  readonly travel: (mode: TravelMode, direction?: Direction) => Travel;
  /** Stations that join road and open tracks; empty when the network has no railway. */
  readonly stations: () => readonly StationLink[];
}

const MAX_SNAP_M = 15_000;
/** A station counts when an open track and a road lie this near. */
export const STATION_TO_TRACK_M = 500;
export const STATION_TO_ROAD_M = 5_000;

/** Opens a network for analysis on a day under a speed profile. Rail is compiled when first asked. */
export function openStudy(network: Network, options: StudyOptions = {}): Study {
  const {asOf = null, profile = CHINA_CAR, maxSnapM = MAX_SNAP_M} = options;
  const road = compileNetwork(network, {mode: 'road', asOf, profile});
  let madeSnapper: Snapper | undefined;
  /** Made for the first place: opening a network does not wait for it. */
  const snapper: Snapper = {
    snap: (lon, lat, maxM) => {
      madeSnapper ??= makeSnapper(road);
      return madeSnapper.snap(lon, lat, maxM);
    },
  };
  const placed = new Map<Place, StudyPlace>();
  const travels = new Map<string, Travel>();
  const engines = new Map<Weight, SearchEngine>();
  let rail: {net: CompiledNetwork; stations: readonly StationLink[]} | undefined;
  let turnedRoad: CompiledNetwork | undefined;
  const roadIn = (direction: Direction): CompiledNetwork => {
    if (direction === 'from') return road;
    turnedRoad ??= reversedNetwork(road);
    return turnedRoad;
  };
  const railOf = () => {
    if (!rail) {
      const net = compileNetwork(network, {mode: 'rail', asOf, profile});
      rail = {net, stations: linkStations(network, net, snapper)};
    }
    return rail;
  };
  const travelOf = (mode: TravelMode, direction: Direction): Travel => {
    const roads = roadIn(direction);
    if (mode === 'road') return roadTravel(roads);
    const {net, stations} = railOf();
    const tracks = direction === 'from' ? net : reversedNetwork(net);
    return railTravel(roads, tracks, stations, RAIL_ASSUMPTIONS, mode === 'best');
  };
  return {
    network,
    asOf,
    profile,
    maxSnapM,
    road,
    roadIn,
    engine: (weight = 'time') => {
      const known =
        engines.get(weight) ??
        storedOrBuilt(digraphOf(road, weight), ROAD_ENGINE[weight], options.stored);
      engines.set(weight, known);
      return known;
    },
    snapper,
    place: (place) => {
      const known = placed.get(place);
      if (known) return known;
      const made = {...place, snap: snapper.snap(place.lon, place.lat, maxSnapM)};
      placed.set(place, made);
      return made;
    },
    travel: (mode, direction = 'from') => {
      const key = `${mode} ${direction}`;
      const known = travels.get(key) ?? rememberTravel(travelOf(mode, direction));
      travels.set(key, known);
      return known;
    },
    stations: () => railOf().stations,
  };
}

/** Stations near an open track and near a road; several platforms of one name stay several links. */
function linkStations(
  network: Network,
  rail: CompiledNetwork,
  roads: Snapper,
): readonly StationLink[] {
  const tracks = makeSnapper(rail);
  return network.stations.flatMap((station): StationLink[] => {
    const track = tracks.snap(station.lon, station.lat, STATION_TO_TRACK_M);
    const road = track && roads.snap(station.lon, station.lat, STATION_TO_ROAD_M);
    return track && road ? [{name: station.name, road, track}] : [];
  });
}
