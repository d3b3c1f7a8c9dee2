import type {SheetData} from 'write-excel-file/node';
import type {ReadTable} from '../tables/in-language.ts';
import {columns as width} from '../text-width.ts';
import {headCell, numberCell, textCell} from './cells.ts';

/** Rows and columns that a sheet can hold, after the format's own limit; one row is the head. */
export const MAX_ROWS = 1_048_575;
export const MAX_COLUMNS = 16_384;

const MIN_WIDTH = 7;
const MAX_WIDTH = 48;
/** Rows that a column's width is taken from. */
const MEASURED_ROWS = 200;

/** A table as a sheet: one row of heads, then the rows, as many as a sheet can hold. */
export function tableSheet({columns, rows}: ReadTable): {
  readonly data: SheetData;
  readonly widths: readonly number[];
} {
  const shown = columns.slice(0, MAX_COLUMNS);
  const data = rows.slice(0, MAX_ROWS).map((row) =>
    shown.map(({type}, i) => {
      const value = row[i]!;
      if (value === null) return null;
      return typeof value === 'number' ? numberCell(value, type) : textCell(value);
    }),
  );
  const widths = shown.map(({headText}, i) => {
    const body = rows.slice(0, MEASURED_ROWS).map((row) => width(String(row[i] ?? '')));
    // a head may take two lines
    return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width(headText) / 2 + 4, ...body) + 2);
  });
  return {data: [shown.map(({headText}) => headCell(headText)), ...data], widths};
}
