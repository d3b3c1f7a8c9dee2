import type {AnalysisResult, Sentence} from './rows.ts';

/** What an analysis gives back: its rows and everything a reader must know to trust them. */
export interface Answer<Row> {
  readonly rows: readonly Row[];
  readonly region?: AnalysisResult<Row>['region'];
  readonly portfolio?: AnalysisResult<Row>['portfolio'];
  /** Every parameter that had a say, defaults included. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly Sentence[];
  /** What was left out or could not be answered, with the reason. */
  readonly warnings: readonly Sentence[];
}
