import {Readable} from 'node:stream';
import {CsvError, parse} from 'csv-parse';
import {UserError} from '../../errors.ts';
import type {PopulationCells, Vintage} from '../../geo/population-cells.ts';
import {CellList} from './cell-list.ts';
import {vintageOf} from './vintage.ts';

const NEEDED = ['lon', 'lat', 'population'] as const;
const KNOWN: readonly string[] = [...NEEDED, 'date', 'kind'];
const HINT =
  'the first line is lon,lat,population (and date,kind where rows differ), degrees WGS84';

/**
 * Population cells from CSV with the columns `lon`, `lat`, `population` and, where rows differ, `date`
 * and `kind`; no others. Read as a stream. Throws `UserError` with all complaints and their lines.
 */
export async function readPopulationCsv(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  ofFile: Vintage,
): Promise<PopulationCells> {
  const list = new CellList(name);
  let columns: readonly string[] | null = null;
  const parser = Readable.from(bytes).pipe(
    parse({bom: true, trim: true, skip_empty_lines: true, info: true}),
  );
  try {
    for await (const {record, info} of parser as AsyncIterable<{
      record: string[];
      info: {lines: number};
    }>) {
      if (columns === null) columns = columnsOf(record, name);
      else addRow(list, columns, record, `line ${info.lines}`, ofFile);
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UserError('E_INPUT', `${name} is no CSV table: ${cause.message}`, {
      hint: HINT,
      cause,
    });
  }
  return list.finish(HINT);
}

function columnsOf(head: readonly string[], name: string): readonly string[] {
  const columns = head.map((column) => column.toLowerCase());
  const missing = NEEDED.filter((column) => !columns.includes(column));
  const strange = columns.filter((column) => !KNOWN.includes(column));
  const twice = columns.filter((column, i) => columns.indexOf(column) !== i);
  const faults = [
    ...missing.map((column) => `column ${column} is missing`),
    ...strange.map((column) => `column "${column}" is not known`),
    ...twice.map((column) => `column ${column} comes twice`),
  ];
  if (faults.length > 0) {
    throw new UserError('E_INPUT', `${name}, line 1: ${faults.join('; ')}`, {hint: HINT});
  }
  return columns;
}

function addRow(
  list: CellList,
  columns: readonly string[],
  record: readonly string[],
  where: string,
  ofFile: Vintage,
): void {
  const value = (column: string): string => record[columns.indexOf(column)] ?? '';
  const number = (column: string): number =>
    value(column) === '' ? Number.NaN : Number(value(column));
  const vintage = vintageOf({date: value('date'), kind: value('kind')}, ofFile, (text) =>
    list.fault(`${where}: ${text}`),
  );
  list.add(number('lon'), number('lat'), number('population'), vintage, where);
}
