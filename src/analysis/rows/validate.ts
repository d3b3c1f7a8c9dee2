import type {Sentence} from '../../scenario/sentence.ts';

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
