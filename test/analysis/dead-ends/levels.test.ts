import {expect, test} from 'vitest';
import {deadEndLevels, lowestLevel} from '../../../src/analysis/dead-ends/levels.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {BorderLine, Network} from '../../../src/graph/network.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';

const {network} = asciiNetwork('A--B');
const border = (level: number, lats: readonly number[]): BorderLine => ({
  sides: [],
  osmWayIds: [],
  level,
  line: lats.map((lat) => [119, lat] as const),
});
const withBorders = (...borders: BorderLine[]): Network => ({...network, borders});

test('the lowest level present is asked; without lines there is none', () => {
  expect(lowestLevel(withBorders())).toBeNull();
  expect(lowestLevel(withBorders(border(4, [28, 29])))).toBe('province');
  expect(lowestLevel(withBorders(border(4, [28, 29]), border(6, [28, 28.5])))).toBe('county');
  // a line of one point has no length; national borders count as provincial
  expect(lowestLevel(withBorders(border(2, [28, 29]), border(6, [28])))).toBe('province');
});

test('every level is told, judged or not, with the length of its lines', () => {
  const levels = deadEndLevels(
    withBorders(border(4, [28, 29]), border(4, [30, 31]), border(6, [28, 28.5])),
    [],
  );
  const degreeM = greatCircleM(119, 28, 119, 29);
  expect(levels.map((l) => [l.level, l.judged])).toEqual([
    ['province', true],
    ['prefecture', false],
    ['county', true],
  ]);
  expect(Math.abs(levels[0]!.borderLengthM - 2 * degreeM)).toBeLessThan(1);
  expect(Math.abs(levels[2]!.borderLengthM - degreeM / 2)).toBeLessThan(1);
});
