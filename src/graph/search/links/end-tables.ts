import type {Direction} from '../core/climb-low.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from '../sweep/kernel.ts';
import {planNodeSweeps, type SweepPlan} from '../sweep/plan.ts';
import {sweepRunner} from '../sweep/run-sweep.ts';
import type {Terminal} from './terminal.ts';

/** Costs between places and nodes: `cost[node · stride + place]`, `FAR` = no way. */
export interface EndTable {
  readonly stride: number;
  readonly cost: Uint32Array;
}

/**
 * Costs from every place to every node (`reach`), and from every node to every place (`leave`); a
 * node's costs stand side by side.
 */
export function endTables(
  engine: SearchEngine,
  places: readonly Terminal[],
  nodes: Uint32Array,
  kernel: SweepKernel,
): {readonly reach: EndTable; readonly leave: EndTable} {
  const plans = planNodeSweeps(engine, nodes, {kernel});
  const stride = LANES * Math.ceil(places.length / LANES);
  const tableOf = (direction: Direction): EndTable => {
    const plan = plans[direction];
    const run = sweepRunner(engine, direction);
    const cost = new Uint32Array(stride * nodes.length);
    for (let start = 0; start < places.length; start += LANES) {
      const batch = places.slice(start, start + LANES);
      run(
        plan,
        batch.map((place) => place[direction]),
      );
      copyRows(plan, cost, start, stride);
    }
    return {stride, cost};
  };
  return {reach: tableOf('out'), leave: tableOf('in')};
}

/** Copies the lanes of every target to its place in the table. */
function copyRows(
  {memory, cost, targetRow}: SweepPlan,
  into: Uint32Array,
  start: number,
  stride: number,
): void {
  const {words} = memory;
  for (let n = 0; n < targetRow.length; n++) {
    const from = cost + LANES * targetRow[n]!;
    const to = n * stride + start;
    for (let lane = 0; lane < LANES; lane++) into[to + lane] = words[from + lane]!;
  }
}
