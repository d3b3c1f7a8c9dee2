import {describe, expect, test} from 'vitest';
import {quantile} from '../../../src/analysis/permeability/bootstrap.ts';
import {
  effectOf,
  intervalOf,
  matchPairs,
} from '../../../src/analysis/permeability/border-effect.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';

const LON_OF_KM = 1000 / greatCircleM(119, 28, 120, 28);
/** A place so many km along one parallel of latitude. */
const side = (n: 0 | 1, km: number) => ({side: n, lon: 119 + km * LON_OF_KM, lat: 28});

describe('the border effect', () => {
  // Four places on a line, 10 km apart, two a side: 3 cross pairs of 10, 20, 30 km … and two controls of 10 km.
  const places = [side(0, 0), side(0, 10), side(1, 20), side(1, 30)];

  test('by hand: over the border half as fast', () => {
    const minutes = (i: number, j: number): number => {
      const km = Math.abs(i - j) * 10;
      return places[i]!.side === places[j]!.side ? km : 2 * km;
    };
    const effect = effectOf(matchPairs(places, (i, j) => minutes(i, j) * 60_000));
    // Only the cross pair of 10 km has controls of its distance: the two inside.
    expect(effect).toMatchObject({pairs: 1, controlPairs: 2});
    expect(effect.value).toBeCloseTo(2, 2);
  });

  test('the same on both sides is 1, and the interval holds it', () => {
    const many = Array.from({length: 12}, (_, i) => side(i < 6 ? 0 : 1, i * 6));
    const matched = matchPairs(many, (i, j) => Math.abs(i - j) * 6 * 60_000);
    expect(effectOf(matched).value).toBeCloseTo(1, 6);
    const interval = intervalOf(matched, many.length, 1)!;
    expect(interval[0]).toBeLessThanOrEqual(1.000001);
    expect(interval[1]).toBeGreaterThanOrEqual(0.999999);
    expect(intervalOf(matched, many.length, 1)).toEqual(interval);
  });

  test('the pace of a pair is the mean of both directions', () => {
    // 10 km over the border take 10 minutes there and 30 back; inside a side 10 either way.
    const three = [side(0, 0), side(1, 10), side(1, 20)];
    const minutes = (i: number, j: number) => (i === 1 && j === 0 ? 30 : 10);
    const effect = effectOf(matchPairs(three, (i, j) => minutes(i, j) * 60_000));
    expect(effect).toMatchObject({pairs: 1, controlPairs: 1});
    expect(effect.value).toBeCloseTo(2, 3);
    expect(effect.cross).toBeCloseTo(1200 / 10_000, 3);
    expect(effect.control).toBeCloseTo(600 / 10_000, 3);
  });

  test('pairs under 5 km have no pace', () => {
    const near = [side(0, 0), side(1, 4), side(1, 8)];
    expect(matchPairs(near, () => 60_000)).toMatchObject({within: [], cross: [{i: 0, j: 2}]});
  });

  test('a place drawn twice counts twice in each of its pairs, one not drawn in none', () => {
    // Cross pairs 1–2 (10 km) with the controls 0–1 and 2–3, by weights 2·1, and 3·2 and 1·1.
    const minutesOf: Record<string, number> = {'1-2': 40, '0-1': 10, '2-3': 20};
    const matched = matchPairs(places, (i, j) => {
      const known = minutesOf[`${Math.min(i, j)}-${Math.max(i, j)}`];
      return known === undefined ? null : known * 60_000;
    });
    expect(effectOf(matched).value).toBeCloseTo(40 / 15, 3);
    expect(effectOf(matched, [3, 2, 1, 1]).value).toBeCloseTo(40 / ((6 * 10 + 1 * 20) / 7), 3);
    expect(effectOf(matched, [0, 2, 1, 1])).toMatchObject({pairs: 1, controlPairs: 1});
    expect(effectOf(matched, [0, 2, 1, 1]).value).toBeCloseTo(2, 3);
    expect(effectOf(matched, [2, 0, 1, 1])).toMatchObject({value: null, pairs: 0});
  });

  test('the interval lies about the value, and is none for so few places', () => {
    // Over the border each pair has a pace of its own.
    const many = Array.from({length: 16}, (_, i) => side(i < 8 ? 0 : 1, i * 6));
    const matched = matchPairs(many, (i, j) => {
      const [a, b] = [Math.min(i, j), Math.max(i, j)];
      const slower = many[a]!.side === many[b]!.side ? 1 : 1 + ((a + 1) * (b + 3)) / 60;
      return (b - a) * 6 * 60_000 * slower;
    });
    const {value} = effectOf(matched);
    const [low, high] = intervalOf(matched, many.length, 7)!;
    expect(low).toBeLessThan(value! * 0.95);
    expect(high).toBeGreaterThan(value! * 1.05);
    // Only one draw of three places in four or five holds all three.
    const three = [side(0, 0), side(1, 10), side(1, 20)];
    expect(
      intervalOf(
        matchPairs(three, () => 600_000),
        3,
        1,
      ),
    ).toBeNull();
  });

  test('quantiles by nearest rank', () => {
    const values = Array.from({length: 500}, (_, i) => 500 - i);
    expect([0.025, 0.5, 0.975].map((share) => quantile(values, share))).toEqual([13, 251, 488]);
    expect(quantile([7], 0.975)).toBe(7);
  });

  test('pairs without a way do not count', () => {
    expect(effectOf(matchPairs(places, () => null))).toMatchObject({value: null, pairs: 0});
  });
});
