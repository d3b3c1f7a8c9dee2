import {csvColumns} from './csv-columns.ts';
import {
  circlePlaceColumns,
  circlePlaceLines,
  infoLines,
  itemColumns,
  ledgerLines,
} from './csv-lines.ts';
import type {CsvColumn, CsvValue} from './csv-values.ts';
import {cleanText} from './escape.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import type {ReportTable} from './tables/report-table.ts';

/**
 * RFC 4180 text: CRLF, quotes where needed, and a byte order mark first, without which spreadsheets
 * read Chinese as gibberish. A text cell that a spreadsheet would run as a formula gets an apostrophe.
 * `null` is an empty cell. No rows give the header alone.
 */
export function toCsv<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  return [...csvPieces(rows, columns)].join('');
}

/** The same line by line, for tables longer than one string can be. */
export function* csvPieces<Row>(
  rows: Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
): Generator<string> {
  yield `\ufeff${columns.map((c) => cell(c.key)).join(',')}\r\n`;
  for (const row of rows) yield `${columns.map((c) => cell(c.value(row))).join(',')}\r\n`;
}

/** The rows of one question as CSV, for `--format csv`. */
export function rowsToCsv<K extends Kind>(kind: K, rows: readonly RowsByKind[K][]): string {
  if (kind === 'info')
    return toCsv(
      rows.flatMap((r) => [
        ...infoLines(r as RowsByKind['info']),
        ...ledgerLines(r as RowsByKind['info']),
      ]),
      itemColumns,
    );
  if (kind === 'circle') {
    return toCsv(
      rows.flatMap((r) => circlePlaceLines(r as RowsByKind['circle'])),
      circlePlaceColumns,
    );
  }
  return toCsv(rows, csvColumns(kind));
}

/** A table of a report as CSV. */
export function tableCsv({columns, rows}: ReportTable): string {
  return toCsv(
    rows,
    columns.map(({key}, i) => ({key, value: (row) => row[i]!})),
  );
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = guardFormula(cleanText(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Puts an apostrophe before what a spreadsheet takes for a formula, also after blanks or in full width. */
export function guardFormula(text: string): string {
  return /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}
