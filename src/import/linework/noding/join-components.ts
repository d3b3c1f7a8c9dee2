import {stableId} from '../stable-id.ts';
import {type Foot, footOn} from './foot.ts';
import {type Insertion, insertPoints} from './insert-points.ts';
import type {EndJoint} from './join-ends.ts';
import {groupOf, isMotorway, type Line, type LineKind} from './line.ts';
import {addMeeting, type Meetings, meetAtPoints} from './meet-at-points.ts';
import type {PositionTable} from './position-table.ts';
import {indexSegments, type SegmentIndex} from './segment-index.ts';

/** An end of a line as drawn. */
export interface Tip {
  readonly line: number;
  readonly position: number;
  /** No other line had a point there. */
  readonly open: boolean;
}

/**
 * Joins what still lies apart: where a line of another component passes within the tolerance of a
 * an end, though the end itself met something nearer, a short line of the same kind leads there. Ends
 * that met nothing as drawn come first, then the shortest, and only while the two are still apart (as
 * Kruskal's tree grows). Motorways keep to motorways, other roads to theirs, each kind of railway to
 * itself. `pairs` are lines that will meet otherwise.
 */
export function joinComponents(
  lines: Line[],
  positions: PositionTable,
  tips: readonly Tip[],
  toleranceM: (kind: LineKind) => number,
  pairs: readonly (readonly [number, number])[],
  meetings: Meetings,
): EndJoint[] {
  const parent = components(lines, positions, pairs, meetings);
  const root = (row: number): number => {
    while (parent[row] !== row) {
      parent[row] = parent[parent[row]!]!;
      row = parent[row]!;
    }
    return row;
  };
  const index = indexSegments(lines, positions);
  const candidates = tips
    .flatMap((tip) => {
      const reachM = toleranceM(lines[tip.line]!.kind);
      return reachM > 0 && lines[tip.line]!.at.includes(tip.position)
        ? nearestPerComponent(tip, lines, positions, index, root, reachM)
        : [];
    })
    .sort(
      (p, q) =>
        Number(q.tip.open) - Number(p.tip.open) ||
        p.foot.gapM - q.foot.gapM ||
        positions.compare(p.tip.position, q.tip.position) ||
        positions.compare(p.foot.position, q.foot.position) ||
        p.foot.line - q.foot.line,
    );
  const joints: EndJoint[] = [];
  const insertions = new Map<number, Insertion[]>();
  for (const {tip, foot} of candidates) {
    const [a, b] = [root(tip.line), root(foot.line)];
    if (a === b) continue;
    parent[a] = b;
    const {segment, t, position, gapM, line: target} = foot;
    const list = insertions.get(target);
    if (list) list.push({segment, t, position});
    else insertions.set(target, [{segment, t, position}]);
    joints.push({how: 'second', gapM, position, from: tip.position, line: tip.line, target});
  }
  for (const [line, list] of insertions) insertPoints(lines[line]!, list);
  addLines(joints, lines, positions, meetings);
  return joints;
}

function addLines(
  joints: readonly EndJoint[],
  lines: Line[],
  positions: PositionTable,
  meetings: Meetings,
): void {
  for (const {line, target, from, position} of joints) {
    if (from === position) {
      addMeeting(meetings, position, line, target);
      continue;
    }
    const {id, kind, source} = lines[line]!;
    const at = [from, position];
    const place = at.flatMap((row) => [positions.lonE7(row), positions.latE7(row)]);
    addMeeting(meetings, from, line, lines.length);
    addMeeting(meetings, position, target, lines.length);
    lines.push({id: stableId([id, ...place]), kind, source, at});
  }
}

/** Lines that hang together, by row; a line's parent in a union-find forest. */
function components(
  lines: readonly Line[],
  positions: PositionTable,
  pairs: readonly (readonly [number, number])[],
  meetings: Meetings,
): Int32Array {
  const parent = Int32Array.from(lines, (_, row) => row);
  const root = (row: number): number => {
    while (parent[row] !== row) {
      parent[row] = parent[parent[row]!]!;
      row = parent[row]!;
    }
    return row;
  };
  const {nodes, nodeCount} = meetAtPoints(lines, positions, meetings);
  const first = new Int32Array(nodeCount).fill(-1);
  nodes.forEach((list, row) => {
    for (const node of list) {
      if (first[node] === -1) first[node] = row;
      else parent[root(row)] = root(first[node]!);
    }
  });
  for (const [a, b] of pairs) parent[root(a)] = root(b);
  return parent;
}

function nearestPerComponent(
  tip: Tip,
  lines: readonly Line[],
  positions: PositionTable,
  index: SegmentIndex,
  root: (row: number) => number,
  reachM: number,
): {readonly tip: Tip; readonly foot: Foot}[] {
  const own = root(tip.line);
  const group = groupOf(lines[tip.line]!.kind);
  const fast = isMotorway(lines[tip.line]!.kind);
  const nearest = new Map<number, Foot>();
  for (const s of index.around(tip.position, reachM)) {
    const row = index.line[s]!;
    const component = root(row);
    const {kind} = lines[row]!;
    if (component === own || groupOf(kind) !== group || isMotorway(kind) !== fast) continue;
    const foot = footOn(tip.position, row, index.segment[s]!, lines[row]!.at, positions);
    if (foot.gapM > reachM) continue;
    const known = nearest.get(component);
    const order =
      known === undefined
        ? -1
        : foot.gapM - known.gapM ||
          positions.compare(foot.position, known.position) ||
          row - known.line;
    if (order < 0) nearest.set(component, foot);
  }
  return [...nearest.values()].map((foot) => ({tip, foot}));
}
