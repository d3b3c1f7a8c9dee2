import type {StudyPlace} from './study.ts';

/** A pair of places with its travel time before and after, whole milliseconds, `null` = no way. */
export interface PairTimes {
  readonly from: number;
  readonly to: number;
  readonly beforeMs: number | null;
  readonly afterMs: number | null;
}

/**
 * Weights W_ij of METHODS.md §D.7 in persons: W_ij = P_i · P_j ÷ ΣP · (t⁰_ij ÷ 1 h)^−β. With β = 0
 * everybody makes one trip to a person drawn at random from the whole population. Potential
 * interaction, not observed trips. A pair that had no way before has no t⁰ and weighs by β = 0.
 */
export function pairWeights(
  places: readonly StudyPlace[],
  beta: number,
): (pair: PairTimes) => number {
  const total = places.reduce((sum, p) => sum + (p.population ?? 0), 0);
  return ({from, to, beforeMs}) => {
    const product = (places[from]!.population ?? 0) * (places[to]!.population ?? 0);
    if (product === 0) return 0;
    const decay = beta === 0 || !beforeMs ? 1 : (beforeMs / 3_600_000) ** -beta;
    return (product / total) * decay;
  };
}

/** Person-seconds saved, Σ W_ij (t⁰ − t¹), over pairs that had a way before. */
export function benefitPersonS(
  pairs: readonly PairTimes[],
  weight: (pair: PairTimes) => number,
): number {
  let sum = 0;
  for (const pair of pairs) sum += weight(pair) * savedS(pair);
  return sum;
}

/** Seconds saved on a pair; 0 when there was no way before (then it is newly joined, not faster). */
export function savedS({beforeMs, afterMs}: PairTimes): number {
  return beforeMs === null || afterMs === null ? 0 : (beforeMs - afterMs) / 1000;
}
