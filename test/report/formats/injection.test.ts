import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import {afterAll, expect, test} from 'vitest';
import {geopackage} from '../../../src/app/geopackage.ts';
import {cleanText, escapeXml} from '../../../src/report/escape.ts';
import {reportLayers} from '../../../src/report/geojson.ts';
import {renderHtml} from '../../../src/report/html/page.ts';
import {markdownReport} from '../../../src/report/markdown/report.ts';
import {reportTables} from '../../../src/report/tables/report-tables.ts';
import {workbook} from '../../../src/report/workbook/workbook.ts';
import {fixture} from '../fixture.ts';
import {HOSTILE, poisoned} from '../hostile.ts';
import {readInline, readTables} from './markdown-reader.ts';
import {readXlsx} from './xlsx-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'guantong-hostile-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const CASES = HOSTILE.map((payload) => [payload.slice(0, 60), payload] as const);

test.each(CASES)(
  '%j is no formula, no other cell and no broken sheet in a workbook',
  async (_, payload) => {
    const result = poisoned(fixture(), payload, 'before');
    const tables = reportTables(result);
    const {sheets} = readXlsx(await workbook(result, tables, 'zh'));
    expect(sheets).toHaveLength(1 + tables.length);
    for (const [i, {cells, formulas, name}] of sheets.entries()) {
      expect(formulas, name).toBe(0);
      if (i > 0) expect(cells, name).toHaveLength(1 + tables[i - 1]!.rows.length);
      for (const cell of cells.flat()) {
        if (typeof cell === 'string') expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|[\t\r\n]/);
      }
    }
    // the name is there, whole or cut with its mark, whatever it is
    const shown = String(sheets.find((s) => s.name === '绕行')!.cells[1]![0]);
    const honest = cleanText(payload.replace(/[\t\r\n]+/g, ' '))
      .replaceAll('\ufffd', '')
      .trim();
    expect(shown.includes(honest)).toBe(true);
  },
);

test.each(CASES)('%j is a value and no statement in a GeoPackage', (_, payload) => {
  const result = poisoned(fixture(), payload, 'before');
  const layers = reportLayers(result);
  const path = join(folder, 'layers.gpkg');
  writeFileSync(path, geopackage(layers, result.provenance));
  const database = new sqlite.Database(path, {readOnly: true});
  try {
    expect(database.all('PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}]);
    for (const {id, features} of layers) {
      const rows = database.all(`SELECT * FROM "${id.replaceAll('-', '_')}" ORDER BY fid`);
      expect(rows, id).toHaveLength(features.length);
      for (const [i, {properties}] of features.entries()) {
        for (const [key, value] of Object.entries(properties)) {
          if (typeof value !== 'string') continue;
          expect((rows[i] as Record<string, unknown>)[key], `${id}.${key}`).toBe(cleanText(value));
        }
      }
    }
  } finally {
    database.close();
  }
});

test.each(CASES)('%j is text and nothing else in Markdown', (_, payload) => {
  const result = poisoned(fixture(), payload, 'before');
  const [tables, layers] = [reportTables(result), reportLayers(result)];
  const honest = markdownReport(fixture(), reportTables(fixture()), layers, 'zh');
  const text = markdownReport(result, tables, layers, 'zh');
  const links = (markdown: string): string[] =>
    [...markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((m) => m[1]!);
  const headings = (markdown: string): string[] =>
    markdown.split('\n').filter((line) => /^#+ /.test(line));
  expect(links(text)).toEqual(links(honest));
  expect(headings(text)).toEqual(headings(honest));
  expect(text).not.toMatch(/[<>]/);
  expect(text.split('\n')).toHaveLength(honest.split('\n').length);
  for (const table of readTables(text)) {
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
  }
  for (const line of text.split('\n').filter((l) => /^(- |\d+\. )/.test(l) && !l.includes(']('))) {
    expect(() => readInline(line.replace(/^(- |\d+\. )/, ''))).not.toThrow();
  }
});

test('a road, a place and a project with names of 10 kB are written whole, cut where a cell ends', async () => {
  const long = '<b>"=長'.repeat(1700);
  const result = fixture();
  const named = {
    ...result,
    detour: result.detour.map((r, i) => (i === 0 ? {...r, from: long} : r)),
    deadends: result.deadends.map((r, i) => (i === 0 ? {...r, name: long} : r)),
    score: result.score.map((r, i) => (i === 0 ? {...r, project: long.repeat(4)} : r)),
  };
  const tables = reportTables(named);
  const {sheets} = readXlsx(await workbook(named, tables, 'zh'));
  const cells = sheets.flatMap((sheet) => sheet.cells.flat()).map(String);
  expect(cells).toContain(long);
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
  expect(markdownReport(named, tables, [], 'zh')).not.toMatch(/[<>]/);
  const html = renderHtml(named);
  expect(html).toContain(escapeXml(long));
  expect(html).not.toContain('<b>');
});
