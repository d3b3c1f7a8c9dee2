import type {DrawAnswer} from '../../../src/server/contract.ts';

/** Steps of the difference layer: from a little to most; 0 is no step, it is drawn apart. */
export const STEP_COUNT = 4;

export interface Difference {
  readonly place: string;
  readonly at: readonly [number, number];
  readonly savedS: number;
  /** Share of the time before; `null` for a place that had no way. */
  readonly share: number | null;
  /** 0 = unchanged, 1 … `STEP_COUNT` by quantile of what changed. */
  readonly step: number;
}

/** Upper bounds of the steps, seconds, rising; equal ones fall together. Empty when nothing changes. */
export function stepBounds(savedS: readonly number[]): number[] {
  const sorted = savedS.filter((s) => s > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = Array.from(
    {length: STEP_COUNT},
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / STEP_COUNT) - 1]!,
  );
  return [...new Set(bounds)];
}

/**
 * What a drawing saves on the way from the centre to every place. The steps are quantiles of the places
 * that change, so that no change hides under a fixed threshold; zero stays zero.
 */
export function differences(answer: DrawAnswer): Difference[] {
  const saved = answer.fromCentre.map(({beforeS, afterS}) =>
    beforeS === null || afterS === null ? 0 : beforeS - afterS,
  );
  const bounds = stepBounds(saved);
  return answer.fromCentre.map(({place, lon, lat, beforeS, afterS}, i) => {
    const newlyJoined = beforeS === null && afterS !== null;
    const step = newlyJoined
      ? Math.max(1, bounds.length)
      : saved[i]! <= 0
        ? 0
        : 1 + bounds.findIndex((bound) => saved[i]! <= bound);
    return {
      place,
      at: [lon, lat],
      savedS: saved[i]!,
      share: beforeS === null || beforeS === 0 ? null : saved[i]! / beforeS,
      step,
    };
  });
}
