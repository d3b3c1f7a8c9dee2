import {heading} from './heading.ts';
import {type EndCode, endAt, type Line} from './line.ts';
import type {PositionTable} from './position-table.ts';

/** An end from which no line goes on. */
export interface OpenEnd {
  readonly code: EndCode;
  /**
   * Other lines end at the same position, all coming from the same side, as both carriageways of a
   * road do where a file was cut, or where points were rounded to a grid.
   */
  readonly bundled: boolean;
}

/**
 * Ends from which no line of `lines` goes on: no other passes, and what else ends there lies behind
 * (at less than a right angle to the line itself).
 */
export function openEnds(lines: readonly Line[], positions: PositionTable): OpenEnd[] {
  const uses = new Uint8Array(positions.count);
  const passed = new Uint8Array(positions.count);
  for (const {at} of lines) {
    at.forEach((row, i) => {
      uses[row] = Math.min(2, uses[row]! + 1);
      if (i > 0 && i < at.length - 1) passed[row] = 1;
    });
  }
  const shared = new Map<number, EndCode[]>();
  for (let code = 0; code < lines.length * 2; code++) {
    const row = endAt(lines, code);
    if (uses[row] === 1 || passed[row]) continue;
    const list = shared.get(row);
    if (list) list.push(code);
    else shared.set(row, [code]);
  }
  const open: OpenEnd[] = [];
  for (let code = 0; code < lines.length * 2; code++) {
    const row = endAt(lines, code);
    if (passed[row]) continue;
    if (uses[row] === 1) open.push({code, bundled: false});
    else if (!goesOn(code, shared.get(row)!, lines, positions)) open.push({code, bundled: true});
  }
  return open;
}

function goesOn(
  code: EndCode,
  there: readonly EndCode[],
  lines: readonly Line[],
  positions: PositionTable,
): boolean {
  const [x, y] = heading(lines, code, positions);
  return there.some((other) => {
    // Where another line would go on to is where it comes from, turned round.
    const [ox, oy] = heading(lines, other, positions);
    return other !== code && x * -ox + y * -oy >= 0;
  });
}
