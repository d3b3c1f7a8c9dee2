import {crossingPoint} from './crossing-point.ts';
import {type EndCode, endAt, type Line, lengthOf} from './line.ts';
import type {PositionTable} from './position-table.ts';
import type {SegmentIndex} from './segment-index.ts';

/** Where the last stretch of a line crosses the line that its end is to join. */
export interface Overshoot {
  /** Metres from the crossing to the end, along the line. */
  readonly lengthM: number;
  readonly onOwn: {readonly segment: number; readonly t: number};
  readonly onTarget: {readonly segment: number; readonly t: number; readonly position: number};
}

/**
 * The crossing nearest to an end, at most `toleranceM` along its line, with the line `target`; `null`
 * when there is none, or when little more than that stretch would be left.
 */
export function overshootOf(
  code: EndCode,
  lines: readonly Line[],
  target: number,
  positions: PositionTable,
  index: SegmentIndex,
  toleranceM: number,
): Overshoot | null {
  const own = lines[code >> 1]!;
  const {at} = own;
  const {at: other} = lines[target]!;
  const nearby = index
    .around(endAt(lines, code), toleranceM)
    .filter((s) => index.line[s] === target)
    .map((s) => index.segment[s]!)
    .sort((a, b) => a - b);
  const longestM = Math.min(toleranceM, lengthOf(own, positions) / 2);
  let pastM = 0;
  for (let i = 0; i + 1 < at.length && pastM <= longestM; i++) {
    const segment = code & 1 ? at.length - 2 - i : i;
    const [near, far] = code & 1 ? [segment + 1, segment] : [segment, segment + 1];
    const segmentM = positions.distanceM(at[near]!, at[far]!);
    let best: Overshoot | null = null;
    for (const s of nearby) {
      const hit = crossingPoint(positions, at[near]!, at[far]!, other[s]!, other[s + 1]!);
      if (hit === null) continue;
      const lengthM = pastM + hit.t * segmentM;
      if (lengthM > longestM || (best !== null && best.lengthM <= lengthM)) continue;
      best = {
        lengthM,
        onOwn: {segment, t: code & 1 ? 1 - hit.t : hit.t},
        onTarget: {segment: s, t: hit.u, position: positions.row(hit.lonE7, hit.latE7)},
      };
    }
    if (best !== null) return best;
    pastM += segmentM;
  }
  return null;
}
