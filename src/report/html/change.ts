import type {CompareRow, ReportChange} from '../../analysis/rows.ts';
import {causesText, differenceText, figureName, figureText} from '../compare-text.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {compareWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** Rows of a subject shown; the file has all. */
const MOST_ROWS = 40;

/** What an older report is told apart by, and what moved, by subject. */
const PARTS = ['basis', 'road', 'deadend', 'detour', 'circle', 'score'] as const;

/** What moved since an earlier report; without one a line that says how to get it. */
export function changeSection(page: Page): Markup {
  const {change} = page.result;
  if (!change) {
    const how = markup`<p>${msg('changeNone')} <code>guantong report … --since OLD/result.json</code></p>`;
    return section(page, 'change', msg('change'), how);
  }
  return section(page, 'change', msg('change'), [
    markup`<p>${sinceText(change)}</p>`,
    change.rows.length === 0
      ? markup`<p>${msg('changeNothing')}</p>`
      : PARTS.map((subject) =>
          partOf(
            subject,
            change.rows.filter((row) => row.subject === subject),
          ),
        ),
    notes(change),
  ]);
}

function sinceText({file, sha256, version, asOf, dataDate, rows}: ReportChange): Text {
  return msg('changeSince', {
    file,
    hash: (sha256 ?? '').slice(0, 12) || '–',
    version: version ?? '–',
    asOf: asOf ?? msg('asData'),
    dataDate: dataDate ?? msg('notKnown'),
    count: rows.length,
  });
}

function partOf(subject: CompareRow['subject'], rows: readonly CompareRow[]): Child {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_ROWS);
  const more =
    shown.length === rows.length
      ? null
      : markup`<p class="dim">${msg('moreInFile', {shown: shown.length, all: rows.length, file: 'change.csv'})}</p>`;
  const body = table({
    id: `table-change-${subject}`,
    caption: msg('changeOf', {subject: compareWord(subject), count: rows.length}),
    trace: {key: 'change.rows[]', file: 'change.csv'},
    columns: [
      {head: msg('colThing'), kind: 'long'},
      {head: msg('colChange'), kind: 'text'},
      {head: msg('colFigure'), kind: 'text'},
      {head: msg('colOlder'), kind: 'number'},
      {head: msg('colNewer'), kind: 'number'},
      {head: msg('colDifference'), kind: 'number'},
      {head: msg('colWhy'), kind: 'text'},
    ],
    rows: shown.map((row) => [
      {body: markup`${row.key}${evidence(row)}`, sort: row.key},
      textCell(compareWord(row.change)),
      textCell(figureName(row)),
      numberCell(numeric(row.before), figureText(row, row.before)),
      numberCell(numeric(row.after), figureText(row, row.after)),
      numberCell(row.difference, differenceText(row)),
      textCell(causesText(row)),
    ]),
  });
  return markup`${body}${more}`;
}

function numeric(value: CompareRow['before']): number | null {
  return typeof value === 'number' ? value : null;
}

function evidence({evidence: list}: CompareRow): Child {
  return list.map((one) => markup`<br/><span class="dim">${{zh: one.zh, en: one.en}}</span>`);
}

function notes({notes: list = []}: ReportChange): Child {
  if (list.length === 0) return null;
  const items = list.map((one) => markup`<li>${{zh: one.zh, en: one.en}}</li>`);
  return markup`<h4>${msg('provNotes')}</h4><ul class="notes">${items}</ul>`;
}
