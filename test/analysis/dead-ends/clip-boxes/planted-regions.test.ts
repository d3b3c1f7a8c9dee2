import {expect, test} from 'vitest';
import {cutAtBoxes, plantedRegion, seedsFrom} from './trial.ts';

/** 28 boxes a region, each cut in every way: in files of their own, so that they run side by side. */
test.each([21, 22])('planted region %i, 168 cuts: none makes a finding', async (seed) => {
  const {made, compared, lost} = await cutAtBoxes(plantedRegion(seed), seedsFrom(100 * seed, 28));
  expect(made).toEqual([]);
  // Plants stand all over the region: the cuts keep many findings and lose many.
  expect(compared).toBeGreaterThan(500);
  expect(lost).toBeGreaterThan(300);
});
