import type {Sentence} from '../../scenario/sentence.ts';

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
