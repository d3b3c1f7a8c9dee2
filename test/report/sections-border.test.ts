import {describe, expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {SECTION_IDS, sectionNumber} from '../../src/report/html/contents.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {runningFoot} from '../../src/report/html/style.ts';
import {fixture} from './fixture.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

type Tree = ReturnType<typeof parseTree>;

const render = (result: ReportResult): Tree =>
  parseTree(renderHtml(result).replace(/^<!DOCTYPE html>\n/, ''));
const find = (tree: Tree, id: string) =>
  [...elements(tree)].find((e) => e.attributes['id'] === id)!;
const cells = (tree: Tree, id: string): string[][] =>
  [...elements(find(tree, id))]
    .filter((e) => e.name === 'tr')
    .slice(1)
    .map((row) => [...elements(row)].filter((e) => e.name === 'td').map((e) => plain(e)));
const plain = (e: Tree): string => textOf(e, inEnglish).replaceAll('\n', '');
const inEnglish = (e: Parameters<typeof hasClass>[0]) => hasClass(e, 'en');

const page = render(fixture());

describe('the frame', () => {
  test('numbers its sections one after the other, in contents and headings alike', () => {
    const nav = [...elements(page)].find((e) => e.name === 'nav')!;
    const links = [...elements(nav)].filter((e) => e.name === 'a');
    expect(links.map((a) => a.attributes['href'])).toEqual(SECTION_IDS.map((id) => `#${id}`));
    for (const [i, id] of SECTION_IDS.entries()) {
      const heading = [...elements(find(page, id))].find((e) => e.name === 'h2')!;
      expect(textOf(heading, inEnglish)).toMatch(new RegExp(`^${i + 1}\\s`));
      expect(textOf(links[i]!, inEnglish)).toMatch(new RegExp(`^${i + 1}\\s`));
      expect(sectionNumber(id)).toBe(i + 1);
    }
  });

  test('says under every table and figure of the border half where its numbers stand', () => {
    const keys = Object.keys(fixture());
    for (const id of ['cover', 'profile', 'density', 'detour', 'deadends']) {
      const part = find(page, id);
      const shown = [...elements(part)].filter((e) => e.name === 'table' || e.name === 'figure');
      const traces = [...elements(part)].filter((e) => hasClass(e, 'trace'));
      expect([id, traces.length]).toEqual([id, Math.max(shown.length, 1)]);
      for (const trace of traces) {
        const key = textOf(trace).match(/result\.json › (\w+)/)![1]!;
        expect([...keys, 'command']).toContain(key);
      }
    }
  });

  test('foots every printed page with what made it and the day, and lets no text out of its string', () => {
    const {provenance} = fixture();
    const foot = runningFoot(provenance);
    expect(foot).toContain('"guantong 0.1.0 · 2020-11-30 · 示意数据 schematic sample"');
    expect(foot).toContain('counter(page)');
    const hostile = runningFoot({...provenance, version: '1"}*{display:none}</style><script>'});
    expect(hostile).not.toMatch(/<|\*/);
    expect(hostile.split('"')).toHaveLength(foot.split('"').length);
  });

  test('tells by what command it was made, escaped', () => {
    const made = render({...fixture(), command: 'guantong report <b>.gtn'});
    expect(textOf(find(made, 'cover'))).toContain('guantong report <b>.gtn');
  });
});

describe('the region profile', () => {
  test('tells people and economy as given, and blanks as blanks', () => {
    expect(cells(page, 'table-profile')).toEqual([
      [
        '温州市',
        '浙江省',
        '957.3 万',
        '2020，常住人口',
        '6,870.9 (2020)',
        '71,774',
        '100,620',
        '71.3\u00a0%',
      ],
      ['南平市', '福建省', '45.5 万', '年份未说明，口径未说明（已计入闽北）', '–', '–', '–', '–'],
      ['上饶市', '–', '–', '–', '–', '–', '–', '–'],
    ]);
    const text = textOf(find(page, 'profile'), inEnglish);
    expect(text).toContain('3 个地点中有 1 个没有人口数据');
    expect(text).toContain('3 个地点中有 2 个没有 GDP 数据');
    expect(text).toContain('3 个地点中有 2 个无法与全省人均 GDP 相比');
  });
});

describe('density and grades', () => {
  test('are the numbers of result.json, for each unit', () => {
    // 20 000 km ÷ 100 000 km² · 100; half of it expressway, half unknown: between 50 and 100 %
    expect(cells(page, 'table-density')).toEqual([
      [
        '浙江省',
        '省级',
        '100,000',
        '20,000',
        '20.0',
        '200.0',
        '50\u00a0%–100\u00a0%',
        '50\u00a0%',
        '10.0',
        '21.1',
        '0.47',
        '–',
      ],
      [
        '福建省',
        '省级',
        '120,000',
        '15,000',
        '12.5',
        '–',
        '50\u00a0%–100\u00a0%',
        '50\u00a0%',
        '6.3',
        '13.2',
        '0.47',
        '被数据边缘截断',
      ],
      ['空白岛', '省级', '3', '0', '0.0', '0.0', '–', '–', '–', '–', '–', '–'],
    ]);
    expect(cells(page, 'table-structure')[0]).toEqual([
      '浙江省',
      '省级',
      '40',
      '61',
      '2',
      '0.31',
      '1.53',
      '0.54',
      '30.0',
    ]);
  });

  test('draw the shares of grades, and nothing for a unit without roads', () => {
    const chart = textOf(find(page, 'chart-grades'), inEnglish);
    expect(chart).toContain('浙江省');
    expect(chart.match(/50 %/g)).toHaveLength(4);
    expect(chart).not.toContain('空白岛');
  });

  test('say that permeability was not asked, or show it', () => {
    const bare = render({...fixture(), permeability: null});
    expect(textOf(find(bare, 'density'), inEnglish)).toContain('本次未计算：生成报告时用了');
    expect(cells(page, 'table-permeability')).toEqual([
      ['浙江省 | ?', '412', '19', '5.0', '8.0 / –', '0.63', '61', '1.31 (1.20–1.40)', '–'],
    ]);
  });
});
