import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cleanText} from '../../../src/report/escape.ts';
import {findings} from '../../../src/report/findings/findings.ts';
import {reportLayers} from '../../../src/report/geojson.ts';
import {markdownText} from '../../../src/report/markdown/escape.ts';
import {markdownReport} from '../../../src/report/markdown/report.ts';
import {markdownTable} from '../../../src/report/markdown/table.ts';
import {reportTables} from '../../../src/report/tables/report-tables.ts';
import {fixture} from '../fixture.ts';
import {readInline, readTables} from './markdown-reader.ts';

const result = fixture();
const tables = reportTables(result);
const layers = reportLayers(result);
const zh = markdownReport(result, tables, layers, 'zh');
const en = markdownReport(result, tables, layers, 'en');

test('has the headings of the page, each once', () => {
  const headings = zh.split('\n').filter((line) => line.startsWith('## '));
  for (const head of ['概况', '主要结论', '断头路', '来源与限制']) {
    expect(headings.filter((line) => line.includes(head)).length, head).toBeGreaterThan(0);
  }
  expect(new Set(headings).size).toBe(headings.length);
  expect(zh.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
});

test('tells every finding of the page in its language', () => {
  for (const {
    text: {zh: chinese, en: english},
  } of findings(result)) {
    expect(zh).toContain(markdownText(chinese));
    expect(en).toContain(markdownText(english));
  }
});

test('has the rows of the questions as tables, all rows of one width', () => {
  const read = readTables(zh);
  const detour = read.find((t) => t[1]!.slice(0, 2).join() === '温州市,南平市')!;
  expect(detour).toHaveLength(1 + result.detour.length);
  expect(detour[1]!.slice(0, 3)).toEqual(['温州市', '南平市', '262']);
  for (const table of read) expect(new Set(table.map((row) => row.length)).size).toBe(1);
});

test('a long table is shortened, and says by how much and where the rest is', () => {
  const table = {
    columns: [{head: {zh: '号', en: 'no'}, right: true}],
    rows: Array.from({length: 31}, (_, i) => [String(i)]),
  };
  const text = markdownTable(table, 'zh', 'mine.csv');
  expect(readTables(text)[0]).toHaveLength(1 + 30);
  expect(text).toContain('共 31 行，此处列前 30 行，全部见 [mine.csv](mine.csv)。');
  expect(markdownTable({...table, rows: table.rows.slice(1)}, 'zh', 'mine.csv')).not.toContain(
    'mine',
  );
});

test('names every file with its rows', () => {
  for (const {id, rows} of tables) {
    const line = en.split('\n').find((l) => l.startsWith(`- [${id}.csv](`));
    expect(line, id).toContain(`(${rows.length} rows)`);
  }
  for (const {id} of layers) expect(en).toContain(`- [${id}.geojson](${id}.geojson)`);
});

test('in English there is no Chinese but names', () => {
  const heads = en.split('\n').filter((line) => line.startsWith('#'));
  expect(heads.filter((line) => /[一-鿿]/.test(line))).toEqual([]);
});

test('any text is shown as it is, and is nothing but text', () => {
  const nasty = fc.constantFrom(
    ...'\\`*_[]()|~$#+-=<>&@!1.):"\'{}^',
    '://',
    'www.',
    'a',
    '路',
    ' ',
  );
  const text = fc.array(nasty, {maxLength: 20}).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({unit: 'grapheme'})), (name) => {
      const written = markdownText(name);
      expect(written).not.toMatch(/[<>\n\r]/);
      expect(written).not.toMatch(/^(#|\+|-|=|\d+[.)](\s|$))/);
      expect(readInline(written)).toBe(cleanText(name.replace(/[\t\r\n]+/g, ' ')).trim());
    }),
    {numRuns: 500},
  );
});
