import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {differences, STEP_COUNT, stepBounds} from '../../web/src/map/difference.ts';

const timesOf = (times: readonly (readonly [number | null, number | null])[]) =>
  times.map(([beforeS, afterS], i) => ({place: `${i}`, lon: 0, lat: 0, beforeS, afterS}));
const byMinutes = (times: Parameters<typeof timesOf>[0]) => differences(timesOf(times), 'minutes');

describe('the difference layer', () => {
  test('quarters of what changes, zero apart', () => {
    const steps = byMinutes([
      [600, 600],
      [600, 540],
      [600, 480],
      [600, 420],
      [600, 360],
    ]);
    expect(steps.map(({step}) => step)).toEqual([0, 1, 2, 3, 4]);
    expect(steps[4]).toMatchObject({savedS: 240, share: 0.4});
  });

  test('a place that had no way is among the greatest changes, without a share', () => {
    const [joined, other] = byMinutes([
      [null, 900],
      [600, 540],
    ]);
    expect(joined).toMatchObject({share: null, savedS: 0});
    expect(joined!.step).toBeGreaterThanOrEqual(other!.step);
  });

  test('nothing changes: no bounds, all zero', () => {
    expect(stepBounds([0, 0])).toEqual([]);
    expect(
      byMinutes([
        [600, 600],
        [null, null],
      ]).map(({step}) => step),
    ).toEqual([0, 0]);
  });

  test('a larger saving never has a lower step, and every saving has one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), {minLength: 1, maxLength: 40}), (saved) => {
        const steps = byMinutes(saved.map((s) => [6000, 6000 - s]));
        const sorted = [...steps].sort((a, b) => a.savedS - b.savedS);
        sorted.forEach(({savedS, step}, i) => {
          expect(step > 0).toBe(savedS > 0);
          expect(step).toBeLessThanOrEqual(STEP_COUNT);
          if (i > 0) expect(step).toBeGreaterThanOrEqual(sorted[i - 1]!.step);
        });
      }),
      {numRuns: 200},
    );
  });

  test('by per cent a short trip that loses a third stands above a long one that loses more minutes', () => {
    const times = timesOf([
      [600, 400],
      [6000, 5500],
      [600, 600],
    ]);
    expect(differences(times, 'minutes').map(({step}) => step)).toEqual([1, 2, 0]);
    expect(differences(times, 'percent').map(({step}) => step)).toEqual([2, 1, 0]);
  });
});
