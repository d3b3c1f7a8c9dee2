import {expect, test} from 'vitest';
import {csvColumns} from '../../src/report/csv-columns.ts';
import {reportLayers} from '../../src/report/geojson.ts';
import {knownColumn} from '../../src/report/i18n/column-words.ts';
import {hasTableName} from '../../src/report/i18n/table-words.ts';
import type {Kind} from '../../src/report/kinds.ts';
import {fittingType, tableOf} from '../../src/report/tables/report-table.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {fixture} from './fixture.ts';

const KINDS: readonly Kind[] = [
  'route',
  'matrix',
  'detour',
  'deadends',
  'gateways',
  'compare',
  'score',
  'access',
  'candidates',
  'validate',
  'opened',
  'density',
  'permeability',
];

test.each(KINDS)('every column of %s has its words in both languages', (kind) => {
  const table = kind === 'compare' ? 'change' : kind;
  const bare = csvColumns(kind).filter(({key, words}) => !words && !knownColumn(table, key));
  expect(bare.map(({key}) => key)).toEqual([]);
});

test('every table of a report and every column of it has its words, its type kept by all values', () => {
  for (const {id, columns} of reportTables(fixture())) {
    expect(hasTableName(id), id).toBe(true);
    for (const {key, head, type} of columns) {
      expect(head.zh, `${id}.${key}`).not.toBe('');
      if (id === 'matrix') continue;
      const known = knownColumn(id, key);
      expect(known, `${id}.${key} has words`).not.toBeNull();
      if (id !== 'info') expect(type, `${id}.${key}`).toBe(known!.type);
    }
  }
});

test('every layer of a report and every attribute of it has its words', () => {
  for (const {id, features} of reportLayers(fixture())) {
    expect(hasTableName(id), id).toBe(true);
    const keys = new Set(features.flatMap((f) => Object.keys(f.properties)));
    expect(
      [...keys].filter((key) => knownColumn(id, key) === null),
      id,
    ).toEqual([]);
  }
});

test('a column that breaks its promise is text, one without words heads itself', () => {
  expect(fittingType('integer', [1, null, 2])).toBe('integer');
  expect(fittingType('integer', [1, 2.5])).toBe('text');
  expect(fittingType('number', [1, 2.5])).toBe('number');
  expect(fittingType('number', ['1'])).toBe('text');
  expect(fittingType('flag', [true, null])).toBe('flag');
  expect(fittingType('flag', [])).toBe('flag');
  const table = tableOf('mine', [{key: 'my_km', value: (n: number) => n}], [1.5]);
  expect(table.title).toEqual({zh: 'mine', en: 'mine'});
  expect(table.columns).toMatchObject([{key: 'my_km', head: {zh: 'my_km'}, type: 'text'}]);
});
