import {BestTarget, type EndTarget} from './best-target.ts';
import {footOn, metresFrom} from './foot.ts';
import {heading, offsetM} from './heading.ts';
import {type EndCode, endAt, type Line, lengthOf} from './line.ts';
import type {OpenEnd} from './open-ends.ts';
import type {PositionTable} from './position-table.ts';
import type {SegmentIndex} from './segment-index.ts';

/** A line shorter than so many tolerances is not closed to a ring. */
const RING_TOLERANCES = 4;
/** What lies within 75° of where a line heads is ahead of it. */
const AHEAD_COS = Math.cos((75 * Math.PI) / 180);
/** The direction of a gap shorter than this says nothing. */
const NO_DIRECTION_M = 2;

/**
 * What an open end meets within the tolerance, `null` for nothing: the best of what lies ahead of it
 * (see `BestTarget`), else the best of all. So a carriageway goes on across a gap and does not turn to
 * the other one beside it. An end that lies in a bundle looks ahead only. A place that is nearer to
 * the other end of the same line is that end's business.
 */
export function endTarget(
  {code, bundled}: OpenEnd,
  lines: readonly Line[],
  positions: PositionTable,
  index: SegmentIndex,
  toleranceM: number,
): EndTarget | null {
  const own = lines[code >> 1]!;
  const at = endAt(lines, code);
  const otherAt = endAt(lines, code ^ 1);
  const [hx, hy] = heading(lines, code, positions);
  const isAhead = (position: number, gapM: number): boolean => {
    const [x, y] = offsetM(at, position, positions);
    return gapM <= NO_DIRECTION_M || x * hx + y * hy >= AHEAD_COS * gapM;
  };
  const gapTo = gapMeter(at, otherAt, positions, toleranceM);
  const ahead = new BestTarget(own, lines, positions);
  const around = new BestTarget(own, lines, positions);

  const meetEnd = (end: EndCode, gapM: number): void => {
    around.meetEnd({to: 'end', gapM, end});
    if (isAhead(endAt(lines, end), gapM)) ahead.meetEnd({to: 'end', gapM, end});
  };
  for (const s of index.around(at, toleranceM)) {
    const row = index.line[s]!;
    const {at: points} = lines[row]!;
    // The lines of its own bundle lie behind it.
    if (row === code >> 1 || points[0] === at || points[points.length - 1] === at) continue;
    const segment = index.segment[s]!;
    for (const end of endsOf(row, segment, points.length)) {
      const gapM = gapTo(endAt(lines, end));
      if (gapM !== null) meetEnd(end, gapM);
    }
    const foot = footOn(at, row, segment, points, positions);
    if (gapTo(foot.position) === null) continue;
    around.meetLine(foot);
    if (isAhead(foot.position, foot.gapM)) ahead.meetLine(foot);
  }
  if (ringMayClose(own, at, otherAt, positions, toleranceM)) {
    meetEnd(code ^ 1, positions.distanceM(at, otherAt));
  }
  return ahead.choose() ?? (bundled ? null : around.choose());
}

/** Metres to a position, `null` when it is too far or nearer to the other end of the line. */
function gapMeter(
  at: number,
  otherAt: number,
  positions: PositionTable,
  toleranceM: number,
): (position: number) => number | null {
  const metre = metresFrom(at, positions);
  const metreFromOther = metresFrom(otherAt, positions);
  return (position) => {
    const [lon, lat] = [positions.lonE7(position), positions.latE7(position)];
    const gapM = metre(lon, lat);
    return gapM <= toleranceM && gapM <= metreFromOther(lon, lat) ? gapM : null;
  };
}

/** The ends of a line that a segment of it holds. */
function endsOf(row: number, segment: number, points: number): EndCode[] {
  const ends: EndCode[] = [];
  if (segment === 0) ends.push(2 * row);
  if (segment === points - 2) ends.push(2 * row + 1);
  return ends;
}

function ringMayClose(
  own: Line,
  at: number,
  otherAt: number,
  positions: PositionTable,
  toleranceM: number,
): boolean {
  return (
    at !== otherAt &&
    positions.distanceM(at, otherAt) <= toleranceM &&
    lengthOf(own, positions) >= RING_TOLERANCES * toleranceM
  );
}
