import fc from 'fast-check';
import {expect, test} from 'vitest';
import {rowsToCsv, tableCsv, toCsv} from '../../src/report/csv.ts';
import {cleanText} from '../../src/report/escape.ts';
import {toJson} from '../../src/report/json.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {parseCsv} from './csv-reader.ts';
import {fixture} from './fixture.ts';

test('any text comes back from a CSV as it went in', () => {
  // texts that need no guard and hold nothing that is cleaned away
  const safe = fc
    .string({unit: 'grapheme'})
    .filter((s) => cleanText(s) === s && /^[\p{L}\p{N}"',]/u.test(s));
  fc.assert(
    fc.property(fc.array(safe, {minLength: 1}), (texts) => {
      const csv = toCsv(texts, [
        {key: 'a', value: (t) => t},
        {key: 'b', value: () => null},
      ]);
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      expect(parseCsv(csv.slice(1))).toEqual([['a', 'b'], ...texts.map((t) => [t, ''])]);
    }),
  );
});

test('a report has its tables, each with one line per row, in km and minutes', () => {
  const result = fixture();
  const tables = reportTables(result);
  const rows = (id: string) => parseCsv(tableCsv(tables.find((t) => t.id === id)!).slice(1));
  expect(tables.map(({id}) => id)).toEqual([
    'profile',
    'density',
    'permeability',
    'detour',
    'matrix',
    'deadends',
    'deadend-levels',
    'access',
    'gateways',
    'circle-overview',
    'circle-provinces',
    'circle',
    'score',
    'score-ranks',
    'score-region',
    'project-sources',
    'score-pairs',
    'score-places',
    'score-provinces',
    'rank-stability',
    'stability',
    'portfolio',
    'portfolio-pairs',
    'portfolio-sizes',
    'change',
    'validation',
    'info',
    'ledger',
    'parameters',
    'sentences',
    'inputs',
  ]);
  const [head, first] = rows('detour');
  const of = (key: string) => first![head!.indexOf(key)];
  expect(rows('detour')).toHaveLength(result.detour.length + 1);
  expect([of('from'), of('fastest_km'), of('fastest_min'), of('straight_km')]).toEqual([
    '温州市',
    '396',
    '250',
    '262',
  ]);
  expect(rows('circle')).toHaveLength(1 + 2 + 3);
  expect(rows('ledger')).toHaveLength(1 + result.info.ledger.length);
  const matrix = rows('matrix');
  expect(matrix[0]!.slice(0, 3)).toEqual(['minutes', '温州市', '南平市']);
  expect(matrix[1]!.slice(0, 3)).toEqual(['温州市', '', '250']);
});

test('a missing value is an empty cell and no rows are a header', () => {
  const lost = fixture().detour.filter((d) => d.fastest === null);
  const [head, row] = parseCsv(rowsToCsv('detour', lost).slice(1));
  expect(row![head!.indexOf('fastest_km')]).toBe('');
  expect(row![head!.indexOf('reason')]).toBe('no-way');
  for (const kind of [
    'route',
    'matrix',
    'detour',
    'deadends',
    'circle',
    'score',
    'info',
  ] as const) {
    expect(parseCsv(rowsToCsv(kind, []).slice(1))).toHaveLength(1);
  }
});

test('JSON keeps every value and the order of keys', () => {
  const result = fixture();
  const text = toJson(result);
  expect(JSON.parse(text)).toEqual(result);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text.split('\n')[1]).toBe('  "schema": "guantong/report@1",');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(JSON.parse(toJson(value)))).toBe(JSON.stringify(value));
    }),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'JSON refuses %d and says where it is',
  (bad) => {
    expect(() => toJson({rows: [{timeS: bad}]})).toThrow('$.rows[0].timeS');
  },
);

test('JSON leaves out members that were not given', () => {
  expect(toJson({a: undefined, b: null})).toBe('{\n  "b": null\n}\n');
  expect(() => toJson([undefined])).toThrow('$[0]');
});
