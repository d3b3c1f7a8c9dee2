import type {CompiledNetwork} from '../../compile.ts';
import type {Snap} from '../../snap.ts';
import {otherWeight, snapEnds} from '../attach.ts';
import type {Seed, Weight} from '../dijkstra.ts';
import type {Terminal} from './terminal.ts';

/**
 * A snapped place as the engine sees it: the ends of its edges with the cost of the parts between. A
 * trip that stays on one edge never touches a node: `onOneEdge` knows those.
 */
export function snapTerminal(net: CompiledNetwork, snap: Snap, weight: Weight): Terminal {
  const along = otherWeight(weight);
  const seeds = (direction: 'out' | 'in'): Seed[] => {
    const beside = snapEnds(net, snap, along, direction);
    return snapEnds(net, snap, weight, direction).map(({end: {node, cost}}, i) => ({
      node,
      cost,
      along: beside[i]!.end.cost,
    }));
  };
  return {out: seeds('out'), in: seeds('in')};
}
