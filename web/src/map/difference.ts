import type {CentreTime} from '../../../src/server/contract.ts';

/** Steps of the difference layer: from a little to most; 0 is no step, it is drawn apart. */
export const STEP_COUNT = 4;

export type DifferenceBy = 'minutes' | 'percent';

export interface Difference {
  readonly place: string;
  readonly at: readonly [number, number];
  readonly savedS: number;
  /** Share of the time before; `null` for a place that had no way. */
  readonly share: number | null;
  /** 0 = unchanged, 1 … `STEP_COUNT` by quantile of what changed. */
  readonly step: number;
}

/** Upper bounds of the steps, rising; equal ones fall together. Empty when nothing changes. */
export function stepBounds(saved: readonly number[]): number[] {
  const sorted = saved.filter((s) => s > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = Array.from(
    {length: STEP_COUNT},
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / STEP_COUNT) - 1]!,
  );
  return [...new Set(bounds)];
}

/**
 * What is saved on the way from the centre to every place. The steps are quantiles of the places that
 * change, in seconds or in shares, so that no change hides under a fixed threshold; zero stays zero.
 */
export function differences(times: readonly CentreTime[], by: DifferenceBy): Difference[] {
  const saved = times.map(({beforeS, afterS}) =>
    beforeS === null || afterS === null ? 0 : beforeS - afterS,
  );
  const shares = times.map(({beforeS}, i) =>
    beforeS === null || beforeS === 0 ? null : saved[i]! / beforeS,
  );
  const measure = by === 'minutes' ? saved : shares.map((share) => share ?? 0);
  const bounds = stepBounds(measure);
  return times.map(({place, lon, lat, beforeS, afterS}, i) => {
    const newlyJoined = beforeS === null && afterS !== null;
    const step = newlyJoined
      ? Math.max(1, bounds.length)
      : measure[i]! <= 0
        ? 0
        : 1 + bounds.findIndex((bound) => measure[i]! <= bound);
    return {place, at: [lon, lat], savedS: saved[i]!, share: shares[i]!, step};
  });
}
