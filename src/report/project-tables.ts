import type {ScoreRow} from '../analysis/rows.ts';
import {provinceText} from './circle-text.ts';
import {km1, NONE, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import type {TextTable} from './text-table.ts';

/** Under the ranking: which province carries the kilometres and which gains, and what must be known of each project. */
export function projectTables(rows: readonly ScoreRow[]): TextTable[] {
  const noted = rows.filter(({notes}) => notes.length > 0);
  return [
    ...(rows.length === 0 ? [] : [splitTable(rows)]),
    ...(noted.length === 0 ? [] : [notesTable(noted)]),
  ];
}

function splitTable(rows: readonly ScoreRow[]): TextTable {
  return {
    title: [msg('splitTitle')],
    columns: [
      {head: msg('colProject')},
      {head: msg('colCarries')},
      {head: msg('colGains')},
      {head: msg('colSpillover'), right: true},
    ],
    rows: rows.map(({project, provinces, byProvince}) => [
      project,
      listed(provinces?.lengthM ?? {}, (m) => `${km1(m)} km`),
      listed(byProvince, percent),
      percent(provinces?.spillover ?? null),
    ]),
  };
}

/** The greatest first. */
function listed(
  values: Readonly<Record<string, number>>,
  figure: (value: number) => string,
): Text | string {
  const parts = Object.entries(values)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, value]) => joinTexts([provinceText(name), same(figure(value))], same(' ')));
  return parts.length === 0 ? NONE : joinTexts(parts, msg('listComma'));
}

/** A line a note; the project stands before the first. */
function notesTable(rows: readonly ScoreRow[]): TextTable {
  return {
    title: [msg('projectNotesTitle')],
    columns: [{head: msg('colProject')}, {head: msg('projectNotes')}],
    rows: rows.flatMap(({project, notes}) =>
      notes.map((note, i) => [i === 0 ? project : '', note] as const),
    ),
  };
}
