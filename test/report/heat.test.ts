import {expect, test} from 'vitest';
import {heatOf} from '../../src/report/html/heat.ts';
import {HEAT} from '../../src/report/svg/palette.ts';

const WHAT = {zh: '系数', en: 'index'};
const fills = (values: readonly number[], at: readonly number[]) => {
  const {of} = heatOf(values, WHAT);
  return at.map((value) => HEAT.findIndex(({fill}) => fill === of(value).fill));
};

test('a fifth of the values has each colour, the darkest the greatest', () => {
  const values = Array.from({length: 50}, (_, i) => i);
  expect(fills(values, [0, 9, 10, 25, 39, 40, 49])).toEqual([0, 0, 1, 2, 3, 4, 4]);
});

test('fewer different values than colours have one each, the darkest of them', () => {
  const last = HEAT.length - 1;
  expect(fills([1, 1, 2, 2, 3, 3], [1, 2, 3])).toEqual([last - 2, last - 1, last]);
  expect(fills([7], [7])).toEqual([last]);
});

test('the key tells the bounds of each colour; without values there is none', () => {
  const key = heatOf([1, 1, 2, 2, 3, 3], WHAT).key!.text;
  expect(key.match(/class="step"/g)).toHaveLength(3);
  expect(key).toContain('系数');
  expect(heatOf([], WHAT).key).toBeNull();
});
