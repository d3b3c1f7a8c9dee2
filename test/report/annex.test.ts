import {expect, test} from 'vitest';
import type {ValidateRow} from '../../src/analysis/rows.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {parameterLines, toldParameters} from '../../src/report/parameter-lines.ts';
import {fixture} from './fixture.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

test('equal keys of two questions both stand in the annex, under their question', () => {
  const r = fixture();
  const parameters = {
    maxSnapM: 5000,
    questions: {'circle road': {minutes: [60, 120]}, gateways: {minutes: 60}},
  };
  const html = renderHtml({...r, provenance: {...r.provenance, parameters}});
  const all = [...elements(parseTree(html.replace(/^<!DOCTYPE html>\n/, '')))];
  const table = all.find((e) => e.attributes['id'] === 'table-parameters')!;
  const rows = [...elements(table)]
    .filter((e) => e.name === 'tr')
    .slice(1)
    .map((tr) =>
      [...elements(tr)]
        .filter((e) => e.name === 'td')
        .map((td) => textOf(td, (e) => hasClass(e, 'zh')).trim()),
    );
  expect(rows).toEqual([
    ['all', 'maxSnapM', '5000'],
    ['circle (by road)', 'minutes', '60, 120'],
    ['gateways', 'minutes', '60'],
  ]);
});

test('what several questions share is told once, and in words', () => {
  const rail = {id: 'rail-china', dwellS: 120, lineKph: {}, wait: {share: 0.5, longestS: null}};
  const varied = [
    {id: 'train', low: 0.9, high: 1.15},
    {id: 'decay', low: 0, high: 1.5},
  ];
  const parameters = {
    mode: 'road',
    questions: {
      'circle rail': {mode: 'rail', rail, minutes: [60, 120]},
      access: {mode: 'best', rail},
      score: {rail: {...rail, dwellS: 60}, varied, median: 0.11373648148148141, asked: true},
    },
  };
  expect(toldParameters(parameters)).toEqual([
    {questions: [''], key: 'mode', value: 'road'},
    {questions: ['circle rail'], key: 'mode', value: 'rail'},
    {
      questions: ['circle rail', 'access'],
      key: 'rail',
      value: 'id rail-china; dwellS 120; lineKph –; wait (share 0.5; longestS –)',
    },
    {questions: ['circle rail'], key: 'minutes', value: '60, 120'},
    {questions: ['access'], key: 'mode', value: 'best'},
    {
      questions: ['score'],
      key: 'rail',
      value: 'id rail-china; dwellS 60; lineKph –; wait (share 0.5; longestS –)',
    },
    {
      questions: ['score'],
      key: 'varied',
      value: 'train (low 0.9; high 1.15), decay (low 0; high 1.5)',
    },
    {questions: ['score'], key: 'median', value: '0.113736'},
    {questions: ['score'], key: 'asked', value: 'true'},
  ]);
  // the file keeps each of them whole, under its question
  const exact = parameterLines(parameters).filter(({key}) => key === 'rail');
  expect(exact.map(({question}) => question)).toEqual(['circle rail', 'access', 'score']);
  expect(JSON.parse(exact[0]!.value)).toEqual(rail);
});

test('parameters of an answer and of an older report are lines of no question', () => {
  expect(parameterLines({a: 1, b: {c: 2}, questions: null})).toEqual([
    {question: '', key: 'a', value: '1'},
    {question: '', key: 'b', value: '{"c":2}'},
  ]);
});

test('method names the documentation of each formula, and what no figure knows of is said', () => {
  const html = renderHtml(fixture());
  for (const doc of ['indicators', 'circles', 'rail', 'compare', 'dead-ends'])
    expect(html).toContain(`<code>docs/${doc}.md</code>`);
  expect(html).toContain('本报告不知道的事');
  expect(html).toContain('What this report does not know');
});

/** Published 90 and 120 minutes, foretold 99 (+10 %) and 96 (−20 %); a cut and a row that cannot be asked. */
function published(): ValidateRow[] {
  const row = (id: string, publishedS: number, predictedS: number | null): ValidateRow => ({
    id,
    mode: 'road',
    from: '泰顺县',
    to: '温州市',
    asOf: null,
    says: 'about',
    publishedS,
    predictedS,
    error: predictedS === null ? null : predictedS / publishedS - 1,
    leftOutError: null,
    distanceM: null,
    fitted: false,
    note: null,
    source: 'gazette',
  });
  return [
    {...row('a', 5400, 5940), fitted: true},
    row('b', 7200, 5760),
    {...row('c', 3600, 36000), says: 'cut'},
    {...row('d', 3600, null), note: {id: 'no', zh: '路网中没有沙县', en: 'no such place'}},
  ];
}

test('published times: the median leaves out cuts and what cannot be asked, every row is shown', () => {
  const tree = (validation: ValidateRow[] | null) =>
    parseTree(renderHtml({...fixture(), validation}).replace(/^<!DOCTYPE html>\n/, ''));
  const zh = (validation: ValidateRow[] | null) => {
    const method = [...elements(tree(validation))].find((e) => e.attributes['id'] === 'method')!;
    return textOf(method, (e) => hasClass(e, 'en'));
  };
  // |+10 %| and |−20 %|: median 15 %
  expect(zh(published())).toContain(
    '4 行中 2 行可作比较，误差绝对值的中位数 15\u00a0%；其中 1 行已用于拟合参数',
  );
  const all = [...elements(tree(published()))];
  const table = all.find((e) => e.attributes['id'] === 'table-validation')!;
  expect([...elements(table)].filter((e) => e.name === 'tr')).toHaveLength(1 + 4);
  expect(textOf(table)).toContain('路网中没有沙县');
  expect(zh(null)).toContain('请用 guantong validate');
  expect(zh(published().slice(3))).toContain('1 行公布时间中没有一行可作比较');
});
