import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';

/** How the pull of a place falls with the time to it. */
export type Decay =
  /** (t ÷ 1 h)^−β. */
  | {readonly form: 'power'; readonly beta: number}
  /** e^(−λ·t), λ per hour. */
  | {readonly form: 'exponential'; readonly lambda: number};

/** Places with what is counted at them: persons, or yuan. `null` = not given, counts as nothing. */
export type Masses = readonly (number | null)[];

const HOUR_MS = 3_600_000;

/**
 * Weighted mean travel time A_i = Σ_j t_ij·P_j ÷ Σ_j P_j in seconds, over the other places with a way
 * (docs/indicators.md). `counted` tells which pairs have one: the baseline's table, so that before and
 * after speak of the same pairs. `null` = no other place with a mass is reached.
 */
export function weightedMeanS(
  times: CostTable,
  from: number,
  masses: Masses,
  counted: CostTable = times,
): number | null {
  let [sum, total] = [0, 0];
  for (let to = 0; to < times.columns; to++) {
    const mass = masses[to] ?? 0;
    const at = from * times.columns + to;
    if (to === from || mass === 0 || counted.cost[at] === UNREACHED) continue;
    sum += mass * times.cost[at]!;
    total += mass;
  }
  return total === 0 ? null : sum / total / 1000;
}

/**
 * Daily accessibility D_i = Σ_j P_j·1[t_ij ≤ T]; the place itself counts. `wholes`: the row of the place
 * whose figure holds the people of this one as well, −1 = none; with both inside they count once.
 */
export function massWithin(
  times: CostTable,
  from: number,
  masses: Masses,
  cutoffMs: number,
  wholes?: readonly number[],
): number {
  const isInside = (to: number): boolean =>
    to === from || times.cost[from * times.columns + to]! <= cutoffMs;
  let sum = 0;
  for (let to = 0; to < times.columns; to++) {
    const whole = wholes?.[to] ?? -1;
    if (isInside(to) && !(whole >= 0 && isInside(whole))) sum += masses[to] ?? 0;
  }
  return sum;
}

/**
 * Potential accessibility Σ_j P_j·f(t_ij) over the other places (Hansen). With `selfMs`, the time of a
 * trip inside the place, its own P_i·f(t_ii) comes on top. Two places at no distance count as 1 s
 * apart: a power of nothing has no value.
 */
export function potential(
  times: CostTable,
  from: number,
  masses: Masses,
  decay: Decay,
  selfMs: number | null,
): number {
  let sum = 0;
  for (let to = 0; to < times.columns; to++) {
    const ms = to === from ? selfMs : times.cost[from * times.columns + to]!;
    if (ms === null || ms === UNREACHED) continue;
    sum += (masses[to] ?? 0) * pull(ms, decay);
  }
  return sum;
}

/** f(t) of a decay. */
export function pull(ms: number, decay: Decay): number {
  const hours = Math.max(ms, 1000) / HOUR_MS;
  return decay.form === 'power' ? hours ** -decay.beta : Math.exp(-decay.lambda * hours);
}

/**
 * Network efficiency E_i = Σ_j (t_ij ÷ t*_ij)·P_j ÷ Σ_j P_j (Gutiérrez et al. 1998): how many times
 * longer trips take than straight there at the fastest speed of the network. ≥ 1, lower is better.
 * `idealMs` is `null` for pairs that are too near to say. `null` = no pair.
 */
export function networkEfficiency(
  times: CostTable,
  from: number,
  masses: Masses,
  idealMs: (from: number, to: number) => number | null,
  counted: CostTable = times,
): number | null {
  let [sum, total] = [0, 0];
  for (let to = 0; to < times.columns; to++) {
    const mass = masses[to] ?? 0;
    const at = from * times.columns + to;
    if (to === from || mass === 0 || counted.cost[at] === UNREACHED) continue;
    const ideal = idealMs(from, to);
    if (ideal === null) continue;
    sum += (times.cost[at]! / ideal) * mass;
    total += mass;
  }
  return total === 0 ? null : sum / total;
}

/**
 * Global efficiency 1 ÷ (n(n−1)) · Σ 1 ÷ t_ij per hour (Latora & Marchiori); a pair without a way adds
 * nothing. Two places at no distance count as 1 s apart. `null` for fewer than two places.
 */
export function globalEfficiency(times: CostTable): number | null {
  const n = times.rows;
  if (n < 2) return null;
  let sum = 0;
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      const ms = times.cost[from * n + to]!;
      if (from !== to && ms !== UNREACHED) sum += HOUR_MS / Math.max(ms, 1000);
    }
  }
  return sum / (n * (n - 1));
}

/** Mean of values weighted by masses; values that are `null` are left out. `null` = nothing to weigh. */
export function weightedMean(values: readonly (number | null)[], masses: Masses): number | null {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    const mass = masses[i] ?? 0;
    if (value === null || mass === 0) return;
    sum += value * mass;
    total += mass;
  });
  return total === 0 ? null : sum / total;
}
