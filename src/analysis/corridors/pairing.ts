import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';
import {TWIN_GAP_M} from '../../graph/speed/twin-carriageways.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import {CARRIAGEWAY_GAP_M} from '../dead-ends/carriageways.ts';
import {boxRound, indexEdges, type LineIndex} from '../dead-ends/line-index.ts';
import {Courses} from './courses.ts';

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
  const isPairedClass = EDGE_CLASSES.map((name) => PAIRED.includes(name));
  const mayPair = (edge: number): boolean => isPairedClass[edges.class[edge]!]! && chosen(edge);
  const isAlike = (edge: number, other: number): boolean =>
    other !== edge &&
    edges.class[other] === edges.class[edge] &&
    edges.oneway[other] === edges.oneway[edge];
  let made: {lines: LineIndex; courses: Courses} | undefined;
  const indexed = (): {lines: LineIndex; courses: Courses} => {
    made ??= {lines: indexEdges(network, mayPair), courses: new Courses(network, mayPair)};
    return made;
  };
  /** Hands the twins beside a point of an edge to `found`, in no order, until it returns false. */
  const findTwins = (edge: number, alongM: number, found: (twin: Twin) => boolean): void => {
    const {lines, courses} = indexed();
    const opposite = edges.oneway[edge] === 1;
    const gapM = EDGE_CLASSES[edges.class[edge]!] === 'motorway' ? CARRIAGEWAY_GAP_M : TWIN_GAP_M;
    courses.pointAt(edge, alongM);
    const {lon, lat} = courses;
    let course = Number.NaN;
    // What costs nothing to tell first: the edge itself is always there.
    const others = lines.inBox(...boxRound(lon, lat, gapM)).filter((other) => isAlike(edge, other));
    for (const other of others) {
      courses.nearest(other, lon, lat);
      if (courses.distanceM > gapM) continue;
      const twin = {edge: other, alongM: courses.alongM, distanceM: courses.distanceM};
      if (Number.isNaN(course)) course = courses.courseDeg(edge, alongM);
      if (!runsAlong(course, courses.courseDeg(other, twin.alongM), opposite)) continue;
      if (liesBeside(courses, lon, lat, course, twin) && !found(twin)) return;
    }
  };
  const twinsBeside = (edge: number, alongM: number): Twin[] => {
    const twins: Twin[] = [];
    findTwins(edge, alongM, (twin) => twins.push(twin) > 0);
    return twins.sort((p, q) => p.distanceM - q.distanceM || p.edge - q.edge);
  };
  const isPaired = (edge: number, alongM: number): boolean => {
    let paired = false;
    findTwins(edge, alongM, () => {
      paired = true;
      return false;
    });
    return paired;
  };
  const shareOf = (edge: number): number => {
    const lengthM = indexed().courses.lengthM(edge);
    const samples = Math.max(3, Math.ceil(lengthM / SAMPLE_M));
    let paired = 0;
    for (let i = 0; i < samples; i++) {
      if (isPaired(edge, ((i + 0.5) / samples) * lengthM)) paired++;
    }
    return paired / samples;
  };
  // Corridor graphs of several classes ask for the same edges and at the same forks.
  const shares = new Map<number, number>();
  const twins = new Map<number, Map<number, Twin[]>>();
  return {
    twinsAt: (edge, alongM) => {
      if (!mayPair(edge)) return [];
      const ofEdge = twins.get(edge) ?? new Map<number, Twin[]>();
      twins.set(edge, ofEdge);
      const known = ofEdge.get(alongM) ?? twinsBeside(edge, alongM);
      ofEdge.set(alongM, known);
      return known;
    },
    share: (edge) => {
      if (!mayPair(edge)) return 0;
      const known = shares.get(edge) ?? shareOf(edge);
      shares.set(edge, known);
      return known;
    },
  };
}

/** Whether two courses are those of carriageways: opposite; where drawn two-way the same will do. */
function runsAlong(course: number, other: number, oneway: boolean): boolean {
  const turn = bearingGapDeg(course, other);
  return turn >= 180 - PARALLEL_DEG || (!oneway && turn <= PARALLEL_DEG);
}

/** Beside and not ahead or behind; two lines drawn on the same ground lie beside each other too. */
function liesBeside(
  courses: Courses,
  lon: number,
  lat: number,
  course: number,
  {edge, alongM}: Twin,
): boolean {
  courses.pointAt(edge, alongM);
  if (greatCircleM(lon, lat, courses.lon, courses.lat) < 1) {
    return alongM > 1 && alongM < courses.lengthM(edge) - 1;
  }
  const turn = bearingGapDeg(course, bearingDeg(lon, lat, courses.lon, courses.lat));
  return turn >= BESIDE_DEG && turn <= 180 - BESIDE_DEG;
}
