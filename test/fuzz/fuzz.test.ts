import {describe, expect, test} from 'vitest';
import type {Order} from './child.ts';
import {patrol} from './patrol.ts';
import {caseSeed} from './random.ts';
import {TARGETS} from './targets.ts';

/** Fixed, so that a build does not fail by chance; scripts/fuzz.ts looks for new cases. */
const SEED = 20240613;
const CASES_PER_TARGET = 30;

describe('bytes made wrong on purpose give a result or one sentence that names the file', () => {
  test(`${CASES_PER_TARGET} cases of each kind of input`, async () => {
    const orders: Order[] = Object.keys(TARGETS).flatMap((target, t) =>
      Array.from({length: CASES_PER_TARGET}, (_, i) => ({
        target,
        seed: caseSeed(SEED + t, i),
      })),
    );
    const {results, refusals, faults} = await patrol(orders);
    // run one again with: npx tsx scripts/fuzz.ts --target TARGET --case SEED
    expect(faults).toEqual([]);
    expect(results + refusals).toBe(orders.length);
    // the cases are worth something: neither all fine nor all refused at the first byte
    expect(results).toBeGreaterThan(orders.length / 10);
    expect(refusals).toBeGreaterThan(orders.length / 4);
  });
});

describe('the watch itself', () => {
  test('notices a hang, a hoard within and without the heap, and a death, and goes on', async () => {
    const valid = {target: 'gzip', seed: 1};
    const hang = await patrol([{target: '@hang', seed: 1}], () => {}, 1000);
    expect(hang.faults).toMatchObject([{text: 'no end within 1000 ms'}]);
    const misdeeds = ['@heap', '@exit'].map((target) => ({target, seed: 1}));
    const {results, refusals, faults} = await patrol([...misdeeds, valid]);
    expect(results + refusals).toBe(1);
    expect(faults.map(({target, text}) => `${target}: ${text}`)).toEqual([
      expect.stringMatching(/^@heap: (the process ended|took \d+ MB)/),
      '@exit: the process ended: exit 3, signal null',
    ]);
  });

  test.skipIf(process.platform !== 'linux')('notices memory outside of the heap', async () => {
    const {faults} = await patrol([{target: '@hoard', seed: 1}]);
    expect(faults).toMatchObject([{text: expect.stringMatching(/^took \d+ MB$/)}]);
  });
});
