import {greatCircleM} from '../geo/distance.ts';
import type {PlannedService} from '../graph/search/what-if.ts';
import {headwayOf, type RailProfile, waitS} from '../graph/service/rail-profile.ts';
import {runningTimeS} from '../graph/service/running-time.ts';
import {stationName} from '../graph/service/timetable-hubs.ts';
import {msOf} from '../graph/service/trains.ts';
import type {Snap} from '../graph/snap.ts';
import type {ResolvedProject} from '../scenario/resolve-project.ts';
import type {ResolvedStop} from '../scenario/resolve-stops.ts';
import type {Sentence, SnappedStop} from './rows.ts';
import type {Study} from './study.ts';

/** A stop farther than this from any road joins nothing. */
export const MAX_STOP_M = 15_000;
/** Speed on the straight way from a stop to the road it joins: an assumption. */
export const CONNECTOR_KPH = 30;
/** A stop is the station of its name within this; where its own position is only roughly known, within the next. */
const SAME_STATION_M = 3_000;
const SAME_STATION_ROUGHLY_M = 15_000;

/** A project on a baseline: which stops join the road network, and at what time of access. */
export interface JoinedProject {
  readonly project: ResolvedProject;
  readonly snaps: readonly (Snap | null)[];
  /** Rows of today's stations that the stops are, of a railway; `null` = a station of its own. */
  readonly hubs: readonly (number | null)[];
  readonly service: PlannedService;
  /** Row of the project's stops by stop of the service: one that is a station of today is there twice. */
  readonly serviceStop: readonly number[];
  readonly snapped: readonly SnappedStop[];
  readonly notes: readonly Sentence[];
}

/**
 * Joins every stop of a project to the nearest road of the baseline's main component, and those of a
 * railway to the station of their name where there is one: trains can be changed there.
 */
export function joinProject(study: Study, project: ResolvedProject): JoinedProject {
  const snaps = project.stops.map((stop) => stopRoad(study, stop));
  const hubs = project.stops.map((stop) =>
    project.mode === 'rail' ? stopStation(study, stop) : null,
  );
  const snapped = project.stops.map((stop, i): SnappedStop => {
    const snap = snaps[i] ?? null;
    return {
      stop: stop.name,
      lon: stop.lon,
      lat: stop.lat,
      snapM: snap && Math.round(snap.distanceM),
      joined: snap !== null || hubs[i] !== null,
      ...(project.mode === 'rail' && {station: stationNameOf(study, hubs[i] ?? null)}),
    };
  });
  const missing = snapped.filter((stop) => !stop.joined).map((stop) => stop.stop);
  const notes: Sentence[] = [...project.notes];
  if (missing.length > 0) {
    notes.push({
      id: 'stop-joins-nothing',
      zh: `${missing.join('、')} ${MAX_STOP_M / 1000} 公里内没有路网，未接入`,
      en: `${missing.join(', ')}: no road within ${MAX_STOP_M / 1000} km, not joined`,
    });
  }
  if (snapped.length - missing.length < 2) {
    notes.push({
      id: 'joins-nothing',
      zh: '接入路网的站点（互通）不足两个，该项目不改变任何出行时间',
      en: 'fewer than two stops join the network: the project changes no trip',
    });
  }
  const made =
    project.mode === 'rail' ? trains(study, project, snaps, hubs) : drive(project, snaps);
  return {project, snaps, hubs, ...made, snapped, notes};
}

type Made = Pick<JoinedProject, 'service' | 'serviceStop'>;

/** The project as a service between its joined stops, in whole milliseconds. */
export function serviceOf(joined: JoinedProject): PlannedService {
  return joined.service;
}

/** The road that a stop joins, `null` when none is near. */
export function stopRoad(study: Study, {lon, lat}: ResolvedStop): Snap | null {
  return study.snapper.snap(lon, lat, MAX_STOP_M);
}

/** Row of today's station that a stop is: the nearest of its name. */
export function stopStation(
  study: Study,
  {name, lon, lat, approximate}: ResolvedStop,
): number | null {
  const wanted = stationName(name);
  const within = approximate ? SAME_STATION_ROUGHLY_M : SAME_STATION_M;
  let best: {row: number; m: number} | null = null;
  study.rail().hubs.forEach((hub, row) => {
    if (stationName(hub.name) !== wanted) return;
    const m = greatCircleM(lon, lat, hub.lon, hub.lat);
    if (m <= within && (best === null || m < best.m)) best = {row, m};
  });
  return (best as {row: number} | null)?.row ?? null;
}

function stationNameOf(study: Study, hub: number | null): string | null {
  return hub === null ? null : study.rail().hubs[hub]!.name;
}

/** A road: from the road at one stop to the road at another. */
function drive(project: ResolvedProject, snaps: readonly (Snap | null)[]): Made {
  const alongM = cumulative(project.legLengthM);
  const served = snaps.flatMap((snap, i) => (snap ? [{snap, i}] : []));
  const accessMs = (snap: Snap): number => (snap.distanceM * 3600) / CONNECTOR_KPH;
  const rideMs = served.map((a) =>
    served.map((b) => {
      if (a === b) return null;
      const metres = Math.abs(alongM[b.i]! - alongM[a.i]!);
      return Math.round(accessMs(a.snap) + (metres * 3600) / project.speedKph + accessMs(b.snap));
    }),
  );
  const service = {stops: served.map(({snap}) => snap), rideMs};
  return {service, serviceStop: served.map(({i}) => i)};
}

/** A place where one gets on a new train and off it: from the street, or from the concourse of a station of today. */
interface Platform {
  readonly at: Snap;
  readonly stop: number;
  readonly inMs: number;
  readonly outMs: number;
}

/**
 * A railway whose trains stop at every stop. A stop that is a station of today is there twice: on the
 * street, and on its concourse for those who change.
 */
function trains(
  study: Study,
  project: ResolvedProject,
  snaps: readonly (Snap | null)[],
  hubs: readonly (number | null)[],
): Made {
  const profile = study.railProfile;
  const dwellMs = msOf(project.dwellS ?? profile.dwellS);
  const runMs = project.legLengthM.map((lengthM) =>
    msOf(runningTimeS([{lengthM, kph: project.speedKph * profile.lineSpeedFactor}], profile)),
  );
  const leftMs = cumulative(runMs.map((ms) => ms + dwellMs));
  const waitMs = msOf(waitS(profile, headwayOf(profile, project.trainsPerDay ?? null)));
  const platforms = project.stops.flatMap((stop, i): Platform[] => {
    const hub = hubs[i] ?? null;
    const off = msOf(profile.alightS);
    const inside: Platform[] =
      hub === null ? [] : [{at: insideHub(stop, hub), stop: i, inMs: waitMs, outMs: off}];
    return [...onStreet(study, profile, stop, snaps[i] ?? null, i, waitMs), ...inside];
  });
  const rideMs = platforms.map((a) =>
    platforms.map((b) => {
      if (a.stop === b.stop) return null;
      return a.inMs + Math.abs(leftMs[b.stop]! - leftMs[a.stop]!) - dwellMs + b.outMs;
    }),
  );
  const service = {stops: platforms.map(({at}) => at), rideMs};
  return {service, serviceStop: platforms.map(({stop}) => stop)};
}

function onStreet(
  study: Study,
  profile: RailProfile,
  stop: ResolvedStop,
  snap: Snap | null,
  i: number,
  waitMs: number,
): Platform[] {
  // Station to station the ride alone counts, from a platform that is on no road.
  if (study.span === 'station') return [{at: onPlatform(stop), stop: i, inMs: 0, outMs: 0}];
  if (snap === null) return [];
  const accessMs = msOf((snap.distanceM * 3.6) / profile.connectorKph);
  return [
    {
      at: snap,
      stop: i,
      inMs: accessMs + msOf(profile.stationS) + waitMs,
      outMs: msOf(profile.alightS) + msOf(profile.leaveS) + accessMs,
    },
  ];
}

function insideHub({lon, lat}: ResolvedStop, hub: number): Snap {
  return {points: [], distanceM: 0, lon, lat, hub};
}

function onPlatform({lon, lat}: ResolvedStop): Snap {
  return {points: [], distanceM: 0, lon, lat};
}

function cumulative(legs: readonly number[]): number[] {
  const at = [0];
  for (const leg of legs) at.push(at[at.length - 1]! + leg);
  return at;
}
