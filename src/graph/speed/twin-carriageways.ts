import type {EdgeTable} from '../network.ts';
import {EDGE_CLASSES, type EdgeClass} from '../vocabulary.ts';

/** Carriageways of one road run this near each other at most, metres: assumption. */
export const TWIN_GAP_M = 60;
/** Opposite means this many degrees at least between their courses: assumption. */
const OPPOSITE_DEG = 150;

const TWINNED: readonly EdgeClass[] = ['trunk', 'primary', 'secondary'];
const M_PER_DEG = 111_195;
const CELL_DEG = TWIN_GAP_M / M_PER_DEG;

interface Course {
  readonly edge: number;
  readonly x: number;
  readonly y: number;
  readonly bearingRad: number;
}

/**
 * Whether an edge is one of two carriageways: at the middle of its course, a one-way edge of the same
 * class runs the other way within `TWIN_GAP_M`. The answer for all edges is made once. An edge of
 * fewer than two points between its ends has no course to compare: `false`.
 */
export function makeTwinFinder(edges: EdgeTable): (edge: number) => boolean {
  const cells = new Map<string, Course[]>();
  for (let e = 0; e < edges.count; e++) {
    if (!mayBeTwin(edges, e)) continue;
    for (const course of coursesOf(edges, e)) {
      const key = `${cellOf(course.y)} ${cellOf(course.x)}`;
      const there = cells.get(key);
      if (there) there.push(course);
      else cells.set(key, [course]);
    }
  }
  return (edge) => {
    const own = mayBeTwin(edges, edge) ? middleOf(edges, edge) : undefined;
    if (own === undefined) return false;
    for (const other of near(cells, own)) {
      const sameClass = edges.class[other.edge] === edges.class[edge];
      if (sameClass && other.edge !== edge && isOpposite(own, other)) return true;
    }
    return false;
  };
}

function cellOf(deg: number): number {
  return Math.floor(deg / CELL_DEG);
}

/** What stands in the cells round a point. */
function* near(cells: ReadonlyMap<string, readonly Course[]>, at: Course): Generator<Course> {
  // A cell is narrower than the gap away from the equator: look further sideways.
  const wide = Math.ceil(1 / Math.max(0.1, Math.cos((at.y * Math.PI) / 180)));
  const [row, column] = [cellOf(at.y), cellOf(at.x)];
  for (let r = row - 1; r <= row + 1; r++) {
    for (let c = column - wide; c <= column + wide; c++) yield* cells.get(`${r} ${c}`) ?? [];
  }
}

function middleOf(edges: EdgeTable, edge: number): Course | undefined {
  const courses = [...coursesOf(edges, edge)];
  return courses[Math.floor(courses.length / 2)];
}

function mayBeTwin(edges: EdgeTable, edge: number): boolean {
  return edges.oneway[edge] === 1 && TWINNED.includes(EDGE_CLASSES[edges.class[edge]!]!);
}

/**
 * Points along the course between the inner points with its bearing there: one every half gap at
 * least, so that a neighbour that runs alongside has one close by.
 */
function* coursesOf(edges: EdgeTable, edge: number): Generator<Course> {
  const first = edges.firstPoint[edge]!;
  for (let p = first + 1; p < edges.firstPoint[edge + 1]!; p++) {
    const x0 = edges.pointLonE7[p - 1]! / 1e7;
    const y0 = edges.pointLatE7[p - 1]! / 1e7;
    const dx = edges.pointLonE7[p]! / 1e7 - x0;
    const dy = edges.pointLatE7[p]! / 1e7 - y0;
    const east = dx * Math.cos((y0 * Math.PI) / 180);
    const lengthM = Math.hypot(east, dy) * M_PER_DEG;
    if (lengthM === 0) continue;
    const bearingRad = Math.atan2(east, dy);
    const steps = Math.max(1, Math.ceil(lengthM / (TWIN_GAP_M / 2)));
    for (let i = 0; i < steps; i++) {
      const share = (i + 0.5) / steps;
      yield {edge, x: x0 + dx * share, y: y0 + dy * share, bearingRad};
    }
  }
}

function isOpposite(a: Course, b: Course): boolean {
  const east = (b.x - a.x) * Math.cos((a.y * Math.PI) / 180);
  if (Math.hypot(east, b.y - a.y) * M_PER_DEG > TWIN_GAP_M) return false;
  return Math.cos(a.bearingRad - b.bearingRad) <= Math.cos((OPPOSITE_DEG * Math.PI) / 180);
}
