import {expect, test} from 'vitest';
import type {DeadEndRow} from '../../src/analysis/rows.ts';
import {deadEndSentence} from '../../src/report/dead-end-text.ts';
import {renderText} from '../../src/report/text.ts';
import {fixture} from './fixture.ts';

const [WORKS] = fixture().deadends as [DeadEndRow, ...DeadEndRow[]];
const PLAIN: DeadEndRow = {...WORKS, counterpart: null, settlements: []};

test('works go on: road, place, border, rule, cause, what lies opposite, way today, crossings', () => {
  const {zh, en} = deadEndSentence(WORKS);
  expect(zh).toBe(
    '浙闽省界：高速公路 G1523 甬莞高速止于 120.370°E, 27.250°N（沙埕镇，4.2 km），距界 3.2 km；' +
      '一侧在建或规划、尚未通车（R6）；原因：前方在建，可信度 92\u00a0%；' +
      '前方：在建 高速公路 G1523 20.2 km，起点相距 120 m；现绕行 96.4 km、1 小时 38 分（5.2 倍）；' +
      '最近过界处：左 9.3 km G104、右 无。',
  );
  expect(en).toBe(
    'provincial border 浙闽: expressway G1523 甬莞高速 ends at 120.370°E, 27.250°N (沙埕镇, 4.2 km), ' +
      '3.2 km from the line; under construction or planned on one side, not open (R6); ' +
      'cause: under construction beyond, confidence 92\u00a0%; ' +
      'goes on as under construction, expressway G1523, 20.2 km long, starting 120 m on; ' +
      'today 96.4 km and 1 h 38 min round (×5.2); next crossings: 9.3 km G104 to the left, none to the right.',
  );
});

test('an end opposite without a way, nothing opposite, a registered link, two units', () => {
  const other = {...WORKS.counterpart!, kind: 'tip', lengthM: null, gapM: 4000} as const;
  const noWay = {...other, networkM: null, timeS: null, detourRatio: null};
  const en = (row: DeadEndRow): string => deadEndSentence(row).en;
  expect(en({...WORKS, rule: 'R3', counterpart: noWay})).toContain(
    'opposite: dead end, expressway G1523, 4.0 km away; no way between the two today;',
  );
  expect(en({...PLAIN, crossings: {left: null, right: null}})).toContain(
    '; nothing of the kind opposite; no crossing of the class on either hand.',
  );
  const project = {...noWay, kind: 'project', ref: 'wen-wu-ji', name: '温武吉', lengthM: 30_000};
  expect(en({...PLAIN, counterpart: project as DeadEndRow['counterpart']})).toContain(
    'registered project: wen-wu-ji 温武吉, 30.0 km; next crossings',
  );
  expect(en({...PLAIN, rule: 'R7'})).toMatch(
    /^provincial border 浙闽: neighbours without a direct road \(R7\), at 120/,
  );
});

test('what the data does not name is said, not left open', () => {
  const bare = {...PLAIN, border: '', borderSides: [], ref: '', name: ''};
  expect(deadEndSentence(bare).zh).toMatch(/^两侧名称不详的省界：高速公路止于/);
  expect(deadEndSentence({...bare, borderSides: ['浙江省']}).en).toMatch(
    /^provincial border 浙江省: expressway ends at/,
  );
});

test('near the edge of the data it says so', () => {
  expect(deadEndSentence({...PLAIN, nearClip: true}).en).toMatch(/; [^;]*edge[^;]*\.$/);
});

test('a finding is one line whatever its names hold', () => {
  const name = 'x\u001b[31m\n9  fake\u202e';
  const row = {...WORKS, name, settlements: [{...WORKS.settlements[0]!, name}]};
  for (const lang of ['zh', 'en'] as const) {
    const lines = renderText('deadends', [row, row], lang).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  }
});
