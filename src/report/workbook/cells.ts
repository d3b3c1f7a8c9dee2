import type {Cell} from 'write-excel-file/node';
import {guardFormula} from '../csv.ts';
import {cleanText} from '../escape.ts';
import type {ColumnType} from '../i18n/column-words.ts';

/** What a cell may hold, after the format's own limit. */
const MAX_CELL_CHARS = 32_000;
const CUT = ' … ✂';

/**
 * A text as a cell that no spreadsheet runs: cleaned, on one line, with an apostrophe before what would
 * be a formula once somebody saves the sheet as CSV, and with what the format takes for an escape
 * (`_x000D_`) made plain.
 */
export function textCell(text: string): Cell {
  const line = guardFormula(cleanText(text.replace(/[\t\r\n]+/g, ' ')));
  const cut = line.length <= MAX_CELL_CHARS ? line : wholeChars(line, MAX_CELL_CHARS) + CUT;
  const plain = cut.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return {type: String, value: plain in {} ? `${plain} ` : plain};
}

/** The writer finds texts again by an object's keys, where `constructor` and its like are taken: above. */
function wholeChars(text: string, count: number): string {
  return cleanText(text.slice(0, count)).replace(/\ufffd$/, '');
}

/** A number as a number; whole numbers with separators of thousands. */
export function numberCell(value: number, type: ColumnType): Cell {
  return {type: Number, value, ...(type === 'integer' ? {format: '#,##0'} : {})};
}

const HEAD_FILL = '#dde6ee';

export function headCell(text: string): Cell {
  return {
    ...(textCell(text) as object),
    fontWeight: 'bold',
    backgroundColor: HEAD_FILL,
    wrap: true,
    alignVertical: 'center',
  };
}
