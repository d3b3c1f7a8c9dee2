import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import {type Seed, UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from './kernel.ts';
import {planFullSweep, type SweepPlan} from './plan.ts';
import {rowCount, rowOfNode} from './rows.ts';
import {sweepRunner} from './run-sweep.ts';
import {bestKernel} from './wasm-kernel.ts';

/** Nodes copied out at a time: few enough that their rows, 64 bytes each, stay in the nearest cache. */
const BLOCK = 256;

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
  const rowOf = new Uint32Array(count).map((_, node) => rowOfNode(engine, node));
  return (sources) => {
    const trees = sources.map(() => new Uint32Array(count));
    for (let start = 0; start < sources.length; start += LANES) {
      const lanes = Math.min(LANES, sources.length - start);
      run(plan, sources.slice(start, start + lanes));
      const batch = trees.slice(start, start + lanes);
      for (let node = 0; node < count; node += BLOCK) {
        spread(plan, rowOf, node, Math.min(node + BLOCK, count), batch);
      }
    }
    return trees;
  };
}

/**
 * Copies the costs of some nodes to the trees, lane by lane. In order of nodes: one line of memory is
 * fetched from anywhere for all 16 trees, and every tree is written in order.
 */
function spread(
  {memory, cost}: SweepPlan,
  rowOf: Uint32Array,
  start: number,
  stop: number,
  trees: readonly Uint32Array[],
): void {
  const {words} = memory;
  for (let lane = 0; lane < trees.length; lane++) {
    const tree = trees[lane]!;
    const first = cost + lane;
    for (let node = start; node < stop; node++) {
      const found = words[first + LANES * rowOf[node]!]!;
      tree[node] = found < FAR ? found : UNREACHED;
    }
  }
}
