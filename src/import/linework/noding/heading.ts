import {cosLat} from './foot.ts';
import {type EndCode, endAt, type Line} from './line.ts';
import {M_PER_E7, type PositionTable} from './position-table.ts';

/** The course of a line at its end is taken over so many metres: single steps may follow a grid. */
const COURSE_M = 60;

/** Unit vector, x east and y north. */
export type Heading = readonly [x: number, y: number];

/** Where a line would go on to from its end; `[0, 0]` for one that comes back to where it began. */
export function heading(lines: readonly Line[], code: EndCode, positions: PositionTable): Heading {
  const {at} = lines[code >> 1]!;
  const end = endAt(lines, code);
  const step = code & 1 ? -1 : 1;
  let i = code & 1 ? at.length - 2 : 1;
  while (at[i + step] !== undefined && positions.distanceM(end, at[i]!) < COURSE_M) i += step;
  const [x, y] = offsetM(at[i]!, end, positions);
  const length = Math.hypot(x, y);
  return length === 0 ? [0, 0] : [x / length, y / length];
}

/** Metres east and north from one position to another. */
export function offsetM(from: number, to: number, positions: PositionTable): Heading {
  const cos = cosLat(positions.latE7(from));
  return [
    (positions.lonE7(to) - positions.lonE7(from)) * cos * M_PER_E7,
    (positions.latE7(to) - positions.latE7(from)) * M_PER_E7,
  ];
}
