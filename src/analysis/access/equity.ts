import type {Masses} from './measures.ts';

/** How unequal a value is spread over people. */
export interface Equity {
  /** 0 = all the same … below 1. */
  readonly gini: number;
  /** Theil T, ≥ 0; 0 = all the same. */
  readonly theil: number;
}

/**
 * Gini G = ΣΣ w_i w_j |x_i − x_j| ÷ (2·W²·μ) and Theil T = Σ (w_i ÷ W)(x_i ÷ μ) ln(x_i ÷ μ) of values
 * weighted by persons (docs/indicators.md). `null` when nobody has a value or all values are 0.
 */
export function equity(values: readonly (number | null)[], persons: Masses): Equity | null {
  const known = values.flatMap((value, i) => {
    const weight = persons[i] ?? 0;
    return value === null || weight === 0 ? [] : [{value, weight}];
  });
  const total = known.reduce((sum, {weight}) => sum + weight, 0);
  const mean = known.reduce((sum, {value, weight}) => sum + value * weight, 0) / total;
  if (known.length === 0 || mean === 0) return null;
  let gaps = 0;
  for (const a of known) {
    for (const b of known) gaps += a.weight * b.weight * Math.abs(a.value - b.value);
  }
  const theil = known.reduce((sum, {value, weight}) => {
    const share = value / mean;
    return share === 0 ? sum : sum + (weight / total) * share * Math.log(share);
  }, 0);
  // Rounding may leave a hair below nothing where all are the same.
  return {gini: gaps / (2 * total * total * mean), theil: Math.max(0, theil)};
}
