import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  affordable,
  bestSet,
  buildOrder,
  greedySet,
  membersOf,
} from '../../../src/analysis/score/choose-set.ts';
import {allSetValues, type SetBasis, setValue} from '../../../src/analysis/score/set-values.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';

/**
 * Random times between points that keep the triangle inequality as roads do: points on a plane, two
 * stops a project, rides at a third of the time. No two projects share a stop.
 */
const anyBasis = (projectCount: number): fc.Arbitrary<SetBasis> =>
  fc
    .array(fc.tuple(fc.nat(100), fc.nat(100)), {
      minLength: 4 + 2 * projectCount,
      maxLength: 4 + 2 * projectCount,
    })
    .map((points) => {
      const gap = (a: number, b: number): number =>
        1000 * (Math.abs(points[a]![0] - points[b]![0]) + Math.abs(points[a]![1] - points[b]![1]));
      const n = points.length;
      const times = {
        rows: n,
        columns: n,
        cost: Uint32Array.from({length: n * n}, (_, at) => gap(Math.floor(at / n), at % n)),
      };
      const projects = [...Array(projectCount).keys()].map((k) => {
        const stops = [4 + 2 * k, 5 + 2 * k];
        const ms = Math.round(gap(stops[0]!, stops[1]!) / 3);
        return {
          stops,
          ride: {rows: 2, columns: 2, cost: Uint32Array.of(UNREACHED, ms, ms, UNREACHED)},
        };
      });
      const weight = Float64Array.from({length: 16}, (_, at) =>
        Math.floor(at / 4) === at % 4 ? 0 : 1 + at / 7,
      );
      return {times, placeCount: 4, projects, weight};
    });

const none = (count: number): number[] => [...Array(count).keys()];

describe('values of sets', () => {
  test('all at once are those of each set alone; variants are never together', () => {
    fc.assert(
      fc.property(anyBasis(5), fc.boolean(), (basis, variants) => {
        const family = variants ? [0, 1, 1, 3, 4] : none(5);
        const values = allSetValues(basis, family);
        values.forEach((value, set) => {
          const members = membersOf(set);
          const both = variants && members.includes(1) && members.includes(2);
          if (both) expect(value).toBeNaN();
          else expect(value).toBe(setValue(basis, members));
        });
      }),
      {numRuns: 30},
    );
  });

  test('a set is worth no less than its subsets, and nothing is worth 0', () => {
    fc.assert(
      fc.property(anyBasis(5), (basis) => {
        const values = allSetValues(basis, none(5));
        expect(values[0]).toBe(0);
        values.forEach((value, set) => {
          for (const k of membersOf(set)) {
            expect(value).toBeGreaterThanOrEqual(values[set ^ (1 << k)]!);
          }
        });
      }),
      {numRuns: 50},
    );
  });

  test('the order of a set does not matter', () => {
    fc.assert(
      fc.property(anyBasis(4), (basis) => {
        expect(setValue(basis, [3, 1, 0])).toBe(setValue(basis, [0, 1, 3]));
      }),
    );
  });
});

describe('the best set', () => {
  test('is that of trying every set by hand', () => {
    const budget = fc.record({
      prices: fc.array(fc.option(fc.integer({min: 1, max: 9}), {nil: null}), {
        minLength: 5,
        maxLength: 5,
      }),
      limit: fc.integer({min: 0, max: 30}),
    });
    fc.assert(
      fc.property(anyBasis(5), budget, (basis, money) => {
        const values = allSetValues(basis, none(5));
        const best = bestSet(values, money);
        expect(affordable(membersOf(best), money)).toBe(true);
        for (let set = 0; set < values.length; set++) {
          const cost = membersOf(set).map((k) => money.prices[k]!);
          const sum = cost.reduce<number>((total, price) => total + price, 0);
          if (cost.includes(null as never) || sum > money.limit) continue;
          expect(values[set]).toBeLessThanOrEqual(values[best]!);
        }
      }),
      {numRuns: 60},
    );
  });

  test('greedy keeps to the budget and to one variant, and is never better than the best', () => {
    fc.assert(
      fc.property(anyBasis(6), fc.integer({min: 1, max: 12}), (basis, limit) => {
        const money = {prices: [3, 1, 4, 1, 5, null], limit};
        const family = [0, 0, 2, 3, 4, 5];
        const {set, value} = greedySet(basis, family, money);
        expect(affordable(set, money)).toBe(true);
        expect(new Set(set.map((k) => family[k])).size).toBe(set.length);
        expect(value).toBe(setValue(basis, set));
        const values = allSetValues(basis, family);
        expect(value).toBeLessThanOrEqual(values[bestSet(values, money)]!);
      }),
      {numRuns: 40},
    );
  });

  test('no money, or no price, buys nothing', () => {
    const values = Float64Array.of(0, 5, 7, 12);
    expect(bestSet(values, {prices: [1, 1], limit: 0})).toBe(0);
    expect(bestSet(values, {prices: [null, null], limit: 100})).toBe(0);
    expect(bestSet(values, {prices: [0.1, 0.2], limit: 0.3})).toBe(3);
    expect(bestSet(values, null)).toBe(3);
    // What adds nothing is not in it.
    expect(bestSet(Float64Array.of(0, 5, 0, 5), null)).toBe(1);
  });
});

describe('the order to build in', () => {
  test('has the greatest sum of values over the steps, of all orders', () => {
    const orders = (set: readonly number[]): number[][] =>
      set.length === 0
        ? [[]]
        : set.flatMap((k) =>
            orders(set.filter((other) => other !== k)).map((rest) => [k, ...rest]),
          );
    fc.assert(
      fc.property(anyBasis(4), (basis) => {
        const worth = (set: readonly number[]) =>
          setValue(
            basis,
            set.toSorted((a, b) => a - b),
          );
        const steps = buildOrder([0, 1, 2, 3], worth);
        const sum = steps.reduce((total, {value}) => total + value, 0);
        for (const order of orders([0, 1, 2, 3])) {
          const other = order.reduce((total, _, i) => total + worth(order.slice(0, i + 1)), 0);
          expect(sum).toBeGreaterThanOrEqual(other - 1e-6);
        }
        expect(steps.map(({project}) => project).sort()).toEqual([0, 1, 2, 3]);
      }),
      {numRuns: 30},
    );
  });
});
