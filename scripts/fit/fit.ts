import {errorOf, type Factors, type Split, UNIT} from './least-squares.ts';

/** Fastest trips under factors, split by kind of road: the way may change with the factors. */
export type Router = (factors: Factors) => readonly Split[];
export type Solver = (splits: readonly Split[]) => Factors | null;

export interface Fit {
  readonly factors: Factors;
  /** Relative error of each trip under the factors, in order. */
  readonly errors: readonly number[];
  /** Relative error of each trip under factors that were fitted without it. */
  readonly leftOut: readonly number[];
  /** Least and greatest factor when one trip is left out: how far it hangs on a single one. */
  readonly range: {readonly [kind in keyof Factors]: readonly [number, number]};
  readonly converged: boolean;
}

const ROUNDS = 30;
const SAME = 1e-4;

/**
 * Fits factors: route, solve, route again under what came out, until the factors stand still.
 * `null` when the solver has no answer, for all trips or without one of them.
 */
export function fit(route: Router, solve: Solver): Fit | null {
  const whole = settle(route, solve);
  if (whole === null) return null;
  const splits = route(whole.factors);
  const without = splits.map((_, i) =>
    settle((factors) => route(factors).filter((_, j) => j !== i), solve),
  );
  const leftOut: number[] = [];
  const found: Factors[] = [];
  for (const [i, one] of without.entries()) {
    if (one === null) return null;
    found.push(one.factors);
    leftOut.push(errorOf(route(one.factors)[i]!, one.factors));
  }
  const span = (kind: keyof Factors): [number, number] => {
    const all = found.map((factors) => factors[kind]);
    return [Math.min(...all), Math.max(...all)];
  };
  return {
    factors: whole.factors,
    errors: splits.map((split) => errorOf(split, whole.factors)),
    leftOut,
    range: {expressway: span('expressway'), otherRoads: span('otherRoads')},
    converged: whole.converged,
  };
}

function settle(route: Router, solve: Solver): {factors: Factors; converged: boolean} | null {
  let factors = UNIT;
  for (let round = 0; round < ROUNDS; round++) {
    const next = solve(route(factors));
    if (next === null) return null;
    const moved = Math.max(
      Math.abs(next.expressway - factors.expressway),
      Math.abs(next.otherRoads - factors.otherRoads),
    );
    factors = next;
    if (moved < SAME) return {factors, converged: true};
  }
  return {factors, converged: false};
}

/** Median of the absolute values; `null` of none. */
export function medianAbs(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.map(Math.abs).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Factors outside 0.6–1.1 say that the trips or the speeds are wrong, not how people drive. */
export function isSane({expressway, otherRoads}: Factors): boolean {
  return [expressway, otherRoads].every((factor) => factor >= 0.6 && factor <= 1.1);
}
