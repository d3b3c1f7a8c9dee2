import type {EndTarget} from './best-target.ts';
import {endTarget} from './end-target.ts';
import {type Insertion, insertPoints} from './insert-points.ts';
import {type EndCode, endAt, type Line} from './line.ts';
import {openEnds} from './open-ends.ts';
import {type Overshoot, overshootOf} from './overshoot.ts';
import type {PositionTable} from './position-table.ts';
import {indexSegments, type SegmentIndex} from './segment-index.ts';

/** A joint that had to be made; `gapM` is what was added to a line (or, overshooting, cut off it). */
export interface EndJoint {
  readonly how: 'end-end' | 'end-line' | 'overshoot' | 'second';
  readonly gapM: number;
  /** Position where the lines meet now, and where the end was drawn. */
  readonly position: number;
  readonly from: number;
  readonly line: number;
  /** Row of the line that it meets. */
  readonly target: number;
}

/** A new piece of line can come near an end that was alone before; each round closes some ends. */
const MAX_ROUNDS = 12;

/**
 * Joins the open ends (those from which no line goes on) of lines of one group. No drawn point
 * moves: the line is led on, straight, to what it joins, which gets a point there; an end that
 * overshoots the line it joins is cut back to where they cross. Lines change in place. The outcome
 * does not depend on the order of the lines, as each end is judged on the lines as drawn.
 */
export function joinEnds(
  lines: readonly Line[],
  positions: PositionTable,
  toleranceM: number,
): EndJoint[] {
  const joints: EndJoint[] = [];
  if (toleranceM <= 0) return joints;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = openEnds(lines, positions);
    const index = indexSegments(lines, positions);
    const targets = new Map<EndCode, EndTarget>();
    for (const end of open) {
      const target = endTarget(end, lines, positions, index, toleranceM);
      if (target) targets.set(end.code, target);
    }
    if (targets.size === 0) break;
    for (const joint of applyTargets(targets, lines, positions, index, toleranceM)) {
      joints.push(joint);
    }
  }
  return joints;
}

function applyTargets(
  targets: ReadonlyMap<EndCode, EndTarget>,
  lines: readonly Line[],
  positions: PositionTable,
  index: SegmentIndex,
  toleranceM: number,
): EndJoint[] {
  const joints: EndJoint[] = [];
  const cuts = overshoots(targets, lines, positions, index, toleranceM);
  const insertions = new Map<number, Insertion[]>();
  const additions: [code: EndCode, position: number][] = [];
  const done = new Set<string>();
  for (const [code, target] of targets) {
    const from = endAt(lines, code);
    const line = code >> 1;
    // The ends of a bundle are led on once: the others come with it.
    const way = target.to === 'end' ? endAt(lines, target.end) : target.position;
    const key = from < way ? `${from} ${way}` : `${way} ${from}`;
    if (from !== way && done.has(key)) continue;
    done.add(key);
    const joint = jointOf(target, cuts.get(code), lines);
    joints.push({...joint, from, line});
    if (target.to === 'line') {
      const {segment, t, position} = cuts.get(code)?.onTarget ?? target;
      addTo(insertions, target.line, {segment, t, position});
    }
    if (joint.how !== 'overshoot') additions.push([code, joint.position]);
  }
  for (const [code, {onOwn, onTarget}] of cuts) {
    addTo(insertions, code >> 1, {...onOwn, position: onTarget.position});
  }
  for (const [line, list] of insertions) insertPoints(lines[line]!, list);
  for (const [code, cut] of cuts) dropTail(lines[code >> 1]!, code, cut.onTarget.position);
  for (const [code, position] of additions) {
    const {at} = lines[code >> 1]!;
    if (endAt(lines, code) === position) continue;
    if (code & 1) at.push(position);
    else at.unshift(position);
  }
  return joints;
}

function addTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** What becomes of an end: it is led on to another or to a line, or cut back to the line that it crosses. */
function jointOf(
  target: EndTarget,
  cut: Overshoot | undefined,
  lines: readonly Line[],
): Pick<EndJoint, 'how' | 'gapM' | 'position' | 'target'> {
  const {gapM} = target;
  if (target.to === 'end') {
    return {how: 'end-end', gapM, position: endAt(lines, target.end), target: target.end >> 1};
  }
  if (cut === undefined) {
    return {how: 'end-line', gapM, position: target.position, target: target.line};
  }
  return {
    how: 'overshoot',
    gapM: cut.lengthM,
    position: cut.onTarget.position,
    target: target.line,
  };
}

/** Takes away what lies beyond `position`, seen from the other end. */
function dropTail({at}: Line, code: EndCode, position: number): void {
  if (code & 1) at.length = at.lastIndexOf(position) + 1;
  else at.splice(0, at.indexOf(position));
}

/** The ends that are cut back; never one that another end was led to, or beyond such a place. */
function overshoots(
  targets: ReadonlyMap<EndCode, EndTarget>,
  lines: readonly Line[],
  positions: PositionTable,
  index: SegmentIndex,
  toleranceM: number,
): Map<EndCode, Overshoot> {
  const wantedEnds = new Set<EndCode>();
  const wantedSegments = new Map<number, number[]>();
  for (const target of targets.values()) {
    if (target.to === 'end') wantedEnds.add(target.end);
    else addTo(wantedSegments, target.line, target.segment);
  }
  const cuts = new Map<EndCode, Overshoot>();
  for (const [code, target] of targets) {
    if (target.to !== 'line' || wantedEnds.has(code)) continue;
    // Cutting both ends of one line could leave nothing of it.
    if (cuts.has(code ^ 1)) continue;
    const cut = overshootOf(code, lines, target.line, positions, index, toleranceM);
    if (cut === null) continue;
    const {segment} = cut.onOwn;
    const inUse = (wantedSegments.get(code >> 1) ?? []).some((s) =>
      code & 1 ? s >= segment : s <= segment,
    );
    if (!inUse) cuts.set(code, cut);
  }
  return cuts;
}
