import type {Direction} from './climb-low.ts';
import type {Core} from './core.ts';
import {FAR} from './digraph.ts';

/**
 * Costs of all contracted nodes from those of the core, in place: `cost` holds, by node, exact costs
 * in the core, what a climb found at low nodes, and `FAR` elsewhere. One pass over the low rows; the
 * ends of each come before it.
 */
export function recoverLow(core: Core, direction: Direction, cost: Uint32Array): void {
  const {lowNode, end} = core;
  const down = direction === 'out' ? core.downCost : core.upCost;
  for (let row = 0, i = 0; row < lowNode.length; row++, i += 2) {
    const u = lowNode[row]!;
    let least = cost[u]!;
    const overA = (cost[end[i]!]! + down[i]!) >>> 0;
    if (overA < least) least = overA;
    const overB = (cost[end[i + 1]!]! + down[i + 1]!) >>> 0;
    if (overB < least) least = overB;
    cost[u] = least;
  }
}

/** Turns costs of `FAR` and above, and those beyond a bound, into `unreached`. */
export function markUnreached(cost: Uint32Array, maxCost: number, unreached: number): void {
  const limit = Math.min(maxCost, FAR - 1);
  for (let u = 0; u < cost.length; u++) if (cost[u]! > limit) cost[u] = unreached;
}
