import {describe, expect, test} from 'vitest';
import type {CircleRow} from '../../src/analysis/rows.ts';
import {headlines} from '../../src/app/headlines.ts';
import {circleTables} from '../../src/report/circle-tables.ts';
import {tableCsv} from '../../src/report/csv.ts';
import {circleFinding} from '../../src/report/findings/circle.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {parseCsv} from './csv-reader.ts';
import {fixture} from './fixture.ts';
import {CIRCLE} from './fixture-circle.ts';

/** Where the number of places of a circle is told, as each of them tells it. */
function told(circle: CircleRow): Record<string, string> {
  const result = {...fixture(), circles: [circle]};
  const table = reportTables(result).find(({id}) => id === 'circle-overview')!;
  const [head, line] = parseCsv(tableCsv(table).slice(1));
  const of = (key: string): string => line![head!.indexOf(key)]!;
  const html = renderHtml(result);
  const row = /id="table-circle-1".*?<tbody><tr>(.*?)<\/tr>/s.exec(html)![1]!;
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text]) => text!);
  return {
    csv: `${of('places_inside')} → ${of('places_inside_after')}`,
    html: cells[2]!,
    text: circleTables(circle)[0]!
      .title!.map(({en}) => /(\d+) place/.exec(en)?.[1])
      .join(' '),
    finding: /(\d+) other places?|(\d+) places?/.exec(circleFinding(result).en)![0]!,
    terminal: /(\d+) places/.exec(headlines(result, 'out', 'en'))![1]!,
  };
}

describe('places inside a circle are those but its centre', () => {
  const [suburb] = CIRCLE.places;

  test('which is a place of its own circle', () => {
    const centre = {...suburb!, place: CIRCLE.place, timeS: 0};
    const counts = told({...CIRCLE, places: [centre, ...CIRCLE.places]});
    expect(counts).toMatchObject({csv: '2 → 5', html: '2 → 5', terminal: '2'});
    expect(counts['finding']).toMatch(/\b2\b/);
    expect(counts['text']).toMatch(/^2\b.*\b5\b/);
  });

  test('but when no road leads to it: then it is empty, and not one less', () => {
    const {gained, lost, after, projects, ...bare} = CIRCLE;
    const counts = told({...bare, places: []});
    expect(counts).toMatchObject({csv: '0 → ', html: '0', terminal: '0'});
    expect(counts['finding']).toMatch(/\b0\b/);
    expect(told({...CIRCLE, places: []})).toMatchObject({csv: '0 → 3', html: '0 → 3'});
  });
});
