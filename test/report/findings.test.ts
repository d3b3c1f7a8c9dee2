import {describe, expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {findings} from '../../src/report/findings/findings.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from './fixture.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

const zh = (result: ReportResult) => findings(result).map(({text}) => text.zh);
const en = (result: ReportResult) => findings(result).map(({text}) => text.en);

/** Full stops that end a sentence: not those of numbers, roads or hours. */
const ends = (text: string) => text.match(/[。！？]|[.!?](?=\s|$)/g) ?? [];

describe('the key findings', () => {
  const empty: ReportResult = {
    ...fixture(),
    detour: [],
    deadends: [],
    deadEndLevels: fixture().deadEndLevels.map((l) => ({...l, judged: false, found: 0})),
    circles: [],
    score: [],
    density: [],
    headlinePairs: [],
  };

  test('are exactly five sentences, whatever is missing', () => {
    for (const result of [fixture(), empty, {...empty, ...{detour: fixture().detour}}]) {
      for (const list of [zh(result), en(result)]) {
        expect(list).toHaveLength(5);
        for (const sentence of list)
          expect([sentence, ends(sentence).length]).toEqual([sentence, 1]);
      }
    }
  });

  test('tell the numbers of the result', () => {
    // 396 km ÷ 262 km = 1.511…; 250 min = 4 h 10; the rest are the fixture's own figures
    const [detour, dead, circle, rank, density] = zh(fixture());
    expect(detour).toContain(
      '温州市–南平市绕行最甚，最快路线 396 km、4 小时 10 分，是直线距离 262 km 的 1.51 倍',
    );
    expect(detour).toContain(
      '其余依次为丽水市–上饶市 1.50、温州市–上饶市 1.45、台州市–南平市 1.41',
    );
    expect(detour).toContain('1 对地点之间没有可达路线（宁德市–洞头岛');
    expect(detour).toContain('1 对的路线贴近数据边缘');
    expect(dead).toContain('共识别 3 处（省界 2 处、县界 1 处），其中 1 处');
    expect(dead).toContain('数据没有地级界线，该级未判定');
    expect(circle).toContain('台州市、泰顺县、洞头岛');
    expect(rank).toContain('温福高铁（18.2 万人·小时）');
    expect(rank).toContain('前者在 200 次参数变动中 197 次居首：首位稳定');
    // 20 000 km on 100 000 km² = 20, 15 000 on 120 000 = 12.5, the island without roads does not count
    expect(density).toContain(
      '2 个有公路的单元中福建省最低，每 100 km² 有公路 12.5 km（只计数据范围内）',
    );
    expect(en(fixture())[1]).toContain('found near borders 3 (2 provincial, 1 county)');
    expect(en(fixture())[3]).toContain('(182,400 person-hours)');
  });

  test('say what is not there', () => {
    expect(zh(empty)).toEqual([
      '绕行：本次没有算出绕行系数的重点城市对。',
      '断头路：数据没有边界线，未作判定。',
      '交通圈：没有可作圆心的城市，未计算。',
      '项目：没有给出可计算的规划项目，未作排序。',
      '路网密度：数据没有可比较的行政区面，未计算。',
    ]);
    const judged = {...empty, deadEndLevels: fixture().deadEndLevels};
    expect(zh(judged)[1]).toBe(
      '断头路：按所用规则与道路等级，边界附近未识别出断头路；数据没有地级界线，该级未判定。',
    );
  });

  test('leave out what a review has set aside, and say so', () => {
    const r = fixture();
    const review = {verdict: 'built', note: '', author: 'x', date: '2020-01-01'} as const;
    const deadends = r.deadends.map((d, i) => (i === 0 ? {...d, review} : d));
    expect(zh({...r, deadends})[1]).toContain('共识别 2 处（省界 1 处、县界 1 处）');
    expect(zh({...r, deadends})[1]).toContain('另有 1 处按复核文件另列');
  });

  test('tell what changed once there is an earlier report', () => {
    const row = {
      key: 'G15',
      what: '',
      before: null,
      after: null,
      difference: null,
      causes: [],
      evidence: [],
    };
    const rows = [
      {...row, subject: 'road', change: 'opened'},
      {...row, subject: 'deadend', change: 'vanished'},
      {...row, subject: 'detour', change: 'changed', what: 'timeS'},
      {...row, subject: 'detour', change: 'changed', what: 'distanceM'},
    ] as const;
    const change = {
      file: 'old.json',
      sha256: 'ab',
      version: '0.1.0',
      asOf: null,
      dataDate: null,
      notes: [],
      rows,
    };
    const last = findings({...fixture(), change})[4]!;
    expect(last.section).toBe('change');
    expect(last.text.zh).toContain(
      '道路新开通 1 项，断头路新增 0 处、消失 1 处，绕行有变动的城市对 1 对，变动共 4 项',
    );
  });

  test('stand on the page, each with the way to its section', () => {
    const tree = parseTree(renderHtml(fixture()).replace(/^<!DOCTYPE html>\n/, ''));
    const list = [...elements(tree)].find((e) => hasClass(e, 'findings'))!;
    const items = [...elements(list)].filter((e) => e.name === 'li');
    expect(items).toHaveLength(5);
    for (const [i, {text, section}] of findings(fixture()).entries()) {
      expect(textOf(items[i]!)).toContain(text.zh);
      const link = [...elements(items[i]!)].find((e) => e.name === 'a')!;
      expect(link.attributes['href']).toBe(`#${section}`);
    }
  });
});
