import type {DetourRow, ReportResult} from '../analysis/rows.ts';
import {
  type CsvColumn,
  type CsvValue,
  circlePlaceColumns,
  circlePlaceLines,
  csvColumns,
  infoLines,
  itemColumns,
  ledgerColumns,
  matrixOf,
  scorePairColumns,
  scorePairLines,
} from './csv-columns.ts';
import {cleanText} from './escape.ts';
import type {Kind, RowsByKind} from './kinds.ts';

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
      rows.flatMap((r) => infoLines(r as RowsByKind['info'])),
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

/** Every table of a report, by file name. */
export function reportTables(result: ReportResult): Record<string, string> {
  return {
    'detour.csv': rowsToCsv('detour', result.detour),
    'matrix.csv': matrixCsv(result.detour),
    'deadends.csv': rowsToCsv('deadends', result.deadends),
    'circle.csv': rowsToCsv('circle', result.circles),
    'score.csv': rowsToCsv('score', result.score),
    'score-pairs.csv': toCsv(result.score.flatMap(scorePairLines), scorePairColumns),
    'info.csv': rowsToCsv('info', [result.info]),
    'ledger.csv': toCsv(result.info.ledger, ledgerColumns),
  };
}

/** Minutes of the fastest way from each place (down) to each place (across); empty where not asked. */
function matrixCsv(rows: readonly DetourRow[]): string {
  const {names, minutes} = matrixOf(rows);
  const columns: CsvColumn<string>[] = [
    {key: 'minutes', value: (from) => from},
    ...names.map((to) => ({key: to, value: (from: string) => minutes(from, to)})),
  ];
  return toCsv(names, columns);
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = guard(cleanText(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet takes for a formula, also after blanks or in full width. */
function guard(text: string): string {
  return /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}
