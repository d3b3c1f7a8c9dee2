import {RAIL_ASSUMPTIONS} from '../graph/search/travel.ts';
import type {PlannedService} from '../graph/search/what-if.ts';
import type {Snap} from '../graph/snap.ts';
import type {ResolvedProject} from '../scenario/resolve-project.ts';
import type {Sentence, SnappedStop} from './rows.ts';
import type {Study} from './study.ts';

/** A stop farther than this from any road joins nothing. */
export const MAX_STOP_M = 15_000;
/** Speed on the straight way from a stop to the road it joins: an assumption. */
export const CONNECTOR_KPH = 30;

/** A project on a baseline: which stops join the road network, and at what time of access. */
export interface JoinedProject {
  readonly project: ResolvedProject;
  readonly snaps: readonly (Snap | null)[];
  readonly snapped: readonly SnappedStop[];
  readonly notes: readonly Sentence[];
}

/** Joins every stop of a project to the nearest road of the baseline's main component. */
export function joinProject(study: Study, project: ResolvedProject): JoinedProject {
  const snaps = project.stops.map((stop) => study.snapper.snap(stop.lon, stop.lat, MAX_STOP_M));
  const snapped = project.stops.map((stop, i): SnappedStop => {
    const snap = snaps[i] ?? null;
    return {
      stop: stop.name,
      lon: stop.lon,
      lat: stop.lat,
      snapM: snap && Math.round(snap.distanceM),
      joined: snap !== null,
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
  return {project, snaps, snapped, notes};
}

/** The project as a service between its joined stops, in whole milliseconds. */
export function serviceOf(joined: JoinedProject): PlannedService {
  const {project, snaps} = joined;
  const {stationS, waitS, egressS, accelerationLossS} = RAIL_ASSUMPTIONS;
  const rail = project.mode === 'rail';
  const boardMs = rail ? (stationS + waitS + accelerationLossS) * 1000 : 0;
  const alightMs = rail ? egressS * 1000 : 0;
  const alongM = cumulative(project.legLengthM);
  const served = snaps.flatMap((snap, i) => (snap ? [{snap, i}] : []));
  const accessMs = (snap: Snap): number => (snap.distanceM * 3600) / CONNECTOR_KPH;
  const rideMs = served.map((a) =>
    served.map((b) => {
      if (a === b) return null;
      const metres = Math.abs(alongM[b.i]! - alongM[a.i]!);
      const runMs = (metres * 3600) / project.speedKph;
      return Math.round(accessMs(a.snap) + boardMs + runMs + alightMs + accessMs(b.snap));
    }),
  );
  return {stops: served.map(({snap}) => snap), rideMs};
}

function cumulative(legs: readonly number[]): number[] {
  const at = [0];
  for (const leg of legs) at.push(at[at.length - 1]! + leg);
  return at;
}
