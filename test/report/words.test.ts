import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {EN} from '../../src/report/i18n/en.ts';
import {
  bytes,
  distance,
  duration,
  km,
  number,
  people,
  percent,
} from '../../src/report/i18n/format.ts';
import {msg} from '../../src/report/i18n/message.ts';
import {classWord, ledgerWord, reasonWord} from '../../src/report/i18n/words.ts';
import {ZH} from '../../src/report/i18n/zh.ts';
import {renderText} from '../../src/report/text.ts';
import {columns, graphemes, widthEm, wrap} from '../../src/report/text-width.ts';
import {fixture} from './fixture.ts';

/** How a reason stands in the sources of the import. */
const REASON =
  /(?:(?:'(?:kept|dormant|dropped|repaired|noted)',\s*|dropped: )'|'(?=(?:clip|joint|border|turn|rail|railway|maxspeed|conditional|conflict|boundary|parts|feature|looks|station)-[a-z]))([a-z0-9-]+)'/g;

test('every message is in both languages with the same holes', () => {
  expect(Object.keys(EN)).toEqual(Object.keys(ZH));
  const holes = (s: string) => [...s.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).toSorted();
  for (const key of Object.keys(ZH) as (keyof typeof ZH)[]) {
    expect(holes(EN[key]), key).toEqual(holes(ZH[key]));
    expect(EN[key], key).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  }
});

test('a hole without a value is a bug', () => {
  expect(() => msg('findPair', {from: 'a'})).toThrow('has no value');
  expect(msg('findPair', {from: '{to}', to: 'b', index: 1}).zh).toBe('{to}–b 1');
});

test('numbers are told in km, hours and people', () => {
  expect(duration(15_000)).toEqual({zh: '4 小时 10 分', en: '4 h 10 min'});
  expect(duration(3599).en).toBe('1 h 00 min');
  expect(duration(29).en).toBe('0 min');
  expect([km(396_400), km(9_940), km(99), km(null)]).toEqual(['396', '9.9', '0.1', '–']);
  expect([distance(999).en, distance(1234).en, distance(123_456).en]).toEqual([
    '999 m',
    '1.2 km',
    '123 km',
  ]);
  expect(people(9_572_903)).toEqual({zh: '957.3 万', en: '9.57 million'});
  expect(people(412)).toEqual({zh: '412', en: '412'});
  expect([percent(0.982, 1), number(-0.001, 2), bytes(412_345)]).toEqual([
    '98.2\u00a0%',
    '0.00',
    '412.3 kB',
  ]);
});

test('every reason that the import gives has words in both languages', () => {
  const room = new URL('../../src/import/', import.meta.url);
  const reasons = readdirSync(room, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, room), 'utf8').matchAll(REASON)])
    .map(([, reason]) => reason!)
    .filter((reason) => !/^(kept|dormant|dropped|repaired|noted)$/.test(reason));
  expect(new Set(reasons).size).toBeGreaterThan(50);
  for (const reason of reasons) expect(ledgerWord(reason).zh, reason).not.toBe(reason);
});

test('words that are not known are shown as they are', () => {
  expect(reasonWord('some-new-reason').zh).toBe('some-new-reason');
  expect(reasonWord('no-road-near:温州市').en).toBe('no road near 温州市');
  expect(reasonWord('constructor').en).toBe('constructor');
  expect(ledgerWord('unread-maxspeed').en).toBe('maxspeed tag that could not be read');
  expect(classWord('construction:motorway').en).toBe('expressway (under construction)');
});

test('a wide character takes two columns, a combining mark none', () => {
  expect([columns('温州'), columns('G25'), columns('é'), columns('e\u0301'), columns('—')]).toEqual(
    [4, 3, 1, 1, 1],
  );
});

test('characters are those of the segmenter, whatever stands beside them', () => {
  const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'});
  const marks = fc.constantFrom(
    '\u0301',
    '\u200d',
    '\ufe0f',
    '\u20e3',
    '\u3099',
    '\xad',
    '\r\n',
    '👩‍🚀',
  );
  const unit = fc.oneof(
    fc.integer({min: 0, max: 0xd7ff}).map((code) => String.fromCharCode(code)),
    fc.integer({min: 0xe000, max: 0xffff}).map((code) => String.fromCharCode(code)),
    fc.integer({min: 0x20, max: 0x2ff}).map((code) => String.fromCharCode(code)),
    fc.integer({min: 0x2000, max: 0x30ff}).map((code) => String.fromCharCode(code)),
    marks,
  );
  fc.assert(
    fc.property(fc.array(unit, {maxLength: 8}), (units) => {
      const text = units.join('');
      const wanted = [...segmenter.segment(text)].map(({segment}) => segment);
      expect(graphemes(text)).toEqual(wanted);
      const takesNoRoom = (g: string) => /^[\p{M}\p{C}]/u.test(g);
      expect(columns(text) === 0).toBe(wanted.every(takesNoRoom));
    }),
    {numRuns: 2000},
  );
});

test('wrapping loses no character and keeps to the width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('温州', 'expressway', '—', ' ', 'G25', '、', '-')),
      (parts) => {
        const text = parts.join('');
        const lines = wrap(text, 8);
        const bare = (s: string) => s.replace(/\s/g, '');
        expect(bare(lines.join(''))).toBe(bare(text));
        for (const line of lines) {
          if (graphemes(line).length > 1) expect(widthEm(line)).toBeLessThanOrEqual(8);
        }
      },
    ),
  );
});

test('a closing mark stays with what it closes, an opening bracket with what it opens', () => {
  expect(wrap('景宁高速公路（拟建）', 9)).toEqual(['景宁高速公路（拟', '建）']);
  expect(wrap('（温福高铁）', 5)).toEqual(['（温福高', '铁）']);
  expect(wrap('温州（台州）', 3)).toEqual(['温州', '（台', '州）']);
});

const ROWS = fixture();
const {fastest} = ROWS.detour[0]!;
const CASES = [
  ['detour', renderText('detour', ROWS.detour, 'zh'), ROWS.detour.length],
  ['score', renderText('score', ROWS.score, 'zh'), ROWS.score.length],
  [
    'matrix',
    renderText(
      'matrix',
      [{from: '温州市', to: 'B', timeS: null, distanceM: null, straightM: 5, reason: 'no-way'}],
      'en',
    ),
    1,
  ],
  [
    'route',
    renderText(
      'route',
      [
        {
          from: 'A',
          to: '上饶市',
          reachable: true,
          reason: null,
          straightM: 1e5,
          ...fastest!,
          geometry: [],
          via: [],
          nearClip: true,
        },
      ],
      'zh',
    ),
    1,
  ],
] as const;

test.each(CASES)('the table of %s is aligned: one header, one line per row', (_, text, count) => {
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(count + 1);
  // a column of a terminal that is blank in every line parts the columns of the table
  const grid = lines.map((line) => cells(line));
  const second = starts(grid);
  expect(second.length).toBeGreaterThan(3);
});

function cells(line: string): string[] {
  return graphemes(line).flatMap((g) => (columns(g) === 2 ? [g, g] : [g]));
}

function starts(grid: string[][]): number[] {
  const wide = Math.max(...grid.map((g) => g.length));
  const blank = (i: number) => grid.every((g) => (g[i] ?? ' ') === ' ');
  return Array.from({length: wide}, (_, i) => i).filter(
    (i) => i > 1 && !blank(i) && blank(i - 1) && blank(i - 2),
  );
}

test('the other tables, the empty answer and the last line', () => {
  expect(renderText('circle', ROWS.circles, 'en')).toContain('newly inside');
  expect(renderText('info', [ROWS.info], 'zh')).toContain('台账 舍弃：辅助道路');
  expect(renderText('detour', [], 'en')).toBe('No rows.\n');
  const withSource = renderText('detour', ROWS.detour, 'en', ROWS.provenance);
  expect(withSource.trimEnd().split('\n').at(-1)).toBe(
    '[schematic sample] data date: 2020-11-01; network day: 2020-11-30; guantong 0.1.0; sample.osm',
  );
});
