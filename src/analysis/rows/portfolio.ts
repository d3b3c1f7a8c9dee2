/** Sets of projects: what each adds, what they do to each other, and what to build first. */
export interface Portfolio {
  /** `exact`: every set was valued. `greedy`: by what adds most, then swaps; need not be the best. */
  readonly method: 'exact' | 'greedy';
  readonly budget: {readonly unit: 'yi' | 'km'; readonly limit: number} | null;
  readonly projects: readonly PortfolioProject[];
  readonly pairs: readonly ProjectPair[];
  /** The best set found within the budget, in the order of `order`. */
  readonly best: ProjectSet;
  /** The best set of every size, without a budget; `exact` only. */
  readonly bestBySize: readonly ProjectSet[];
  /** Of the best set: what to build first. */
  readonly order: readonly BuildStep[];
  readonly leftOut: readonly {readonly projectId: string; readonly reason: string}[];
}

export interface PortfolioProject {
  readonly projectId: string;
  readonly project: string;
  /** Saved by it alone. */
  readonly alonePersonS: number;
  /** Lost when it alone is left out of all (of variants, the best alone). */
  readonly lastInPersonS: number;
  readonly inBest: boolean;
}

export interface ProjectPair {
  readonly a: string;
  readonly b: string;
  readonly togetherPersonS: number;
  /** Together less each alone: > 0 complements, < 0 substitutes. */
  readonly synergyPersonS: number;
  readonly kind: 'complement' | 'substitute' | 'independent';
  /** The stop at which they meet, in a row as it were; `null` = they do not. */
  readonly meet: string | null;
}

export interface ProjectSet {
  readonly projectIds: readonly string[];
  readonly valuePersonS: number;
  readonly lengthM: number;
  /** 亿元; `null` when the cost of one is not known. */
  readonly costYi: number | null;
}

export interface BuildStep {
  readonly projectId: string;
  readonly addsPersonS: number;
  readonly totalPersonS: number;
}
