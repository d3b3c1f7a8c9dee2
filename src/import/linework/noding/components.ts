import type {Line} from './line.ts';
import {lengthOf} from './line.ts';
import type {NodedLines} from './meet-at-points.ts';
import type {PositionTable} from './position-table.ts';

/** What hangs together of some noded lines. */
export interface Components {
  readonly count: number;
  readonly totalM: number;
  readonly largestM: number;
  /** Lines outside the largest. */
  readonly apartLines: number;
  /** The longest of the others, with a line of each. */
  readonly others: readonly {readonly lengthM: number; readonly line: number}[];
}

const MAX_OTHERS = 5;

/** Components of the lines that `wanted` names, by length. */
export function componentsOf(
  lines: readonly Line[],
  noded: NodedLines,
  positions: PositionTable,
  wanted: (line: Line) => boolean,
): Components {
  const parent = new Int32Array(noded.nodeCount);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (node: number): number => {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  const rows = lines.flatMap((line, row) => (wanted(line) ? [row] : []));
  for (const row of rows) {
    const nodes = noded.nodes[row]!;
    for (const node of nodes) parent[root(node)] = root(nodes[0]!);
  }
  const sums = new Map<number, {lengthM: number; lines: number; line: number}>();
  for (const row of rows) {
    const key = root(noded.nodes[row]![0]!);
    const sum = sums.get(key) ?? {lengthM: 0, lines: 0, line: row};
    sum.lengthM += lengthOf(lines[row]!, positions);
    sum.lines++;
    sums.set(key, sum);
  }
  const sorted = [...sums.values()].sort((a, b) => b.lengthM - a.lengthM || a.line - b.line);
  const totalM = sorted.reduce((sum, {lengthM}) => sum + lengthM, 0);
  const largest = sorted[0];
  return {
    count: sorted.length,
    totalM,
    largestM: largest?.lengthM ?? 0,
    apartLines: rows.length - (largest?.lines ?? 0),
    others: sorted.slice(1, 1 + MAX_OTHERS).map(({lengthM, line}) => ({lengthM, line})),
  };
}
