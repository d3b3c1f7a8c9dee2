/**
 * The rows of every analysis: the JSON contract of docs/result-format.md. `null` = computed and
 * there is none; a missing key = not asked. Metres, seconds, degrees WGS84; shares 0–1.
 */
import type {Bbox, LonLat} from '../geo/line.ts';
import type {Sentence} from '../scenario/sentence.ts';
import type {DensityRow} from './density/rows.ts';
import type {PermeabilityRow} from './permeability/rows.ts';

export type * from './candidates/rows.ts';
export type * from './density/rows.ts';
export type * from './permeability/rows.ts';
export type {Sentence};

export interface Provenance {
  readonly tool: 'guantong';
  readonly version: string;
  readonly inputs: readonly InputFile[];
  /** Day the network stands for, `yyyy-mm-dd`; `null` = as the data is. */
  readonly asOf: string | null;
  readonly dataDate: string | null;
  /** Made from the hand-made sample: must be said on every page and figure. */
  readonly schematic: boolean;
  readonly attribution: readonly string[];
  /** Every parameter that had a say, defaults included. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly Sentence[];
  /** What was not asked, not found, or left out, with the reason. */
  readonly warnings: readonly Sentence[];
}

export interface InputFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly dataDate: string | null;
}

export interface AnalysisResult<Row> {
  readonly schema: string;
  readonly provenance: Provenance;
  readonly rows: readonly Row[];
  /** Of `access`. */
  readonly region?: RegionFigures;
  /** Of `score`, when asked. */
  readonly portfolio?: Portfolio;
}

export interface InfoRow {
  readonly nodes: number;
  readonly edges: number;
  readonly arcs: number;
  /** km of open edges by class; dormant ones by `status:class`. */
  readonly kmByClass: Readonly<Record<string, number>>;
  readonly components: {readonly count: number; readonly largestKmShare: number};
  readonly bbox: Bbox | null;
  readonly dataDate: string | null;
  readonly kmBySpeedRung: Readonly<Record<string, number>>;
  readonly ledger: readonly LedgerRow[];
  readonly stations: number;
  readonly places: number;
  readonly clipNodes: number;
  readonly borderKmByLevel: Readonly<Record<string, number>>;
  /**
   * km of open roads by unit, cut at the borders; `unknown` = in no area, `unnamed-1` … = areas without
   * a name. Levels of which the network has areas; not there when it has none.
   */
  readonly kmByUnit?: Readonly<
    Partial<Record<'province' | 'prefecture' | 'county', Readonly<Record<string, number>>>>
  >;
}

export interface LedgerRow {
  readonly outcome: 'kept' | 'dormant' | 'dropped' | 'repaired' | 'noted';
  readonly reason: string;
  readonly ways: number;
  readonly km: number;
  readonly nodes: number;
  /** Things counted that are neither ways nor nodes (areas, ends of borders, turn restrictions). */
  readonly count?: number | undefined;
  readonly examples: readonly string[];
}

export interface RouteRow {
  readonly from: string;
  readonly to: string;
  readonly reachable: boolean;
  readonly reason: string | null;
  readonly distanceM: number | null;
  readonly timeS: number | null;
  readonly straightM: number;
  readonly detourIndex: number | null;
  readonly geometry: readonly LonLat[];
  /** Road refs (or names) in order of travel, runs of one ref joined. */
  readonly via: readonly ViaLeg[];
  readonly nearClip: boolean;
}

export interface ViaLeg {
  readonly ref: string;
  readonly name: string;
  readonly class: string;
  readonly distanceM: number;
}

export interface MatrixRow {
  readonly from: string;
  readonly to: string;
  readonly timeS: number | null;
  readonly distanceM: number | null;
  readonly straightM: number;
  readonly reason: string | null;
  /** Comes within 5 km of a cut end: a better way may lie outside the extract. */
  readonly nearClip?: boolean;
}

export interface Trip {
  readonly distanceM: number;
  readonly timeS: number;
  readonly detourIndex: number | null;
}

/** The point of a way that lies farthest from the straight line between its ends. */
export interface Bend {
  readonly lon: number;
  readonly lat: number;
  /** Metres to the great-circle arc. */
  readonly distanceM: number;
  /** Nearest point of that arc. */
  readonly footLon: number;
  readonly footLat: number;
  /** The road there. */
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** The nearest settlement within 50 km. */
  readonly near: {readonly place: string; readonly distanceM: number} | null;
}

export interface DetourRow {
  readonly from: string;
  readonly to: string;
  readonly straightM: number;
  readonly fastest: Trip | null;
  readonly shortest: Trip | null;
  /** t ÷ (straight line at the speed of the fastest class): METHODS.md §D.1. */
  readonly timeDetour: number | null;
  readonly crossesBorder: boolean;
  readonly nearClip: boolean;
  readonly via: readonly ViaLeg[];
  /** Roads of the shortest way. */
  readonly shortestVia: readonly ViaLeg[];
  /** Where the fastest way is farthest from the straight line; `null` without a way, or nearer than 5 km. */
  readonly bend: Bend | null;
  /** Line of the fastest way, generalised for drawing. */
  readonly geometry: readonly LonLat[];
  readonly reason: string | null;
}

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

export interface CirclePlace {
  readonly place: string;
  readonly lon: number;
  readonly lat: number;
  readonly timeS: number;
  readonly population: number | null;
  /** When those people were counted and whether residents (常住) or registered (户籍); `null` = not stated. */
  readonly populationDate?: string | null;
  readonly populationKind?: 'resident' | 'registered' | null;
  readonly province: string | null;
  /** With the projects; only when there are any. */
  readonly afterS?: number | null;
}

export interface CircleChange extends CirclePlace {
  readonly beforeS: number | null;
}

/** What the population of a circle's places is made of. */
export interface PopulationBasis {
  readonly parts: readonly {
    readonly date: string | null;
    readonly kind: 'resident' | 'registered' | null;
    readonly persons: number;
    readonly places: number;
  }[];
  /** Places inside that carry no population. */
  readonly without: number;
  /** Places inside whose people another place inside already counts. */
  readonly within: number;
}

/** Persons of a population file by the travel time of the road nearest to them; add up to `total`. */
export interface CellSums {
  readonly inside: number;
  /** Reached, but later. */
  readonly beyond: number;
  /** Near a road from which there is no way. */
  readonly noWay: number;
  /** No road within the stated limit. */
  readonly farFromRoad: number;
  readonly total: number;
}

export interface CircleShare {
  readonly places: number;
  /** Of the places, by the seat. */
  readonly population: number | null;
  readonly areaKm2: number;
  /** Of the population file, when one is given. */
  readonly cellPersons?: number;
}

export interface CircleExtent {
  /** Network nodes reached within the cutoff. */
  readonly nodes: number;
  /** Of the drawing polygon, for orientation only; membership comes from times. */
  readonly areaKm2: number;
  /** Sum over the places inside that carry a population; `null` when none does. */
  readonly population: number | null;
  readonly populationBasis: PopulationBasis;
  /** Persons of the population file; only when one is given. */
  readonly cells?: CellSums;
  /** By province; `unknown` = in no area of the network (at sea, or it does not say). */
  readonly byProvince: Readonly<Record<string, CircleShare>>;
  /** Pieces of road and track reached, for drawing. */
  readonly reached: readonly (readonly LonLat[])[];
  readonly polygon: readonly (readonly (readonly LonLat[])[])[];
}

export interface CircleRow extends CircleExtent {
  readonly place: string;
  readonly minutes: number;
  readonly mode: 'road' | 'rail' | 'best';
  /** `from`: trips that start at the place; `to`: trips that end there. */
  readonly direction: 'from' | 'to';
  readonly places: readonly CirclePlace[];
  /** Places without a way today, whatever the cutoff; not in old results. */
  readonly unreached?: readonly {readonly place: string; readonly reason: string}[];
  /** Reaches a cut end within the cutoff: the circle may go on outside the extract. */
  readonly nearClip?: boolean;
  /** With projects only: */
  readonly projects?: readonly string[];
  readonly gained?: readonly CircleChange[];
  readonly lost?: readonly CircleChange[];
  readonly after?: CircleExtent;
}

export interface PairChange {
  readonly from: string;
  readonly to: string;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  readonly savedS: number;
  /** The new way through the project, of the pairs that gain most. */
  readonly route?: NewRoute;
}

/** What projects that are taken for built do together. */
export interface TakenForBuilt {
  readonly projects: readonly string[];
  /** Potential person-seconds that they save together; by rail those of road or rail. */
  readonly benefitPersonS: number;
  readonly pairs: readonly PairChange[];
  /** From the centre to every place, today and with them. */
  readonly fromCentre: readonly CentreTime[];
  /** What each other project would save on top of them, most first. */
  readonly onTop: readonly {readonly projectId: string; readonly benefitPersonS: number}[];
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

export interface AccessRow {
  readonly place: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number | null;
  readonly province: string | null;
  /** Weighted mean travel time to the other places, seconds; `null` = none with people is reached. */
  readonly wmttS: number | null;
  /** Persons by minutes; the place itself counts. */
  readonly personsWithin: Readonly<Record<string, number>>;
  /** Decay and self-potential as in the parameters. */
  readonly potential: number;
  /** Part of `potential` that is the place's own; `null` = left out. */
  readonly selfPotential: number | null;
  /** ≥ 1 times the time straight there at `parameters.referenceKph`. */
  readonly efficiency: number | null;
  /** Other places with a way. */
  readonly reached: number;
  readonly unreached: readonly {readonly place: string; readonly reason: string}[];
  /** Travel time to the nearest road end cut by the extract's edge; `null` = none is reached. */
  readonly clipS?: number | null;
  /** That is within the widest cutoff: what lies outside may be within it, too. */
  readonly nearClip?: boolean;
  /** The first of each kind that the data hold, by road. */
  readonly gateways?: readonly AccessGateway[];
}

export interface AccessGateway {
  readonly kind: 'airport' | 'port' | 'checkpoint' | 'hsr' | 'station';
  /** `null` = no way to any. */
  readonly gateway: string | null;
  readonly timeS: number | null;
}

/** Means over the people of all places, and how unequal they are. */
export interface RegionFigures {
  readonly wmttS: number | null;
  readonly dailyPersons: number | null;
  readonly potential: number | null;
  readonly efficiency: number | null;
  /** Per hour. */
  readonly globalEfficiency: number | null;
  /** Of the places' weighted mean travel times, by persons. */
  readonly gini: number | null;
  readonly theil: number | null;
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

/** What a drawn link changes. Metres, seconds; the fields of a score row where they mean the same. */
export interface DrawnRow {
  /** At least two of its stops join the network; otherwise nothing changes. */
  readonly joins: boolean;
  readonly lengthM: number;
  readonly speedKph: number;
  readonly speedSource: 'registry' | 'assumption';
  readonly benefitPersonS: number;
  readonly perKm: number | null;
  readonly perCost: number | null;
  readonly byProvince: Readonly<Record<string, number>>;
  readonly pairs: readonly PairChange[];
  readonly headline: readonly PairChange[];
  readonly circle: {
    readonly place: string;
    readonly minutes: number;
    readonly before: {readonly places: number; readonly population: number | null};
    readonly after: {readonly places: number; readonly population: number | null};
    readonly gained: readonly CircleChange[];
    /** Drawing of the circle with the link; membership comes from times, never from here. */
    readonly polygon: readonly (readonly (readonly LonLat[])[])[];
  } | null;
  /** Times from the centre of the circle to every place, before and after; empty without a centre. */
  readonly fromCentre: readonly CentreTime[];
  readonly snapped: readonly SnappedStop[];
  readonly notes: readonly Sentence[];
  readonly geometry: readonly LonLat[];
}

export interface CentreTime {
  readonly place: string;
  readonly lon: number;
  readonly lat: number;
  /** `null` = no way. */
  readonly beforeS: number | null;
  readonly afterS: number | null;
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

/** Roads or tracks of one class, ref, name, state on the report's day, and dates. */
export interface RoadSection {
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  readonly status: 'open' | 'not-open-yet' | 'closed' | 'construction' | 'proposed';
  /** `yyyy-mm-dd` as the data says (a year alone is its first day); `null` = not said. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly lengthM: number;
}

/** What may have moved a figure between two reports. */
export type CompareCause =
  /** opened or closed between the days of the two networks, by its date in the data */
  | 'built'
  /** in the newer data only (or no longer), though by its date it stood on the older day */
  | 'mapped'
  /** the network stands for another day: what opened between the days */
  | 'day'
  /** other extracts */
  | 'data'
  /** another planner's file: places, projects, population */
  | 'files'
  /** speeds, thresholds, centre … */
  | 'parameters'
  | 'tool'
  /** the data does not say */
  | 'cannot-tell';

/** One thing that differs between an older and a newer report. */
export interface CompareRow {
  readonly subject: 'basis' | 'road' | 'deadend' | 'detour' | 'circle' | 'score';
  /** Name of the thing, the same in both reports. */
  readonly key: string;
  readonly change: 'opened' | 'closed' | 'status' | 'appeared' | 'vanished' | 'moved' | 'changed';
  /** The figure, with its unit in the name: `timeS`, `lengthM`, `areaKm2`, `rank` …; empty for things that came or went. */
  readonly what: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** after − before, of numbers. */
  readonly difference: number | null;
  /** One = certain; several = each of them may have had a part. */
  readonly causes: readonly CompareCause[];
  readonly evidence: readonly Sentence[];
  readonly lon?: number;
  readonly lat?: number;
}

export interface GatewayTime {
  readonly gateway: string;
  readonly timeS: number;
}

/** Which gateway of a kind a place reaches first. */
export interface PlaceGatewayRow {
  readonly row: 'place';
  readonly kind: 'airport' | 'port' | 'checkpoint' | 'hsr' | 'station';
  readonly place: string;
  readonly province: string;
  readonly population: number | null;
  readonly first: GatewayTime | null;
  readonly second: GatewayTime | null;
  /** How far the second is behind the first. */
  readonly leadS: number | null;
  /** The lead is under 15 minutes: the place could as well go to the second. */
  readonly contested: boolean;
  /** Gateways within the cutoff, the nearest first. */
  readonly within: readonly string[];
  /** With projects only: */
  readonly firstAfter?: GatewayTime | null;
  readonly withinAfter?: readonly string[];
  /** A road cut by the extract's edge is nearer than the first: one outside may be nearer still. */
  readonly nearClip?: boolean;
  readonly reason: string | null;
}

/** The places that reach a gateway before any other of its kind. */
export interface CatchmentRow {
  readonly row: 'catchment';
  readonly kind: PlaceGatewayRow['kind'];
  readonly gateway: string;
  readonly lon: number;
  readonly lat: number;
  /** Straight metres to the road it stands at, `null` = none near. */
  readonly snapM: number | null;
  readonly places: readonly string[];
  /** By the seat, as in circles. */
  readonly population: number | null;
  readonly byProvince: Readonly<
    Record<string, {readonly places: number; readonly population: number | null}>
  >;
  /** Places of it that another gateway is less than 15 minutes behind. */
  readonly contested: readonly string[];
  /** Places within the cutoff, whichever gateway they reach first. */
  readonly withinPlaces: readonly string[];
  readonly withinPopulation: number | null;
  /** So for one of its places at least. */
  readonly nearClip?: boolean;
  readonly reason: string | null;
}

export type GatewayRow = PlaceGatewayRow | CatchmentRow;

/** Lines for the maps of a report: generalised, nothing else is computed from them. */
export interface BaseMap {
  readonly bbox: Bbox;
  readonly toleranceM: number;
  readonly lines: readonly {
    readonly class: string;
    readonly status: string;
    readonly lines: readonly (readonly LonLat[])[];
  }[];
  readonly borders: readonly {readonly level: number; readonly line: readonly LonLat[]}[];
  readonly areas: readonly {
    readonly level: number;
    readonly name: string;
    readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
  }[];
  readonly places: readonly {
    readonly name: string;
    readonly kind: string;
    readonly lon: number;
    readonly lat: number;
    readonly population: number | null;
  }[];
}

/** People and economy of a place under study, as listed; `null` = not given. */
export interface RegionUnit {
  readonly unit: string;
  readonly kind: string;
  readonly province: string | null;
  readonly population: number | null;
  readonly populationDate: string | null;
  readonly populationKind: 'resident' | 'registered' | null;
  /** Place whose figure counts these people already. */
  readonly populationWithin: string | null;
  /** 亿元 */
  readonly gdpYi: number | null;
  readonly gdpDate: string | null;
  readonly gdpPerHeadYuan: number | null;
  readonly provinceGdpPerHeadYuan: number | null;
  /** GDP per head ÷ that of the province. */
  readonly shareOfProvince: number | null;
}

/** Lines round a dead end, for its sketch; the window is wider than what is drawn of it. */
export interface CloseUp {
  /** Id of the dead end. */
  readonly deadend: string;
  readonly bbox: Bbox;
  readonly lines: BaseMap['lines'];
  readonly borders: BaseMap['borders'];
}

/** `result.json` of a report: everything the page shows. */
export interface ReportResult {
  readonly schema: 'guantong/report@1';
  /** The command that made it, files by name alone; not there when a program did. */
  readonly command?: string;
  readonly provenance: Provenance;
  readonly info: InfoRow;
  /** The places under study, in their order. */
  readonly profile: readonly RegionUnit[];
  readonly detour: readonly DetourRow[];
  readonly deadends: readonly DeadEndRow[];
  /** Province, prefecture, county: judged or not. */
  readonly deadEndLevels: readonly DeadEndLevel[];
  readonly circles: readonly CircleRow[];
  readonly score: readonly ScoreRow[];
  /** Every administrative level that the network has areas of, highest first. */
  readonly density: readonly DensityRow[];
  /** Border lines, the longest first; `null` = not asked. */
  readonly permeability: readonly PermeabilityRow[] | null;
  readonly access: readonly AccessRow[];
  readonly gateways: readonly GatewayRow[];
  /** What the file of projects says of each; not in reports of old versions. */
  readonly projectSheets?: readonly ProjectSheet[];
  /** Sets of the scored projects; `null` with fewer than two. */
  readonly portfolio: Portfolio | null;
  /** Against an earlier `result.json`; `null` when none was given. */
  readonly change: ReportChange | null;
  /** Roads and railways by name, state and dates, for a later comparison; not in reports of old versions. */
  readonly roads?: readonly RoadSection[];
  readonly map: BaseMap;
  /** Of the dead ends that get a card. */
  readonly closeUps: readonly CloseUp[];
  /** Pairs that the reader looks for first, e.g. `温州-南平`. */
  readonly headlinePairs: readonly (readonly [string, string])[];
}

/** What the file of projects says of one, as found: figures with their sources, nothing computed. */
export interface ProjectSheet {
  readonly projectId: string;
  readonly project: string;
  readonly nameEn: string | null;
  /** Technical grade of a road; `null` = not given. */
  readonly grade: string | null;
  readonly variantOf: string | null;
  /** Of the whole (`of` empty), of sections, of roads that bear on it; on the day it was found. */
  readonly statuses: readonly {
    readonly of: string;
    readonly status: string;
    readonly source: string | null;
    readonly asFound: string | null;
  }[];
  readonly facts: readonly ProjectFact[];
}

export interface ProjectFact {
  readonly key:
    | 'lengthKm'
    | 'designSpeedKph'
    | 'costYi'
    | 'constructionStartOn'
    | 'expectedOn'
    | 'openedOn'
    | 'trainsPerDay'
    | 'dwellS'
    | 'terrainFactor'
    | 'fastestTripMin';
  /** What it is said of: the whole, a section, the part in a unit, a road that bears on it. */
  readonly kind: 'whole' | 'section' | 'part' | 'related';
  readonly of: string;
  readonly value: number | string;
  readonly source: string;
  /** When the source says it. */
  readonly date: string | null;
  readonly note: string | null;
  /** Nobody's figure but an assumption of the file. */
  readonly assumption: boolean;
  readonly conflicts: readonly {
    readonly value: number | string;
    readonly source: string;
    readonly date: string | null;
  }[];
}

/** What moved since an earlier report. */
export interface ReportChange {
  /** File name of the earlier `result.json`. */
  readonly file: string;
  readonly sha256: string;
  /** Of the tool that made it. */
  readonly version: string;
  readonly asOf: string | null;
  readonly dataDate: string | null;
  /** How causes are told apart, and what the two reports do not tell. */
  readonly notes: readonly Sentence[];
  readonly rows: readonly CompareRow[];
}

/** A published time against the model's. */
export interface ValidateRow {
  readonly id: string;
  readonly mode: 'road' | 'rail';
  readonly from: string;
  readonly to: string;
  /** Day the network stood for, `yyyy-mm-dd`; `null` = as the data is, or not asked. */
  readonly asOf: string | null;
  /** `cut` = time saved by an opening, after against before. */
  readonly says: 'about' | 'more-than' | 'at-least' | 'forecast' | 'cut';
  readonly publishedS: number;
  /** By rail from station to station; `null` when it could not be asked. */
  readonly predictedS: number | null;
  /** predicted ÷ published − 1; `null` when not asked, or published as a bound that is kept. */
  readonly error: number | null;
  /** The same, foretold by a factor fitted on the other rows of its mode; `null` for none, bounds and cuts. */
  readonly leftOutError: number | null;
  readonly distanceM: number | null;
  /** Parameters of the model were fitted on this row: its error proves little. */
  /** The way by road comes within 5 km of a cut end. */
  readonly nearClip?: boolean;
  readonly fitted: boolean;
  /** Why it could not be asked, or what must be known of it. */
  readonly note: Sentence | null;
  readonly source: string;
}

/** A trip between two places on two days. */
export interface OpenedRow {
  readonly from: string;
  readonly to: string;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  /** Negative where something was closed; `null` without a way on one of the days. */
  readonly savedS: number | null;
  /** Today's way by road comes within 5 km of a cut end, or there is none in a cut extract. */
  readonly nearClip?: boolean;
}
