import {expect, test} from 'vitest';
import type {CandidateRow, ScoreRow} from '../../src/analysis/rows.ts';
import {csvColumns} from '../../src/report/csv-columns.ts';
import type {Kind, RowsByKind} from '../../src/report/kinds.ts';
import {textTables} from '../../src/report/text-tables.ts';
import {fixture} from './fixture.ts';

/** What a row says in a column of the text, in English. */
function said<K extends Kind>(kind: K, row: RowsByKind[K], head: string): string {
  for (const {columns, rows} of textTables(kind, [row])) {
    const at = columns.findIndex((column) => column.head.en === head);
    const cell = at < 0 ? undefined : rows[0]?.[at];
    if (cell !== undefined) return typeof cell === 'string' ? cell : cell.en;
  }
  throw new Error(`there is no column ${head}`);
}

function inCsv<K extends Kind>(kind: K, row: RowsByKind[K], key: string): unknown {
  return csvColumns(kind)
    .find((column) => column.key === key)!
    .value(row);
}

const end = {unit: null, ref: 'S1', name: '', class: 'secondary', lon: 119, lat: 28, kind: 'tip'};
const candidate = {
  rank: 1,
  level: 'province',
  sides: ['甲省', '乙省'],
  from: end,
  to: end,
  gapM: 4000,
  there: {distanceM: 52_000, timeS: 3000},
  back: {distanceM: 44_000, timeS: 3100},
  savedS: 2400,
  ratio: 11,
  benefitPersonS: null,
  id: 'x',
} as unknown as CandidateRow;

test('a missing link tells the shorter of today’s ways there and back', () => {
  const today = (row: Partial<CandidateRow>) =>
    said('candidates', {...candidate, ...row}, 'Today km');
  expect(today({})).toBe('44.0');
  expect(today({back: null})).toBe('52.0');
  expect(today({there: null, back: null})).toBe('–');
});

test('a gateway tells by how much it leads, not when the second is reached', () => {
  const row = fixture().gateways!.find((one) => one.row === 'place' && one.first !== null)!;
  expect(said('gateways', row, 'Lead min')).toBe('10');
});

test('settlements of a dead end stand with the end they are near', () => {
  const [row] = fixture().deadends;
  const town = {name: '甲镇', kind: 'town', population: 1200, distanceM: 4200};
  const both = {
    ...row!,
    settlements: [
      {...town, end: 'near' as const},
      {...town, name: '乙村', population: null, end: 'far' as const},
    ],
  };
  expect(inCsv('deadends', both, 'settlements_near')).toBe('甲镇 4.2 km (1200)');
  expect(inCsv('deadends', both, 'settlements_far')).toBe('乙村 4.2 km');
});

test('Gini and Theil each have their own column', () => {
  const change = (gain: number) => ({before: 0.4, after: 0.4 - gain, gain});
  const row = {...fixture().score[0]!, measures: {gini: change(0.02), theil: change(0.03)}};
  expect(inCsv('score', row as unknown as ScoreRow, 'gini_cut')).toBe(0.02);
  expect(inCsv('score', row as unknown as ScoreRow, 'theil_cut')).toBe(0.03);
});
