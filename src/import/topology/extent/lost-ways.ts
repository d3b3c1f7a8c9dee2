import type {LonLat} from '../../../geo/line.ts';
import {indexPoints} from '../../../geo/point-index.ts';
import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';
import {Cells} from './cells.ts';

/** Traces nearer together than this are told once, metres. */
const THINNED_M = 100;

/** Where ways were left out whole. */
export interface LostWays {
  /** Whether a trace lies within some metres of a position. */
  near(lonE7: number, latE7: number, withinM: number): boolean;
  /** The traces, one where several lie close together. */
  readonly traces: readonly LonLat[];
}

export const NO_LOST_WAYS: LostWays = {near: () => false, traces: []};

/**
 * Traces of ways that a tool left out although some of their nodes are here: nodes without any tag
 * that no way uses. (`osmium extract -s simple` leaves out a way whose first node is outside.) With `edge`, only
 * those that lead to the edge of the extract: forgotten nodes lie about in any map, and a way that was
 * left out for its end beyond the edge has nodes all along to there.
 */
export function lostWays(
  ways: RawWays,
  refRows: Int32Array,
  nodes: RawNodes,
  taggedIds: Float64Array,
  edge?: Edge,
): LostWays {
  const used = new Uint8Array(nodes.count);
  const end = ways.firstRef[ways.count]!;
  for (let i = 0; i < end; i++) if (refRows[i]! >= 0) used[refRows[i]!] = 1;
  for (const id of taggedIds) {
    const row = nodes.row(id);
    if (row >= 0) used[row] = 1;
  }
  const unused: number[] = [];
  for (let row = 0; row < nodes.count; row++) if (!used[row]) unused.push(row);
  const rows = edge ? leadingTo(edge, nodes, unused) : unused;
  const at = (row: number): LonLat => [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
  const index = indexPoints(rows.map(at));
  return {
    near: (lonE7, latE7, withinM) => index.around([lonE7 / 1e7, latE7 / 1e7], withinM).length > 0,
    traces: thinned(nodes, rows).map(at),
  };
}

/** The edge of an extract, as far as it is known. */
export interface Edge {
  readonly isAt: (lonE7: number, latE7: number) => boolean;
  /** The longest step from node to node of a way, metres. */
  readonly stepM: number;
}

/** The rows from which one comes to the edge in steps from cell to cell that hold such rows. */
function leadingTo(
  {isAt, stepM}: Edge,
  {lonE7, latE7}: RawNodes,
  rows: readonly number[],
): number[] {
  const reached = new Cells(stepM, latE7[rows[0] ?? 0] ?? 0);
  for (const row of rows) {
    if (isAt(lonE7[row]!, latE7[row]!)) reached.mark(lonE7[row]!, latE7[row]!);
  }
  for (let before = -1; before < reached.count; ) {
    before = reached.count;
    for (const row of rows)
      if (reached.near(lonE7[row]!, latE7[row]!)) reached.mark(lonE7[row]!, latE7[row]!);
  }
  return rows.filter((row) => reached.near(lonE7[row]!, latE7[row]!));
}

/** The first of the rows in each cell. */
function thinned({lonE7, latE7}: RawNodes, rows: readonly number[]): number[] {
  const cells = new Cells(THINNED_M, latE7[rows[0] ?? 0] ?? 0);
  return rows.filter((row) => {
    const before = cells.count;
    cells.mark(lonE7[row]!, latE7[row]!);
    return cells.count > before;
  });
}
