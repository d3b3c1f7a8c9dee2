import type {Sentence} from '../../scenario/sentence.ts';
import type {RegionFigures} from './access.ts';
import type {Portfolio} from './portfolio.ts';

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
