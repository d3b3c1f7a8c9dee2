import {describe, expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {detourMatrix} from '../../src/report/html/detour-matrix.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {msg} from '../../src/report/i18n/message.ts';
import {fixture} from './fixture.ts';
import {CIRCLE} from './fixture-circle.ts';

/** Cells of a table of the page as they are shown in Chinese, and what each is sorted by. */
function cellsOf(result: ReportResult, id: string): {shown: string; sort: string}[][] {
  const body = new RegExp(`<table id="${id}".*?<tbody>(.*?)</tbody>`, 's').exec(
    renderHtml(result),
  )![1]!;
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<td[^>]*data-v="([^"]*)"[^>]*>(.*?)<\/td>/gs)].map(([, sort, inner]) => ({
        sort: sort!,
        shown: inner!.replace(/<span class="en".*?<\/span>/gs, '').replace(/<[^>]*>/g, ''),
      })),
    );
}

const shown = (result: ReportResult, id: string): string[][] =>
  cellsOf(result, id).map((row) => row.map((cell) => cell.shown));

describe('detours', () => {
  test('named pairs first, then the rest; of each the worst first, and before it what has no way', () => {
    expect(shown(fixture(), 'table-detour').map(([pair]) => pair)).toEqual([
      // By their indices: 396/262, 288/192, 394/272, 505/357.
      '温州市–南平市',
      '丽水市–上饶市',
      '温州市–上饶市',
      '台州市–南平市',
      '宁德市–洞头岛',
      '台州市–丽水市',
      '宁德市–南平市',
      '温州市–丽水市',
      '丽水市–南平市',
      '温州市–台州市',
      '台州市–宁德市',
      '温州市–宁德市',
    ]);
  });

  test('two places make no matrix, nor do more than fit', () => {
    const {detour} = fixture();
    const [one] = detour;
    expect(detourMatrix([one!])).toBeNull();
    expect(detourMatrix(detour.slice(0, 2))).not.toBeNull();
    const many = Array.from({length: 25}, (_, i) => ({...one!, to: `地${i}`}));
    expect(detourMatrix(many)).toBeNull();
    expect(detourMatrix(many.slice(0, 23))).not.toBeNull();
  });
});

test('the width of the border band is that which was asked for', () => {
  const result = fixture();
  const questions = {'density 4': {bandM: 8000}};
  const parameters = {...result.provenance.parameters, questions};
  const html = renderHtml({...result, provenance: {...result.provenance, parameters}});
  expect(html).toContain(msg('densityIntro', {band: '8'}).zh);
});

test('minutes of a circle are sorted by those that hold with the projects', () => {
  const places = CIRCLE.places.map((place) => ({...place, afterS: place.timeS / 2}));
  const rows = cellsOf({...fixture(), circles: [{...CIRCLE, places}]}, 'table-circle-1-places');
  const town = rows.find(([name]) => name!.shown === '苍南县')!;
  expect(town[1]).toEqual({shown: '48 → 24', sort: String((48.2 * 60) / 2)});
  // Not reached today: by what it is with them.
  const island = rows.find(([name]) => name!.shown === '洞头岛')!;
  expect(island[1]!.sort).toBe(String(59 * 60));
});

describe('gateways', () => {
  const saving = (savedS: number) => {
    const result = fixture();
    const gateways = result.gateways!.map((row) =>
      row.row === 'place' && row.first !== null
        ? {...row, firstAfter: {gateway: '宁德港', timeS: row.first.timeS - savedS}}
        : row,
    );
    return shown({...result, gateways}, 'table-gateways-port')[0]!;
  };

  test('what is saved under half a minute is no change', () => {
    expect(saving(1020)).toContain('17');
    expect(saving(30)[7]).toBe('1');
    expect(saving(29)[7]).toBe('不变');
    expect(saving(-60)[7]).toBe('-1');
  });

  test('one that places go to only with the projects is listed, one that nobody goes to is counted', () => {
    const result = fixture();
    const gateways = result.gateways!.map((row) =>
      row.row === 'catchment'
        ? {...row, placesAfter: row.gateway === '宁德港' ? ['泰顺县'] : []}
        : row,
    );
    const of = (rows: NonNullable<ReportResult['gateways']>) =>
      shown({...result, gateways: rows}, 'table-catchments-port').map(([gate]) => gate);
    expect(of(result.gateways!)).toEqual(['温州港']);
    expect(of(gateways)).toEqual(['温州港', '宁德港']);
  });
});

test('projects that are not in the best set follow it, first those that add most on top of all others', () => {
  const result = fixture();
  const [first, second, third] = result.portfolio!.projects;
  const projects = [{...second!, lastInPersonS: 3600}, {...third!, lastInPersonS: 7200}, first!];
  const order = result.portfolio!.order.slice(0, 1);
  const rows = shown(
    {...result, portfolio: {...result.portfolio!, projects, order}},
    'table-portfolio',
  );
  expect(rows.map(([step]) => step)).toEqual(['1', '未入选', '未入选']);
  // 7,200 and 3,600 person-seconds are two hours and one.
  expect(rows.map((row) => row.at(-1)).slice(1)).toEqual(['2', '1']);
});

test('of what changed forty rows a subject are shown, and where the rest is', () => {
  const row = (i: number) => ({
    subject: 'detour',
    key: `pair ${i}`,
    change: 'changed',
    what: 'timeS',
    before: 1,
    after: 2,
    difference: 1,
    causes: [],
    evidence: [],
  });
  const change = (count: number) =>
    ({file: 'old.json', rows: Array.from({length: count}, (_, i) => row(i))}) as never;
  const more = msg('moreInFile', {shown: 40, all: 41, file: 'change.csv'}).zh;
  const many = {...fixture(), change: change(41)};
  expect(shown(many, 'table-change-detour')).toHaveLength(40);
  expect(renderHtml(many)).toContain(more);
  const few = renderHtml({...fixture(), change: change(40)});
  expect(few).not.toContain(msg('moreInFile', {shown: 40, all: 40, file: 'change.csv'}).zh);
});
