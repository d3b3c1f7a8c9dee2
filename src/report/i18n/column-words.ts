import {BORDER_COLUMNS} from './columns/borders.ts';
import {type ColumnWords, NO_UNIT} from './columns/column.ts';
import {LAYER_COLUMNS} from './columns/layers.ts';
import {PROJECT_COLUMNS} from './columns/projects.ts';
import {REGION_COLUMNS} from './columns/region.ts';
import {TRIP_COLUMNS} from './columns/trips.ts';
import {same} from './text.ts';

export type {ColumnType, ColumnWords} from './columns/column.ts';

const ALL: Readonly<Record<string, ColumnWords>> = {
  ...TRIP_COLUMNS,
  ...BORDER_COLUMNS,
  ...PROJECT_COLUMNS,
  ...REGION_COLUMNS,
  ...LAYER_COLUMNS,
};

/**
 * What heads a column in a table for people. A key that means something of its own in one table stands
 * under `<table>.<key>`. `null`: a key without words.
 */
export function knownColumn(table: string, key: string): ColumnWords | null {
  for (const name of [`${table}.${key}`, key]) if (Object.hasOwn(ALL, name)) return ALL[name]!;
  return null;
}

/** The same; a key without words heads its column itself, as text. */
export function columnWords(table: string, key: string): ColumnWords {
  return knownColumn(table, key) ?? {head: same(key), unit: NO_UNIT, type: 'text'};
}
