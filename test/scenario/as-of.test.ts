import {describe, expect, test} from 'vitest';
import {networkDay, openness, statusOn} from '../../src/scenario/as-of.ts';
import {dayOf, dayText} from '../../src/scenario/calendar-day.ts';

const fact = (value: string) => ({value, source: 'somebody'});
/** 杭温高铁: METHODS.md §E.2. */
const HANG_WEN = {
  name: '杭温高铁',
  status: 'open',
  openedOn: fact('2024-09-06'),
  constructionStartOn: fact('2020-06'),
} as const;

describe('杭温高铁, open since 2024-09-06', () => {
  test.each([
    [20240905, 'project', 'construction'],
    [20240906, 'open', 'open'],
    [20260101, 'open', 'open'],
    [20200601, 'project', 'construction'],
    [20200531, 'project', 'planned'],
  ] as const)('on %d: %s, %s', (asOf, kind, status) => {
    expect(openness(HANG_WEN, {asOf}).kind).toBe(kind);
    expect(statusOn(HANG_WEN, {asOf})).toBe(status);
  });

  test('says so', () => {
    const open = openness(HANG_WEN, {asOf: 20260101});
    expect(open.sentence).toMatchObject({id: 'already-open'});
    expect(open.sentence?.zh).toContain('2024-09-06');
    expect(open.sentence?.en).toContain('2026-01-01');
  });

  test('the data date decides when no day is asked for, the day asked for goes before it', () => {
    expect(openness(HANG_WEN, {dataDate: '2025-01-01'}).kind).toBe('open');
    expect(openness(HANG_WEN, {dataDate: '2020-11-30'}).kind).toBe('project');
    expect(openness(HANG_WEN, {asOf: 20201130, dataDate: '2025-01-01'}).kind).toBe('project');
  });

  test('without any date it is kept, with a warning', () => {
    expect(openness(HANG_WEN, {asOf: null, dataDate: null})).toMatchObject({
      kind: 'unknown',
      sentence: {id: 'network-day-unknown'},
    });
  });
});

describe('called open by a source without a day of opening', () => {
  const link = {name: 'x', status: 'open', asFound: '2022-05'} as const;
  test.each([
    [20220501, 'open'],
    [20220430, 'unknown'],
    [null, 'unknown'],
  ] as const)('on %s: %s', (asOf, kind) => {
    expect(openness(link, {asOf}).kind).toBe(kind);
  });
});

test('an expected day that has passed opens nothing, but is said', () => {
  const link = {name: 'x', status: 'construction', expectedOn: fact('2022-12')} as const;
  expect(openness(link, {asOf: 20221130})).toEqual({kind: 'project', sentence: null});
  expect(openness(link, {asOf: 20230101})).toMatchObject({
    kind: 'project',
    sentence: {id: 'expected-day-passed'},
  });
});

test('an undated proposal stays as registered', () => {
  const link = {name: 'x', status: 'proposed'} as const;
  expect(statusOn(link, {asOf: 20150101})).toBe('proposed');
  expect(openness(link, {asOf: 20990101})).toEqual({kind: 'project', sentence: null});
  expect(networkDay({})).toBeNull();
});

test.each([
  ['2016', 20160101],
  ['2016-09', 20160901],
  ['2024-02-29', 20240229],
  ['2023-02-29', null],
  ['2000-02-29', 20000229],
  ['1900-02-29', null],
  ['2023-04-31', null],
  ['2023-13', null],
  ['2023-1-1', null],
  ['', null],
])('the day %s is %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
  if (day !== null) expect(dayText(day).startsWith(text)).toBe(true);
});
