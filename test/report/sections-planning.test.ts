import {describe, expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from './fixture.ts';
import {CHANGE} from './fixture-planning.ts';
import {type Element, elements, hasClass, parseTree, textOf} from './markup-tree.ts';

const full = (): ReportResult => ({...fixture(), change: CHANGE});

function tree(result: ReportResult): Element[] {
  return [...elements(parseTree(renderHtml(result).replace(/^<!DOCTYPE html>\n/, '')))];
}

const all = tree(full());
const byId = (id: string, within = all): Element => {
  const found = within.find((e) => e.attributes['id'] === id);
  expect(found, id).toBeDefined();
  return found!;
};

/** What a section says in one language, on one line. */
function say(id: string, lang: 'zh' | 'en', within = all): string {
  const other = lang === 'zh' ? 'en' : 'zh';
  return textOf(byId(id, within), (e) => hasClass(e, other))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cells of a table, row by row, in Chinese. */
function cells(id: string, within = all): string[][] {
  const body = [...elements(byId(id, within))].find((e) => e.name === 'tbody')!;
  return [...elements(body)]
    .filter((e) => e.name === 'tr')
    .map((tr) =>
      [...elements(tr)]
        .filter((e) => e.name === 'td')
        .map((td) =>
          textOf(td, (e) => hasClass(e, 'en'))
            .replace(/\s+/g, ' ')
            .trim(),
        ),
    );
}

describe('circles', () => {
  const [circle] = full().circles;

  test('the table tells places, people and area of the result, today and with the projects', () => {
    const [row] = cells('table-circle-1');
    const {after, gained, places} = circle!;
    // the start is no place that is reached; here it is not among the places
    expect(row![1]).toBe(String(circle!.minutes));
    expect(row![2]).toBe(`${places.length} → ${places.length + gained!.length}`);
    expect(row![3]).toBe('84.6 万 → 777.5 万');
    expect(after!.population).toBe(7_775_088);
    expect(row![4]).toBe('6,230 → 9,980');
    for (const {place} of gained!) expect(row![5]).toContain(place);
  });

  test('gained places have their minutes before and after; who could not be reached is said so', () => {
    const rows = cells('table-circle-1-gained');
    const of = (place: string) => rows.find(([name]) => name === place)!;
    expect(of('台州市').slice(2, 5)).toEqual(['60', '82', '44']);
    expect(of('洞头岛').slice(2, 5)).toEqual(['60', '不可达', '59']);
  });

  test('places without a way are named with the reason, and clipped circles are warned of', () => {
    const r = full();
    const unreached = [
      {place: '浦江县', reason: 'no-road-near:浦江县'},
      {place: '洞头岛', reason: 'no-way'},
    ];
    const text = say(
      'circle',
      'zh',
      tree({...r, circles: [{...circle!, unreached, nearClip: true}]}),
    );
    expect(text).toContain('浦江县（附近没有道路）');
    expect(text).toContain('洞头岛（路网中没有相连的路线）');
    expect(text).toContain('人口与面积是下限');
  });

  test('one map a mode with its bands, however many cutoffs', () => {
    const wider = {...circle!, minutes: 120};
    const maps = tree({...full(), circles: [circle!, wider]}).filter(
      (e) => e.name === 'svg' && (e.attributes['id'] ?? '').startsWith('map-circle-'),
    );
    expect(maps.map((e) => e.attributes['id'])).toEqual(['map-circle-1-best']);
  });
});

test('gateways: first and second with minutes, the change, who reaches none, what the data lacks', () => {
  expect(cells('table-gateways-port')).toEqual([
    ['泰顺县', '温州港 可替代', '90', '宁德港', '100', '宁德港', '73', '17', '浙江省'],
  ]);
  expect(cells('table-catchments-port')[0]!.slice(0, 3)).toEqual(['温州港', '泰顺县', '26.6 万']);
  const zh = say('gateways', 'zh');
  expect(zh).toContain('洞头岛（路网中没有相连的路线）');
  expect(zh.match(/机场、高铁站、口岸/g)).toHaveLength(1);
  expect(zh).toContain('另有 1 处');
  expect(say('gateways', 'en')).toContain('airport, high-speed station, border checkpoint');
});

test('of many places only those under study are listed, the rest counted', () => {
  const [row] = full().gateways.filter((r) => r.row === 'place');
  const many = Array.from({length: 29}, (_, i) => ({...row!, place: `镇${i}`}));
  const studied = {...row!, place: full().profile[0]!.unit};
  const zh = say('gateways', 'zh', tree({...full(), gateways: [...many, studied]}));
  expect(zh).toContain('此处列出所研究的 1 个地点，其余 29 个见 gateways.csv');
  expect(zh).not.toContain('镇7');
});

describe('ranking', () => {
  test('every measure has its rank; what has none shows a dash', () => {
    const [first, second] = cells('table-ranks');
    expect(first).toEqual(['温福高铁', '1', '2', '1', '1', '2', '1', '1', '4', '–']);
    expect(second![3]).toBe('–');
  });

  test('shares of the runs, range of ranks and interval are those of the result', () => {
    const [first] = cells('table-stability');
    expect(first!.slice(2)).toEqual([
      '98.5 %',
      '92.5 %',
      '100.0 %',
      '1–2',
      '1',
      '2.9 万 – 23.1 万',
    ]);
    expect(say('ranking', 'en')).toContain('comes first in 197 of 200 runs');
    expect(
      all.filter(
        (e) => (e.attributes['id'] ?? '').startsWith('chart-tornado-') && e.name === 'svg',
      ),
    ).toHaveLength(2);
  });
});

describe('a page a project', () => {
  test('one for each, in the order of the ranking', () => {
    const pages = all.filter((e) => e.name === 'article' && hasClass(e, 'project'));
    expect(pages.map((e) => e.attributes['id'])).toEqual(
      full().score.map((row) => `project-${row.projectId}`),
    );
  });

  test('sources and dates of every figure, conflicts and assumptions', () => {
    expect(cells('table-project-sources').slice(0, 3)).toEqual([
      [full().score[0]!.project, '全线', '状态', '规划', 'gazette 12', '2025-09-30'],
      [
        full().score[0]!.project,
        '全线',
        '长度 km',
        '303（另有来源：276）',
        'gazette 12',
        '2025-09-30',
      ],
      [full().score[0]!.project, '全线', '地形系数', '1.2', '【假设】own（mountains）', '–'],
    ]);
    const zh = say('project-project-1', 'zh');
    expect(zh).toContain('路网时点：在建；登记册（2025-09-30）：规划');
    expect(zh).toContain('浙江省 99.2 km、福建省 203.8 km');
    expect(zh).toContain('造价 未给出');
    expect(say('project-project-1', 'en')).toContain('Wenzhou–Fuzhou high-speed railway');
  });

  test('time cut of a named pair in minutes and per cent, people newly inside, siphon, equity', () => {
    const [, pair] = cells('table-project-project-1-pairs');
    // 140 → 52 min: 88 saved, 62.9 %
    expect(pair!.slice(0, 5)).toEqual([
      '温州市–宁德市',
      '2 小时 20 分',
      '52 分钟',
      '1 小时 28 分',
      '62.9 %',
    ]);
    const zh = say('project-project-1', 'zh');
    expect(zh).toContain('新进入 60 分钟：宁德市；人口合计 314.7 万（按驻地），GDP 合计 未知');
    expect(zh).toContain('寿宁县到温州市（直线 212 km）2 小时 30 分 → 1 小时 30 分');
    expect(zh).toContain('基尼系数由 0.0861 升为 0.0932，更不均衡');
    expect(cells('table-project-project-1-provinces')).toEqual([
      ['浙江省', '99.2', '3.0 万', '3.1 万'],
      ['福建省', '203.8', '6.0 万', '6.1 万'],
    ]);
  });

  test('what changes nothing is said plainly', () => {
    expect(say('project-project-6', 'zh')).toContain('没有一个站点接入路网');
    const idle = {...full().score[2]!, pairs: []};
    expect(say('projects', 'zh', tree({...full(), score: [idle], portfolio: null}))).toContain(
      '不改变任何地点对的时间',
    );
  });
});

describe('portfolio', () => {
  test('alone, last in, step and running total', () => {
    expect(cells('table-portfolio')[0]).toEqual([
      '1',
      '温福高铁',
      '18.2 万',
      '18.2 万',
      '18.2 万',
      '18.2 万',
    ]);
    expect(cells('table-portfolio')[2]![0]).toBe('未入选');
    expect(say('portfolio', 'zh')).toContain('里程不超过 600 km');
  });

  test('synergy in figures and in words, series named, left out with the reason', () => {
    const zh = say('portfolio', 'zh');
    expect(zh).toContain('互补 +1.7 万');
    expect(zh).toContain('替代 -2.0 万');
    expect(zh).toContain('独立');
    expect(zh).toContain('在柘荣相接，协同 1.7 万人·小时');
    expect(zh).toContain('未接入路网');
    expect(zh).toContain('穷举了全部组合');
  });

  test('one project has none; a greedy one promises nothing', () => {
    const one = tree({...full(), score: full().score.slice(0, 1), portfolio: null});
    expect(say('portfolio', 'zh', one)).toContain('只有一个项目');
    const greedy = {...full().portfolio!, method: 'greedy' as const, bestBySize: []};
    const page = tree({...full(), portfolio: greedy});
    expect(say('portfolio', 'zh', page)).toContain('所列未必最佳');
  });
});

test('change: what opened and moved with its causes; without an earlier report how to get it', () => {
  expect(cells('table-change-road')[0]!.slice(1)).toEqual([
    '新增通车',
    '通车里程 km',
    '0.0',
    '23.2',
    '+23.2',
    '其间建成（有日期）',
  ]);
  expect(cells('table-change-detour')[0]!.slice(3)).toEqual([
    '180',
    '90',
    '-90',
    '路网时点不同 或 数据不同',
  ]);
  expect(say('change', 'en')).toContain('opened on 2020-12-22.');
  expect(say('change', 'zh', tree(fixture()))).toContain('--since OLD/result.json');
  const same = tree({...fixture(), change: {...CHANGE, rows: []}});
  expect(say('change', 'zh', same)).toContain('两份报告没有任何不同');
});

test('a result of an older version, without the newer keys, still makes a page', () => {
  const {gateways, projectSheets, portfolio, ...old} = fixture();
  void [gateways, projectSheets, portfolio];
  const rows = old.score.map(
    ({ranks, measures, provinces, siphon, stability, inPortfolio, gained60, ...row}) => {
      void [ranks, measures, provinces, siphon, stability, inPortfolio, gained60];
      return row;
    },
  );
  const text = textOf(
    parseTree(renderHtml({...old, score: rows} as unknown as ReportResult).slice(16)),
  );
  expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
});
