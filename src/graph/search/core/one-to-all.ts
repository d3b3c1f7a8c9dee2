import {type Seed, UNREACHED} from '../dijkstra.ts';
import {climbLow, type Direction} from './climb-low.ts';
import type {Core} from './core.ts';
import {type CoreSearch, coreSearch} from './core-search.ts';
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
 * One-to-all over the core by bucket queue, then recovery of the contracted nodes. Costs are those of
 * Dijkstra's algorithm up to `FAR`, beyond which is unreached.
 */
export function oneToAllOnCore(core: Core, search: CoreSearch = coreSearch(core)): OneToAll {
  const coreCount = core.coreNode.length;
  return (seeds, {direction = 'out', maxCost = FAR - 1} = {}) => {
    const climb = climbLow(core, seeds, direction, () => 0);
    const coreCost = search(climb, direction, maxCost);
    const cost = new Uint32Array(core.nodeCount).fill(FAR);
    for (let row = 0; row < coreCount; row++) cost[core.coreNode[row]!] = coreCost[row]!;
    for (const label of climb.low) cost[core.lowNode[label.row - coreCount]!] = label.cost;
    recoverLow(core, direction, cost);
    markUnreached(cost, maxCost, UNREACHED);
    return cost;
  };
}
