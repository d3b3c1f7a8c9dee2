import type {BorderHit, BorderIndex} from '../../geo/border-index.ts';
import {bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';
import {type Approach, approachLengthM, approachLine, judgeApproach} from './approach.ts';
import {NEAR_CLIP_M} from './causes.ts';
import {type Continuation, continuationOf, type Layout, nodesAtTip} from './continuation.ts';
import {CONTINUES_WITHIN_M} from './dormant-chain.ts';
import {lookBeside, NEAR_MISS_M} from './near-miss.ts';
import type {Tip} from './tips.ts';

/** A tip that is a finding, with all that was measured on it. */
export interface Candidate {
  readonly tip: Tip;
  readonly border: BorderHit;
  readonly approach: Approach;
  readonly continuation: Continuation;
  /** Lines of the class that end here, those beside the tip included. */
  readonly lines: number;
  /** Metres to the nearest clip node within `NEAR_CLIP_M`, else `null`. */
  readonly clipM: number | null;
}

/** Why a tip is no finding. */
export type Excluded =
  | 'farFromBorder'
  | 'clipExcluded'
  | 'barrierExcluded'
  | 'gapInDrawing'
  | 'alongBorder'
  | 'awayFromBorder';

/** What every tip is judged against. */
export interface Bench {
  readonly network: Network;
  readonly layout: Layout;
  readonly borders: BorderIndex;
  /** `admin_level` of each indexed border line. */
  readonly borderLevel: readonly number[];
  readonly clips: readonly LonLat[];
  readonly bufferM: number;
}

/** Two ends nearer than a near miss whose courses differ by less are one road's carriageways. */
const SAME_COURSE_DEG = 60;

/** Judges one tip: a candidate for the list, or the first reason why it is none. */
export function judgeTip(bench: Bench, tip: Tip): Candidate | Excluded {
  const {network, layout, borders, bufferM} = bench;
  const {lon, lat, flags} = network.nodes;
  const at: LonLat = [lon[tip.node]!, lat[tip.node]!];
  const atTip = nodesAtTip(network, tip);
  const has = (flag: number): boolean => atTip.some((node) => (flags[node]! & flag) !== 0);
  if (has(NODE_FLAG.clip)) return 'clipExcluded';
  const border = borders.nearest(at[0], at[1], bufferM);
  if (border === null) return 'farFromBorder';
  const clipM = nearestM(bench.clips, at);
  // The other carriageway's cut end, metres away, makes this end one of the extract's too.
  if (clipM <= CONTINUES_WITHIN_M) return 'clipExcluded';
  if (has(NODE_FLAG.barrier)) return 'barrierExcluded';
  const beside = lookBeside(network, layout.studied, layout.studiedLines, borders, tip);
  const continuation = continuationOf(network, layout, tip);
  // Where an unopened road goes on, the end is real, whatever passes by.
  if (beside.gapInDrawing && continuation.chain === null) return 'gapInDrawing';

  const line = approachLine(network, layout.studied, tip, approachLengthM(bufferM));
  const level = bench.borderLevel[border.line]!;
  const approach = judgeApproach(
    line,
    borders,
    border.distanceM,
    bufferM,
    (crossed) => bench.borderLevel[crossed]! <= level,
  );
  const leads = approach.verdict === 'crossed' || approach.verdict === 'towards';
  // An unopened road that crosses the border makes its tip a border matter, whatever its course.
  const chainCrosses =
    continuation.chain !== null && borders.crossingsOfLine(continuation.chain.line).length > 0;
  if (!leads && !chainCrosses)
    return approach.verdict === 'away' ? 'awayFromBorder' : 'alongBorder';
  return {
    tip,
    border,
    approach,
    continuation,
    lines: tip.around.exits.length + beside.pairedEdges.length,
    clipM: clipM <= NEAR_CLIP_M ? clipM : null,
  };
}

/** Whether two candidates are ends of the carriageways of one road (or the same candidate). */
export function samePlace(network: Network, a: Candidate, b: Candidate): boolean {
  if (a === b) return true;
  const {lon, lat} = network.nodes;
  const apartM = greatCircleM(
    lon[a.tip.node]!,
    lat[a.tip.node]!,
    lon[b.tip.node]!,
    lat[b.tip.node]!,
  );
  return (
    apartM <= NEAR_MISS_M &&
    bearingGapDeg(a.approach.courseDeg, b.approach.courseDeg) <= SAME_COURSE_DEG
  );
}

/** Whether `a` lies so far west of `b` that they cannot be the same place. */
export function liesWestOf({nodes}: Network, a: Candidate, b: Candidate): boolean {
  const [west, east] = [nodes.lon[a.tip.node]!, nodes.lon[b.tip.node]!];
  const lat = nodes.lat[b.tip.node]!;
  return west < east && greatCircleM(west, lat, east, lat) > 2 * NEAR_MISS_M;
}

/** Positions of the nodes that the extract's edge made. */
export function clipNodes({nodes}: Network): LonLat[] {
  const clips: LonLat[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if ((nodes.flags[node]! & NODE_FLAG.clip) !== 0)
      clips.push([nodes.lon[node]!, nodes.lat[node]!]);
  }
  return clips;
}

function nearestM(points: readonly LonLat[], [lon, lat]: LonLat): number {
  let best = Infinity;
  for (const point of points) best = Math.min(best, greatCircleM(lon, lat, point[0], point[1]));
  return best;
}
