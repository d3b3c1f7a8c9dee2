import type {LonLat} from '../../geo/line.ts';
import type {Sentence} from '../../scenario/sentence.ts';

export interface DeadEndRow {
  /** Stable: made from rule, level, place and ref or class, not from row numbers. */
  readonly id: string;
  readonly level: 'province' | 'prefecture' | 'county';
  readonly rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7';
  readonly cause: string;
  /** What kind of cause that is: a table of findings is read by these. */
  readonly causeClass: CauseClass;
  /** 0–1. */
  readonly confidence: number;
  readonly lon: number;
  readonly lat: number;
  readonly class: string;
  /** Technical grade 0–4 of `highway:CN`, tagged or inferred; `null` = no evidence. */
  readonly grade: number | null;
  readonly ref: string;
  readonly name: string;
  readonly distanceToBorderM: number;
  /** As the border line names them, else the units whose areas lie there; unnamed ones `[by largest place]`. */
  readonly borderSides: readonly string[];
  /** Both sides in short: `浙闽`, `温州/宁德`, `泰顺/寿宁`; empty when the data names fewer than two. */
  readonly border: string;
  /** Other rules that the place meets; it is listed once. */
  readonly alsoRules: readonly string[];
  readonly counterpart: Counterpart | null;
  /** Settlements near both ends, the nearest of each end first. */
  readonly settlements: readonly ReachedSettlement[];
  /** The nearest open crossing of at least the same class on either hand; as one looks over the border. */
  readonly crossings: {
    readonly left: NearestCrossing | null;
    readonly right: NearestCrossing | null;
  };
  /** Roads are cut by the extract's edge within 2 km: it counts in `confidence`. */
  readonly nearClip?: boolean;
  readonly evidence: readonly Sentence[];
  /** The last kilometres of the road, for the map. */
  readonly geometry: readonly LonLat[];
  /** What a planner said of it in a review file (docs/review-format.md); only when one was given. */
  readonly review?: FindingReview;
}

export interface FindingReview {
  /** `confirmed`, or why it is set aside. */
  readonly verdict: 'confirmed' | 'built' | 'private' | 'data-error';
  readonly note: string;
  readonly author: string;
  /** `yyyy-mm-dd` */
  readonly date: string;
}

/** Whether dead ends were looked for at a level of borders. */
export interface DeadEndLevel {
  readonly level: 'province' | 'prefecture' | 'county';
  /** The data has border lines of the level; a line counts for its highest level alone. */
  readonly judged: boolean;
  readonly borderLengthM: number;
  /** Findings at it, those set aside by a review too. */
  readonly found: number;
}

export type CauseClass =
  | 'extract-edge'
  | 'mapping-gap'
  | 'access'
  | 'construction'
  | 'planned'
  | 'grade-drop'
  | 'terminus'
  | 'missing-link';

export interface Counterpart {
  /** `road`: not open yet on that day; `through-road`: open; `project`: of the registry; `unit`: seat of a neighbour. */
  readonly kind: 'construction' | 'proposed' | 'tip' | 'road' | 'through-road' | 'project' | 'unit';
  readonly lon: number;
  readonly lat: number;
  readonly gapM: number;
  readonly lengthM: number | null;
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** 0–1: how straight the two ends face each other; `null` where nothing faces. */
  readonly alignment: number | null;
  /** The shortest way between the two today, and the time of the fastest; `null` without one. */
  readonly networkM: number | null;
  readonly timeS: number | null;
  /** `networkM` ÷ the straight distance from the end to the counterpart. */
  readonly detourRatio: number | null;
  readonly geometry: readonly LonLat[];
}

export interface ReachedSettlement {
  readonly name: string;
  readonly kind: string;
  readonly population: number | null;
  /** Straight metres from the end it is near to. */
  readonly distanceM: number;
  readonly end: 'near' | 'far';
}

export interface NearestCrossing {
  readonly lon: number;
  readonly lat: number;
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** Metres along the border line. */
  readonly alongBorderM: number;
}
