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

export function nodeOfRow({core, hierarchy}: SearchEngine, row: number): number {
  return row < hierarchy.nodeCount
    ? core.coreNode[hierarchy.nodeAt[row]!]!
    : core.lowNode[row - hierarchy.nodeCount]!;
}

/** Row of a label of a climb out of the contracted part. */
export function rowOfLabel({hierarchy}: SearchEngine, label: Label): number {
  return label.row < hierarchy.nodeCount ? hierarchy.rankOf[label.row]! : label.row;
}

/** A row an arc comes from, in the direction of a sweep. */
export type VisitArc = (above: number, cost: number, arc: number) => void;

/**
 * Calls `visit` for every arc into a row from above (`out`), or from it upwards seen backwards
 * (`in`). `arc` is an entry of the hierarchy or, from `hierarchy.above.length` on, of the low rows.
 */
export function arcsInto(
  engine: SearchEngine,
  direction: Direction,
): (row: number, visit: VisitArc) => void {
  const {core, hierarchy} = engine;
  const {nodeCount, first, above} = hierarchy;
  const [highCost, lowCost] =
    direction === 'out' ? [hierarchy.downCost, core.downCost] : [hierarchy.upCost, core.upCost];
  return (row, visit) => {
    if (row < nodeCount) {
      for (let i = first[row]!, stop = first[row + 1]!; i < stop; i++) {
        if (highCost[i]! < FAR) visit(above[i]!, highCost[i]!, i);
      }
      return;
    }
    const start = 2 * (row - nodeCount);
    for (let i = start; i < start + 2; i++) {
      if (lowCost[i]! < FAR) visit(rowOfNode(engine, core.end[i]!), lowCost[i]!, above.length + i);
    }
  };
}
