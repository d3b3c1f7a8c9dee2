import type {EdgeTable} from '../network.ts';
import {edgeSpeed} from '../speed.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS} from '../vocabulary.ts';
import {gradeInferrer} from './infer-grade.ts';
import type {SpeedProfile} from './profile.ts';

/**
 * Travel times of many edges in whole milliseconds, those of `edgeTimeMs`: the ladder of speeds is
 * climbed once for each kind of edge, and a country has some hundred kinds.
 */
export function edgeTimer(edges: EdgeTable, profile: SpeedProfile): (edge: number) => number {
  const infers = EDGE_CLASSES.map(
    (name, row) =>
      profile.inferGrades &&
      row < FIRST_RAIL_CLASS &&
      name !== 'ferry' &&
      !profile.givenClasses.includes(name),
  );
  const inferredGrade = gradeInferrer(edges);
  const kphOf = new Map<number, number>();
  let lastKind = -1;
  let kph = 0;
  return (edge) => {
    const durationS = edges.durationS[edge]!;
    if (durationS > 0) return durationS * 1000;
    const tagged = edges.maxspeedKph[edge]!;
    const grade = edges.grade[edge]!;
    const row = edges.class[edge]!;
    const inferred =
      tagged === 0 && grade > 4 && infers[row] ? (inferredGrade(edge)?.grade ?? 0) : 0;
    // All that a speed depends on, in 28 bits: a small number, which costs no memory to look up.
    const grades = (grade > 4 ? 5 : grade) * 8 + inferred;
    const kind = (((tagged << 6) + grades) << 6) + (row << 1) + edges.highspeed[edge]!;
    if (kind !== lastKind) {
      lastKind = kind;
      let known = kphOf.get(kind);
      if (known === undefined) {
        known = edgeSpeed(edges, edge, profile).kph;
        kphOf.set(kind, known);
      }
      kph = known;
    }
    return Math.round((edges.lengthM[edge]! * 3600) / kph);
  };
}
