import type {CompiledNetwork} from '../compile.ts';
import type {Snap} from '../snap.ts';
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

/**
 * Remembers the search from each single snap, so that many projects share one baseline – for as long
 * as the snap itself is kept: those of a study's places are, those of a drawing go with it.
 */
export function rememberTravel(travel: Travel): Travel {
  const known = new WeakMap<Snap, TimesFrom>();
  return {
    from: (starts) => {
      const [only, ...more] = starts;
      if (only === undefined || more.length > 0 || only.cost !== 0) return travel.from(starts);
      const times = known.get(only.snap) ?? travel.from(starts);
      known.set(only.snap, times);
      return times;
    },
  };
}

/** By road all the way. */
export function roadTravel(road: CompiledNetwork): Travel {
  const search = snapCosts(road);
  return {from: (starts) => timesOf(road, search(starts))};
}

function timesOf(net: CompiledNetwork, tree: SnapCosts): TimesFrom {
  return {to: (snap) => costTo(net, tree, snap), nodeMs: () => tree.tree.cost};
}
