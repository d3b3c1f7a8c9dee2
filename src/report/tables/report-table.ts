import type {CsvColumn, CsvValue} from '../csv-values.ts';
import {type ColumnType, type ColumnWords, columnWords} from '../i18n/column-words.ts';
import {tableName} from '../i18n/table-words.ts';
import type {Text} from '../i18n/text.ts';

/** A column of a table that is in no format yet. */
export interface TableColumn extends ColumnWords {
  /** What heads it in files for machines. */
  readonly key: string;
}

/** A table of a report before it is written as CSV, workbook or Markdown. */
export interface ReportTable {
  /** Name of its file without the ending, and of its sheet. */
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Lays out rows by columns; heads, units and types come from i18n/column-words.ts by the key. */
export function tableOf<Row>(
  id: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): ReportTable {
  const values = rows.map((row) => columns.map((column) => column.value(row)));
  return {
    id,
    title: tableName(id),
    columns: columns.map(({key, words}, i) => {
      const own = words ?? columnWords(id, key);
      const column = values.map((row) => row[i]!);
      return {...own, key, type: fittingType(own.type, column)};
    }),
    rows: values,
  };
}

/** The type promised, or `text` where a value breaks the promise: a number must never read as another. */
export function fittingType(type: ColumnType, values: readonly CsvValue[]): ColumnType {
  return values.every((value) => value === null || fits(type, value)) ? type : 'text';
}

function fits(type: ColumnType, value: string | number | boolean): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === {text: 'string', number: 'number', flag: 'boolean'}[type];
}
