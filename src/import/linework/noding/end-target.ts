import {type Foot, footOn, metresFrom} from './foot.ts';
import {alike, type EndCode, endAt, isMotorway, type Line, lengthOf} from './line.ts';
import type {PositionTable} from './position-table.ts';
import type {SegmentIndex} from './segment-index.ts';

/** What an end is joined to: the end of a line, or a place on one. */
export type EndTarget =
  | {readonly to: 'end'; readonly gapM: number; readonly end: EndCode}
  | (Foot & {readonly to: 'line'});

/** An end up to so many times as far as the nearest line is the better joint: roads go on. */
const END_BONUS = 2;
/** A line shorter than so many tolerances is not closed to a ring. */
const RING_TOLERANCES = 4;

type LineHit = Foot & {readonly to: 'line'};
type EndHit = Extract<EndTarget, {to: 'end'}>;

/**
 * What an open end meets within the tolerance, `null` for nothing. In this order: the nearest end of
 * a line of the same class, the nearest end of any line, the nearest place on a line; an end wins
 * while it is at most twice as far as the nearest line, and an end of the same class also where the
 * nearer line is on another level (one of the two a motorway). A place that is nearer to the other
 * end of the same line is that end's business.
 */
export function endTarget(
  code: EndCode,
  lines: readonly Line[],
  positions: PositionTable,
  index: SegmentIndex,
  toleranceM: number,
): EndTarget | null {
  const own = lines[code >> 1]!;
  const at = endAt(lines, code);
  const otherAt = endAt(lines, code ^ 1);
  const metre = metresFrom(at, positions);
  const metreFromOther = metresFrom(otherAt, positions);
  let same: EndHit | null = null;
  let any: EndHit | null = null;
  let line: LineHit | null = null;
  const meetEnd = (end: EndCode): void => {
    const position = endAt(lines, end);
    const [lon, lat] = [positions.lonE7(position), positions.latE7(position)];
    const gapM = metre(lon, lat);
    if (gapM > toleranceM || gapM > metreFromOther(lon, lat)) return;
    const hit: EndHit = {to: 'end', gapM, end};
    if (nearer(hit, any)) any = hit;
    if (alike(lines[end >> 1]!.kind, own.kind) && nearer(hit, same)) same = hit;
  };
  const nearer = (hit: EndHit, than: EndHit | null): boolean =>
    than === null ||
    hit.gapM < than.gapM ||
    (hit.gapM === than.gapM &&
      (positions.compare(endAt(lines, hit.end), endAt(lines, than.end)) || hit.end - than.end) < 0);

  for (const s of index.around(at, toleranceM)) {
    const row = index.line[s]!;
    if (row === code >> 1) continue;
    const segment = index.segment[s]!;
    const {at: points} = lines[row]!;
    if (segment === 0) meetEnd(2 * row);
    if (segment === points.length - 2) meetEnd(2 * row + 1);
    const hit = footOn(at, row, segment, points, positions);
    if (hit.gapM > toleranceM) continue;
    const [lon, lat] = [positions.lonE7(hit.position), positions.latE7(hit.position)];
    if (hit.gapM > metreFromOther(lon, lat)) continue;
    if (
      line === null ||
      hit.gapM < line.gapM ||
      (hit.gapM === line.gapM &&
        (positions.compare(hit.position, line.position) || row - line.line) < 0)
    ) {
      line = {to: 'line', ...hit};
    }
  }
  if (ringMayClose(own, at, otherAt, positions, toleranceM)) {
    const hit: EndHit = {to: 'end', gapM: positions.distanceM(at, otherAt), end: code ^ 1};
    if (nearer(hit, same)) same = hit;
    if (nearer(hit, any)) any = hit;
  }
  return choose(own, lines, same, any, line);
}

function choose(
  own: Line,
  lines: readonly Line[],
  same: EndHit | null,
  any: EndHit | null,
  line: LineHit | null,
): EndTarget | null {
  if (line === null) return same ?? any;
  if (same !== null) {
    const apart = isMotorway(own.kind) !== isMotorway(lines[line.line]!.kind);
    if (apart || same.gapM <= END_BONUS * line.gapM) return same;
  }
  if (any !== null && any.gapM <= END_BONUS * line.gapM) return any;
  return line;
}

function ringMayClose(
  own: Line,
  at: number,
  otherAt: number,
  positions: PositionTable,
  toleranceM: number,
): boolean {
  return (
    positions.distanceM(at, otherAt) <= toleranceM &&
    lengthOf(own, positions) >= RING_TOLERANCES * toleranceM
  );
}
