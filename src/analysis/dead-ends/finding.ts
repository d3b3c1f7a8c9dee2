import type {BorderHit} from '../../geo/border-index.ts';
import type {LonLat} from '../../geo/line.ts';
import type {Counterpart, Sentence} from '../rows.ts';
import type {Cause, Grounds, Rule} from './causes.ts';
import type {Hidden} from './judge-tip.ts';

/** A finding of any rule, before it becomes a row. */
export interface Finding {
  readonly rule: Rule;
  readonly alsoRules: readonly Rule[];
  readonly at: LonLat;
  /** Edge that names the road; `null` where there is no road (R7, plans of a registry). */
  readonly edge: number | null;
  /** What stands for ref or class in the id where there is no road. */
  readonly label?: string;
  readonly border: BorderHit;
  /** Bearing in which one looks over the border. */
  readonly lookDeg: number;
  readonly cause: Cause;
  readonly grounds: Omit<Grounds, 'rule' | 'cause'>;
  readonly counterpart: Counterpart | null;
  readonly evidence: readonly Sentence[];
  readonly geometry: readonly LonLat[];
  readonly hidden: Hidden | null;
}

/** Grounds of which nothing is known. */
export const NO_GROUNDS: Finding['grounds'] = {
  joinsOpen: false,
  begunUnknown: false,
  classDrop: 0,
  passing: false,
  alignment: null,
  gapShare: 0,
  offBorder: false,
  nearClip: false,
};
