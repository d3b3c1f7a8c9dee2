import {expect, test} from 'vitest';
import {renderHtml} from '../../src/report/html/page.ts';
import {parameterLines} from '../../src/report/parameter-lines.ts';
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
    ['circle (by road)', 'minutes', '[60,120]'],
    ['gateways', 'minutes', '60'],
  ]);
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
