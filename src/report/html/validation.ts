import type {ValidateRow} from '../../analysis/rows.ts';
import {minutes, NONE, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same} from '../i18n/text.ts';
import {modeWord, saysWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import type {Page} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** How far published times lie from the model's, row by row; those that could not be asked say why. */
export function validationPart({result}: Page): Markup {
  const head = markup`<h3>${msg('validation')}</h3>`;
  const rows = result.validation ?? null;
  if (rows === null) return markup`${head}<p class="dim">${msg('validationNotAsked')}</p>`;
  return markup`${head}<p>${summary(rows)}</p>${rowTable(rows)}`;
}

/** A cut is the difference of two rows that are counted already. */
function summary(rows: readonly ValidateRow[]) {
  const compared = rows.filter(({error, says}) => error !== null && says !== 'cut');
  const errors = compared.map(({error}) => Math.abs(error!)).sort((a, b) => a - b);
  if (errors.length === 0) return msg('validationNone', {all: rows.length});
  const upper = errors[errors.length >> 1]!;
  const lower = errors[(errors.length - 1) >> 1]!;
  return msg('validationSummary', {
    all: rows.length,
    compared: errors.length,
    median: percent((lower + upper) / 2),
    fitted: compared.filter(({fitted}) => fitted).length,
  });
}

function rowTable(rows: readonly ValidateRow[]): Markup {
  return table({
    id: 'table-validation',
    caption: msg('validation'),
    headed: true,
    trace: {key: 'validation[]', file: 'validation.csv'},
    columns: [
      {head: msg('colFrom'), kind: 'text'},
      {head: msg('colTo'), kind: 'text'},
      {head: msg('colMode'), kind: 'text'},
      {head: msg('colPublished'), kind: 'number'},
      {head: msg('colPredicted'), kind: 'number'},
      {head: msg('colError'), kind: 'number'},
      {head: msg('colFitted'), kind: 'text'},
      {head: msg('colNote'), kind: 'long'},
    ],
    rows: rows.map((row) => [
      textCell(row.from),
      textCell(row.to),
      textCell(modeWord(row.mode)),
      numberCell(row.publishedS, saysWord(row.says, minutes(row.publishedS))),
      numberCell(row.predictedS, minutes(row.predictedS)),
      numberCell(row.error, percent(row.error)),
      textCell(row.fitted ? msg('yes') : same(NONE)),
      textCell(row.note ?? same(NONE)),
    ]),
  });
}
