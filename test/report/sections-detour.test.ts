import {describe, expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from './fixture.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

type Tree = ReturnType<typeof parseTree>;

const render = (result: ReportResult): Tree =>
  parseTree(renderHtml(result).replace(/^<!DOCTYPE html>\n/, ''));
const find = (tree: Tree, id: string) =>
  [...elements(tree)].find((e) => e.attributes['id'] === id)!;
const text = (tree: Tree, skip: 'zh' | 'en' = 'en') =>
  textOf(tree, (e) => hasClass(e, skip)).replaceAll('\n', '');

const page = render(fixture());

describe('detours', () => {
  test('each named pair has a map, its roads in words, and where it bends away', () => {
    const section = text(find(page, 'detour'));
    expect(section).toContain(
      '最快路线 396 km、4 小时 10 分，依次经 G1523 120 → G25 180 → 高速公路 96。',
    );
    expect(section).toContain('最短路线 374 km、4 小时 35 分，依次经 G235 374。');
    expect(section).toContain('偏离 63.2 km，在G25 长深高速上，距丽水市 40.3 km');
    const maps = [1, 2, 3, 4].map((n) => text(find(page, `map-pair-${n}`)));
    expect(maps[0]).toContain('63.2 km');
    // the other pairs of the fixture have no bend
    for (const map of maps.slice(1)) expect(map).not.toContain('63.2 km');
    const english = text(find(page, 'detour'), 'zh');
    expect(english).toContain('63.2 km off, on G25 长深高速, 40.3 km from 丽水市');
  });

  test('the matrix is the index of the fastest way of every pair, an unreachable one a dash', () => {
    const matrix = find(page, 'matrix-detour');
    const rows = [...elements(matrix)].filter((e) => e.name === 'tr');
    const line = rows.map((r) =>
      [...elements(r)].filter((e) => /^t[hd]$/.test(e.name)).map((e) => text(e)),
    );
    const heads = line[0]!;
    const cell = (from: string, to: string) => line.find((l) => l[0] === from)![heads.indexOf(to)];
    for (const row of fixture().detour) {
      const value = row.fastest?.detourIndex;
      const shown = value == null ? '–' : value.toFixed(2);
      expect([row.from, row.to, cell(row.from, row.to)]).toEqual([row.from, row.to, shown]);
      expect(cell(row.to, row.from)).toBe(shown);
    }
  });

  test('a pair without a way is a map that says so', () => {
    const r = fixture();
    const lost = render({...r, headlinePairs: [['宁德市', '洞头岛']]});
    expect(text(find(lost, 'detour'))).toContain('宁德市–洞头岛：不可达（路网中没有相连的路线）');
  });
});

describe('dead ends', () => {
  test('tell which levels were judged, and which were not and why', () => {
    const levels = text(find(page, 'table-deadend-levels'));
    expect(levels).toContain('省界是8122');
    expect(levels).toContain('地级界否（数据没有该级界线）––');
    expect(levels).toContain('县界是641');
  });

  test('a card has the numbers of its row', () => {
    const card = text(find(page, 'deadend-1'));
    for (const part of [
      '第 1 处：G1523 甬莞高速',
      'R6：一侧在建或规划、尚未通车（另符合 R2）',
      '前方在建，可信度 92',
      '高速公路、高速',
      '省界：浙江省 | 福建省',
      '3.2 km',
      '在建 G1523，相距 120 m，长 20.2 km',
      '96.4 km、1 小时 38 分，为两端直线的 5.2 倍',
      '本侧沙埕镇 4.2 km',
      '面向边界左侧 G104，沿界 9.3 km；右侧 –',
      'R6-120.3700-27.2500',
      '两条车道在同一点终止',
    ])
      expect(card.replaceAll('\u00a0', ' ')).toContain(part);
  });

  test('cards stand by level; beyond the fortieth the table alone tells, and says so', () => {
    const r = fixture();
    const many = Array.from({length: 45}, (_, i) => ({...r.deadends[i % 3]!, id: `d${i}`}));
    const tree = render({...r, deadends: many});
    const cards = [...elements(tree)].filter((e) => /^deadend-\d+$/.test(e.attributes['id'] ?? ''));
    expect(cards).toHaveLength(40);
    const rows = [...elements(find(tree, 'table-deadends'))].filter((e) => e.name === 'tr');
    expect(rows).toHaveLength(46);
    expect(text(find(tree, 'deadends'))).toContain(
      '前 40 处附卡片与示意图，全部 45 处见上表与 deadends.csv',
    );
    const headings = [...elements(find(tree, 'deadends'))]
      .filter((e) => e.name === 'h3')
      .map((e) => text(e));
    expect(headings.filter((h) => h.includes('断头路卡片'))).toEqual([
      '省界断头路卡片（27 处）',
      '县界断头路卡片（13 处）',
    ]);
  });

  test('a review is told on the card and in the table', () => {
    const r = fixture();
    const review = {verdict: 'built', note: '<b>通车', author: '张三', date: '2021-05-01'} as const;
    const tree = render({...r, deadends: [{...r.deadends[0]!, review}, ...r.deadends.slice(1)]});
    expect(text(find(tree, 'deadend-1'))).toContain('复核：已建成（张三，2021-05-01）：<b>通车');
    expect(text(find(tree, 'table-deadends'))).toContain('已建成');
  });

  test('a sketch takes the finer lines round its dead end where there are some', () => {
    const r = fixture();
    const id = r.deadends[0]!.id;
    const line = [
      [120.36, 27.24],
      [120.37, 27.25],
      [120.38, 27.27],
    ] as const;
    const fine = {
      deadend: id,
      bbox: [120, 27, 121, 28] as const,
      lines: [{class: 'tertiary', status: 'open', lines: [line]}],
      borders: [],
    };
    const shown = (result: ReportResult) =>
      renderHtml(result).match(/<g id="base-deadend-1">.*?<\/g>/)![0];
    expect(shown({...r, closeUps: [fine]})).not.toBe(shown(r));
    expect(shown({...r, closeUps: [{...fine, deadend: 'another'}]})).toBe(shown(r));
  });
});
