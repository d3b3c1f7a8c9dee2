import type {Provenance} from '../analysis/rows.ts';
import {cleanText} from './escape.ts';
import {msg} from './i18n/message.ts';
import type {Lang} from './i18n/text.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import type {TextTable} from './text-table.ts';
import {textTables} from './text-tables.ts';
import {columns as width} from './text-width.ts';

/**
 * The rows of a question as an aligned table for a terminal (wide characters count two columns), one
 * header line with the units in it; then `more` tables; with a provenance, a last line says where the
 * data come from.
 */
export function renderText<K extends Kind>(
  kind: K,
  rows: readonly RowsByKind[K][],
  lang: Lang,
  provenance?: Provenance,
  more: readonly TextTable[] = [],
): string {
  const blocks =
    rows.length === 0
      ? [`${msg('textNoRows')[lang]}\n`]
      : textTables(kind, rows).map((table) => alignTable(table, lang));
  blocks.push(...more.map((table) => alignTable(table, lang)));
  if (provenance !== undefined) blocks.push(`${footer(provenance, lang)}\n`);
  return blocks.join('\n');
}

function alignTable({title, columns, rows}: TextTable, lang: Lang): string {
  const head = columns.map((c) => oneLine(c.head[lang]));
  const body = rows.map((row) =>
    row.map((cell) => oneLine(typeof cell === 'string' ? cell : cell[lang])),
  );
  const widths = head.map((h, i) => Math.max(width(h), ...body.map((row) => width(row[i] ?? ''))));
  const lines = [head, ...body].map((row) =>
    row
      .map((text, i) => pad(text, widths[i]!, columns[i]!.right === true))
      .join('  ')
      .trimEnd(),
  );
  const top = (title ?? []).map((text) => `${oneLine(text[lang])}\n`).join('');
  return `${top}${lines.join('\n')}\n`;
}

function pad(text: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
}

/** No control character of a name may reach the terminal, nor break its line. */
export function oneLine(text: string): string {
  return cleanText(text.replace(/[\t\r\n]+/g, ' '));
}

function footer(p: Provenance, lang: Lang): string {
  const text = msg('textFooter', {
    dataDate: p.dataDate ?? msg('notKnown'),
    asOf: p.asOf ?? msg('asData'),
    version: p.version,
    inputs: p.inputs.map((i) => i.name).join(', '),
  });
  const mark = p.schematic ? `[${msg('schematicShort')[lang]}] ` : '';
  return oneLine(mark + text[lang]);
}
