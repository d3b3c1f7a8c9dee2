import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseCsv} from '../report/csv-reader.ts';
import {BORDER_MAP} from './border-map.ts';
import {folder, guantong, put} from './run.ts';

const SAID = ['--author', '张三', '--date', '2026-11-26'];

/** The map of two roads that end at the border, and a review of what is found there. */
async function reviewed(verdict: string, note = '2025年底通车') {
  const dir = folder();
  const net = put(dir, 'border.osm', BORDER_MAP);
  const file = join(dir, 'review.json');
  const first = await guantong(['review', net, '-o', file, '-q']);
  expect(first).toMatchObject({code: 0, stdout: '', stderr: ''});
  const [finding] = JSON.parse(readFileSync(file, 'utf8')).findings;
  const mark = ['--mark', `${finding.id}=${verdict}`, '--note', note, ...SAID];
  const marked = await guantong(['review', net, '--review', file, ...mark, '-o', file, '-q']);
  expect(marked).toMatchObject({code: 0, stdout: '', stderr: ''});
  return {dir, net, file, id: finding.id as string};
}

describe('guantong review and deadends --review', () => {
  test('a rejected finding is set aside with the reason, in every form', async () => {
    const {net, file, id} = await reviewed('built');
    const ask = (...more: string[]) => guantong(['deadends', net, '--review', file, '-q', ...more]);
    const {rows, provenance} = JSON.parse((await ask('-f', 'json')).stdout);
    const last = rows.at(-1);
    expect(last).toMatchObject({
      id,
      review: {verdict: 'built', note: '2025年底通车', author: '张三', date: '2026-11-26'},
    });
    expect(provenance.inputs.map((input: {name: string}) => input.name)).toContain('review.json');
    expect(provenance.parameters.review).toMatchObject({new: [], vanished: [], ambiguous: []});

    const english = (await ask('--lang', 'en')).stdout;
    expect(english).toMatch(
      /Set aside by the review file[\s\S]*built[\s\S]*2025年底通车[\s\S]*张三/,
    );
    expect(english).toContain('against the review file');
    expect((await ask('--lang', 'zh')).stdout).toMatch(/按复核文件另列[\s\S]*已建成/);

    const table = parseCsv((await ask('-f', 'csv')).stdout);
    const column = table[0]!.indexOf('review');
    expect(table.slice(1).map((line) => line[column])).toContain('built');
    const layer = JSON.parse((await ask('-f', 'geojson')).stdout);
    const points = layer.features.filter(
      (f: {properties: {part: string; review?: string}}) => f.properties.part === 'dead-end',
    );
    expect(points.at(-1).properties.review).toBe('built');
  });

  test('a confirmed finding is sure, and says who confirmed it', async () => {
    const {net, file, id} = await reviewed('confirmed', '实地查看');
    const asked = await guantong(['deadends', net, '--review', file, '-q', '-f', 'json']);
    const row = JSON.parse(asked.stdout).rows.find((one: {id: string}) => one.id === id);
    expect(row.confidence).toBe(1);
    expect(row.evidence.at(-1).en).toMatch(/Confirmed by 张三 on 2026-11-26: 实地查看/);
  });

  test('the same inputs give the same bytes, and the file is one finding a line', async () => {
    const {net, file} = await reviewed('private');
    const before = readFileSync(file, 'utf8');
    const again = await guantong(['review', net, '--review', file, '-q']);
    expect(again.stdout).toBe(before);
    const {findings} = JSON.parse(before);
    expect(before.trimEnd().split('\n')).toHaveLength(findings.length + 2);
  });

  test('what vanished is told with the verdict it had', async () => {
    const {dir, file, id} = await reviewed('confirmed');
    const joined = BORDER_MAP.replace('<nd ref="3"/><tag', '<nd ref="3"/><nd ref="2"/><tag');
    const net = put(dir, 'next-year.osm', joined);
    const asked = await guantong(['deadends', net, '--review', file, '-q', '--lang', 'en']);
    expect(asked.stdout).toContain(
      `vanished: ${id} (reviewed before: confirmed): the road goes on there now`,
    );
  });
});

describe('bad input is one sentence', () => {
  test('a review of another region', async () => {
    const {net, file} = await reviewed('built');
    const json = JSON.parse(readFileSync(file, 'utf8'));
    for (const finding of json.findings) finding.lon -= 10;
    writeFileSync(file, JSON.stringify(json));
    const asked = await guantong(['deadends', net, '--review', file, '-q']);
    expect(asked).toMatchObject({code: 1, stdout: ''});
    expect(asked.stderr).toMatch(/^guantong: .*reviews another region.*\nhint: .*\n$/);
  });

  test('a mark on no finding, no verdict, no author, no day, a file that is none', async () => {
    const {dir, net, file, id} = await reviewed('built');
    const ask = (...more: string[]) => guantong(['review', net, '--review', file, '-q', ...more]);
    const broken = put(dir, 'broken.json', '{"schema": "guantong/review@1"}');
    const cases: readonly (readonly [string[], number, RegExp])[] = [
      [['--mark', 'R2:nowhere=built', ...SAID], 1, /there is no finding "R2:nowhere"/],
      [['--mark', `${id}=perhaps`, ...SAID], 2, /no finding with a verdict/],
      [['--mark', `${id}=built`, '--date', '2026-11-26'], 2, /needs --author/],
      [['--mark', `${id}=built`, '--author', '张三', '--date', '2026-13-01'], 2, /needs --date/],
    ];
    for (const [more, code, words] of cases) {
      const asked = await ask(...more);
      expect(asked).toMatchObject({code, stdout: ''});
      expect(asked.stderr).toMatch(words);
    }
    const asked = await guantong(['deadends', net, '--review', broken, '-q']);
    expect(asked).toMatchObject({code: 1, stdout: ''});
    expect(asked.stderr).toMatch(/broken\.json: .*(and 2 more)/);
  });
});
