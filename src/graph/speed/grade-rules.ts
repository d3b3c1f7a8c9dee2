import type {EdgeClass} from '../vocabulary.ts';

/**
 * One rule: an edge that meets every condition given is of `grade`. A condition on something that
 * is not known of the edge is not met. Nothing else is looked at: the table is the whole method.
 */
export interface GradeRule {
  readonly id: string;
  /** Grade of JTG B01-2014 as in `highway:CN`: 1 一级 … 4 四级. */
  readonly grade: 1 | 2 | 3 | 4;
  readonly classes: readonly EdgeClass[];
  /** `true`: one carriageway of two that run side by side in opposite directions. */
  readonly twin: boolean;
  /** Tagged lanes, of this carriageway. */
  readonly lanes?: readonly [min: number, max: number];
  /** Tagged width, `min` ≤ metres < `max`. */
  readonly widthM?: readonly [min: number, below: number];
  readonly surface?: 'paved' | 'unpaved';
  /** Length ÷ straight line. */
  readonly sinuosity?: readonly [min: number, max: number];
  /** Least share of the length on bridges and in tunnels. */
  readonly minStructureShare?: number;
  /** Shorter edges show too little of a road's course. */
  readonly minLengthM?: number;
  /** Where the conditions come from; an assumption is called so. */
  readonly basis: string;
}

const UPPER: readonly EdgeClass[] = ['trunk', 'primary', 'secondary'];
const ALL: readonly EdgeClass[] = [...UPPER, 'tertiary', 'unclassified'];
const MANY = Number.MAX_SAFE_INTEGER;

/**
 * Evidence of grade, first match wins. Motorways are left to their class (an expressway is grade 0
 * already), ramps, streets and tracks too: grades are for rural roads. One kind of evidence alone is
 * enough only where the standard leaves a single answer.
 */
export const GRADE_RULES: readonly GradeRule[] = [
  {
    id: 'divided-four-lanes',
    grade: 1,
    classes: UPPER,
    twin: true,
    lanes: [2, MANY],
    minLengthM: 800,
    basis:
      'JTG B01-2014: a median and four lanes or more; only grade 1 and expressways have both. Crossings nearer than 800 m are taken for a town: assumption',
  },
  {
    id: 'one-lane',
    grade: 4,
    classes: ALL,
    twin: false,
    lanes: [1, 1],
    basis: 'JTG B01-2014: only grade 4 may have a single lane',
  },
  {
    id: 'narrow',
    grade: 4,
    classes: ALL,
    twin: false,
    widthM: [2, 6.5],
    basis:
      'lanes of grade 3 are 3.25 m at least, two of them 6.5 m (studyofnet.com/750837621); below 2 m is taken for a slip of the pen: assumption',
  },
  {
    id: 'unpaved',
    grade: 4,
    classes: ALL,
    twin: false,
    surface: 'unpaved',
    basis: 'assumption: a road left unpaved is of the lowest grade',
  },
  {
    id: 'bridges-and-tunnels',
    grade: 2,
    classes: UPPER,
    twin: false,
    sinuosity: [1, 1.3],
    minStructureShare: 0.3,
    minLengthM: 1000,
    basis: 'assumption: a road that goes through hills rather than round them was built to grade 2',
  },
  {
    id: 'four-lanes-undivided',
    grade: 2,
    classes: UPPER,
    twin: false,
    lanes: [4, MANY],
    minLengthM: 800,
    basis: 'assumption: wider than grade 2 asks, but without the median of grade 1',
  },
  {
    id: 'two-wide-lanes',
    grade: 2,
    classes: ALL,
    twin: false,
    lanes: [2, 3],
    widthM: [7.5, 30],
    surface: 'paved',
    minLengthM: 800,
    basis:
      'assumption: wider than two lanes of grade 3, which have 3.5 m at most (studyofnet.com/750837621)',
  },
  {
    id: 'two-lanes-of-grade-3',
    grade: 3,
    classes: ALL,
    twin: false,
    lanes: [2, 2],
    widthM: [6.5, 7],
    basis:
      'two lanes of 3.25 to 3.5 m: grade 3 (studyofnet.com/750837621); 7 m and more may be grade 2 as well, so it is not inferred: assumption',
  },
  {
    id: 'two-winding-lanes',
    grade: 3,
    classes: ALL,
    twin: false,
    lanes: [2, 2],
    surface: 'paved',
    sinuosity: [1.3, MANY],
    minLengthM: 1000,
    basis: 'assumption: two paved lanes that wind through hills',
  },
  {
    id: 'two-straight-lanes',
    grade: 2,
    classes: ['trunk', 'primary'],
    twin: false,
    lanes: [2, 3],
    surface: 'paved',
    sinuosity: [1, 1.1],
    minLengthM: 2000,
    basis: 'assumption: two paved lanes of a national or provincial road, long and straight',
  },
];
