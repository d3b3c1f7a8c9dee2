import {climbLow, type Direction} from '../core/climb-low.ts';
import {FAR, NONE} from '../core/digraph.ts';
import type {Seed} from '../dijkstra.ts';
import {alongOf, type SearchEngine} from '../engine.ts';
import {UpwardSearch} from '../hierarchy/upward-search.ts';
import {LANES} from './kernel.ts';
import type {SweepPlan} from './plan.ts';
import {rowOfLabel} from './rows.ts';

/** Runs a plan for up to `LANES` sources; their costs then stand in its memory, one source a lane. */
export type RunSweep = (plan: SweepPlan, sources: readonly (readonly Seed[])[]) => void;

/** Sweeps in one direction; the scratch memory of the searches upwards is kept. */
export function sweepRunner(engine: SearchEngine, direction: Direction): RunSweep {
  const upward = new UpwardSearch(engine.hierarchy, direction);
  const along = alongOf(engine);
  return (plan, sources) => {
    const {words} = plan.memory;
    const withAlong = plan.along !== 0;
    words.fill(FAR, plan.cost, plan.cost + LANES * plan.count);
    const put = (row: number, lane: number, cost: number, along: number): void => {
      const local = plan.localOf[row]!;
      if (local < 0) return;
      words[plan.cost + LANES * local + lane] = cost;
      if (withAlong) words[plan.along + LANES * local + lane] = along;
    };
    sources.forEach((seeds, lane) => {
      const climb = climbLow(engine.core, seeds, direction, along);
      upward.begin();
      for (const label of climb.low) put(label.row, lane, label.cost, label.along);
      for (const label of climb.core) {
        upward.reach(rowOfLabel(engine, label), label.cost, label.along);
      }
      while (upward.least < FAR) {
        const rank = upward.settle();
        if (rank !== NONE) put(rank, lane, upward.cost[rank]!, upward.along[rank]!);
      }
    });
    const {memory, count, first, arcs, arcAlong, cost} = plan;
    if (withAlong) memory.sweepAlong(count, first, arcs, arcAlong, cost, plan.along);
    else memory.sweep(count, first, arcs, cost);
  };
}
