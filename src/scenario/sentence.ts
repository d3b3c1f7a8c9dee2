/**
 * The same sentence in both languages with a stable id for machines. Structurally the `Sentence` of
 * src/analysis/rows.ts, which this room may not import.
 */
export interface Sentence {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}
