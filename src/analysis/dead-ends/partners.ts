import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong, sliceLine} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {indexPoints} from '../../geo/point-index.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {ROAD_RANK} from '../../graph/vocabulary.ts';
import {rankOf} from './edge-roles.ts';
import {comparePlaces} from './half-edges.ts';
import type {Bench, Candidate} from './judge-tip.ts';
import {NEAR_MISS_M} from './near-miss.ts';

/** How far off the course of a road its partner may lie, degrees. Ours. */
const FACING_DEG = 60;
/** Nearer than this the course of a winding road says little: it may turn to its partner. Ours, metres. */
const NEAR_M = 1000;
const NEAR_FACING_DEG = 100;
/**
 * A road that only passes counts as this much farther off than an end that faces: when the two are weighed, and
 * against the longest gap. Ours.
 */
const PASSING_FACTOR = 1.5;
/** Search radii for a road that passes, metres: small first, a box of 20 km may hold a city. */
const RADII_M = [1000, 3000, 8000, 20_000, 100_000];

/** Two points of roads that are as far off as this, metres, are equally far: sums of steps are no better. */
const SAME_M = 0.01;

/** What lies opposite an end: another end, or a point of a road that passes. */
export interface Partner {
  readonly at: LonLat;
  readonly gapM: number;
  /** 0–1: the mean of how straight either road points at the other. */
  readonly alignment: number;
  readonly tip: Candidate | null;
  readonly road: {readonly edge: number; readonly alongM: number} | null;
}

/** Finds the best partner of each candidate within `reachM(candidate)` metres; `null` for none. */
export function findPartners(
  bench: Bench,
  candidates: readonly Candidate[],
  reachM: (candidate: Candidate) => number,
): (Partner | null)[] {
  const tips = indexTips(candidates);
  return candidates.map((candidate) => {
    const withinM = reachM(candidate);
    const tip = best(
      tips(candidate.at, withinM)
        .filter((other) => other !== candidate)
        .map((other) => facingTip(bench, candidate, other, withinM)),
    );
    const road = passingRoad(
      bench,
      candidate,
      Math.min(withinM / PASSING_FACTOR, tip?.gapM ?? Number.POSITIVE_INFINITY),
    );
    // The nearest point of the road that ends there is that end.
    if (tip && road && greatCircleM(...tip.at, ...road.at) <= NEAR_MISS_M) return tip;
    return best([tip, road]);
  });
}

/** The nearer for its alignment; an end that faces before a road that passes. */
function best(partners: readonly (Partner | null)[]): Partner | null {
  const dearness = (p: Partner): number =>
    (p.gapM * (p.tip === null ? PASSING_FACTOR : 1)) / (0.25 + p.alignment);
  return partners.reduce<Partner | null>(
    (least, p) => (p !== null && (least === null || dearness(p) < dearness(least)) ? p : least),
    null,
  );
}

function facingTip(
  bench: Bench,
  own: Candidate,
  other: Candidate,
  withinM: number,
): Partner | null {
  const gapM = greatCircleM(...own.at, ...other.at);
  if (gapM > withinM || gapM === 0) return null;
  const [there, back] = [bearingDeg(...own.at, ...other.at), bearingDeg(...other.at, ...own.at)];
  const ownOff = bearingGapDeg(own.approach.courseDeg, there);
  const otherOff = bearingGapDeg(other.approach.courseDeg, back);
  if (Math.max(ownOff, otherOff) > facingDeg(gapM)) return null;
  const crossings =
    own.approach.crossings + crossingsOn(bench, own, other.at) + other.approach.crossings;
  if (crossings % 2 === 0) return null;
  const alignment = (cosine(ownOff) + cosine(otherOff)) / 2;
  return {at: other.at, gapM, alignment, tip: other, road: null};
}

/**
 * The nearest road of the studied class that lies ahead on the other side; of roads that meet there the highest
 * class. Nobody gets on an expressway where it merely passes: it is opposite to expressways only.
 */
function passingRoad(bench: Bench, own: Candidate, withinM: number): Partner | null {
  for (const radiusM of RADII_M) {
    const found = nearestPassing(bench, own, Math.min(radiusM, withinM));
    if (found !== null || radiusM >= withinM) return found;
  }
  return null;
}

function nearestPassing(bench: Bench, own: Candidate, reachM: number): Partner | null {
  const {network, layout} = bench;
  const onExpressway = rankOf(network, own.tip.around.exits[0]!.half >> 1) === ROAD_RANK.motorway;
  let best: Partner | null = null;
  for (const {edge, alongM, distanceM} of layout.studiedLines.near(...own.at, reachM)) {
    // The rest lies farther off, and so do its points beyond the border.
    if (best !== null && distanceM > best.gapM + SAME_M) break;
    if (distanceM === 0) continue;
    if (!onExpressway && rankOf(network, edge) === ROAD_RANK.motorway) continue;
    const found = pointBeyond(bench, own, edge, alongM, reachM);
    if (found !== null && (best === null || comesFirst(network, found, best))) best = found;
  }
  return best;
}

/** The nearer; of roads that meet at one point the higher class, then by where they lie: never by row. */
function comesFirst(network: Network, a: Partner, b: Partner): boolean {
  if (Math.abs(a.gapM - b.gapM) > SAME_M) return a.gapM < b.gapM;
  const [p, q] = [a.road!.edge, b.road!.edge];
  const {from, to} = network.edges;
  return (
    (rankOf(network, p) - rankOf(network, q) ||
      comparePlaces(network, from[p]!, from[q]!) ||
      comparePlaces(network, to[p]!, to[q]!)) < 0
  );
}

/** The nearest point of a road that lies ahead beyond the border; `null` when none is within reach. */
function pointBeyond(
  bench: Bench,
  own: Candidate,
  edge: number,
  nearestM: number,
  withinM: number,
): Partner | null {
  const line = edgeLine(bench.network, edge);
  // A road over the border is nearest on this side: then its other pieces are looked at too.
  const pieces = piecesOf(bench, line);
  const points = [
    nearestM,
    ...(pieces.length < 2
      ? []
      : pieces.map(({fromM, points: piece}) => fromM + nearestOnLine(piece, ...own.at).alongM)),
  ];
  let best: Partner | null = null;
  for (const alongM of points) {
    const at = pointAlong(line, alongM);
    const gapM = greatCircleM(...own.at, ...at);
    const off = bearingGapDeg(own.approach.courseDeg, bearingDeg(...own.at, ...at));
    if (gapM > withinM || gapM === 0 || off > facingDeg(gapM)) continue;
    if (best !== null && best.gapM <= gapM) continue;
    if ((own.approach.crossings + crossingsOn(bench, own, at)) % 2 === 0) continue;
    best = {at, gapM, alignment: cosine(off), tip: null, road: {edge, alongM}};
  }
  return best;
}

/** A line cut where it crosses borders, with the metres at which each piece begins. */
function piecesOf(
  {borders}: Bench,
  line: readonly LonLat[],
): {readonly fromM: number; readonly points: readonly LonLat[]}[] {
  const cuts = borders
    .crossingsOfLine(line)
    .map(({lon, lat}) => nearestOnLine(line, lon, lat).alongM)
    .sort((a, b) => a - b);
  const totalM = lineLengthM(line);
  if (cuts.length === 0 || totalM === 0) return [{fromM: 0, points: line}];
  const stops = [0, ...cuts, totalM];
  return stops.slice(1).flatMap((toM, i) => {
    // A hair off the border, so that the point is beyond it.
    const fromM = stops[i]! + (i === 0 ? 0 : 1);
    return toM > fromM
      ? [{fromM, points: sliceLine(line, fromM / totalM, Math.min(1, toM / totalM))}]
      : [];
  });
}

function facingDeg(gapM: number): number {
  return gapM <= NEAR_M ? NEAR_FACING_DEG : FACING_DEG;
}

function cosine(deg: number): number {
  return Math.max(0, Math.cos((deg * Math.PI) / 180));
}

/** Crossings of lines of the candidate's level or higher on the straight way to a point. */
function crossingsOn(bench: Bench, own: Candidate, to: LonLat): number {
  const level = bench.borderLines[own.border.line]!.level;
  return bench.borders
    .crossings(own.at, to)
    .filter(({line}) => bench.borderLines[line]!.level <= level).length;
}

function indexTips(candidates: readonly Candidate[]) {
  const index = indexPoints(candidates.map(({at}) => at));
  return (at: LonLat, withinM: number): Candidate[] =>
    index.around(at, withinM).map((row) => candidates[row]!);
}
