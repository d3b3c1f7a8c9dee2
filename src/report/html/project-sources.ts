import type {ProjectFact} from '../../analysis/rows.ts';
import {NONE} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {projectFactWord, statusWord} from '../i18n/words.ts';
import {type Child, markup} from '../markup.ts';
import {type SourceLine, sourceLines} from '../project-source-columns.ts';
import type {Page} from './page-context.ts';
import {type Cell, table, textCell} from './table.ts';

/** Where the sources of all projects stand. */
export const SOURCES_ANCHOR = 'project-sources';

/** Every figure that the file has, whose it is and when it was said; conflicts beside it. */
export function sourcesPart(page: Page): Child {
  const {result} = page;
  const sheets = result.projectSheets ?? [];
  const ranks = new Map(result.score.map(({projectId, rank}) => [projectId, rank]));
  const rankOf = (id: string) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
  const lines = sheets
    .toSorted((a, b) => rankOf(a.projectId) - rankOf(b.projectId))
    .flatMap(sourceLines);
  if (lines.length === 0) return null;
  const body = table({
    id: 'table-project-sources',
    caption: msg('projectSources'),
    headed: true,
    trace: {key: 'projectSheets[]', file: 'project-sources.csv'},
    columns: [
      {head: msg('colProject'), kind: 'text'},
      {head: msg('colOf'), kind: 'text'},
      {head: msg('colFact'), kind: 'text'},
      {head: msg('colValue'), kind: 'text'},
      {head: msg('colSource'), kind: 'long'},
      {head: msg('colSourceDate'), kind: 'name'},
    ],
    rows: lines.map((line) => [
      textCell(page.nameOf(line.project)),
      textCell(line.of === '' ? msg('projectWhole') : line.of),
      ...('fact' in line ? factCells(line.fact) : statusCells(line)),
    ]),
  });
  return markup`<h3 id="${SOURCES_ANCHOR}">${msg('projectSources')}</h3>${body}`;
}

function statusCells({status, source, asFound}: Exclude<SourceLine, {fact: unknown}>): Cell[] {
  return [
    textCell(msg('colStatus')),
    textCell(statusWord(status)),
    textCell(source ?? msg('notGiven')),
    dayCell(asFound),
  ];
}

function factCells(fact: ProjectFact): Cell[] {
  return [
    textCell(projectFactWord(fact.key)),
    textCell(valueText(fact)),
    textCell(sourceText(fact)),
    dayCell(fact.date),
  ];
}

function dayCell(day: string | null): Cell {
  return {body: markup`<span class="nb">${day ?? NONE}</span>`, sort: day};
}

function valueText({value, conflicts}: ProjectFact): Text {
  const own = String(value);
  if (conflicts.length === 0) return same(own);
  return msg('projectConflict', {value: own, others: conflicts.map((c) => c.value).join(', ')});
}

function sourceText({source, note, assumption}: ProjectFact): Text {
  const mark = assumption ? msg('assumption') : null;
  const more = note === null ? '' : `（${note}）`;
  return {
    zh: `${mark ? `【${mark.zh}】` : ''}${source}${more}`,
    en: `${mark ? `[${mark.en}] ` : ''}${source}${more}`,
  };
}
