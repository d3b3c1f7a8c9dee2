import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {TWIN_GAP_M} from '../../graph/speed/twin-carriageways.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import {CARRIAGEWAY_GAP_M, nearestOnLine} from '../dead-ends/carriageways.ts';
import {boxRound, indexEdges, type LineIndex} from '../dead-ends/line-index.ts';

/** Classes that are built with two carriageways. */
const PAIRED: readonly EdgeClass[] = ['motorway', 'trunk', 'primary', 'secondary'];
/** Along an edge its neighbour is looked for this often, metres, and three times at least. */
const SAMPLE_M = 200;
/** Courses that differ by at most this run the same way, by at least 180° less this the opposite way. */
const PARALLEL_DEG = 30;
/** What lies beside a point lies at least this far off its course; less is the road itself, going on. */
const BESIDE_DEG = 45;

/** An edge that runs alongside a point of another as its second carriageway. */
export interface Twin {
  readonly edge: number;
  /** Metres along the twin from its `from` node to beside the point. */
  readonly alongM: number;
  readonly distanceM: number;
}

/** Finds second carriageways among the edges of a choice. */
export interface Pairing {
  /** Share (0–1) of an edge's length that has a twin. */
  readonly share: (edge: number) => number;
  /** Twins beside a point `alongM` metres along an edge, nearest first. */
  readonly twinsAt: (edge: number, alongM: number) => readonly Twin[];
}

/**
 * Pairs dual carriageways: two edges of one class (motorway to secondary, ramps not) that run side by side
 * within 300 m (expressways) or 60 m (others), both one-way and opposite, or both drawn two-way – as data
 * without `oneway` draws an expressway. Judged point by point along the edge, not by end nodes or names.
 *
 * Two others ask other questions and stay. `makeTwinFinder` (graph) asks, of one-way edges alone and at one point,
 * whether a road has grade 1: it must not call a two-way road divided, and the speeds are fitted with it.
 * `oneCorridor` (dead ends) asks of two ways out of one place whether they stay together for two kilometres, whatever
 * their class: there a ramp or a road of another class is a carriageway as well. The distances are one: `TWIN_GAP_M`
 * and `CARRIAGEWAY_GAP_M`.
 */
export function pairCarriageways(network: Network, chosen: (edge: number) => boolean): Pairing {
  const {edges} = network;
  const mayPair = (edge: number): boolean =>
    chosen(edge) && PAIRED.includes(EDGE_CLASSES[edges.class[edge]!]!);
  let lines: LineIndex | undefined;
  const shares = new Map<number, number>();
  // neighbours of one edge are asked at every sample of it
  const drawn = {of: -1, lines: new Map<number, LonLat[]>()};
  const lineBeside = (edge: number, other: number): LonLat[] => {
    if (drawn.of !== edge) {
      drawn.of = edge;
      drawn.lines.clear();
    }
    const line = drawn.lines.get(other) ?? edgeLine(network, other);
    drawn.lines.set(other, line);
    return line;
  };
  const twinsBeside = (edge: number, line: readonly LonLat[], alongM: number): Twin[] => {
    lines ??= indexEdges(network, mayPair);
    const at = pointAlong(line, alongM);
    const course = courseAt(line, alongM);
    const gapM = EDGE_CLASSES[edges.class[edge]!] === 'motorway' ? CARRIAGEWAY_GAP_M : TWIN_GAP_M;
    const twins: Twin[] = [];
    for (const other of lines.inBox(...boxRound(at[0], at[1], gapM))) {
      // What costs nothing to tell first: the edge itself is always there.
      if (other === edge || edges.class[other] !== edges.class[edge]) continue;
      if (edges.oneway[other] !== edges.oneway[edge]) continue;
      const beside = lineBeside(edge, other);
      const near = nearestOnLine(beside, at[0], at[1]);
      if (near.distanceM > gapM) continue;
      if (!runsAlong(course, courseAt(beside, near.alongM), edges.oneway[edge] === 1)) continue;
      const there = pointAlong(beside, near.alongM);
      if (liesBeside(at, course, there, beside, near.alongM)) twins.push({edge: other, ...near});
    }
    return twins.sort((p, q) => p.distanceM - q.distanceM || p.edge - q.edge);
  };
  // corridor graphs of several classes ask at the same forks
  const twins = new Map<string, Twin[]>();
  return {
    twinsAt: (edge, alongM) => {
      if (!mayPair(edge)) return [];
      const key = `${edge} ${alongM}`;
      const known = twins.get(key) ?? twinsBeside(edge, edgeLine(network, edge), alongM);
      twins.set(key, known);
      return known;
    },
    share: (edge) => {
      const known = shares.get(edge);
      if (known !== undefined) return known;
      const line = mayPair(edge) ? edgeLine(network, edge) : [];
      const lengthM = lineLengthM(line);
      const samples = Math.max(3, Math.ceil(lengthM / SAMPLE_M));
      let paired = 0;
      for (let i = 0; line.length > 0 && i < samples; i++) {
        if (twinsBeside(edge, line, ((i + 0.5) / samples) * lengthM).length > 0) paired++;
      }
      shares.set(edge, paired / samples);
      return paired / samples;
    },
  };
}

/** Whether two courses are those of carriageways: opposite; where drawn two-way the same will do. */
function runsAlong(course: number, other: number, oneway: boolean): boolean {
  const turn = bearingGapDeg(course, other);
  return turn >= 180 - PARALLEL_DEG || (!oneway && turn <= PARALLEL_DEG);
}

/** Bearing of a line at a point of it, over the 20 m round it. */
function courseAt(line: readonly LonLat[], alongM: number): number {
  const [a, b] = [pointAlong(line, Math.max(0, alongM - 10)), pointAlong(line, alongM + 10)];
  return bearingDeg(a[0], a[1], b[0], b[1]);
}

/** Beside and not ahead or behind; two lines drawn on the same ground lie beside each other too. */
function liesBeside(
  at: LonLat,
  course: number,
  other: LonLat,
  line: readonly LonLat[],
  alongM: number,
): boolean {
  if (greatCircleM(at[0], at[1], other[0], other[1]) < 1) {
    return alongM > 1 && alongM < lineLengthM(line) - 1;
  }
  const turn = bearingGapDeg(course, bearingDeg(at[0], at[1], other[0], other[1]));
  return turn >= BESIDE_DEG && turn <= 180 - BESIDE_DEG;
}
