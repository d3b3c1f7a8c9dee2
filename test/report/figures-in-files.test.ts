import {describe, expect, test} from 'vitest';
import type {CsvValue} from '../../src/report/csv-values.ts';
import {reportLayers} from '../../src/report/geojson.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {fixture} from './fixture.ts';
import {CHANGE} from './fixture-planning.ts';
import {type Element, elements, hasClass, parseTree, textOf} from './markup-tree.ts';

/** Every table and figure of the page must stand in a file of the report, figure by figure. */
const RESULT = {...fixture(), change: CHANGE};
const TABLES = new Map(reportTables(RESULT).map((table) => [`${table.id}.csv`, table]));
const LAYERS = new Map(reportLayers(RESULT).map((layer) => [`${layer.id}.geojson`, layer]));

const page = parseTree(renderHtml(RESULT).replace(/^<!DOCTYPE html>\n/, ''));
const all = [...elements(page)];

interface Shown {
  readonly id: string;
  readonly body: Element;
  /** The file that the line below names; `null` = there is no such line. */
  readonly file: string | null;
}

const inner = (frame: Element): Element[] => frame.children.filter((c) => typeof c !== 'string');

/** What holds a table, and a figure itself, hold the line that says where the numbers stand. */
function shownIn(name: 'table' | 'figure'): Shown[] {
  const frames = all.flatMap((frame) => {
    const body = name === 'figure' ? frame : inner(frame).find((e) => e.name === 'table');
    return body?.name === name ? [{frame, body}] : [];
  });
  return frames.map(({frame, body}) => {
    const line = inner(frame).find((e) => hasClass(e, 'trace'));
    const codes = line ? [...elements(line)].filter((e) => e.name === 'code') : [];
    const named = [body, ...elements(body)].find((e) => e.attributes['id'] !== undefined);
    const file = codes.length === 0 ? null : textOf(codes.at(-1)!).trim();
    return {id: named?.attributes['id'] ?? '?', body, file};
  });
}

test('every table of the page names a table of the files, every figure a table or layer, none empty', () => {
  const [tables, figures] = [shownIn('table'), shownIn('figure')];
  expect(tables).toHaveLength(all.filter((e) => e.name === 'table').length);
  expect(figures).toHaveLength(all.filter((e) => e.name === 'figure').length);
  const rowsOf = (file: string | null): number =>
    TABLES.get(file ?? '')?.rows.length ?? LAYERS.get(file ?? '')?.features.length ?? 0;
  expect(tables.filter(({file}) => !TABLES.has(file ?? '')).map(({id}) => id)).toEqual([]);
  expect([...tables, ...figures].filter(({file}) => rowsOf(file) === 0).map(({id}) => id)).toEqual(
    [],
  );
});

/** Seconds as minutes or hours, metres as km, or as they are; a share of 1 as it is. */
const UNITS = [1, 1 / 60, 1 / 1000, 1 / 3600];

/** A figure of the page is in a file when a cell has it in its unit, or lists so many things. */
function has(values: readonly CsvValue[], figure: number): boolean {
  const near = (value: number): boolean =>
    UNITS.some((unit) => Math.abs(value - figure * unit) <= 0.0051 * Math.max(1, Math.abs(value)));
  return values.some((value) => {
    if (typeof value === 'number') return near(value);
    if (typeof value !== 'string') return false;
    const parts = value === '' ? [] : value.split(' | ');
    return parts.length === figure || parts.some((part) => near(Number(part)));
  });
}

describe('every figure of every table of the page stands in the file that it names', () => {
  test.each(shownIn('table').map((shown) => [shown.id, shown] as const))(
    '%s',
    (_, {body, file}) => {
      const values = TABLES.get(file!)!.rows.flat();
      const cells = [...elements(body)].filter((e) => e.name === 'td' && hasClass(e, 'number'));
      const figures = cells.map((e) => e.attributes['data-v'] ?? '').filter((v) => v !== '');
      const missing = figures.map(Number).filter((figure) => !has(values, figure));
      expect([...new Set(missing)]).toEqual([]);
    },
  );
});
