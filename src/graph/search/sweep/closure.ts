import {FAR} from '../core/digraph.ts';
import type {SearchEngine} from '../engine.ts';
import {rowCount} from './rows.ts';

/** The rows that can be met going upwards from some rows, in either direction of travel. */
export interface Closure {
  /** Rows of the network, ascending: numbered on, they stand in the order of a sweep. */
  readonly rows: Uint32Array;
  /** By row of the network: its place in `rows`, −1 = not part. */
  readonly localOf: Int32Array;
  /** Ways up from all of them; in one direction there may be fewer. */
  readonly entries: number;
}

/**
 * The low rows by following them up, the rows of the core in one pass from the lowest; then all are
 * numbered in one pass over the network.
 */
export function closeUpwards(engine: SearchEngine, targets: ArrayLike<number>): Closure {
  const {core, hierarchy} = engine;
  const {first, above, rankOf, nodeCount: highCount} = hierarchy;
  const {end, upCost, downCost, rowOf} = core;
  const count = rowCount(engine);
  const localOf = new Int32Array(count).fill(-1);
  const low = new Uint32Array(count - highCount);
  let lowCount = 0;
  let lowest = -1;
  let entries = 0;
  const keep = (row: number): void => {
    if (localOf[row] !== -1) return;
    localOf[row] = 0;
    if (row >= highCount) low[lowCount++] = row;
    else if (row > lowest) lowest = row;
  };
  for (let i = 0; i < targets.length; i++) keep(targets[i]!);
  for (let i = 0; i < lowCount; i++) {
    const start = 2 * (low[i]! - highCount);
    for (let k = start; k < start + 2; k++) {
      if (upCost[k]! >= FAR && downCost[k]! >= FAR) continue;
      entries++;
      const row = rowOf[end[k]!]!;
      keep(row < highCount ? rankOf[row]! : row);
    }
  }
  let kept = lowCount;
  for (let row = lowest; row >= 0; row--) {
    if (localOf[row] === -1) continue;
    kept++;
    const stop = first[row + 1]!;
    entries += stop - first[row]!;
    for (let i = first[row]!; i < stop; i++) localOf[above[i]!] = 0;
  }
  const rows = new Uint32Array(kept);
  let local = 0;
  for (let row = 0; row < count; row++) {
    if (localOf[row] === -1) continue;
    localOf[row] = local;
    rows[local++] = row;
  }
  return {rows, localOf, entries};
}
