import {UNREACHED} from '../graph/search/dijkstra.ts';
import type {CostTable} from '../graph/search/links/closure.ts';
import {ownPersons} from './own-persons.ts';
import type {StudyPlace} from './study.ts';

/** Times between all places in whole milliseconds, before and after; `UNREACHED` = no way. */
export interface TimeChange {
  readonly before: CostTable;
  readonly after: CostTable;
}

/**
 * Weights W_ij of METHODS.md §D.7 in persons, by from · places + to:
 * W_ij = P_i · P_j ÷ ΣP · (t⁰_ij ÷ 1 h)^−β. With β = 0 everybody makes one trip to a person drawn at
 * random from the whole population. Potential interaction, not observed trips. A pair that had no way
 * before has no t⁰ and weighs by β = 0. 0 from a place to itself. P are the persons of no other place
 * of the list (`ownPersons`).
 */
export function pairWeights(
  places: readonly StudyPlace[],
  before: CostTable,
  beta: number,
): Float64Array {
  return weightsOf(ownPersons(places), before, beta);
}

/** The same with any mass of a place in the population's stead; the sum of masses is divided by. */
export function weightsOf(
  masses: readonly number[],
  before: CostTable,
  beta: number,
): Float64Array {
  const n = masses.length;
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const weight = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const product = masses[i]! * masses[j]!;
      if (i === j || product === 0) continue;
      const ms = before.cost[i * n + j]!;
      const decay = beta === 0 || ms === 0 || ms === UNREACHED ? 1 : (ms / 3_600_000) ** -beta;
      weight[i * n + j] = (product / total) * decay;
    }
  }
  return weight;
}

/** Person-seconds saved, Σ W_ij (t⁰ − t¹), over pairs that had a way before. */
export function benefitPersonS(change: TimeChange, weight: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weight.length; at++) sum += weight[at]! * savedS(change, at);
  return sum;
}

/** Seconds saved on a pair; 0 when there was no way before (then it is newly joined, not faster). */
export function savedS({before, after}: TimeChange, at: number): number {
  const ms = before.cost[at]!;
  return ms === UNREACHED ? 0 : (ms - after.cost[at]!) / 1000;
}

/** Seconds, `null` = no way. */
export function secondsAt(table: CostTable, at: number): number | null {
  const ms = table.cost[at]!;
  return ms === UNREACHED ? null : ms / 1000;
}
