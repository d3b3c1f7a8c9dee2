import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  runningTimeS,
  type Stretch,
  startLossS,
  stopLossS,
} from '../../../src/graph/service/running-time.ts';

const HALF = {accelerationMps2: 0.5, brakingMps2: 0.5};

describe('runningTimeS, by hand', () => {
  test('a trapezoid: 10 km at 20 m/s', () => {
    // 40 s and 400 m to gather speed, the same to brake, 9200 m between at 20 m/s
    expect(runningTimeS([{lengthM: 10_000, kph: 72}], HALF)).toBeCloseTo(40 + 460 + 40, 9);
  });

  test('a triangle where the stretch is too short for the limit', () => {
    // 200 m to gather: v = √(2 · 0.5 · 200) = 14.142 m/s after 28.284 s, the same to brake
    expect(runningTimeS([{lengthM: 400, kph: 360}], HALF)).toBeCloseTo(4 * Math.sqrt(200), 9);
  });

  test('brakes before a slower stretch, gathers speed only behind it', () => {
    // 20 m/s, then 10 m/s: 40 s · 400 m, 9300 m even, 20 s · 300 m down to 10, 4900 m even, 20 s · 100 m
    const down = [
      {lengthM: 10_000, kph: 72},
      {lengthM: 5_000, kph: 36},
    ];
    expect(runningTimeS(down, HALF)).toBeCloseTo(40 + 465 + 20 + 490 + 20, 9);
    expect(runningTimeS([...down].reverse(), HALF)).toBeCloseTo(40 + 465 + 20 + 490 + 20, 9);
  });

  test('stronger brakes than engine', () => {
    // 20 m/s: 50 s · 500 m to gather at 0.4, 20 s · 200 m to brake at 1, 9300 m even
    const forces = {accelerationMps2: 0.4, brakingMps2: 1};
    expect(runningTimeS([{lengthM: 10_000, kph: 72}], forces)).toBeCloseTo(50 + 465 + 20, 9);
    expect(startLossS(72, forces) + stopLossS(72, forces)).toBeCloseTo(25 + 10, 9);
    expect(10_000 / 20 + 35).toBeCloseTo(50 + 465 + 20, 9);
  });

  test('nothing to run takes no time', () => {
    expect(runningTimeS([], HALF)).toBe(0);
    expect(runningTimeS([{lengthM: 0, kph: 100}], HALF)).toBe(0);
  });
});

/** The same by small steps: speed² may rise by 2·a·ds and fall by 2·b·ds, and never passes the limit. */
function stepped(stretches: readonly Stretch[], a: number, b: number): number {
  const stepM = 0.5;
  const limit = stretches.flatMap(({lengthM, kph}) =>
    Array.from({length: Math.round(lengthM / stepM)}, () => kph / 3.6),
  );
  const joint = [...limit, 0].map((v, i) => (i === 0 ? 0 : Math.min(v, limit[i - 1]!)));
  joint[limit.length] = 0;
  for (let i = 1; i < joint.length; i++) {
    joint[i] = Math.min(joint[i]!, Math.sqrt(joint[i - 1]! ** 2 + 2 * a * stepM));
  }
  for (let i = joint.length - 2; i >= 0; i--) {
    joint[i] = Math.min(joint[i]!, Math.sqrt(joint[i + 1]! ** 2 + 2 * b * stepM));
  }
  return limit.reduce((sum, _, i) => sum + (2 * stepM) / (joint[i]! + joint[i + 1]!), 0);
}

const stretch = fc.record({
  lengthM: fc.integer({min: 1, max: 3000}).map((n) => n / 2 + 10),
  kph: fc.integer({min: 20, max: 350}),
});
const force = fc.integer({min: 2, max: 15}).map((n) => n / 10);

describe('runningTimeS, any line', () => {
  test('equals the sum over steps of half a metre', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, {minLength: 1, maxLength: 5}),
        force,
        force,
        (line, accelerationMps2, brakingMps2) => {
          const expected = stepped(line, accelerationMps2, brakingMps2);
          const found = runningTimeS(line, {accelerationMps2, brakingMps2});
          expect(Math.abs(found - expected)).toBeLessThan(0.01 * expected + 0.6);
        },
      ),
      {numRuns: 150},
    );
  });

  test('cutting a stretch in two changes nothing, a higher limit never makes it longer', () => {
    fc.assert(
      fc.property(fc.array(stretch, {minLength: 1, maxLength: 5}), fc.nat(4), (line, which) => {
        const at = which % line.length;
        const {lengthM, kph} = line[at]!;
        const third = {lengthM: lengthM / 3, kph};
        const cut = [
          ...line.slice(0, at),
          third,
          {lengthM: (lengthM * 2) / 3, kph},
          ...line.slice(at + 1),
        ];
        expect(runningTimeS(cut, HALF)).toBeCloseTo(runningTimeS(line, HALF), 6);
        const faster = line.map((one, i) => (i === at ? {lengthM, kph: kph + 50} : one));
        expect(runningTimeS(faster, HALF)).toBeLessThanOrEqual(runningTimeS(line, HALF) + 1e-9);
      }),
      {numRuns: 200},
    );
  });
});
