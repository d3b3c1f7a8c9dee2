import {beforeAll, describe, expect, test} from 'vitest';
import {NO_DATA} from '../../../import/real-data.ts';
import {cutAtBoxes, liechtenstein, type Region, STRATEGIES, seedsFrom, zheMinGan} from './trial.ts';

/** A box a strategy in turn: `scripts/cut-trials.ts` cuts each box in every way. */
const inTurn = (seed: number) => [STRATEGIES[seed % STRATEGIES.length]!];

describe.skipIf(NO_DATA)('real extracts (GUANTONG_DATA), 50 boxes', () => {
  let region: Region;
  beforeAll(async () => {
    region = await zheMinGan();
  });

  test.each([1, 101])('浙闽赣, 20 boxes from seed %i', async (first) => {
    const {made, compared} = await cutAtBoxes(region, seedsFrom(first, 20), inTurn);
    expect(made).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });

  test('Liechtenstein, 10 boxes', async () => {
    const {made} = await cutAtBoxes(await liechtenstein(), seedsFrom(1, 10), inTurn);
    expect(made).toEqual([]);
  });
});
