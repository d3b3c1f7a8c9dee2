import {EDGE_CLASSES, type EdgeClass, FIRST_RAIL_CLASS} from '../../../graph/vocabulary.ts';
import type {PositionTable} from './position-table.ts';

/** What noding must know of a line to decide which others it may meet. */
export interface LineKind {
  readonly class: EdgeClass;
  readonly highspeed: boolean;
  readonly bridge: boolean;
  readonly tunnel: boolean;
}

/** A drawn line as rows of a `PositionTable`: at least two, no two alike in a row. */
export interface Line {
  readonly id: number;
  /** What the line was made of: a row that its maker knows. */
  readonly source: number;
  readonly kind: LineKind;
  readonly at: number[];
}

/** One end of a line: `2 * row` is where it begins, `2 * row + 1` where it stops. */
export type EndCode = number;

export function isRail({class: name}: LineKind): boolean {
  return EDGE_CLASSES.indexOf(name) >= FIRST_RAIL_CLASS;
}

/** Lines of different groups never meet: all roads and ferries are one, each kind of railway one. */
export function groupOf(kind: LineKind): string {
  return isRail(kind) ? kind.class : 'road';
}

/** Same class of road, or of track (fast tracks and others are two). */
export function alike(a: LineKind, b: LineKind): boolean {
  return a.class === b.class && a.highspeed === b.highspeed;
}

export function isMotorway({class: name}: LineKind): boolean {
  return name === 'motorway';
}

/** The position of an end. */
export function endAt(lines: readonly Line[], code: EndCode): number {
  const {at} = lines[code >> 1]!;
  return code & 1 ? at[at.length - 1]! : at[0]!;
}

/** Metres along a line. */
export function lengthOf({at}: Line, positions: PositionTable): number {
  let sumM = 0;
  for (let i = 1; i < at.length; i++) sumM += positions.distanceM(at[i - 1]!, at[i]!);
  return sumM;
}
