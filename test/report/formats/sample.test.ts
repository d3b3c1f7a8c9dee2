import {expect, test} from 'vitest';
import {runDemo} from '../../../src/app/demo.ts';
import {SILENT} from '../../../src/app/progress.ts';
import {reportLayers} from '../../../src/report/geojson.ts';
import {knownColumn} from '../../../src/report/i18n/column-words.ts';
import {hasTableName} from '../../../src/report/i18n/table-words.ts';
import {reportTables} from '../../../src/report/tables/report-tables.ts';

const result = await runDemo(undefined, SILENT);
const tables = reportTables(result);
const layers = reportLayers(result);

/** No earlier report was given, and no routes through projects were asked for. */
const MAY_BE_EMPTY = ['change', 'project-routes'];

test('every column of the report of the sample has words and keeps the type that they promise', () => {
  for (const {id, columns, rows} of tables) {
    expect(hasTableName(id), id).toBe(true);
    if (!MAY_BE_EMPTY.includes(id)) expect(rows.length, id).toBeGreaterThan(0);
    if (id === 'matrix' || id === 'info') continue;
    for (const {key, type} of columns) {
      expect(knownColumn(id, key), `${id}.${key}`).not.toBeNull();
      if (id !== 'gateways') expect(type, `${id}.${key}`).toBe(knownColumn(id, key)!.type);
    }
  }
});

test('every layer of it has one kind of geometry, and the same attributes in every feature', () => {
  for (const {id, features} of layers) {
    expect(hasTableName(id), id).toBe(true);
    if (!MAY_BE_EMPTY.includes(id)) expect(features.length, id).toBeGreaterThan(0);
    const kinds = new Set(features.flatMap(({geometry}) => (geometry ? [geometry.type] : [])));
    expect(kinds.size, id).toBeLessThanOrEqual(1);
    expect(
      new Set(features.map((f) => Object.keys(f.properties).join())).size,
      id,
    ).toBeLessThanOrEqual(1);
    for (const key of Object.keys(features[0]?.properties ?? {})) {
      expect(knownColumn(id, key), `${id}.${key}`).not.toBeNull();
    }
  }
});
