import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import {type Seed, UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from './kernel.ts';
import {planFullSweep, type SweepPlan} from './plan.ts';
import {nodeOfRow, rowCount} from './rows.ts';
import {sweepRunner} from './run-sweep.ts';
import {bestKernel} from './wasm-kernel.ts';

/** Rows copied out at a time: few enough that all 16 lanes of them stay in the cache. */
const BLOCK = 512;

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
      const batch = trees.slice(start, start + lanes);
      for (let row = 0; row < count; row += BLOCK) {
        spread(plan, node, row, Math.min(row + BLOCK, count), batch);
      }
    }
    return trees;
  };
}

/** Copies some rows to the trees they belong to, lane by lane. */
function spread(
  {memory, cost}: SweepPlan,
  node: Uint32Array,
  start: number,
  stop: number,
  trees: readonly Uint32Array[],
): void {
  const {words} = memory;
  for (let lane = 0; lane < trees.length; lane++) {
    const tree = trees[lane]!;
    for (let row = start, at = cost + LANES * start + lane; row < stop; row++, at += LANES) {
      const found = words[at]!;
      tree[node[row]!] = found < FAR ? found : UNREACHED;
    }
  }
}
