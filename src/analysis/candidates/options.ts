import {UserError} from '../../errors.ts';
import type {Place} from '../../graph/network.ts';
import type {EdgeClass} from '../../graph/vocabulary.ts';
import type {BorderLevel} from '../dead-ends/options.ts';

/** What counts as a missing link. Lengths in metres, straight lines on the ground. */
export interface CandidateOptions {
  /** Lowest rank of border that counts: `prefecture` looks at prefecture and province borders. */
  readonly level: BorderLevel;
  /** Lowest road class whose points are joined. */
  readonly minClass?: EdgeClass | undefined;
  /** Longest gap between two points. */
  readonly maxGapM?: number | undefined;
  /** How near to a border of the level a point must lie. */
  readonly bandM?: number | undefined;
  /** Points along an edge lie about this far apart. */
  readonly spacingM?: number | undefined;
  /** Time today ÷ time over the gap from which on a pair counts, by the better direction. */
  readonly minRatio?: number | undefined;
  /** Seconds that the gap must save at least, by the better direction. */
  readonly minSavedS?: number | undefined;
  /** Pairs whose ends lie within this of the ends of a better one are one corridor with it. */
  readonly sphereM?: number | undefined;
  /** Gaps up to this on one side of the border are closed before a pair counts as far; 0 = none. */
  readonly ownGapM?: number | undefined;
  /** Whose trips count for the benefit; not given or without populations: no benefit is told. */
  readonly places?: readonly Place[] | undefined;
}

/** All that has a say, defaults filled in. */
export interface CandidateRules {
  readonly level: BorderLevel;
  readonly minClass: EdgeClass;
  readonly maxGapM: number;
  readonly bandM: number;
  readonly spacingM: number;
  readonly minRatio: number;
  readonly minSavedS: number;
  readonly sphereM: number;
  readonly ownGapM: number;
}

/** Longest gap by level: the defaults of rule R3 (METHODS.md §D.3), which are ours. */
export const MAX_GAP_M: Readonly<Record<BorderLevel, number>> = {
  province: 20_000,
  prefecture: 10_000,
  county: 5_000,
};

/** Parts with less road than this are bits of drawing: nothing is joined to them. Ours. */
export const MIN_PART_M = 10_000;
/** A road that ends this near another on its own side is joined to it first. Ours. */
const OWN_GAP_M = 1_000;
/** A link this short or shorter is taken as this long when links are compared. Ours. */
export const LEAST_LINK_M = 1_000;
/** Below this the two roads may be one in the world: a gap in the drawing, or a crossing on two levels. */
export const NEAR_MISS_M = 150;

/** Defaults are ours: no standard sets them. Throws `E_USAGE` for a number that means nothing. */
export function candidateRules(options: CandidateOptions): CandidateRules {
  const maxGapM = options.maxGapM ?? MAX_GAP_M[options.level];
  const rules = {
    level: options.level,
    minClass: options.minClass ?? 'secondary',
    maxGapM,
    bandM: options.bandM ?? maxGapM / 2,
    spacingM: options.spacingM ?? maxGapM / 20,
    minRatio: options.minRatio ?? 3,
    minSavedS: options.minSavedS ?? 300,
    sphereM: options.sphereM ?? maxGapM / 2,
    ownGapM: options.ownGapM ?? OWN_GAP_M,
  };
  atLeast('the longest gap', rules.maxGapM, 1, 'metres');
  atLeast('the band along the border', rules.bandM, 1, 'metres');
  atLeast('the spacing of points', rules.spacingM, 10, 'metres');
  atLeast('the ratio', rules.minRatio, 1, '');
  atLeast('the time saved', rules.minSavedS, 0, 'seconds');
  atLeast('the sphere of a corridor', rules.sphereM, 0, 'metres');
  atLeast('the gap on one side', rules.ownGapM, 0, 'metres');
  return rules;
}

function atLeast(what: string, value: number, least: number, unit: string): void {
  if (Number.isFinite(value) && value >= least) return;
  throw new UserError(
    'E_USAGE',
    `${`${what} must be at least ${least} ${unit}`.trim()}, got ${value}.`,
    {
      hint: 'Leave it out for the default; docs/candidates.md lists them.',
    },
  );
}
