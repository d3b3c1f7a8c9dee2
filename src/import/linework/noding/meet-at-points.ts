import {layerOf} from './crossing-rule.ts';
import {groupOf, type Line} from './line.ts';
import type {PositionTable} from './position-table.ts';

/** Nodes of noded lines: several may be at one position, where lines pass without meeting. */
export interface NodedLines {
  readonly nodeCount: number;
  /** Position of each node. */
  readonly position: Uint32Array;
  /** Smallest id of a line that passes, to tell nodes of one position apart. */
  readonly lineId: Float64Array;
  /** 0 for the first node of a position (by `lineId`), 1 … for others. */
  readonly rank: Uint32Array;
  /** Node of each point of each line, parallel to `line.at`. */
  readonly nodes: readonly Uint32Array[];
}

/** Pairs of lines that meet at a position in any case. */
export type Meetings = Map<number, (readonly [number, number])[]>;

export function addMeeting(meetings: Meetings, position: number, a: number, b: number): void {
  const list = meetings.get(position);
  if (list) list.push([a, b]);
  else meetings.set(position, [[a, b]]);
}

interface Occurrence {
  readonly line: number;
  readonly index: number;
  readonly end: boolean;
}

/**
 * Makes one node of all points that meet. Ends meet; lines that pass meet others of the same layer;
 * an end meets lines that pass in its layer, and, where it is the only end, all that pass. What is
 * in `meetings` meets in any case.
 */
export function meetAtPoints(
  lines: readonly Line[],
  positions: PositionTable,
  meetings: Meetings,
): NodedLines {
  const shared = sharedPositions(lines, positions);
  const nodes = lines.map(({at}) => new Uint32Array(at.length));
  const position: number[] = [];
  const lineId: number[] = [];
  const rank: number[] = [];
  const make = (at: number, id: number, nth: number): number => {
    position.push(at);
    lineId.push(id);
    rank.push(nth);
    return position.length - 1;
  };
  lines.forEach(({at, id}, line) => {
    at.forEach((row, index) => {
      if (!shared.has(row)) nodes[line]![index] = make(row, id, 0);
    });
  });
  for (const [row, occurrences] of shared) {
    const parts = split(occurrences, lines, meetings.get(row) ?? []);
    const ids = parts.map((part) => Math.min(...part.map(({line}) => lines[line]!.id)));
    const order = parts.map((_, i) => i).sort((a, b) => ids[a]! - ids[b]!);
    order.forEach((part, nth) => {
      const node = make(row, ids[part]!, nth);
      for (const {line, index} of parts[part]!) nodes[line]![index] = node;
    });
  }
  return {
    nodeCount: position.length,
    position: Uint32Array.from(position),
    lineId: Float64Array.from(lineId),
    rank: Uint32Array.from(rank),
    nodes,
  };
}

/** Positions with more than one point of a line, in order, with all points there. */
function sharedPositions(
  lines: readonly Line[],
  positions: PositionTable,
): Map<number, Occurrence[]> {
  const uses = new Uint8Array(positions.count);
  for (const {at} of lines) for (const row of at) uses[row] = Math.min(2, uses[row]! + 1);
  const shared = new Map<number, Occurrence[]>();
  lines.forEach(({at}, line) => {
    at.forEach((row, index) => {
      if (uses[row]! < 2) return;
      const occurrence = {line, index, end: index === 0 || index === at.length - 1};
      const list = shared.get(row);
      if (list) list.push(occurrence);
      else shared.set(row, [occurrence]);
    });
  });
  return shared;
}

function split(
  occurrences: readonly Occurrence[],
  lines: readonly Line[],
  forced: readonly (readonly [number, number])[],
): Occurrence[][] {
  const parent = occurrences.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i]!;
    return i;
  };
  const join = (i: number, j: number): void => {
    parent[root(i)] = root(j);
  };
  const firsts = new Map<string, number>();
  const meet = (key: string, i: number): void => {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, i);
    else join(first, i);
  };
  const endCount = new Map<string, number>();
  occurrences.forEach(({line, end}, i) => {
    const group = groupOf(lines[line]!.kind);
    if (!end) return;
    endCount.set(group, (endCount.get(group) ?? 0) + 1);
    meet(`${group} end`, i);
  });
  occurrences.forEach(({line, end}, i) => {
    const {kind} = lines[line]!;
    const group = groupOf(kind);
    const layer = layerOf(kind);
    if (layer !== null) meet(`${group} ${layer}`, i);
    if (!end && endCount.get(group) === 1) meet(`${group} end`, i);
  });
  const byLine = new Map(occurrences.map(({line}, i) => [line, i]));
  for (const [a, b] of forced) {
    const [i, j] = [byLine.get(a), byLine.get(b)];
    if (i !== undefined && j !== undefined) join(i, j);
  }
  const parts = new Map<number, Occurrence[]>();
  occurrences.forEach((occurrence, i) => {
    const list = parts.get(root(i));
    if (list) list.push(occurrence);
    else parts.set(root(i), [occurrence]);
  });
  return [...parts.values()];
}
