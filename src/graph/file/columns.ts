import type {EdgeTable, NodeTable} from '../network.ts';
import {badFile} from './bad-file.ts';
import {
  COLUMN_TYPES,
  type Column,
  type ColumnOf,
  type ColumnType,
  columnType,
  type Section,
} from './layout.ts';

/** Columns of the node table in file order; section names are `nodes.<key>`. */
export const NODE_COLUMNS = {
  osmId: 'f64',
  lon: 'f64',
  lat: 'f64',
  flags: 'u8',
} as const satisfies Record<Exclude<keyof NodeTable, 'count'>, ColumnType>;

/** Columns of the edge table in file order; section names are `edges.<key>`. */
export const EDGE_COLUMNS = {
  from: 'u32',
  to: 'u32',
  lengthM: 'f64',
  class: 'u8',
  oneway: 'u8',
  status: 'u8',
  access: 'u8',
  openedOn: 'i32',
  closedOn: 'i32',
  maxspeedKph: 'u16',
  grade: 'u8',
  lanes: 'u8',
  surface: 'u8',
  toll: 'u8',
  highspeed: 'u8',
  bridgeM: 'f32',
  tunnelM: 'f32',
  durationS: 'u32',
  ref: 'u32',
  name: 'u32',
  firstPoint: 'u32',
  pointLonE7: 'i32',
  pointLatE7: 'i32',
  firstWay: 'u32',
  wayId: 'f64',
  widthM: 'f32',
} as const satisfies Record<Exclude<keyof EdgeTable, 'count'>, ColumnType>;

/** Columns that files of earlier days lack: read as all 0, "not known". */
const ADDED_LATER: ReadonlySet<string> = new Set(['edges.widthM']);

/** Section that holds the string table: a JSON array as UTF-8, so that any JS string survives. */
export const STRINGS_SECTION = 'strings';

type Types = Readonly<Record<string, ColumnType>>;
type ColumnsOf<T extends Types> = {readonly [K in keyof T]: ColumnOf[T[K]]};

/** The sections of a table: one per column of `types`, named `<prefix>.<column>`. */
export function tableSections(
  prefix: string,
  types: Types,
  table: Readonly<Record<string, Column | number>>,
): Section[] {
  return Object.entries(types).map(([key, type]) => {
    const column = table[key];
    if (!(column instanceof COLUMN_TYPES[type])) {
      throw new Error(`column ${prefix}.${key} is not of type ${type}`);
    }
    return {name: `${prefix}.${key}`, column};
  });
}

/**
 * The columns of a table out of the file's sections; one that is missing (unless it was added to the
 * format later) or of another type is a fault.
 */
export function readTable<T extends Types>(
  prefix: string,
  types: T,
  columns: ReadonlyMap<string, Column>,
  fileName: string,
): ColumnsOf<T> {
  // Not the header's count: that is not yet checked, and may be anything.
  const rows = columns.get(`${prefix}.${Object.keys(types)[0]}`)?.length ?? 0;
  const table = Object.entries(types).map(([key, type]) => {
    const name = `${prefix}.${key}`;
    const absent = ADDED_LATER.has(name) && !columns.has(name);
    return [key, absent ? new COLUMN_TYPES[type](rows) : readColumn(name, type, columns, fileName)];
  });
  return Object.fromEntries(table) as ColumnsOf<T>;
}

/** One column by its section name. */
export function readColumn<T extends ColumnType>(
  name: string,
  type: T,
  columns: ReadonlyMap<string, Column>,
  fileName: string,
): ColumnOf[T] {
  const column = columns.get(name);
  if (!column) throw badFile(fileName, `has no section ${name}.`);
  if (columnType(column) !== type) {
    throw badFile(fileName, `has a section ${name} of type ${columnType(column)}, not ${type}.`);
  }
  return column as ColumnOf[T];
}
