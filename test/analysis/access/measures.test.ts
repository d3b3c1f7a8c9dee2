import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {equity} from '../../../src/analysis/access/equity.ts';
import {
  globalEfficiency,
  massWithin,
  networkEfficiency,
  potential,
  weightedMean,
  weightedMeanS,
} from '../../../src/analysis/access/measures.ts';
import {wholesOf} from '../../../src/analysis/own-persons.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import type {CostTable} from '../../../src/graph/search/links/closure.ts';

const MIN = 60_000;
const table = (rows: readonly (readonly (number | null)[])[]): CostTable => ({
  rows: rows.length,
  columns: rows.length,
  cost: Uint32Array.from(rows.flat(), (minutes) => (minutes === null ? UNREACHED : minutes * MIN)),
});

/** Three places of 3, 1 and 2 (thousand) persons; minutes between them. The fourth is an island. */
const TIMES = table([
  [0, 60, 120, null],
  [60, 0, 30, null],
  [120, 30, 0, null],
  [null, null, null, 0],
]);
const PERSONS = [3000, 1000, 2000, 500];

describe('measures of access, by hand', () => {
  test('weighted mean travel time: (60·1000 + 120·2000) ÷ 3000 = 100 minutes; the island does not count', () => {
    expect(weightedMeanS(TIMES, 0, PERSONS)).toBe(100 * 60);
    expect(weightedMeanS(TIMES, 3, PERSONS)).toBeNull();
    expect(weightedMeanS(TIMES, 0, [3000, null, null, null])).toBeNull();
  });

  test('pairs that had no way before do not lengthen the mean when they get one', () => {
    const joined = table([
      [0, 60, 120, 600],
      [60, 0, 30, 600],
      [120, 30, 0, 600],
      [600, 600, 600, 0],
    ]);
    expect(weightedMeanS(joined, 0, PERSONS, TIMES)).toBe(100 * 60);
  });

  test('daily accessibility: within 60 minutes of the first are itself and the second', () => {
    expect(massWithin(TIMES, 0, PERSONS, 60 * MIN)).toBe(4000);
    expect(massWithin(TIMES, 0, PERSONS, 59 * MIN)).toBe(3000);
    expect(massWithin(TIMES, 3, PERSONS, 240 * MIN)).toBe(500);
  });

  test('daily accessibility: people whom the figure of a place inside holds count once', () => {
    const places = [
      {name: '市'},
      {name: '县', populationWithin: '市'},
      {name: '区', populationWithin: '外地'},
      {name: '岛', populationWithin: '岛'},
    ];
    const wholes = wholesOf(places);
    expect(wholes).toEqual([-1, 0, -1, -1]);
    // From the county, 60 minutes from its prefecture: the county alone, then the prefecture that holds it.
    expect(massWithin(TIMES, 1, PERSONS, 29 * MIN, wholes)).toBe(1000);
    expect(massWithin(TIMES, 1, PERSONS, 60 * MIN, wholes)).toBe(3000 + 2000);
    expect(massWithin(TIMES, 0, PERSONS, 60 * MIN, wholes)).toBe(3000);
  });

  test('potential: 1000·(1 h)^−1.5 + 2000·(2 h)^−1.5 = 1000 + 2000 ÷ 2.828', () => {
    const power = {form: 'power', beta: 1.5} as const;
    expect(potential(TIMES, 0, PERSONS, power, null)).toBeCloseTo(1000 + 2000 / 2 ** 1.5, 9);
    // The own 3000 at a quarter of an hour: 3000 · 4^1.5 = 24,000 more.
    const own = potential(TIMES, 0, PERSONS, power, 15 * MIN);
    expect(own - potential(TIMES, 0, PERSONS, power, null)).toBeCloseTo(24_000, 6);
    const exponential = {form: 'exponential', lambda: 0.5} as const;
    const expected = 1000 * Math.exp(-0.5) + 2000 * Math.exp(-1);
    expect(potential(TIMES, 0, PERSONS, exponential, null)).toBeCloseTo(expected, 9);
  });

  test('network efficiency: (60 ÷ 40 · 1000 + 120 ÷ 60 · 2000) ÷ 3000 = 11 ÷ 6', () => {
    const idealMs = (_: number, to: number) => [null, 40 * MIN, 60 * MIN, 60 * MIN][to] ?? null;
    expect(networkEfficiency(TIMES, 0, PERSONS, idealMs)).toBeCloseTo(11 / 6, 12);
    // A pair too near to say is left out on both sides.
    const farOnly = (_: number, to: number) => (to === 1 ? null : 60 * MIN);
    expect(networkEfficiency(TIMES, 0, PERSONS, farOnly)).toBe(2);
    expect(networkEfficiency(TIMES, 0, PERSONS, () => null)).toBeNull();
  });

  test('global efficiency: 2·(1 + ½ + 2) ÷ (4·3) per hour; pairs without a way add nothing', () => {
    expect(globalEfficiency(TIMES)).toBeCloseTo(7 / 12, 12);
    expect(globalEfficiency(table([[0]]))).toBeNull();
  });

  test('means weigh people, and leave out who has no value', () => {
    expect(weightedMean([10, 40, null], [3000, 1000, 500])).toBe(17.5);
    expect(weightedMean([10], [null])).toBeNull();
  });
});

describe('equity', () => {
  test('by hand: values 1 and 3 of equally many: mean 2, Gini ¼, Theil ½(½ ln ½ + 1½ ln 1½)', () => {
    const {gini, theil} = equity([1, 3], [500, 500])!;
    expect(gini).toBeCloseTo(0.25, 12);
    expect(theil).toBeCloseTo(0.5 * (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)), 12);
  });

  test('weights are people: one place of 3 is three places of 1', () => {
    const merged = equity([1, 5], [3, 1])!;
    const split = equity([1, 1, 1, 5], [1, 1, 1, 1])!;
    expect(merged.gini).toBeCloseTo(split.gini, 12);
    expect(merged.theil).toBeCloseTo(split.theil, 12);
  });

  test('nobody, or nothing to share, has no equity', () => {
    expect(equity([], [])).toBeNull();
    expect(equity([null, 3], [1, null])).toBeNull();
    expect(equity([0, 0], [1, 1])).toBeNull();
  });

  test('0 ≤ Gini < 1 and Theil ≥ 0; both 0 where all are equal, and free of the unit', () => {
    const value = fc.double({min: 0.001, max: 1e6, noNaN: true});
    const people = fc.integer({min: 1, max: 1e7});
    fc.assert(
      fc.property(fc.array(fc.tuple(value, people), {minLength: 1, maxLength: 8}), (list) => {
        const values = list.map(([v]) => v);
        const persons = list.map(([, p]) => p);
        const {gini, theil} = equity(values, persons)!;
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThan(1);
        expect(theil).toBeGreaterThanOrEqual(0);
        const scaled = equity(
          values.map((v) => v * 60),
          persons,
        )!;
        expect(scaled.gini).toBeCloseTo(gini, 9);
        expect(scaled.theil).toBeCloseTo(theil, 9);
        const same = equity(
          values.map(() => values[0]!),
          persons,
        )!;
        expect(same.gini).toBe(0);
        expect(same.theil).toBeCloseTo(0, 12);
      }),
    );
  });
});
