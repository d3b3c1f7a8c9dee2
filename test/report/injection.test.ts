import {expect, test} from 'vitest';
import {tableCsv} from '../../src/report/csv.ts';
import {escapeXml} from '../../src/report/escape.ts';
import {layerGeojson, reportLayers} from '../../src/report/geojson.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {renderText} from '../../src/report/text.ts';
import {parseCsv} from './csv-reader.ts';
import {fixture} from './fixture.ts';
import {elements, parseTree} from './markup-tree.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  ']]><x>',
  '</svg></style></title><script>alert(1)</script>',
  '=cmd|"/c calc"!A0',
  '\u0000\u0001\u001b[31mred\u001b[0m',
  '\u202egnp.exe',
  '\ud800 lone',
  '&lt;b&gt;{from}{0}',
];

/** Every string of the fixture that comes from a map or a user gets the payload behind it. */
function poisoned(payload: string) {
  const fixed = new Set([
    'schema',
    'level',
    'rule',
    'mode',
    'kind',
    'status',
    'lengthSource',
    'speedSource',
    'outcome',
    'tool',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fixed.has(key) ? value : value + payload;
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]));
  };
  return walk(fixture(), '') as ReturnType<typeof fixture>;
}

const NAMES = new Set([...elements(parseTree(body(renderHtml(fixture()))))].map((e) => e.name));

function body(html: string): string {
  return html.replace(/^<!DOCTYPE html>\n/, '');
}

test.each(HOSTILE)('a name like %j stays text in the page', (payload) => {
  const html = renderHtml(poisoned(payload));
  const all = [...elements(parseTree(body(html)))];
  expect(all.filter((e) => e.name === 'script')).toHaveLength(1);
  // no element that the honest page does not have, and no attribute that runs
  expect(all.map((e) => e.name).filter((name) => !NAMES.has(name))).toEqual([]);
  const attributes = all.flatMap((e) => Object.keys(e.attributes));
  expect(attributes.filter((name) => /^on|^src/.test(name))).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/);
  expect(Buffer.from(html, 'utf8').toString('utf8')).toBe(html); // no lone surrogate
});

test.each(HOSTILE)(
  'a name like %j runs nothing in a spreadsheet, breaks no layer and no line',
  (payload) => {
    const result = poisoned(payload);
    for (const table of reportTables(result)) {
      const rows = parseCsv(tableCsv(table).slice(1));
      expect(new Set(rows.map((r) => r.length)).size, table.id).toBe(1);
    }
    for (const layer of reportLayers(result)) {
      const text = layerGeojson(layer, result.provenance);
      expect(JSON.parse(text).type).toBe('FeatureCollection');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/\\u0000|\\u001b|\u001b/);
    }
    const terminal = renderText('detour', result.detour, 'zh');
    expect(terminal.trimEnd().split('\n')).toHaveLength(result.detour.length + 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(terminal).not.toMatch(/\u001b|\u202e/);
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
