import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import {type Seed, UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from './kernel.ts';
import {planFullSweep} from './plan.ts';
import {nodeOfRow, rowCount} from './rows.ts';
import {sweepRunner} from './run-sweep.ts';
import {bestKernel} from './wasm-kernel.ts';

/** Costs by node of the whole network for every source; `UNREACHED` = no way. */
export type ManyTrees = (sources: readonly (readonly Seed[])[]) => Uint32Array[];

/**
 * One-to-all (`out`) or all-to-one (`in`) for many sources, 16 in one sweep over the whole network.
 * Its memory, 64 bytes a node and the arcs, is kept: make it when there are many to come. For a
 * single source `oneToAllOnCore` needs less.
 */
export function manyTrees(
  engine: SearchEngine,
  direction: Direction = 'out',
  kernel: SweepKernel = bestKernel(),
): ManyTrees {
  const plan = planFullSweep(engine, {kernel, direction});
  const run = sweepRunner(engine, direction);
  const count = rowCount(engine);
  const node = new Uint32Array(count).map((_, row) => nodeOfRow(engine, row));
  return (sources) => {
    const trees = sources.map(() => new Uint32Array(count));
    for (let start = 0; start < sources.length; start += LANES) {
      const lanes = Math.min(LANES, sources.length - start);
      run(plan, sources.slice(start, start + lanes));
      const {words} = plan.memory;
      for (let lane = 0; lane < lanes; lane++) {
        const tree = trees[start + lane]!;
        for (let row = 0, at = plan.cost + lane; row < count; row++, at += LANES) {
          const cost = words[at]!;
          tree[node[row]!] = cost < FAR ? cost : UNREACHED;
        }
      }
    }
    return trees;
  };
}
