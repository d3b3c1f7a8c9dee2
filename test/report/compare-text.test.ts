import {expect, test} from 'vitest';
import type {CompareRow} from '../../src/analysis/rows.ts';
import {thingName} from '../../src/report/compare-text.ts';

const row = (subject: CompareRow['subject'], key: string) => ({subject, key}) as CompareRow;

test('circles and what a report stands on are named in words of both languages', () => {
  expect(thingName(row('circle', '温州市 180 rail from: 桐庐县'))).toEqual({
    zh: '温州市 180 分钟交通圈（铁路）：桐庐县',
    en: '180-minute circle of 温州市 (by rail): 桐庐县',
  });
  expect(thingName(row('circle', '温州南 60 best to'))).toMatchObject({
    en: expect.stringContaining('circle towards 温州南'),
  });
  expect(thingName(row('basis', 'networkDay'))).toEqual({zh: '路网时点', en: 'day of the network'});
});

test('everything else keeps its own name', () => {
  expect(thingName(row('detour', '温州市–上饶市'))).toBe('温州市–上饶市');
  expect(thingName(row('basis', 'zhe-min-gan.json'))).toBe('zhe-min-gan.json');
});
