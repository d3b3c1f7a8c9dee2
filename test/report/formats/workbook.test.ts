import fc from 'fast-check';
import {expect, test, vi} from 'vitest';
import {reportTables} from '../../../src/report/tables/report-tables.ts';
import {columnName, sheetNames, workbook} from '../../../src/report/workbook/workbook.ts';
import {fixture} from '../fixture.ts';
import {readXlsx} from './xlsx-reader.ts';

const result = fixture();
const tables = reportTables(result);
const book = readXlsx(await workbook(result, tables, 'zh'));
const sheet = (name: string) => book.sheets.find((s) => s.name === name)!;

test('a cover and a sheet for every table, in their order', () => {
  expect(book.sheets.map(({name}) => name)).toEqual(['封面', ...tables.map((t) => t.title.zh)]);
});

test('a sheet has one row of heads with units that stays in sight and filters, then its rows', () => {
  const detour = sheet('绕行');
  expect(detour.cells[0]!.slice(0, 4)).toEqual([
    '起点',
    '终点',
    '直线距离（km）',
    '最快路线里程（km）',
  ]);
  expect(detour.cells).toHaveLength(1 + result.detour.length);
  expect(detour.cells[1]!.slice(0, 4)).toEqual(['温州市', '南平市', 262, 396]);
  for (const one of book.sheets.slice(1)) {
    expect(one.frozenRows, one.name).toBe(1);
    expect(one.filter, one.name).toBe(
      `A1:${columnName(one.cells[0]!.length - 1)}${one.cells.length}`,
    );
    expect(one.widths, one.name).toHaveLength(one.cells[0]!.length);
    expect(Math.max(...one.widths), one.name).toBeLessThanOrEqual(50);
  }
});

test('numbers are numbers, flags are words, what is not there is empty', () => {
  const detour = sheet('绕行');
  const at = (head: string) => detour.cells[0]!.indexOf(head);
  const lost = detour.cells.at(-1)!;
  expect(lost[at('最快路线里程（km）')]).toBeUndefined();
  expect(lost[at('说明')]).toBe('路网中没有相连的路线');
  expect(detour.cells[1]![at('跨省界')]).toBe('是');
  expect(typeof detour.cells[1]![at('绕行指数（最快）')]).toBe('number');
});

test('machine words are words, in the language of the workbook and in no other', async () => {
  expect(sheet('断头路').cells[1]).toContain('前方在建');
  const heads = sheet('断头路').cells[0]!;
  expect(heads.filter((head) => head === '依据')).toHaveLength(1);
  const english = readXlsx(await workbook(result, tables, 'en')).sheets;
  const named = (name: string) => english.find((s) => s.name === name)!;
  expect(named('Dead ends').cells[1]).toContain('under construction beyond');
  expect(
    english.flatMap((s) => s.cells[0]!).filter((head) => /[一-鿿]/.test(String(head))),
  ).toEqual(
    // the matrix is headed by the places
    named('Times, fastest, minutes').cells[0]!.slice(1),
  );
});

test('the cover tells day, sources with hashes, licence, assumptions, parameters and what is in the book', () => {
  const cover = sheet('封面').cells.flat();
  const {provenance} = result;
  expect(cover).toContain(provenance.asOf ?? '按数据现状');
  for (const {name, sha256} of provenance.inputs) {
    expect(cover).toContain(name);
    expect(cover).toContain(sha256);
  }
  expect(cover.some((c) => String(c).startsWith('示意数据'))).toBe(true);
  expect(cover.some((c) => String(c).includes('opendatacommons.org'))).toBe(true);
  for (const {zh} of [...provenance.assumptions, ...provenance.warnings])
    expect(cover).toContain(zh);
  for (const key of Object.keys(provenance.parameters)) expect(cover).toContain(key);
  for (const {id} of tables) expect(cover).toContain(`${id}.csv`);
});

test('the same result gives the same bytes, at any hour', async () => {
  const first = await workbook(result, tables, 'zh');
  vi.useFakeTimers({toFake: ['Date'], now: new Date('2031-05-06T07:08:10')});
  const later = await workbook(result, tables, 'zh').finally(() => vi.useRealTimers());
  expect(Buffer.from(later).equals(first)).toBe(true);
});

test('any text comes back as one line, and names of what every object has break nothing', async () => {
  const names = ['constructor', '__proto__', 'toString', '_x0041_', 'a\tb\nc', '<b>&', '温州'];
  const detour = names.map((from) => ({...result.detour[0]!, from}));
  const {sheets} = readXlsx(await workbook(result, reportTables({...result, detour}), 'zh'));
  const shown = sheets
    .find((s) => s.name === '绕行')!
    .cells.slice(1)
    .map((row) => String(row[0]).trim());
  expect(shown).toEqual([
    'constructor',
    '__proto__',
    'toString',
    '_x0041_',
    'a b c',
    '<b>&',
    '温州',
  ]);
});

test('names of sheets are short, allowed and each there once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({maxLength: 40}), {maxLength: 30}), (titles) => {
      const names = sheetNames(titles);
      expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(titles.length);
      for (const name of names) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name.length).toBeGreaterThan(0);
        expect(name).not.toMatch(/[[\]/\\:*?']/);
      }
    }),
  );
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});
