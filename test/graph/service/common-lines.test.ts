import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {commonServices} from '../../../src/graph/service/common-lines.ts';
import {CHINA_RAIL} from '../../../src/graph/service/rail-profile.ts';
import type {TimetableLine} from '../../../src/graph/service/timetable.ts';

/** A day of 16 hours, half a headway of waiting, no limit to it. */
const PROFILE = {...CHINA_RAIL, serviceDayS: 16 * 3600, waitShare: 0.5, longestWaitS: 86_400};
const MIN = 60;
const HUBS = [0, 1, 2, 3];

const line = (
  stops: readonly number[],
  minutes: readonly number[],
  trains: number,
): TimetableLine => ({
  name: '',
  stops,
  runS: minutes.map((m) => m * MIN),
  dwellS: stops.map((_, i) => (i === 0 || i === stops.length - 1 ? 0 : 5 * MIN)),
  trainsPerDay: trains,
});
const between = (lines: readonly TimetableLine[], from: number, to: number) =>
  commonServices(lines, HUBS, PROFILE).find((s) => s.fromHub === from && s.toHub === to) ?? null;

describe('lines that serve the same two stations', () => {
  test('two alike: 8 trains a day each are one in two hours, together one an hour, half an hour of waiting', () => {
    const both = between([line([0, 1], [60], 8), line([0, 1], [60], 8)], 0, 1)!;
    expect([both.waitS / MIN, both.rideS / MIN]).toEqual([30, 60]);
  });

  test('an express and a slow train: 4 of 30 min and 12 of 60 min a day', () => {
    // alone 120 + 30 and 40 + 60; together 16 a day: 30 of waiting and (4 · 30 + 12 · 60) ÷ 16 = 52.5
    const both = between([line([0, 1], [30], 4), line([0, 1], [60], 12)], 0, 1)!;
    expect([both.waitS / MIN, both.rideS / MIN, both.lines]).toEqual([30, 52.5, [0, 1]]);
  });

  test('a train one would rather let pass is left out', () => {
    // 30 + 60 = 90 of the two; with one of 200 min a day: 480 ÷ 17 + 1160 ÷ 17 = 96.5
    const lines = [line([0, 1], [60], 8), line([0, 1], [60], 8), line([0, 1], [200], 1)];
    expect(between(lines, 0, 1)!.lines).toEqual([0, 1]);
  });

  test('stops on the way and their dwell are in the ride; the way back is another pair', () => {
    const lines = [line([0, 2, 1], [20, 25], 8), line([0, 1], [50], 8), line([3, 0], [9], 8)];
    expect(between(lines, 0, 1)!.rideS / MIN).toBe(50);
    expect(between(lines, 1, 0)).toBeNull();
    expect(between(lines, 3, 0)).toBeNull();
  });

  test('a line more never makes it longer, and the best set is the best of all subsets', () => {
    const ride = fc.record({
      minutes: fc.integer({min: 5, max: 300}),
      trains: fc.integer({min: 1, max: 40}),
    });
    fc.assert(
      fc.property(fc.array(ride, {minLength: 2, maxLength: 6}), (rides) => {
        const lines = rides.map(({minutes, trains}) => line([0, 1], [minutes], trains));
        let least = Infinity;
        for (let set = 1; set < 2 ** rides.length; set++) {
          const some = rides.filter((_, i) => set & (1 << i));
          const trains = some.reduce((sum, one) => sum + one.trains, 0);
          const mean = some.reduce((sum, one) => sum + one.trains * one.minutes, 0) / trains;
          least = Math.min(least, 480 / trains + mean);
        }
        const joint = between(lines, 0, 1);
        const alone = Math.min(...rides.map(({minutes, trains}) => 480 / trains + minutes));
        const found = joint === null ? alone : (joint.waitS + joint.rideS) / MIN;
        expect(found).toBeCloseTo(least, 9);
      }),
      {numRuns: 300},
    );
  });
});
