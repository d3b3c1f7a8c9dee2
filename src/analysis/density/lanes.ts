import type {EdgeTable} from '../../graph/network.ts';
import {inferGrade} from '../../graph/speed/infer-grade.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';

/** Lanes in all of a road of a grade, both directions: the least of JTG B01-2014 (METHODS.md §D.6). */
const LANES_OF_GRADE = [4, 4, 2, 2, 1] as const;

/** The same by class where no grade is known: an assumption. */
const LANES_OF_CLASS: Partial<Record<EdgeClass, number>> = {
  motorway: 4,
  trunk: 2,
  primary: 2,
  secondary: 2,
  tertiary: 2,
};

/** Technical grade 0–4, tagged or inferred; an expressway is grade 0; `null` = no evidence. */
export function gradeOf(edges: EdgeTable, edge: number): number | null {
  const tagged = edges.grade[edge]!;
  if (tagged <= 4) return tagged;
  if (EDGE_CLASSES[edges.class[edge]!] === 'motorway') return 0;
  return inferGrade(edges, edge)?.grade ?? null;
}

/**
 * Lanes of an edge: tagged, else assumed. A carriageway of a pair, or a one-way road, carries half the lanes
 * assumed for the road.
 */
export function lanesOf(
  edges: EdgeTable,
  edge: number,
  pairedShare: number,
): {readonly lanes: number; readonly tagged: boolean} {
  const tagged = edges.lanes[edge]!;
  if (tagged > 0) return {lanes: tagged, tagged: true};
  const grade = gradeOf(edges, edge);
  const road =
    grade === null
      ? (LANES_OF_CLASS[EDGE_CLASSES[edges.class[edge]!]!] ?? 1)
      : LANES_OF_GRADE[grade as 0 | 1 | 2 | 3 | 4];
  const half = edges.oneway[edge] === 1 ? 1 : pairedShare;
  return {lanes: Math.max(1, road * (1 - half / 2)), tagged: false};
}
