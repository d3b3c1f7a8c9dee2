import type {BorderIndex} from '../../geo/border-index.ts';
import {bearingDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';
import type {Network} from '../../graph/network.ts';
import {cutAfter, walkOn} from './carriageways.ts';
import {type HalfEdges, startOf} from './half-edges.ts';
import {halfEdgeLine} from './surroundings.ts';
import type {Tip} from './tips.ts';

/** How much of the road before a tip is given for the map, metres. */
export const DRAWN_M = 5000;
/**
 * How far back along the road a crossing of the border is looked for, in buffers. Two: a road that
 * winds for one buffer of straight distance may be two long.
 */
const CROSSING_BUFFERS = 2;
/** Over how much of it the course and the trend towards the border are taken, metres. */
export const TREND_M = 2500;
/** A road nears the border when each metre of its course brings it at least this much nearer. */
const CLOSING_SHARE = 0.35;
/** How far to either side of the course the border may lie and still be ahead. */
const AHEAD_DEG = 60;
const RAY_STEP_DEG = 15;
/**
 * Beside a winding border a road may near it little and yet have it straight ahead, so far, metres: then it
 * leads there all the same. Ours.
 */
const STRAIGHT_AHEAD_M = 1000;

/** How the end of a road lies to the border. */
export interface Approach {
  /** The last kilometres, ending at the tip. */
  readonly line: readonly LonLat[];
  /** Course of the last kilometres, degrees clockwise from north. */
  readonly courseDeg: number;
  /** Metres nearer to the border per metre of course, −1 to 1. */
  readonly closingShare: number;
  /** How often the last kilometres cross lines that count. */
  readonly crossings: number;
  /** `crossed`: over the border and ended; `towards`: leads at it; `along`, `away`: no finding. */
  readonly verdict: 'crossed' | 'towards' | 'along' | 'away';
}

/** The last `lengthM` metres of the road that ends at a tip (its first carriageway), ending there. */
export function approachLine(
  network: Network,
  graph: HalfEdges,
  tip: Tip,
  lengthM: number,
): LonLat[] {
  const exit = tip.around.exits[0]!;
  const halves: number[] = [];
  for (let node = startOf(network, exit.half); node !== tip.node; ) {
    const half = tip.around.enteredBy.get(node)!;
    halves.unshift(half);
    node = startOf(network, half);
  }
  const inside = [...halves, exit.half].flatMap((half, i) =>
    halfEdgeLine(network, half).slice(i === 0 ? 0 : 1),
  );
  const beyond = walkOn(
    network,
    graph,
    {half: exit.half, alongM: network.edges.lengthM[exit.half >> 1]!},
    lengthM,
  );
  // The walk on starts with the end of the exit edge, twice.
  return cutAfter([...inside, ...beyond.slice(2)], lengthM).reverse();
}

/** How much of a road `judgeApproach` wants to see, metres. */
export function approachLengthM(bufferM: number): number {
  return Math.max(DRAWN_M, CROSSING_BUFFERS * bufferM);
}

/**
 * Judges how a road leads to the border. `line` is its last `approachLengthM`, ending at the tip,
 * and `distanceM` the tip's distance to the border. Only crossings of lines that `counts` accepts
 * count: near a provincial border the county lines on the way do not.
 */
export function judgeApproach(
  line: readonly LonLat[],
  borders: BorderIndex,
  distanceM: number,
  bufferM: number,
  counts: (borderLine: number) => boolean,
): Approach {
  const tip = line[line.length - 1]!;
  const lengthM = lineLengthM(line);
  const back = pointAlong(line, Math.max(0, lengthM - TREND_M));
  const courseDeg = bearingDeg(back[0], back[1], tip[0], tip[1]);
  const baseM = greatCircleM(back[0], back[1], tip[0], tip[1]);
  const backM = borders.nearest(back[0], back[1], bufferM + 2 * TREND_M)?.distanceM ?? distanceM;
  const closingShare = baseM === 0 ? 0 : Math.max(-1, Math.min(1, (backM - distanceM) / baseM));
  const crossings = borders.crossingsOfLine(line).filter(({line: row}) => counts(row)).length;
  const crossed = crossings % 2 === 1;
  const nears =
    closingShare >= CLOSING_SHARE ||
    (closingShare > 0 && meetsBorder(tip, courseDeg, borders, STRAIGHT_AHEAD_M));
  const verdict = crossed
    ? 'crossed'
    : nears && liesAhead(tip, courseDeg, borders, distanceM, bufferM)
      ? 'towards'
      : closingShare <= -CLOSING_SHARE
        ? 'away'
        : 'along';
  const drawn = cutAfter([...line].reverse(), DRAWN_M).reverse();
  return {line: drawn, courseDeg, closingShare, crossings, verdict};
}

/** A fan of rays ahead of the tip meets the border within the buffer, or the tip stands on it. */
function liesAhead(
  tip: LonLat,
  courseDeg: number,
  borders: BorderIndex,
  distanceM: number,
  bufferM: number,
): boolean {
  if (distanceM < 1) return true;
  for (let turn = -AHEAD_DEG; turn <= AHEAD_DEG; turn += RAY_STEP_DEG) {
    if (meetsBorder(tip, courseDeg + turn, borders, bufferM)) return true;
  }
  return false;
}

/** Whether a straight line of that course meets the border within `metres`. */
function meetsBorder(
  from: LonLat,
  courseDeg: number,
  borders: BorderIndex,
  metres: number,
): boolean {
  const plane = localPlane(from[0], from[1]);
  const course = (courseDeg * Math.PI) / 180;
  const end: LonLat = [plane.lon(metres * Math.sin(course)), plane.lat(metres * Math.cos(course))];
  return borders.crossings(from, end).length > 0;
}
