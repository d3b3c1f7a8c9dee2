import type {LonLat} from '../../geo/line.ts';
import type {Sentence} from '../../scenario/sentence.ts';

/** A road that goes over a border line, its carriageways together. */
export interface Crossing {
  readonly lon: number;
  readonly lat: number;
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** Closing it cuts a part of the studied network off from the rest. */
  readonly isBridge: boolean;
  /** Ends within 2 km of the line: not counted among the crossings. */
  readonly isStub: boolean;
}

/** A line parallel to the border inside one unit. */
export interface ControlLine {
  readonly unit: string | null;
  readonly km: number;
  /** Why there is none. */
  readonly reason: 'no-areas' | 'too-narrow' | null;
}

/** Crossings of roads of a class and above. */
export interface ClassCrossings {
  readonly class: string;
  readonly count: number;
  /** Per 100 km of the border as generalised. `null` for a line without length. */
  readonly per100Km: number | null;
  /** On the control lines, in order of `sides`; `null` = no such line. */
  readonly controlPer100Km: readonly (number | null)[];
  /** `per100Km` ÷ mean of the controls; `null` without any or when they have no crossing. */
  readonly permeability: number | null;
}

/** A corridor whose closure parts the two sides. */
export interface Severing {
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  readonly km: number;
  readonly line: readonly LonLat[];
}

/** How many corridors must be closed to part the two sides, by roads of a class and above. */
export interface Connectivity {
  readonly class: string;
  /** 0 = not joined; `null` = cannot be told, see `reason`. */
  readonly corridors: number | null;
  readonly reason: 'no-areas' | 'no-road-inland' | null;
  /** When one closure does it: each corridor that does. */
  readonly severing: readonly Severing[];
}

/** METHODS.md §D.8. */
export interface BorderEffect {
  /** Mean pace over the border ÷ mean pace of pairs of the same distance within a side; `null` = none. */
  readonly value: number | null;
  /** 95 % interval by bootstrap over places. */
  readonly interval: readonly [number, number] | null;
  readonly pairs: number;
  readonly controlPairs: number;
  readonly reason: 'no-areas' | 'too-few-places' | null;
  /** What closing the cheapest gaps of `candidates` would do. */
  readonly gaps: {
    /** Ids of the candidates, shortest first. */
    readonly closed: readonly string[];
    readonly valueAfter: number | null;
    /** Share of the excess (value − 1) that goes; `null` when there is no excess or no gap. */
    readonly shareRemoved: number | null;
  };
}

/** Permeability of one border line: all pieces between the same two units. */
export interface PermeabilityRow {
  readonly id: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** The two units; `null` where the data does not tell. */
  readonly sides: readonly [string | null, string | null];
  readonly lengthKm: number;
  /** Generalised as a control line is: what crossings are divided by. */
  readonly generalKm: number;
  /** By rising class: each line holds those above it. */
  readonly classes: readonly ClassCrossings[];
  readonly control: readonly ControlLine[];
  readonly crossings: readonly Crossing[];
  /** Longest stretch of the line that no studied road crosses, and its middle. */
  readonly longestGap: {
    readonly km: number;
    readonly lon: number;
    readonly lat: number;
    readonly line: readonly LonLat[];
  } | null;
  readonly connectivity: readonly Connectivity[];
  readonly borderEffect: BorderEffect;
  readonly lines: readonly (readonly LonLat[])[];
  /** Roads are cut by the extract's edge within 5 km of the line: crossings may be missing. */
  readonly nearClip?: boolean;
  readonly notes: readonly Sentence[];
}
