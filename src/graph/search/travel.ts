import type {CompiledNetwork} from '../compile.ts';
import type {Snap} from '../snap.ts';
import type {EngineStages} from './engine-stages.ts';
import {snapCosts} from './snap-costs.ts';
import {costTo, type SnapCosts, type Start} from './trip.ts';

/** Travel times in whole milliseconds from one or several starts. */
export interface TimesFrom {
  /** To a snapped point; `null` = no way. */
  readonly to: (snap: Snap) => number | null;
  /** To every road node, `UNREACHED` where there is no way. */
  readonly nodeMs: () => Uint32Array;
}

/** A way to get about on a frozen baseline: by road, by rail with road legs, or the better of both. */
export interface Travel {
  readonly from: (starts: readonly Start[]) => TimesFrom;
}

/** Searches remembered hold so many costs at most, one a node each; a few are kept in any case. */
const MOST_COSTS = 64 * 2 ** 20;
const LEAST_KEPT = 4;

/**
 * Remembers the search from each single snap, so that many projects share one baseline – for as long
 * as the snap itself is kept: those of a study's places are, those of a drawing go with it. On large
 * networks only the ones asked for last are remembered.
 */
export function rememberTravel(travel: Travel, nodeCount: number): Travel {
  const known = new WeakMap<Snap, {times: TimesFrom; ref: WeakRef<Snap>}>();
  const inOrder = new Set<WeakRef<Snap>>();
  const kept = Math.max(LEAST_KEPT, Math.floor(MOST_COSTS / Math.max(1, nodeCount)));
  return {
    from: (starts) => {
      const [only, ...more] = starts;
      if (only === undefined || more.length > 0 || only.cost !== 0) return travel.from(starts);
      const {snap} = only;
      const found = known.get(snap) ?? {times: travel.from(starts), ref: new WeakRef(snap)};
      known.set(snap, found);
      inOrder.delete(found.ref);
      inOrder.add(found.ref); // the last one asked for stands last
      const [oldest] = inOrder;
      if (inOrder.size > kept && oldest) {
        inOrder.delete(oldest);
        const forgotten = oldest.deref();
        if (forgotten) known.delete(forgotten);
      }
      return found.times;
    },
  };
}

/** By road all the way. `stages` as for `snapCosts`. */
export function roadTravel(road: CompiledNetwork, stages?: EngineStages): Travel {
  const search = snapCosts(road, stages);
  return {from: (starts) => timesOf(road, search(starts))};
}

function timesOf(net: CompiledNetwork, tree: SnapCosts): TimesFrom {
  return {to: (snap) => costTo(net, tree, snap), nodeMs: () => tree.tree.cost};
}
