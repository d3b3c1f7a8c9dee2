import type {Seed} from '../dijkstra.ts';
import {type Shortcuts, unpackArc} from './arc-store.ts';
import type {Core} from './core.ts';
import {FAR, NONE} from './digraph.ts';
import {RowHeap} from './row-heap.ts';

/** A way is travelled away from the seeds (`out`) or towards them (`in`). */
export type Direction = 'out' | 'in';

/** One node met while climbing from seeds out of the contracted part. */
export interface Label {
  /** Core row, or core count + low row. */
  readonly row: number;
  readonly cost: number;
  readonly along: number;
  /** Position of the label it was reached from, `NONE` at a seed. */
  readonly from: number;
  /** Arc or shortcut between the two, in its own direction; `NONE` at a seed. */
  readonly arc: number;
}

/** The labels of a climb: low ones in the order they were passed, and those in the core. */
export interface Climb {
  readonly low: readonly Label[];
  readonly core: readonly Label[];
}

interface Open {
  row: number;
  cost: number;
  along: number;
  from: number;
  arc: number;
}

/**
 * From seeds anywhere upwards to the core. A low node hangs on at most two others that stand above
 * it, so there is little to pass: some tens of nodes. With a seed in the core itself there is none.
 */
export function climbLow(
  core: Core,
  seeds: readonly Seed[],
  direction: Direction,
  alongOf: (arc: number) => number,
): Climb {
  const coreCount = core.coreNode.length;
  const [cost, arcs] =
    direction === 'out' ? [core.upCost, core.upArc] : [core.downCost, core.downArc];
  const open = new Map<number, Open>();
  const waiting = new RowHeap();
  const reach = (label: Open): void => {
    const known = open.get(label.row);
    if (label.cost >= FAR || (known && !isBetter(label, known))) return;
    open.set(label.row, label);
    if (!known && label.row >= coreCount) waiting.push(label.row);
  };
  for (const seed of seeds) {
    reach({
      row: core.rowOf[seed.node]!,
      cost: seed.cost,
      along: seed.along ?? 0,
      from: NONE,
      arc: NONE,
    });
  }
  const low: Label[] = [];
  while (waiting.length > 0) {
    const row = waiting.pop(); // contracted first of those that wait: nothing to come betters it
    const at = open.get(row)!;
    open.delete(row);
    const from = low.push(at) - 1;
    for (let k = 0; k < 2; k++) {
      const i = 2 * (row - coreCount) + k;
      if (cost[i]! >= FAR) continue;
      const arc = arcs[i]!;
      reach({
        row: core.rowOf[core.end[i]!]!,
        cost: at.cost + cost[i]!,
        along: at.along + alongOf(arc),
        from,
        arc,
      });
    }
  }
  return {low, core: [...open.values()]};
}

/** Of two labels of a node, whether the first is to be taken. */
export function isBetter(
  a: {readonly cost: number; readonly along: number},
  b: {readonly cost: number; readonly along: number},
): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.along < b.along);
}

/** The plain arcs from the seed of a climb to one of its labels, in order of travel. */
export function climbPath(
  shortcuts: Shortcuts,
  climb: Climb,
  label: Label,
  direction: Direction,
): number[] {
  const arcs: number[] = [];
  for (let at = label; at.from !== NONE; at = climb.low[at.from]!) arcs.push(at.arc);
  if (direction === 'out') arcs.reverse();
  const plain: number[] = [];
  for (const arc of arcs) unpackArc(shortcuts, arc, plain);
  return plain;
}
