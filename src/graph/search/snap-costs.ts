import type {CompiledNetwork} from '../compile.ts';
import {buildCore} from './core/core.ts';
import {digraphOf} from './core/digraph.ts';
import {type OneToAll, oneToAllOnCore} from './core/one-to-all.ts';
import type {EngineStages} from './engine-stages.ts';
import {growSnapTree, type SnapCosts, type Start, startSeeds, startsByEdge} from './trip.ts';

/** Searches after which building the core has paid for itself: it costs about as much as so many. */
const PLAIN_SEARCHES = 6;

/**
 * Travel times from starts to everywhere, without the ways: a few searches by Dijkstra's algorithm,
 * and when more are asked for, or where it stands already, over the core of the network. The same times
 * either way. `stages` are those of the engine of the network by time, if others use them too.
 */
export function snapCosts(
  net: CompiledNetwork,
  stages: EngineStages | undefined = undefined,
  plainSearches: number = PLAIN_SEARCHES,
): (starts: readonly Start[]) => SnapCosts {
  let asked = 0;
  let search: OneToAll | undefined;
  return (starts) => {
    const costs = (): Uint32Array => {
      const plain = !stages?.hasCore && asked++ < plainSearches;
      if (plain) return growSnapTree(net, starts).tree.cost;
      search ??= oneToAllOnCore(stages?.core() ?? buildCore(digraphOf(net, 'time')));
      return search(startSeeds(net, starts, 'time'));
    };
    // The costs alone: who keeps many of these need not keep the ways too.
    return {starts, startsOn: startsByEdge(starts), tree: {weight: 'time', cost: costs()}};
  };
}
