import {crossingPoint} from './crossing-point.ts';
import {type CrossingRule, crossingRule} from './crossing-rule.ts';
import {groupOf, type Line} from './line.ts';
import type {PositionTable} from './position-table.ts';
import {indexSegments} from './segment-index.ts';

/** Two lines that cross where neither has a point, or only one. */
export interface Crossing {
  readonly rule: Exclude<CrossingRule, 'none'>;
  readonly position: number;
  readonly a: OnLine;
  readonly b: OnLine;
}

export interface OnLine {
  readonly line: number;
  readonly segment: number;
  readonly t: number;
}

/** A crossing nearer than this to a drawn point of a line is at that point. */
const SAME_POINT_M = 1;

/**
 * All crossings of roads that may meet, in the order of the lines. Lines that have a point in common
 * there are left out: whether those meet needs no measuring.
 */
export function findCrossings(lines: readonly Line[], positions: PositionTable): Crossing[] {
  const index = indexSegments(lines, positions, ({kind}) => groupOf(kind) === 'road');
  const found: Crossing[] = [];
  for (let s = 0; s < index.count; s++) {
    const lineA = lines[index.line[s]!]!;
    const a0 = lineA.at[index.segment[s]!]!;
    const a1 = lineA.at[index.segment[s]! + 1]!;
    const others = index.search(
      Math.min(positions.lonE7(a0), positions.lonE7(a1)),
      Math.min(positions.latE7(a0), positions.latE7(a1)),
      Math.max(positions.lonE7(a0), positions.lonE7(a1)),
      Math.max(positions.latE7(a0), positions.latE7(a1)),
    );
    for (const o of others.sort((x, y) => x - y)) {
      if (o <= s || index.line[o] === index.line[s]) continue;
      const lineB = lines[index.line[o]!]!;
      const rule = crossingRule(lineA.kind, lineB.kind);
      if (rule === 'none') continue;
      const b0 = lineB.at[index.segment[o]!]!;
      const b1 = lineB.at[index.segment[o]! + 1]!;
      if (a0 === b0 || a0 === b1 || a1 === b0 || a1 === b1) continue;
      const hit = crossingPoint(positions, a0, a1, b0, b1);
      if (hit === null) continue;
      const here = positions.row(hit.lonE7, hit.latE7);
      const onA = near(here, a0, a1, positions);
      const onB = near(here, b0, b1, positions);
      found.push({
        rule,
        position: onA ?? onB ?? here,
        a: {line: index.line[s]!, segment: index.segment[s]!, t: hit.t},
        b: {line: index.line[o]!, segment: index.segment[o]!, t: hit.u},
      });
    }
  }
  return distinct(found);
}

function near(here: number, a: number, b: number, positions: PositionTable): number | null {
  if (positions.distanceM(here, a) <= SAME_POINT_M) return a;
  return positions.distanceM(here, b) <= SAME_POINT_M ? b : null;
}

/** A crossing at a drawn point is seen from both segments that meet there. */
function distinct(crossings: readonly Crossing[]): Crossing[] {
  const seen = new Set<string>();
  return crossings.filter(({position, a, b}) => {
    const key = `${position} ${a.line} ${b.line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
