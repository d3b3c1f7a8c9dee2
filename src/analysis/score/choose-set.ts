import {type SetBasis, setValue} from './set-values.ts';

/** What a set may cost; a price that is `null` is not known, and such a project is never taken. */
export interface Budget {
  readonly prices: readonly (number | null)[];
  readonly limit: number;
}

/** Sums of decimal prices: a set of exactly the limit is within it. */
const HAIR = 1e-9;

/** Whether a set stays within a budget. */
export function affordable(set: readonly number[], budget: Budget | null): boolean {
  if (budget === null) return true;
  let sum = 0;
  for (const k of set) {
    const price = budget.prices[k];
    if (price === null || price === undefined) return false;
    sum += price;
  }
  return sum <= budget.limit * (1 + HAIR);
}

/** Projects of a set by its bits. */
export function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let k = 0; 2 ** k <= set; k++) if (((set >> k) & 1) === 1) members.push(k);
  return members;
}

/**
 * The best of all sets within the budget: most saved, of those the one with fewer projects, of those
 * the one listed first. Projects that add nothing are not in it.
 */
export function bestSet(values: Float64Array, budget: Budget | null, size?: number): number {
  let best = 0;
  for (let set = 0; set < values.length; set++) {
    const value = values[set]!;
    if (Number.isNaN(value)) continue;
    const members = membersOf(set);
    if (size !== undefined && members.length !== size) continue;
    if (!affordable(members, budget)) continue;
    const gain = value - values[best]!;
    if (gain > 0 || (gain === 0 && members.length < membersOf(best).length)) best = set;
  }
  return best;
}

/**
 * Order in which the projects of a set should open, one after another: the one with the greatest sum
 * of values over the steps, found exactly over all its subsets. Of equals the one listed first is first.
 */
export function buildOrder(set: readonly number[], worth: (set: readonly number[]) => number) {
  const size = set.length;
  const total = new Float64Array(2 ** size);
  const last = new Int32Array(2 ** size).fill(-1);
  const value = new Float64Array(2 ** size);
  for (let bits = 1; bits < total.length; bits++) {
    const members = membersOf(bits);
    value[bits] = worth(members.map((i) => set[i]!));
    for (const i of members) {
      const before = total[bits ^ (1 << i)]!;
      if (last[bits]! < 0 || before >= total[bits]!) {
        total[bits] = before;
        last[bits] = i;
      }
    }
    total[bits]! += value[bits]!;
  }
  const steps: {readonly project: number; readonly value: number}[] = [];
  for (let bits = total.length - 1; bits > 0; bits ^= 1 << last[bits]!) {
    steps.push({project: set[last[bits]!]!, value: value[bits]!});
  }
  return steps.reverse();
}

/**
 * A good set within a budget for more projects than can be tried in every way: what adds most for its
 * price first, then swaps of one for another while that helps. Need not be the best: such values are
 * not submodular (METHODS.md §D.7), and no bound is claimed.
 */
export function greedySet(
  basis: SetBasis,
  family: readonly number[],
  budget: Budget | null,
): {readonly set: readonly number[]; readonly value: number} {
  const allowed = (set: readonly number[]): boolean =>
    affordable(set, budget) && new Set(set.map((k) => family[k])).size === set.length;
  const all = basis.projects.map((_, k) => k);
  let set: number[] = [];
  let value = 0;
  for (;;) {
    const next = bestMove(all.map((k) => [...set, k]).filter(allowed), (more) => {
      const adds = setValue(basis, more) - value;
      const price = budget?.prices[more[more.length - 1]!] ?? 1;
      return adds / Math.max(price, Number.MIN_VALUE);
    });
    if (next === null || setValue(basis, next) <= value) break;
    set = next;
    value = setValue(basis, next);
  }
  for (let swaps = 0; swaps < 2 * all.length; swaps++) {
    const others = set.flatMap((_, i) =>
      all.filter((k) => !set.includes(k)).map((k) => set.with(i, k)),
    );
    const better = bestMove(others.filter(allowed), (other) => setValue(basis, other) - value);
    if (better === null || setValue(basis, better) <= value) break;
    set = better;
    value = setValue(basis, better);
  }
  return {set: set.toSorted((a, b) => a - b), value};
}

function bestMove(moves: readonly number[][], worth: (set: number[]) => number): number[] | null {
  let best: {set: number[]; worth: number} | null = null;
  for (const set of moves) {
    const own = worth(set);
    if (best === null || own > best.worth) best = {set, worth: own};
  }
  return best?.set ?? null;
}
