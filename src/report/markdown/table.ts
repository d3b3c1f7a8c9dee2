import {msg} from '../i18n/message.ts';
import type {Lang} from '../i18n/text.ts';
import type {TextTable} from '../text-table.ts';
import {fileLink, markdownText} from './escape.ts';

/** A long table tells its first rows and where the rest is. */
const MOST_ROWS = 30;

/** A table in one language; of more than 30 rows the first, with the count of all and the file they are in. */
export function markdownTable({title, columns, rows}: TextTable, lang: Lang, file: string): string {
  const shown = rows.slice(0, MOST_ROWS);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    line(columns.map(({head}) => markdownText(head[lang]))),
    line(columns.map(({right}) => (right ? '---:' : '---'))),
    ...shown.map((row) =>
      line(row.map((cell) => markdownText(typeof cell === 'string' ? cell : cell[lang]))),
    ),
  ];
  const rest = rows.length - shown.length;
  return [
    ...(title ?? []).map((text) => `${markdownText(text[lang])}\n`),
    rows.length === 0 ? `${msg('textNoRows')[lang]}\n` : `${lines.join('\n')}\n`,
    ...(rest === 0
      ? []
      : [
          `${msg('markdownCut', {shown: shown.length, all: rows.length, file: fileLink(file)})[lang]}\n`,
        ]),
  ].join('\n');
}
