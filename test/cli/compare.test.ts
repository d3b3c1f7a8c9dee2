import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CompareRow} from '../../src/analysis/rows.ts';
import {guantong, put} from './run.ts';

const SAMPLE = fileURLToPath(new URL('../../data/osm/zhe-min-gan-schematic.osm', import.meta.url));

/** The sample at the end of 2015 and in January 2021: between them 龙浦 (2016) and 文泰 (2020) opened. */
describe('compare on the sample', () => {
  const dir = mkdtempSync(join(tmpdir(), 'guantong-compare-'));
  const at = (day: string): string => join(dir, day, 'result.json');

  afterAll(() => rmSync(dir, {recursive: true, force: true}));

  beforeAll(async () => {
    for (const day of ['2015-12-31', '2021-01-31']) {
      const ran = await guantong([
        'report',
        SAMPLE,
        '--as-of',
        day,
        '-o',
        join(dir, day),
        '-q',
        '--no-pdf',
      ]);
      expect(ran.stderr).toBe('');
    }
  });

  const ask = async (...args: string[]) => {
    const {stdout, stderr, code} = await guantong(['compare', ...args, '--format', 'json']);
    return {code, stderr, ...(code === 0 && {result: JSON.parse(stdout)})};
  };

  test('what opened is told with its date, and the dead ends it was ahead of are gone', async () => {
    const {result} = await ask(at('2015-12-31'), at('2021-01-31'));
    expect(result.schema).toBe('guantong/compare@1');
    const rows: CompareRow[] = result.rows;
    const opened = (name: string) =>
      rows.find((r) => r.subject === 'road' && r.key.includes(name))!;
    // Opening dates and the 23.172 km of the Zhejiang side are published; the sample is drawn after them.
    expect(opened('龙浦高速')).toMatchObject({change: 'opened', causes: ['built']});
    expect(opened('龙浦高速').evidence[0]!.en).toContain('2016-09-28');
    expect(opened('龙浦高速').difference! / 1000).toBeCloseTo(23.2, 0);
    expect(opened('文泰高速').causes).toEqual(['built']);
    expect(rows.some((r) => r.evidence.some((e) => e.en.includes('2020-12-22')))).toBe(true);
    const gone = rows.filter((r) => r.subject === 'deadend');
    expect(gone.map((r) => r.change)).toEqual(gone.map(() => 'vanished'));
    for (const name of ['龙浦', '福寿']) {
      const row = gone.find((r) => r.key.includes(name));
      expect(row, name).toMatchObject({causes: ['built']});
    }
    // One file, two days: nothing but the day can have moved a figure.
    const figures = rows.filter((r) => ['detour', 'circle'].includes(r.subject));
    expect(figures.length).toBeGreaterThan(0);
    for (const row of figures) expect(row.causes).toEqual(['day']);
    const faster = figures.filter((r) => r.subject === 'detour' && r.what === 'timeS');
    for (const row of faster) expect(row.difference!).toBeLessThan(0);
  });

  test('the same report twice gives no row, in any format', async () => {
    const {result} = await ask(at('2021-01-31'), at('2021-01-31'));
    expect(result.rows).toEqual([]);
    const text = await guantong(['compare', at('2021-01-31'), at('2021-01-31')]);
    expect(text.stdout).toMatch(/没有结果行/);
  });

  test('text in both languages and a table', async () => {
    const files = [at('2015-12-31'), at('2021-01-31')];
    const [zh, en, csv] = await Promise.all([
      guantong(['compare', ...files]),
      guantong(['compare', ...files, '--lang', 'en']),
      guantong(['compare', ...files, '--format', 'csv']),
    ]);
    expect(zh.stdout).toMatch(/龙浦高速.*新增通车.*其间建成（有日期）/);
    expect(en.stdout).toMatch(/龙浦高速.*open now.*built in between \(dated\)/);
    expect(csv.stdout).toMatch(/^\ufeffsubject,key,change,what,before,after,difference,causes/);
    expect(csv.stdout).toMatch(/road,龙浦高速,opened,openLengthM/);
  });

  test('a report with --since has the same rows; an older one without the newer keys is accepted', async () => {
    const out = join(dir, 'since');
    const report = async (since: string) => {
      const day = ['--as-of', '2021-01-31', '--since', since, '-o', out, '-q'];
      const {stderr} = await guantong(['report', SAMPLE, ...day, '--no-pdf']);
      expect(stderr).toBe('');
      return JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')).change;
    };
    const change = await report(at('2015-12-31'));
    const {result} = await ask(at('2015-12-31'), at('2021-01-31'));
    expect(change).toMatchObject({file: 'result.json', asOf: '2015-12-31'});
    expect(change.rows).toEqual(result.rows);
    const old = JSON.parse(readFileSync(at('2015-12-31'), 'utf8'));
    for (const key of ['density', 'access', 'gateways', 'portfolio', 'change']) delete old[key];
    const {questions, ...shared} = old.provenance.parameters;
    old.provenance.parameters = Object.assign(shared, ...Object.values(questions));
    const again = await report(put(dir, 'result-of-last-year.json', JSON.stringify(old)));
    expect(again.rows).toEqual(result.rows);
    expect(again.file).toBe('result-of-last-year.json');
  });

  test('refuses what is no report, in one sentence', async () => {
    const other = put(dir, 'other.json', '{"schema": "guantong/detour@1", "rows": []}');
    const broken = put(dir, 'broken.json', '{"schema": "guantong/report@1"}');
    const result = JSON.parse(readFileSync(at('2021-01-31'), 'utf8'));
    result.map.bbox = [7, 46, 10, 48];
    const elsewhere = put(dir, 'elsewhere.json', JSON.stringify(result));
    for (const [file, complaint] of [
      [other, /is guantong\/detour@1, not guantong\/report@1/],
      [broken, /broken\.json: provenance/],
      [elsewhere, /different regions/],
      [join(dir, 'none.json'), /no such file/],
    ] as const) {
      const {code, stderr} = await ask(at('2015-12-31'), file);
      expect(code).toBe(1);
      expect(stderr).toMatch(complaint);
      expect(stderr.trim().split('\n')).toHaveLength(2);
    }
    expect(existsSync(join(dir, 'none.json'))).toBe(false);
  });
});
