import type {LonLat} from '../../geo/line.ts';
import type {Sentence} from '../../scenario/sentence.ts';

/** One end of a candidate: a point of today's roads. */
export interface CandidateEnd {
  readonly lon: number;
  readonly lat: number;
  /** The unit it lies in, at the level of the border between; `null` where the data has none. */
  readonly unit: string | null;
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** Where the studied roads lead from here: one way only, three ways or more, or just on. */
  readonly kind: 'tip' | 'junction' | 'road';
}

export interface CandidateTrip {
  readonly distanceM: number;
  readonly timeS: number;
}

/** A missing link across a border found automatically: docs/candidates.md. */
export interface CandidateRow {
  readonly rank: number;
  /** From where the middle of the gap lies (0.01°); also the id of its project. */
  readonly id: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Units on the sides of `from` and `to` where the data names them. */
  readonly sides: readonly string[];
  /** The western end. */
  readonly from: CandidateEnd;
  readonly to: CandidateEnd;
  /** Straight metres. */
  readonly gapM: number;
  /** The link as assumed: the lower of the two classes, its speed, its time over the straight gap. */
  readonly linkClass: string;
  readonly linkKph: number;
  readonly linkS: number;
  /** Today's fastest way from → to and to → from; `null` = none. */
  readonly there: CandidateTrip | null;
  readonly back: CandidateTrip | null;
  /** Time of the quicker direction today ÷ `linkS`; `null` = no way in either direction. */
  readonly ratio: number | null;
  /** Length of the shorter of the two ways ÷ gap. */
  readonly distanceRatio: number | null;
  /** Seconds between the ends that the link saves, by the quicker direction of today. */
  readonly savedS: number | null;
  /** As `score` has it for the same project, by road; `null` = no two places with a population. */
  readonly benefitPersonS: number | null;
  /** Unordered pairs of places that become faster or newly joined. */
  readonly pairsShortened: number | null;
  /** Pairs of points of the same corridor that it stands for, itself included. */
  readonly mergedPairs: number;
  /** Within 5 km of a cut end: today's way may lie outside the extract. */
  readonly nearClip: boolean;
  /** The roads lie so near that they may be one in the world. */
  readonly nearMiss: boolean;
  readonly geometry: readonly LonLat[];
  readonly notes: readonly Sentence[];
}
