import {indexBorders} from '../geo/border-index.ts';
import {greatCircleM} from '../geo/distance.ts';
import type {LonLat} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import {isSearched} from '../graph/compile.ts';
import type {Place} from '../graph/network.ts';
import type {TripPiece} from '../graph/search/trip.ts';
import {edgeSpeed} from '../graph/speed.ts';
import {piecesLengthM, piecesLine} from '../graph/trip-shape.ts';
import type {Answer} from './answer.ts';
import {bendOf} from './bend.ts';
import {settlements} from './circle.ts';
import {NEAR_CLIP_M, tripClipWatch} from './near-clip.ts';
import type {DetourRow, Trip} from './rows.ts';
import type {Study} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';
import {round, viaLegs} from './via.ts';
import {waysFrom} from './ways.ts';

/** Pairs nearer than this have no detour index (METHODS.md §D.1). */
export const MIN_STRAIGHT_M = 5_000;

const DRAWING_TOLERANCE_M = 150;

/**
 * Detours between pairs of places by road: length of the fastest and of the shortest way over the
 * great-circle distance, and the time against the straight line at the speed of the fastest class
 * (METHODS.md §D.1). A pair without a way, or nearer than 5 km, is a row with a reason.
 */
export function detours(
  study: Study,
  pairs: readonly (readonly [Place, Place])[],
): Answer<DetourRow> {
  const referenceKph = fastestClassKph(study);
  const nearClip = tripClipWatch(study);
  const borders = indexBorders(
    study.network.borders.filter((b) => b.level <= 4).map((b) => b.line),
  );
  const origins = new Set(pairs.map(([from]) => from)).size;
  const fastestFrom = waysFrom(study, 'time', origins);
  const shortestFrom = waysFrom(study, 'length', origins);
  const net = study.road;
  const places = settlements(study.network);
  const rows = pairs.map(([fromPlace, toPlace]): DetourRow => {
    const from = study.place(fromPlace);
    const to = study.place(toPlace);
    const straightM = greatCircleM(from.lon, from.lat, to.lon, to.lat);
    const fast = fastestFrom(from)(to);
    const short = shortestFrom(from)(to);
    const line = fast ? piecesLine(net, fast.pieces) : [];
    const tooNear = straightM < MIN_STRAIGHT_M;
    return {
      from: from.name,
      to: to.name,
      straightM: round(straightM),
      fastest: fast ? tripOf(study, fast.pieces, fast.cost, straightM) : null,
      shortest: short
        ? tripOf(study, short.pieces, timeMsOf(study, short.pieces), straightM)
        : null,
      timeDetour:
        fast && !tooNear && referenceKph !== null
          ? fast.cost / ((straightM * 3600) / referenceKph)
          : null,
      crossesBorder: borders.crossingsOfLine(line).length > 0,
      nearClip: nearClip(from, to, fast),
      via: fast ? viaLegs(net, fast.pieces) : [],
      shortestVia: short ? viaLegs(net, short.pieces) : [],
      bend: fast && !tooNear ? bendOf(net, fast.pieces, endsOf(from, to), places) : null,
      geometry: simplifyLine(line, DRAWING_TOLERANCE_M),
      reason: fast ? (tooNear ? 'nearer-than-5-km' : null) : (whyUnreached(from, to) ?? NO_WAY),
    };
  });
  return {
    rows,
    parameters: {referenceKph, minStraightM: MIN_STRAIGHT_M, nearClipM: NEAR_CLIP_M},
    assumptions: [],
    warnings: [],
  };
}

function endsOf(from: Place, to: Place): [LonLat, LonLat] {
  return [
    [from.lon, from.lat],
    [to.lon, to.lat],
  ];
}

/** All unordered pairs of a list, in its order. */
export function allPairs(places: readonly Place[]): (readonly [Place, Place])[] {
  return places.flatMap((from, i) => places.slice(i + 1).map((to) => [from, to] as const));
}

function tripOf(
  study: Study,
  pieces: readonly TripPiece[],
  timeMs: number,
  straightM: number,
): Trip {
  const distanceM = piecesLengthM(study.road, pieces);
  return {
    distanceM: round(distanceM),
    timeS: timeMs / 1000,
    detourIndex: straightM < MIN_STRAIGHT_M ? null : distanceM / straightM,
  };
}

/** Whole milliseconds along pieces at the speeds of the profile. */
function timeMsOf(study: Study, pieces: readonly TripPiece[]): number {
  const {edges} = study.network;
  let sum = 0;
  for (const {edge, fromShare, toShare} of pieces) {
    const {kph} = edgeSpeed(edges, edge, study.profile);
    sum += (edges.lengthM[edge]! * Math.abs(toShare - fromShare) * 3600) / kph;
  }
  return Math.round(sum);
}

const fastest = new WeakMap<Study, Map<'road' | 'rail', number | null>>();

/** Speed of the fastest open road or railway, km/h; `null` for a network without any. Remembered. */
export function fastestClassKph(study: Study, mode: 'road' | 'rail' = 'road'): number | null {
  const known = fastest.get(study) ?? new Map<'road' | 'rail', number | null>();
  fastest.set(study, known);
  const found = known.get(mode) ?? fastestOf(study, mode);
  known.set(mode, found);
  return found;
}

function fastestOf(study: Study, mode: 'road' | 'rail'): number | null {
  const {network} = study;
  const options = {...study.road.options, mode};
  let best: number | null = null;
  for (let e = 0; e < network.edges.count; e++) {
    if (!isSearched(network, e, options)) continue;
    const {kph} = edgeSpeed(network.edges, e, study.profile);
    if (best === null || kph > best) best = kph;
  }
  return best;
}
