import type {ColumnWords} from './i18n/column-words.ts';

export type CsvValue = string | number | boolean | null;

/** A column: its head (with the unit in it) and where its value comes from. */
export interface CsvColumn<Row> {
  readonly key: string;
  readonly value: (row: Row) => CsvValue;
  /** What heads it in tables for people; by default what i18n/column-words.ts has for the key. */
  readonly words?: ColumnWords;
}

/** Metres as kilometres to the metre. */
export function kmOf(metres: number | null | undefined): number | null {
  return metres === null || metres === undefined ? null : fixed(metres / 1000, 3);
}

/** Seconds as minutes to the hundredth. */
export function minOf(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : fixed(seconds / 60, 2);
}

/** A number rounded to a count of decimals. */
export function fixed(value: number | null | undefined, digits: number): number | null {
  if (value === null || value === undefined) return null;
  const rounded = Number(value.toFixed(digits));
  return rounded === 0 ? 0 : rounded;
}
