import {expect, test} from 'vitest';
import {headlines} from '../../src/app/headlines.ts';
import {tableCsv} from '../../src/report/csv.ts';
import {escapeXml} from '../../src/report/escape.ts';
import {layerGeojson, reportLayers} from '../../src/report/geojson.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {renderText} from '../../src/report/text.ts';
import {parseCsv} from './csv-reader.ts';
import {fixture} from './fixture.ts';
import {CHANGE} from './fixture-planning.ts';
import {HOSTILE, poisoned} from './hostile.ts';
import {elements, parseTree} from './markup-tree.ts';

/** A report with every section that one can have. */
const FULL = {...fixture(), change: CHANGE};

const NAMES = new Set([...elements(parseTree(body(renderHtml(FULL))))].map((e) => e.name));

function body(html: string): string {
  return html.replace(/^<!DOCTYPE html>\n/, '');
}

/** What may reach no reader's screen: controls but line ends and tabs, and what turns text round. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const CASES = HOSTILE.flatMap((payload) =>
  (['before', 'behind'] as const).map(
    (where) => [payload.slice(0, 60), where, poisoned(FULL, payload, where)] as const,
  ),
);

// before or behind is the same to a page
test.each(CASES.filter(([, where]) => where === 'before'))(
  '%j %s every name stays text in the page',
  (_, __, result) => {
    const html = renderHtml(result);
    const all = [...elements(parseTree(body(html)))];
    expect(all.filter((e) => e.name === 'script')).toHaveLength(1);
    // no element that the honest page does not have, and no attribute that runs or loads
    expect(all.map((e) => e.name).filter((name) => !NAMES.has(name))).toEqual([]);
    for (const {attributes} of all) {
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(/^on|^src|^xlink|^formaction$|^srcdoc$/);
        if (name === 'href') expect(value).toMatch(/^(#|https?:\/\/)/);
        if (name === 'style') expect(value).not.toMatch(/url|expression|@/i);
      }
    }
    expect(html).not.toMatch(CONTROLS);
    expect(Buffer.from(html, 'utf8').toString('utf8')).toBe(html); // no lone surrogate
  },
);

test.each(CASES)('%j %s every name runs nothing in a spreadsheet', (_, __, result) => {
  for (const table of reportTables(result)) {
    const text = tableCsv(table).slice(1);
    expect(text).not.toMatch(CONTROLS);
    const rows = parseCsv(text);
    expect(new Set(rows.map((r) => r.length)).size, table.id).toBe(1);
    expect(rows).toHaveLength(1 + table.rows.length);
    for (const [i, row] of table.rows.entries()) {
      const cells = rows[i + 1]!.filter((_cell, j) => typeof row[j] === 'string');
      expect(cells.filter((cell) => /^[\s\u3000]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    }
    for (const head of rows[0]!) expect(head).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]/);
  }
});

test.each(CASES)('%j %s every name breaks no layer', (_, __, result) => {
  for (const layer of reportLayers(result)) {
    const text = layerGeojson(layer, result.provenance);
    const read = JSON.parse(text) as {type: string; features: {properties: object}[]};
    expect(read.type).toBe('FeatureCollection');
    expect(read.features).toHaveLength(layer.features.length);
    for (const {properties} of read.features) {
      for (const value of Object.values(properties)) expect(String(value)).not.toMatch(CONTROLS);
    }
  }
});

test.each(CASES)(
  '%j %s every name neither steers a terminal nor breaks its lines',
  (_, __, result) => {
    const {detour, deadends, circles, score, provenance} = result;
    const lines = (text: string): string[] => text.trimEnd().split('\n');
    expect(lines(renderText('detour', detour, 'zh'))).toHaveLength(detour.length + 1);
    expect(lines(renderText('score', score, 'en'))).toHaveLength(score.length + 1);
    const said = [
      renderText('deadends', deadends, 'zh', provenance),
      renderText('circle', circles, 'en', provenance),
      headlines(result, 'out', 'zh'),
      headlines(result, 'out', 'en'),
    ];
    for (const text of said) expect(text).not.toMatch(CONTROLS);
  },
);

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '\u00a0=1'])(
  'a text cell %j is no formula',
  (name) => {
    const result = fixture();
    const cell = linesOf(
      {...result, detour: result.detour.map((d) => ({...d, from: name}))},
      'detour',
    )[1]![0]!;
    expect(cell.startsWith("'")).toBe(true);
  },
);

function linesOf(result: ReturnType<typeof fixture>, id: string): string[][] {
  return parseCsv(tableCsv(reportTables(result).find((t) => t.id === id)!).slice(1));
}

test('numbers below zero stay numbers', () => {
  const result = fixture();
  const west = result.deadends.map((d) => ({...d, lon: -1.5}));
  const rows = linesOf({...result, deadends: west}, 'deadends');
  expect(rows[1]![rows[0]!.indexOf('lon')]).toBe('-1.5');
});

test('escaping turns every character with a meaning into text', () => {
  expect(escapeXml(`<&>"']]>`)).toBe('&lt;&amp;&gt;&quot;&#39;]]&gt;');
});
