import {expect, test} from 'vitest';
import {cutAtBoxes, mountainRegion, plantedRegion, seedsFrom} from './trial.ts';

test('planted region 25, 28 boxes, 168 cuts: none makes a finding', async () => {
  const {made, compared, lost} = await cutAtBoxes(plantedRegion(25), seedsFrom(2500, 28));
  expect(made).toEqual([]);
  expect(compared).toBeGreaterThan(500);
  expect(lost).toBeGreaterThan(300);
});

test.each([1, 2])('neighbours without a near way, region %i, 30 boxes, 180 cuts', async (seed) => {
  const {made, compared, lost} = await cutAtBoxes(mountainRegion(seed), seedsFrom(100 * seed, 30));
  expect(made).toEqual([]);
  expect(compared).toBeGreaterThan(300);
  expect(lost).toBeGreaterThan(20);
});
