import type {Direction} from '../core/climb-low.ts';
import type {Seed} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from '../sweep/kernel.ts';
import {planNodeSweep, type SweepPlan} from '../sweep/plan.ts';
import {sweepRunner} from '../sweep/run-sweep.ts';

/** Costs between places and nodes: `cost[node · stride + place]`, `FAR` = no way. */
export interface EndTable {
  readonly stride: number;
  readonly cost: Uint32Array;
}

/**
 * Costs from every place to every node (`out`), or from every node to every place (`in`); a node's
 * costs stand side by side.
 */
export function endTable(
  engine: SearchEngine,
  places: readonly (readonly Seed[])[],
  nodes: Uint32Array,
  direction: Direction,
  kernel: SweepKernel,
): EndTable {
  const plan = planNodeSweep(engine, nodes, {kernel, direction});
  const run = sweepRunner(engine, direction);
  const stride = LANES * Math.ceil(places.length / LANES);
  const cost = new Uint32Array(stride * nodes.length);
  for (let start = 0; start < places.length; start += LANES) {
    run(plan, places.slice(start, start + LANES));
    copyRows(plan, cost, start, stride);
  }
  return {stride, cost};
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
