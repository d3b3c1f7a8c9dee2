import type {Provenance} from '../../analysis/rows.ts';
import type {CsvValue} from '../csv-values.ts';
import {cleanText} from '../escape.ts';
import type {Feature, ReportLayer} from '../features.ts';
import {type ColumnType, columnWords} from '../i18n/column-words.ts';
import {tableName} from '../i18n/table-words.ts';
import {bilingual} from '../i18n/text.ts';
import {licenceOf} from '../licence.ts';
import {fittingType} from '../tables/report-table.ts';
import {type Extent, extentOf, geometryBlob, isDrawn} from './geometry-blob.ts';
import {GEOPACKAGE_SCHEMA, REFERENCE_SYSTEMS, SCHEMA_EXTENSION, WGS84_ID} from './schema.ts';

export type SqlValue = string | number | Uint8Array | null;

/** A statement and the rows of values it is run with, once each; without rows it is a script. */
export interface SqlStep {
  readonly sql: string;
  readonly rows?: Iterable<readonly SqlValue[]>;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  flag: 'BOOLEAN',
};

/** All layers of a report as the steps that make one GeoPackage; the same layers give the same steps. */
export function* geopackageSteps(
  layers: readonly ReportLayer[],
  provenance: Provenance,
): Generator<SqlStep> {
  yield {sql: GEOPACKAGE_SCHEMA};
  yield {sql: insertInto('gpkg_spatial_ref_sys', 6), rows: REFERENCE_SYSTEMS};
  yield {
    sql: insertInto('gpkg_extensions', 5),
    rows: ['gpkg_data_columns', 'gpkg_data_column_constraints'].map((table) => [
      table,
      null,
      ...SCHEMA_EXTENSION,
    ]),
  };
  const about = {description: descriptionOf(provenance), day: dayOf(provenance)};
  for (const layer of layers) yield* layerSteps(layer, about);
}

function* layerSteps(
  {id, features}: ReportLayer,
  about: {readonly description: string; readonly day: string},
): Generator<SqlStep> {
  const table = sqlName(id);
  const columns = columnsOf(id, features);
  const extents = features.map(({geometry}) => (isDrawn(geometry) ? extentOf(geometry) : null));
  const extent = extents.reduce(joined, null);
  const defined = columns.map(({key, type}) => `, ${quoted(key)} ${SQL_TYPES[type]}`);
  yield {
    sql: `CREATE TABLE ${quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometryType(features)}${defined.join('')})`,
  };
  yield {
    sql: insertInto('gpkg_contents', 10),
    rows: [
      [
        table,
        'features',
        bilingual(tableName(id)),
        about.description,
        `${about.day}T00:00:00.000Z`,
        extent?.minX ?? null,
        extent?.minY ?? null,
        extent?.maxX ?? null,
        extent?.maxY ?? null,
        WGS84_ID,
      ],
    ],
  };
  yield {
    sql: insertInto('gpkg_geometry_columns', 6),
    rows: [[table, 'geom', geometryType(features), WGS84_ID, 0, 0]],
  };
  yield {
    sql: insertInto('gpkg_data_columns', 7),
    rows: columns.map(({key, title}) => [table, key, null, title, null, null, null]),
  };
  yield {
    sql: insertInto(table, columns.length + 2),
    rows: rowsOf(features, columns, extents),
  };
}

interface LayerColumn {
  readonly key: string;
  readonly type: ColumnType;
  readonly title: string;
}

/** Attributes of any feature, in the order in which they come up. */
function columnsOf(id: string, features: readonly Feature[]): LayerColumn[] {
  const keys = [...new Set(features.flatMap(({properties}) => Object.keys(properties)))];
  return keys.map((key) => {
    const {head, unit, type} = columnWords(id, key);
    const title = bilingual(head) + (unit.zh === '' ? '' : ` (${bilingual(unit)})`);
    const values = features.map(({properties}) => properties[key] ?? null);
    return {key, type: fittingType(type, values), title};
  });
}

function* rowsOf(
  features: readonly Feature[],
  columns: readonly LayerColumn[],
  extents: readonly (Extent | null)[],
): Generator<SqlValue[]> {
  for (const [i, {geometry, properties}] of features.entries()) {
    const extent = extents[i]!;
    const blob = isDrawn(geometry) && extent !== null ? geometryBlob(geometry, extent) : null;
    yield [i + 1, blob, ...columns.map(({key, type}) => stored(properties[key] ?? null, type))];
  }
}

function stored(value: CsvValue, type: ColumnType): SqlValue {
  if (value === null) return null;
  if (typeof value === 'boolean') return type === 'flag' ? Number(value) : String(value);
  if (type === 'text') return cleanText(String(value));
  return value;
}

/** The one kind of geometry of a layer, or `GEOMETRY` where it has several or none. */
function geometryType(features: readonly Feature[]): string {
  const types = new Set(features.flatMap(({geometry}) => (geometry ? [geometry.type] : [])));
  return types.size === 1 ? [...types][0]!.toUpperCase() : 'GEOMETRY';
}

function joined(a: Extent | null, b: Extent | null): Extent | null {
  if (a === null || b === null) return a ?? b;
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}

/** Attribution, licence and days, where a map maker looks for them. */
function descriptionOf({attribution, schematic, asOf, dataDate, version}: Provenance): string {
  const licence = licenceOf(attribution);
  return [
    ...(schematic ? ['示意数据 schematic sample'] : []),
    attribution.join('; '),
    ...(licence ? [licence.zh, licence.en] : []),
    `data: ${dataDate ?? '–'}, network as of: ${asOf ?? '–'}, guantong ${version}`,
  ]
    .map(cleanText)
    .join('\n');
}

/** When the layers were last changed: the day they stand for, for the clock has no part in a result. */
function dayOf({asOf, dataDate}: Provenance): string {
  const day = asOf ?? dataDate ?? '';
  return /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0] ?? '1970-01-01';
}

/** A name that needs no quoting in other people's SQL. */
function sqlName(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, '_');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function insertInto(table: string, columns: number): string {
  return `INSERT INTO ${quoted(table)} VALUES (${Array(columns).fill('?').join(', ')})`;
}
