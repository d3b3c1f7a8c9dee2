import {type Seed, UNREACHED} from '../dijkstra.ts';
import {BucketSearch} from './bucket-queue.ts';
import {climbLow, type Direction} from './climb-low.ts';
import type {Core} from './core.ts';
import {FAR} from './digraph.ts';
import {markUnreached, recoverLow} from './recover.ts';

export interface OneToAllOptions {
  /** `out`: from the seeds to all nodes (default); `in`: from all nodes to the seeds. */
  readonly direction?: Direction;
  /** Nodes beyond this cost stay unreached. */
  readonly maxCost?: number;
}

/** Costs by node of the whole graph from (or to) the nearest seed; `UNREACHED` = none. */
export type OneToAll = (seeds: readonly Seed[], options?: OneToAllOptions) => Uint32Array;

/**
 * One-to-all over the core by bucket queue, then recovery of the contracted nodes. Keeps its queues
 * for the next search. Costs are those of Dijkstra's algorithm up to `FAR`, beyond which is unreached.
 */
export function oneToAllOnCore(core: Core): OneToAll {
  const coreCount = core.coreNode.length;
  const {inner, innerReverse} = core;
  const made: Partial<Record<Direction, BucketSearch>> = {};
  const queueOf = (direction: Direction): BucketSearch => {
    made[direction] ??= new BucketSearch(
      direction === 'out'
        ? {first: inner.firstOut, end: inner.head, cost: inner.cost}
        : {first: innerReverse.first, end: innerReverse.tail, cost: innerReverse.cost},
    );
    return made[direction];
  };
  const coreCost = new Uint32Array(coreCount);
  return (seeds, {direction = 'out', maxCost = FAR - 1} = {}) => {
    const climb = climbLow(core, seeds, direction, () => 0);
    coreCost.fill(FAR);
    for (const {row, cost} of climb.core) coreCost[row] = cost;
    queueOf(direction).run(
      coreCost,
      climb.core.map(({row}) => row),
      maxCost,
    );
    const cost = new Uint32Array(core.nodeCount).fill(FAR);
    for (let row = 0; row < coreCount; row++) cost[core.coreNode[row]!] = coreCost[row]!;
    for (const label of climb.low) cost[core.lowNode[label.row - coreCount]!] = label.cost;
    recoverLow(core, direction, cost);
    markUnreached(cost, maxCost, UNREACHED);
    return cost;
  };
}
