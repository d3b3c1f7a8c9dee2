import {greatCircleM} from '../../geo/distance.ts';
import {drawn, quantile, seeded} from './bootstrap.ts';

/** A place on one of the two sides. */
export interface SidePlace {
  readonly side: 0 | 1;
  readonly lon: number;
  readonly lat: number;
}

/** Pairs nearer than this have no pace to speak of, METHODS.md §D.1. */
const NEAREST_M = 5_000;
/** Control pairs have the same straight distance to this share, METHODS.md §D.8. */
const SAME_DISTANCE = 0.1;
const DRAWS = 500;

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly straightM: number;
  /** Seconds per straight metre, mean of both directions. */
  readonly pace: number;
}

export interface Effect {
  readonly value: number | null;
  readonly pairs: number;
  readonly controlPairs: number;
  /** Mean pace over the border and of the controls; 0 without any. */
  readonly cross: number;
  readonly control: number;
}

/** Pairs of places over the border, and for each the pairs within one side that it is held against. */
export interface Matched {
  readonly cross: readonly Pair[];
  /** Rows of `within`, by cross pair. */
  readonly controls: readonly (readonly number[])[];
  readonly within: readonly Pair[];
}

/** Matches every pair over the border with the pairs of its distance (±10 %) on either side. */
export function matchPairs(
  places: readonly SidePlace[],
  timeMs: (from: number, to: number) => number | null,
): Matched {
  const cross: Pair[] = [];
  const within: Pair[] = [];
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const [a, b] = [places[i]!, places[j]!];
      const straightM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
      const [there, back] = [timeMs(i, j), timeMs(j, i)];
      if (straightM < NEAREST_M || there === null || back === null) continue;
      const pair = {i, j, straightM, pace: (there + back) / 2000 / straightM};
      (a.side === b.side ? within : cross).push(pair);
    }
  }
  const controls = cross.map(({straightM}) =>
    within.flatMap((other, row) =>
      Math.abs(other.straightM - straightM) <= SAME_DISTANCE * straightM ? [row] : [],
    ),
  );
  return {cross, controls, within};
}

/**
 * BE = mean pace of the pairs over the border ÷ mean pace of their controls (METHODS.md §D.8; the speed of
 * reference in TR is in both and falls out). A pair without a control does not count. `weight` = how often
 * a place is drawn.
 */
export function effectOf(matched: Matched, weight?: readonly number[]): Effect {
  const {cross, controls, within} = matched;
  const weightOf = ({i, j}: Pair): number => (weight ? weight[i]! * weight[j]! : 1);
  const used = new Set<number>();
  let [sum, crossSum, controlSum, pairs] = [0, 0, 0, 0];
  cross.forEach((pair, row) => {
    const own = weightOf(pair);
    if (own === 0) return;
    let [controlWeight, paceSum] = [0, 0];
    for (const at of controls[row]!) {
      const w = weightOf(within[at]!);
      if (w === 0) continue;
      used.add(at);
      controlWeight += w;
      paceSum += w * within[at]!.pace;
    }
    if (controlWeight === 0) return;
    pairs++;
    sum += own;
    crossSum += own * pair.pace;
    controlSum += own * (paceSum / controlWeight);
  });
  return {
    value: controlSum > 0 ? crossSum / controlSum : null,
    pairs,
    controlPairs: used.size,
    cross: sum > 0 ? crossSum / sum : 0,
    control: sum > 0 ? controlSum / sum : 0,
  };
}

/** 95 % interval of BE: places are drawn anew with replacement, for pairs that share a place are not independent. */
export function intervalOf(
  matched: Matched,
  placeCount: number,
  seed: number,
): readonly [number, number] | null {
  const random = seeded(seed);
  const values: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    const {value} = effectOf(matched, drawn(placeCount, random));
    if (value !== null) values.push(value);
  }
  // With so few places that half of the draws hold no pair, no interval is worth the name.
  return values.length < DRAWS / 2 ? null : [quantile(values, 0.025), quantile(values, 0.975)];
}
