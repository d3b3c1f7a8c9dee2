import type {Direction, Label} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import type {SearchEngine} from '../engine.ts';

/**
 * The whole network as one run of rows for sweeps: the ranks of the core's hierarchy from the top,
 * then the low rows in order of recovery. Every row hangs only on rows before it.
 */
export function rowCount({core}: SearchEngine): number {
  return core.nodeCount;
}

export function rowOfNode({core, hierarchy}: SearchEngine, node: number): number {
  const row = core.rowOf[node]!;
  return row < hierarchy.nodeCount ? hierarchy.rankOf[row]! : row;
}

/** Row of a label of a climb out of the contracted part. */
export function rowOfLabel({hierarchy}: SearchEngine, label: Label): number {
  return label.row < hierarchy.nodeCount ? hierarchy.rankOf[label.row]! : label.row;
}

/**
 * The arcs into a row from above (`out`), or from it upwards seen backwards (`in`), one row at a
 * time: `load` a row, then read `above` (rows), `cost` and `arc` up to the count it gives. `arc` is an
 * entry of the hierarchy or, from `hierarchy.above.length` on, of the low rows.
 */
export class RowArcs {
  readonly above: Uint32Array;
  readonly cost: Uint32Array;
  readonly arc: Uint32Array;
  readonly #engine: SearchEngine;
  readonly #highCost: Uint32Array;
  readonly #lowCost: Uint32Array;

  constructor(engine: SearchEngine, direction: Direction) {
    const {core, hierarchy} = engine;
    const {first, nodeCount} = hierarchy;
    let most = 2;
    for (let row = 0; row < nodeCount; row++) most = Math.max(most, first[row + 1]! - first[row]!);
    this.above = new Uint32Array(most);
    this.cost = new Uint32Array(most);
    this.arc = new Uint32Array(most);
    this.#engine = engine;
    this.#highCost = direction === 'out' ? hierarchy.downCost : hierarchy.upCost;
    this.#lowCost = direction === 'out' ? core.downCost : core.upCost;
  }

  load(row: number): number {
    const {core, hierarchy} = this.#engine;
    const {first, above, nodeCount} = hierarchy;
    let count = 0;
    if (row < nodeCount) {
      for (let i = first[row]!, stop = first[row + 1]!; i < stop; i++) {
        const cost = this.#highCost[i]!;
        if (cost >= FAR) continue;
        this.above[count] = above[i]!;
        this.cost[count] = cost;
        this.arc[count++] = i;
      }
      return count;
    }
    const start = 2 * (row - nodeCount);
    for (let i = start; i < start + 2; i++) {
      const cost = this.#lowCost[i]!;
      if (cost >= FAR) continue;
      const end = core.rowOf[core.end[i]!]!;
      this.above[count] = end < nodeCount ? hierarchy.rankOf[end]! : end;
      this.cost[count] = cost;
      this.arc[count++] = above.length + i;
    }
    return count;
  }
}
