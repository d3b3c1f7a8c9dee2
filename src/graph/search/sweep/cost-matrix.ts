import {FAR} from '../core/digraph.ts';
import {type Seed, UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel} from './kernel.ts';
import {planSweep} from './plan.ts';
import {sweepRunner} from './run-sweep.ts';
import {bestKernel} from './wasm-kernel.ts';

export interface CostMatrix {
  readonly sourceCount: number;
  readonly targetCount: number;
  /** `cost[s · targetCount + t]`; `UNREACHED` = no way. */
  readonly cost: Uint32Array;
  /** What lies along the cheapest way (of those, the least); `null` when not asked for. */
  readonly along: Uint32Array | null;
}

export interface MatrixOptions {
  readonly withAlong?: boolean;
  readonly kernel?: SweepKernel;
}

/**
 * Least costs from every source to every target, each a list of seeds (none = cannot be reached).
 * Sweeps run from the fewer of the two.
 */
export function costMatrix(
  engine: SearchEngine,
  sources: readonly (readonly Seed[])[],
  targets: readonly (readonly Seed[])[],
  options: MatrixOptions = {},
): CostMatrix {
  const {withAlong = false, kernel = bestKernel()} = options;
  const turned = targets.length < sources.length;
  const direction = turned ? 'in' : 'out';
  const [starts, ends] = turned ? [targets, sources] : [sources, targets];
  const size = sources.length * targets.length;
  const cost = new Uint32Array(size).fill(UNREACHED);
  const along = withAlong ? new Uint32Array(size) : null;
  const plan = planSweep(engine, ends, {kernel, direction, withAlong});
  const run = sweepRunner(engine, direction);
  const {words} = plan.memory;
  for (let start = 0; start < starts.length; start += LANES) {
    const lanes = Math.min(LANES, starts.length - start);
    run(plan, starts.slice(start, start + lanes));
    for (let lane = 0; lane < lanes; lane++) {
      const s = start + lane;
      const [first, step] = turned ? [s, targets.length] : [s * targets.length, 1];
      for (let t = 0, at = first; t < ends.length; t++, at += step) {
        const place = LANES * plan.targetRow[t]! + lane;
        const found = words[plan.cost + place]!;
        if (found >= FAR) continue;
        cost[at] = found;
        if (along) along[at] = words[plan.along + place]!;
      }
    }
  }
  return {sourceCount: sources.length, targetCount: targets.length, cost, along};
}
