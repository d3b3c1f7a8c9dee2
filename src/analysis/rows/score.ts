import type {LonLat} from '../../geo/line.ts';
import type {Sentence} from '../../scenario/sentence.ts';
import type {ViaLeg} from './trips.ts';

export interface PairChange {
  readonly from: string;
  readonly to: string;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  readonly savedS: number;
  /** The new way through the project, of the pairs that gain most. */
  readonly route?: NewRoute;
}

/** A way that uses a project. */
export interface NewRoute {
  readonly legs: readonly RouteLeg[];
  /** Legs by today's trains are drawn straight from station to station. */
  readonly geometry: readonly LonLat[];
}

export interface RouteLeg {
  /** `road` and `rail` on today's network; `rail` has no `via`. */
  readonly by: 'road' | 'rail' | 'project';
  readonly from: string;
  readonly to: string;
  readonly timeS: number;
  /** Of roads and of the project; `null` for today's trains. */
  readonly distanceM: number | null;
  readonly via: readonly ViaLeg[];
}

export interface SnappedStop {
  readonly stop: string;
  readonly lon: number;
  readonly lat: number;
  readonly snapM: number | null;
  readonly joined: boolean;
  /** Of a railway: today's station that the stop is, `null` = a station of its own. */
  readonly station?: string | null;
}

export interface ScoreRow {
  readonly project: string;
  readonly projectId: string;
  readonly mode: 'road' | 'rail';
  readonly status: string;
  readonly lengthM: number;
  readonly lengthSource: 'registry' | 'drawn';
  readonly speedKph: number;
  readonly speedSource: 'registry' | 'assumption';
  /** Potential person-seconds saved, METHODS.md §D.7; weights stated in parameters. */
  readonly benefitPersonS: number;
  /** benefit ÷ km of project. */
  readonly perKm: number | null;
  /** benefit ÷ cost in 亿元; `null` when the registry gives no cost. */
  readonly perCost: number | null;
  readonly pairs: readonly PairChange[];
  /** Share of the benefit by province of the places; key `unknown` where the data does not say. */
  readonly byProvince: Readonly<Record<string, number>>;
  readonly gainedWithin60: readonly string[];
  /** People and GDP of those places by the seat, `null` where none is known; not in old results. */
  readonly gained60?: {readonly population: number | null; readonly gdpYi: number | null};
  /** By `parameters.by`, the person-seconds saved when not asked otherwise. */
  readonly rank: number;
  /** Rank by every measure; `null` = the measure has no value for it. */
  readonly ranks?: Readonly<Record<ScoreMeasure, number | null>>;
  readonly measures?: RegionChange;
  /** Places whose access changes, in the order of the places. */
  readonly places?: readonly PlaceChange[];
  readonly provinces?: ProvinceAccounts;
  readonly siphon?: readonly SiphonFlag[];
  readonly trips?: TripBenefit;
  /** Only when runs were asked for, and for the projects that were compared. */
  readonly stability?: RankStability;
  /** Its part in the portfolio, when one was asked for and holds it. */
  readonly inPortfolio?: {
    readonly lastInPersonS: number;
    /** In the best set, its step in the order of building; `null` = not in it. */
    readonly step: number | null;
  };
  /** Rank over the stated parameter variants [best, worst]; equal to rank when none were run. */
  readonly rankRange: readonly [number, number];
  readonly snapped: readonly SnappedStop[];
  /** Its course comes within 5 km of a cut end, or leads out of a cut extract: what it would join may lie outside. */
  readonly nearClip?: boolean;
  readonly geometry: readonly LonLat[];
  readonly notes: readonly Sentence[];
}

/** What projects are ranked by, docs/indicators.md. */
export const SCORE_MEASURES = [
  'benefit',
  'perKm',
  'perCost',
  'wmtt',
  'daily',
  'potential',
  'efficiency',
  'equity',
  'gdp',
] as const;

export type ScoreMeasure = (typeof SCORE_MEASURES)[number];

/** A measure of access before and after; `gain` > 0 is better, whatever the measure's direction. */
export interface MeasureChange {
  readonly before: number;
  readonly after: number;
  readonly gain: number;
}

/** Measures over the people of all places; `null` where nothing can be weighed. */
export interface RegionChange {
  /** Weighted mean travel time, seconds. */
  readonly wmtt: MeasureChange | null;
  /** Persons within the daily cutoff of a person. */
  readonly daily: MeasureChange | null;
  readonly potential: MeasureChange | null;
  /** Network efficiency, ratio. */
  readonly efficiency: MeasureChange | null;
  /** Per hour. */
  readonly globalEfficiency: MeasureChange | null;
  /** Gini of the places' weighted mean travel times, by persons. */
  readonly gini: MeasureChange | null;
  readonly theil: MeasureChange | null;
  /** Seconds saved weighted by √(population · GDP); `null` when no place has a GDP. */
  readonly gdpWeightedS: number | null;
}

/** A place whose access a project changes. */
export interface PlaceChange {
  readonly place: string;
  readonly wmtt: MeasureChange | null;
  readonly daily: MeasureChange;
  readonly potential: MeasureChange;
  readonly efficiency: MeasureChange | null;
}

export interface ProvinceAccounts {
  /** Metres of the project that each province carries; `unknown` where no area says. */
  readonly lengthM: Readonly<Record<string, number>>;
  /** From the file of projects, the line cut at the areas of the network, or some from each. */
  readonly lengthSource: 'registry' | 'measured' | 'both';
  /** Payer × beneficiary: benefit of the second times the share of km of the first. */
  readonly benefitPersonS: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Share 0–1 of the benefit outside the provinces that carry km. */
  readonly spillover: number | null;
}

export interface SiphonFlag {
  readonly place: string;
  readonly core: string;
  /** Straight. */
  readonly distanceM: number;
  readonly beforeS: number | null;
  readonly afterS: number;
}

/** Only with trips given. */
export interface TripBenefit {
  /** Traveller-seconds, integral over time. */
  readonly integralS: number;
  /** The same by the rule of half, to compare with. */
  readonly ruleOfHalfS: number;
  /** Trips of the pairs that change. */
  readonly trips: number;
  /** Pairs whose time falls by more than a third: there the rule of half breaks down. */
  readonly largeChanges: number;
  readonly newlyJoined: number;
}

/** How far a rank can be trusted: the ranking again under parameters drawn from their ranges. */
export interface RankStability {
  readonly runs: number;
  readonly seed: number;
  /** Projects ranked against each other. */
  readonly compared: number;
  /** Share 0–1 of the runs in which it is among the first 1, 3, 5. */
  readonly topShare: Readonly<Record<'1' | '3' | '5', number>>;
  /** Best and worst rank of the runs and of today. */
  readonly rankRange: readonly [number, number];
  readonly medianRank: number;
  /** 5th and 95th percentile. */
  readonly benefitPersonS: readonly [number, number];
  /** What each parameter does alone, what moves most first. */
  readonly tornado: readonly TornadoBar[];
}

export interface TornadoBar {
  /** Of `parameters.varied`. */
  readonly parameter: string;
  readonly low: string;
  readonly high: string;
  /** At `low` and at `high`. */
  readonly benefitPersonS: readonly [number, number];
  readonly rank: readonly [number, number];
}
