import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {TimeChange} from '../benefit.ts';
import type {TripBenefit} from '../rows.ts';

/** Trips that are made today between places, by row. */
export interface Trips {
  readonly list: readonly {readonly from: number; readonly to: number; readonly trips: number}[];
  /**
   * How trips answer to time: T(t) = T⁰·(t ÷ t⁰)^−ε. 0 = as many trips as today, whatever the time.
   */
  readonly elasticity: number;
}

/** Pieces of the integral over time. */
export const STEPS = 200;
/** The rule of half takes demand for a straight line: bad beyond such a fall in time (assumption). */
export const LARGE_CHANGE = 1 / 3;

/**
 * What travellers gain in seconds, when trips are given: the consumer's surplus ∫ T(t) dt from the new
 * time to the old one, in steps by the midpoint rule, beside the rule of half ½(T⁰+T¹)(t⁰−t¹), which
 * breaks down for large changes (METHODS.md §D.7). Pairs without a way before have no t⁰ and are
 * only counted.
 */
export function tripBenefit({before, after}: TimeChange, {list, elasticity}: Trips): TripBenefit {
  const sum = {integralS: 0, ruleOfHalfS: 0, trips: 0, largeChanges: 0, newlyJoined: 0};
  for (const {from, to, trips} of list) {
    const at = from * before.columns + to;
    const [then, now] = [before.cost[at]!, after.cost[at]!];
    if (then === now) continue;
    if (then === UNREACHED) {
      sum.newlyJoined++;
      continue;
    }
    // No trip in no time: demand would have no end.
    const demand = (ms: number): number => trips * (Math.max(ms, 1000) / then) ** -elasticity;
    const saved = (then - now) / 1000;
    sum.trips += trips;
    sum.ruleOfHalfS += ((trips + demand(now)) / 2) * saved;
    for (let step = 0; step < STEPS; step++) {
      sum.integralS += demand(now + ((step + 0.5) / STEPS) * (then - now)) * (saved / STEPS);
    }
    if (saved * 1000 > LARGE_CHANGE * then) sum.largeChanges++;
  }
  return {
    ...sum,
    integralS: Math.round(sum.integralS),
    ruleOfHalfS: Math.round(sum.ruleOfHalfS),
  };
}
