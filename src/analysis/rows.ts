/**
 * The rows of every analysis: the JSON contract of docs/result-format.md. `null` = computed and
 * there is none; a missing key = not asked. Metres, seconds, degrees WGS84; shares 0–1.
 */
export type {Sentence} from '../scenario/sentence.ts';
export type * from './candidates/rows.ts';
export type * from './density/rows.ts';
export type * from './permeability/rows.ts';
export type * from './rows/access.ts';
export type * from './rows/circles.ts';
export type * from './rows/compare.ts';
export type * from './rows/dead-ends.ts';
export type * from './rows/drawn.ts';
export type * from './rows/network.ts';
export type * from './rows/portfolio.ts';
export type * from './rows/provenance.ts';
export type * from './rows/report.ts';
export * from './rows/score.ts';
export type * from './rows/trips.ts';
export type * from './rows/validate.ts';
