import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import type {PlannedLeg, PlannedRoad} from '../../scenario/planned-legs.ts';
import type {ProjectStatus} from '../../scenario/project-schema.ts';
import type {Bench, Candidate} from './judge-tip.ts';

/**
 * How near the straight line between two towns of the registry must pass a tip, and how near to it
 * that line must cross the border, metres. Ours: towns stand for interchanges.
 */
const PLAN_REACH_M = 10_000;
/** How far off the course of a road the far stop of a plan may lie, degrees. Ours. */
const PLAN_FACING_DEG = 60;

/** A link of the registry that goes on from a tip over the border. */
export interface PlannedLink {
  readonly projectId: string;
  readonly name: string;
  readonly status: ProjectStatus;
  readonly lengthM: number;
  /** Stop on the other side. */
  readonly far: LonLat;
}

/** A place where a planned road goes over a border and works have begun on one side only (R1). */
export interface HalfBegunRoad {
  readonly projectId: string;
  readonly name: string;
  readonly nameEn: string;
  /** Crossing of the border. */
  readonly at: LonLat;
  readonly borderLine: number;
  /** Legs that nobody has begun, in order; the crossing is on one of them. */
  readonly missing: readonly PlannedLeg[];
  readonly gapM: number;
  /** The begun leg that the missing ones adjoin. */
  readonly begun: PlannedLeg;
  readonly lookDeg: number;
}

/** The nearest link of the registry, not open yet, that goes on from a tip; `null` for none. */
export function plannedFrom(
  bench: Bench,
  roads: readonly PlannedRoad[],
  {at, approach}: Candidate,
): PlannedLink | null {
  let best: {link: PlannedLink; distanceM: number} | null = null;
  for (const {id, name, legs} of roads) {
    for (const leg of legs) {
      if (leg.status === 'open') continue;
      const {distanceM} = nearestOnLine(leg.line, at[0], at[1]);
      if (distanceM > PLAN_REACH_M || (best !== null && distanceM >= best.distanceM)) continue;
      const crosses = bench.borders
        .crossingsOfLine(leg.line)
        .some(({lon, lat}) => greatCircleM(...at, lon, lat) <= PLAN_REACH_M);
      if (!crosses) continue;
      const off = (stop: LonLat): number =>
        bearingGapDeg(approach.courseDeg, bearingDeg(...at, ...stop));
      const [a, b] = leg.line;
      const far = off(a) < off(b) ? a : b;
      if (off(far) > PLAN_FACING_DEG) continue;
      const {status, lengthM} = leg;
      best = {link: {projectId: id, name, status, lengthM, far}, distanceM};
    }
  }
  return best?.link ?? null;
}

/** Planned roads over a border of which one side is begun and the other not, at most `withinM` long. */
export function halfBegunRoads(
  bench: Bench,
  roads: readonly PlannedRoad[],
  withinM: number,
): HalfBegunRoad[] {
  const found: HalfBegunRoad[] = [];
  for (const {id, name, nameEn, legs} of roads) {
    for (let first = 0; first < legs.length; ) {
      let end = first;
      while (end < legs.length && !isBegun(legs[end]!)) end++;
      const missing = legs.slice(first, end);
      const begun = [legs[first - 1], legs[end]].filter((leg) => leg !== undefined);
      const gapM = missing.reduce((sum, leg) => sum + leg.lengthM, 0);
      if (missing.length > 0 && begun.length > 0 && gapM <= withinM) {
        for (const leg of missing) {
          const [crossing] = bench.borders.crossingsOfLine(leg.line);
          if (crossing === undefined) continue;
          found.push({
            projectId: id,
            name,
            nameEn,
            at: [crossing.lon, crossing.lat],
            borderLine: crossing.line,
            missing,
            gapM,
            begun: begun[0]!,
            lookDeg: bearingDeg(...leg.line[0], ...leg.line[1]),
          });
          break;
        }
      }
      first = Math.max(end, first + 1);
    }
  }
  return found;
}

function isBegun({status}: PlannedLeg): boolean {
  return status === 'open' || status === 'construction';
}
