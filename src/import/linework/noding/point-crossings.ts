import {crossingRule} from './crossing-rule.ts';
import type {Crossing} from './crossings.ts';
import {groupOf, isMotorway, type Line} from './line.ts';
import type {PositionTable} from './position-table.ts';

/**
 * Places where a motorway and another road both have a drawn point, as linework on a grid has by
 * chance and linework that was noded before has at its interchanges.
 */
export function pointCrossings(lines: readonly Line[], positions: PositionTable): Crossing[] {
  const onMotorway = new Uint8Array(positions.count);
  const uses = new Uint8Array(positions.count);
  for (const {kind, at} of lines) {
    if (groupOf(kind) !== 'road') continue;
    for (const row of at) {
      uses[row] = Math.min(2, uses[row]! + 1);
      if (isMotorway(kind)) onMotorway[row] = 1;
    }
  }
  const there = new Map<number, {line: number; index: number}[]>();
  lines.forEach(({kind, at}, line) => {
    if (groupOf(kind) !== 'road') return;
    at.forEach((row, index) => {
      if (uses[row]! < 2 || !onMotorway[row]) return;
      const list = there.get(row);
      if (list) list.push({line, index});
      else there.set(row, [{line, index}]);
    });
  });
  const found: Crossing[] = [];
  for (const [position, points] of there) {
    points.forEach((p, i) => {
      for (const q of points.slice(i + 1)) {
        const [a, b] = [lines[p.line]!, lines[q.line]!];
        if (p.line === q.line || isMotorway(a.kind) === isMotorway(b.kind)) continue;
        if (crossingRule(a.kind, b.kind) !== 'interchange') continue;
        const on = (line: number, index: number) => ({
          line,
          segment: Math.min(index, lines[line]!.at.length - 2),
          t: 0,
        });
        found.push({
          rule: 'interchange',
          position,
          a: on(p.line, p.index),
          b: on(q.line, q.index),
        });
      }
    });
  }
  return found;
}
