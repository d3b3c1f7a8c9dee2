import {greatCircleM} from '../geo/distance.ts';
import {stationRideMs} from '../graph/service/rail-travel.ts';
import {runningTimeS} from '../graph/service/running-time.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {JoinedProject} from './join-project.ts';
import type {Sentence} from './rows.ts';
import type {Study} from './study.ts';

/** Today's way from end to end takes longer than on the project by more than this: the network lacks it. */
const LACKS_SHARE = 0.5;
/** A stop of an open railway is today's station of its name, else the nearest within this. */
const STATION_NEAR_M = 15_000;

/**
 * A project that is open on the network's day ought to be in the data. Whether it is, is asked of the
 * way between its first and its last stop that join, by road or on trains: where it takes half as long
 * again as on the project, or there is none, the data lack it, and the sentence says so and how to score
 * it all the same. `null` when it is there, or when nothing can be asked.
 */
export function missingThough(study: Study, joined: JoinedProject): Sentence | null {
  const {project} = joined;
  const way = project.mode === 'rail' ? onTrains(study, joined) : onRoads(study, joined);
  if (way === null) return null;
  const {nowMs, projectMs} = way;
  if (nowMs !== null && nowMs <= projectMs * (1 + LACKS_SHARE)) return null;
  const day = study.asOf === null ? '' : dayText(study.asOf);
  const [now, then] = [nowMs === null ? null : minutes(nowMs), minutes(projectMs)];
  return {
    id: 'open-but-not-in-the-data',
    zh: `${project.name}在路网日期${day}已开通，但路网数据中似乎没有它（两端之间现状${now === null ? '不通' : `需 ${now} 分钟`}，按该线只需约 ${then} 分钟）；要作为项目计算，可用 --even-if-open ${project.id}`,
    en: `${project.nameEn} is open on the network's day ${day}, but the data do not seem to hold it (from end to end ${now === null ? 'there is no way' : `${now} min`} today, about ${then} min on it); --even-if-open ${project.id} scores it as a project`,
  };
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

interface Way {
  readonly nowMs: number | null;
  readonly projectMs: number;
}

function onRoads(study: Study, {project, snaps}: JoinedProject): Way | null {
  const [first, last] = ends(snaps);
  if (first === last) return null;
  const times = study.travel('road').from([{snap: snaps[first]!, cost: 0}]);
  const lengthM = between(project.legLengthM, first, last);
  return {nowMs: times.to(snaps[last]!), projectMs: (lengthM * 3600) / project.speedKph};
}

/** Station to station; the project's trains without stops on the way, as the fastest of today's. */
function onTrains(study: Study, joined: JoinedProject): Way | null {
  const stations = joined.project.stops.map((_, row) => stationOf(study, joined, row));
  const [first, last] = ends(stations);
  if (first === last || stations[first] === stations[last]) return null;
  const kph = joined.project.speedKph * study.railProfile.lineSpeedFactor;
  const lengthM = between(joined.project.legLengthM, first, last);
  const projectMs = runningTimeS([{lengthM, kph}], study.railProfile) * 1000;
  return {nowMs: stationRideMs(study.rail(), stations[first]!, stations[last]!), projectMs};
}

/** Rows of the first and the last that are there; twice 0 for none. */
function ends(all: readonly unknown[]): readonly [number, number] {
  const rows = all.flatMap((one, row) => (one === null ? [] : [row]));
  return [rows[0] ?? 0, rows.at(-1) ?? 0];
}

function between(legLengthM: readonly number[], first: number, last: number): number {
  return legLengthM.slice(first, last).reduce((sum, m) => sum + m, 0);
}

function stationOf(study: Study, {project, hubs}: JoinedProject, row: number): number | null {
  if (hubs[row] != null) return hubs[row]!;
  const {lon, lat} = project.stops[row]!;
  let best: {readonly hub: number; readonly m: number} | null = null;
  for (const [hub, at] of study.rail().hubs.entries()) {
    const m = greatCircleM(lon, lat, at.lon, at.lat);
    if (m <= STATION_NEAR_M && (best === null || m < best.m)) best = {hub, m};
  }
  return best?.hub ?? null;
}
