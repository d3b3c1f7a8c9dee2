import {type CompiledNetwork, compileNetwork} from '../graph/compile.ts';
import type {Network, Place} from '../graph/network.ts';
import {reversedNetwork} from '../graph/reversed.ts';
import {digraphOf} from '../graph/search/core/digraph.ts';
import type {Weight} from '../graph/search/dijkstra.ts';
import type {SearchEngine} from '../graph/search/engine.ts';
import {EngineStages} from '../graph/search/engine-stages.ts';
import {snapTerminal} from '../graph/search/links/snap-terminal.ts';
import type {SnapGraph} from '../graph/search/links/snap-times.ts';
import {engineFromSections} from '../graph/search/store/engine-sections.ts';
import {ROAD_ENGINE, type StoredColumns} from '../graph/search/store/stored-or-built.ts';
import {rememberTravel, roadTravel, type Travel} from '../graph/search/travel.ts';
import {type OpenRail, openRail} from '../graph/service/open-rail.ts';
import {CHINA_RAIL, type RailProfile} from '../graph/service/rail-profile.ts';
import {bestTravel, railTravel, stationTravel} from '../graph/service/rail-travel.ts';
import type {Timetable} from '../graph/service/timetable.ts';
import {makeSnapper, type Snap, type Snapper} from '../graph/snap.ts';
import {CHINA_CAR, type SpeedProfile} from '../graph/speed.ts';

export type TravelMode = 'road' | 'rail' | 'best';

/** `from`: times of trips that start at a place (default); `to`: of trips that end there. */
export type Direction = 'from' | 'to';

/**
 * What a time by rail covers: `door` = from door to door; `station` = on trains and for changes
 * only, between the stations near the places.
 */
export type TripSpan = 'door' | 'station';

export interface StudyOptions {
  /** Day the network stands for, `yyyymmdd`; `null` = as the data is. */
  readonly asOf?: number | null;
  readonly profile?: SpeedProfile;
  /** A place farther than this from any road has no answer. */
  readonly maxSnapM?: number;
  /** Columns of the file the network is from: an engine stored there is used where it fits. */
  readonly stored?: StoredColumns;
  readonly railProfile?: RailProfile;
  /** Trains as a timetable has them; without one they run as tracks and profile let them. */
  readonly timetable?: Timetable | null;
  /** Mode `rail` only. */
  readonly span?: TripSpan;
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
  /** That engine as far as it stands; for `best` the one of roads and trains in one graph, by time. */
  readonly stages: (mode: 'road' | 'best', weight?: Weight) => EngineStages;
  /** What these graphs by time are to places and stops. */
  readonly snapGraph: (mode: 'road' | 'best') => SnapGraph;
  readonly snapper: Snapper;
  readonly place: (place: Place) => StudyPlace;
  /** For `to` the travel starts where trips end: `from(starts)` gives the times to these starts. */
  readonly travel: (mode: TravelMode, direction?: Direction) => Travel;
  readonly railProfile: RailProfile;
  readonly timetable: Timetable | null;
  readonly span: TripSpan;
  /**
   * How one gets to the stops of a planned line and away from them in a mode: by rail one still drives
   * to its stations, so that is the way of `best`, unless only the time on trains counts.
   */
  readonly accessTo: (mode: TravelMode, direction?: Direction) => Travel;
  /** Roads and trains in one digraph, made when first asked for. */
  readonly rail: () => OpenRail;
}

const MAX_SNAP_M = 15_000;
/** Opens a network for analysis on a day under a speed profile. Rail is compiled when first asked. */
export function openStudy(network: Network, options: StudyOptions = {}): Study {
  const {asOf = null, profile = CHINA_CAR, maxSnapM = MAX_SNAP_M} = options;
  const {railProfile = CHINA_RAIL, timetable = null, span = 'door'} = options;
  const road = compileNetwork(network, {mode: 'road', asOf, profile});
  let madeSnapper: Snapper | undefined;
  /** Made for the first place: opening a network does not wait for it. */
  const snapper: Snapper = {
    snap: (lon, lat, maxM) => {
      madeSnapper ??= makeSnapper(road);
      return madeSnapper.snap(lon, lat, maxM);
    },
  };
  /** Of a point that somebody clicked nothing is kept longer than the point itself. */
  const placed = new WeakMap<Place, StudyPlace>();
  const travels = new Map<string, Travel>();
  const engines = new Map<Weight, EngineStages>();
  const roadStages = (weight: Weight): EngineStages => {
    const {stored} = options;
    const graph = digraphOf(road, weight);
    const kept = () => (stored ? engineFromSections(stored, ROAD_ENGINE[weight], graph) : null);
    const known = engines.get(weight) ?? new EngineStages(() => graph, kept);
    engines.set(weight, known);
    return known;
  };
  let rail: OpenRail | undefined;
  let turnedRoad: CompiledNetwork | undefined;
  const roadIn = (direction: Direction): CompiledNetwork => {
    if (direction === 'from') return road;
    turnedRoad ??= reversedNetwork(road);
    return turnedRoad;
  };
  const railOf = (): OpenRail => {
    rail ??= openRail(road, snapper, railProfile, timetable);
    return rail;
  };
  const travelOf = (mode: TravelMode, direction: Direction): Travel => {
    if (mode === 'road') {
      return roadTravel(roadIn(direction), direction === 'from' ? roadStages('time') : undefined);
    }
    if (mode === 'best') return bestTravel(railOf(), direction);
    return span === 'station'
      ? stationTravel(railOf(), direction)
      : railTravel(railOf(), roadIn(direction), direction);
  };
  const travel = (mode: TravelMode, direction: Direction = 'from'): Travel => {
    const key = `${mode} ${direction}`;
    const known = travels.get(key) ?? rememberTravel(travelOf(mode, direction), road.nodeCount);
    travels.set(key, known);
    return known;
  };
  return {
    network,
    asOf,
    profile,
    maxSnapM,
    road,
    roadIn,
    engine: (weight = 'time') => roadStages(weight).engine(),
    stages: (mode, weight = 'time') => (mode === 'road' ? roadStages(weight) : railOf().stages),
    snapGraph: (mode) =>
      mode === 'road'
        ? {net: road, terminal: (snap) => snapTerminal(road, snap, 'time')}
        : {net: road, terminal: railOf().terminal},
    snapper,
    place: (place) => {
      const known = placed.get(place);
      if (known) return known;
      const made = {...place, snap: snapper.snap(place.lon, place.lat, maxSnapM)};
      placed.set(place, made);
      return made;
    },
    travel,
    accessTo: (mode, direction) =>
      travel(mode === 'rail' && span === 'door' ? 'best' : mode, direction),
    railProfile,
    timetable,
    span,
    rail: railOf,
  };
}
