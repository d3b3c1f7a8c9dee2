import {expect, test} from 'vitest';
import {borderName, shortProvince, shortUnit} from '../../../src/analysis/dead-ends/border-name.ts';

test.each([
  [4, ['浙江省', '福建省'], '浙闽'],
  [4, ['江西省', '福建省'], '赣闽'],
  [4, ['内蒙古自治区', '宁夏回族自治区'], '蒙宁'],
  [4, ['香港特别行政区', '广东省'], '港粤'],
  [5, ['温州市', '宁德市'], '温州/宁德'],
  [6, ['泰顺县', '寿宁县'], '泰顺/寿宁'],
  [6, ['景宁畲族自治县', '寿宁县'], '景宁畲族/寿宁'],
  // A name of two characters stays whole; a country with other names keeps them.
  [6, ['景县', '故城县'], '景县/故城'],
  [4, ['Vaduz', 'Schaan'], 'Vaduz/Schaan'],
  // Fewer than two names are no name of a border.
  [4, ['浙江省'], ''],
  [4, [], ''],
  [4, ['浙江省', ''], ''],
])('level %i %j is %s', (level, sides, name) => {
  expect(borderName({level, sides})).toBe(name);
});

test('a unit that is no unit keeps its name', () => {
  expect(shortProvince('浙江')).toBe('浙');
  expect(shortUnit('市')).toBe('市');
});
