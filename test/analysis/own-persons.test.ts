import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ACCESS_DEFAULTS, accessMeter} from '../../src/analysis/access/region.ts';
import {pairWeights} from '../../src/analysis/benefit.ts';
import {ownMasses, ownPersons, smallerThanParts, wholesOf} from '../../src/analysis/own-persons.ts';
import {projectMeter} from '../../src/analysis/score/measured.ts';
import {scoreWarnings} from '../../src/analysis/score-sentences.ts';
import type {StudyPlace} from '../../src/analysis/study.ts';
import type {CostTable} from '../../src/graph/search/links/closure.ts';

function place(name: string, population: number | null, within: string | null = null): StudyPlace {
  return {
    osmId: null,
    name,
    altNames: [],
    kind: 'town',
    lon: 119 + name.length,
    lat: 28,
    population,
    populationDate: null,
    populationWithin: within,
    province: null,
    snap: null,
  };
}

/** A prefecture of 3000, a county of it of 1000, a town elsewhere of 2000. */
const LISTED = [place('市', 3000), place('县', 1000, '市'), place('镇', 2000)];
const HOUR_MS = 3_600_000;
const ONE_HOUR: CostTable = {rows: 3, columns: 3, cost: new Uint32Array(9).fill(HOUR_MS)};

describe('people whom the figure of another listed place holds', () => {
  test('weigh at their own place alone', () => {
    expect(ownPersons(LISTED)).toEqual([2000, 1000, 2000]);
    expect(wholesOf(LISTED)).toEqual([-1, 0, -1]);
  });

  test('weights of pairs, by hand: 5000 people in all, 市–县 2000·1000 ÷ 5000', () => {
    const weight = pairWeights(LISTED, ONE_HOUR, 0);
    expect([...weight]).toEqual([0, 400, 800, 400, 0, 400, 800, 400, 0]);
  });

  test('potential an hour away, by hand: 县 and 镇 see 2000 of 市, not 3000', () => {
    const each = accessMeter(LISTED, ACCESS_DEFAULTS, null).places(ONE_HOUR);
    expect(each.map(({potential}) => potential)).toEqual([3000, 4000, 3000]);
  });

  test('GDP likewise, by hand: √(2000 · 20) = 200 and 200 of 500 in all, 80 a direction, 10 s saved', () => {
    const [city, county, town] = LISTED as [StudyPlace, StudyPlace, StudyPlace];
    const places = [
      {...city, gdpYi: 30},
      {...county, gdpYi: 10},
      {...town, gdpYi: 20},
    ];
    const after = {...ONE_HOUR, cost: ONE_HOUR.cost.slice()};
    after.cost[2] = after.cost[6] = HOUR_MS - 10_000;
    const meter = accessMeter(places, ACCESS_DEFAULTS, null);
    const {region} = projectMeter(places, ONE_HOUR, meter)({before: ONE_HOUR, after});
    expect(region.gdpWeightedS).toBe(2 * 80 * 10);
  });

  test('are not taken off where the place around is not listed, or is the place itself', () => {
    expect(ownPersons([place('县', 1000, '外'), place('岛', 500, '岛')])).toEqual([1000, 500]);
  });

  test('in three levels come off the next level alone, and through one without a figure', () => {
    const county = place('县', 1, '市');
    expect(ownPersons([place('省', 100), place('市', 10, '省'), county])).toEqual([90, 9, 1]);
    expect(ownPersons([place('省', 100), place('市', null, '省'), county])).toEqual([99, 0, 1]);
    expect(ownPersons([place('甲', 0, '乙'), place('乙', 0, '甲'), place('丙', 7, '甲')])).toEqual([
      0, 0, 7,
    ]);
  });

  test('more of them than the place around has: it weighs nothing, and that is said', () => {
    const odd = [place('市', 900), place('县', 1000, '市')];
    expect(ownMasses(odd, [900, 1000])).toEqual([0, 1000]);
    expect(smallerThanParts(odd)).toEqual(['市']);
    expect(scoreWarnings(odd).find(({id}) => id === 'parts-exceed-whole')?.en).toContain('市');
    expect(scoreWarnings(LISTED).map(({id}) => id)).not.toContain('parts-exceed-whole');
  });
});

test('a prefecture that holds listed counties is the rest of it beside them, in every weighted measure', () => {
  const people = fc.integer({min: 1, max: 1e6});
  fc.assert(
    fc.property(
      people,
      fc.array(people, {maxLength: 3}),
      fc.array(people, {minLength: 1, maxLength: 3}),
      fc.array(fc.integer({min: 1, max: 10 * HOUR_MS}), {minLength: 49, maxLength: 49}),
      (rest, parts, others, ms) => {
        const whole = parts.reduce((sum, part) => sum + part, rest);
        const beside = others.map((count, i) => place(`o${i}`, count));
        const listed = [
          place('whole', whole),
          ...parts.map((count, i) => place(`p${i}`, count, 'whole')),
          ...beside,
        ];
        const apart = [
          place('whole', rest),
          ...parts.map((count, i) => place(`p${i}`, count)),
          ...beside,
        ];
        const n = listed.length;
        const times: CostTable = {rows: n, columns: n, cost: Uint32Array.from(ms.slice(0, n * n))};
        expect(pairWeights(listed, times, 1)).toEqual(pairWeights(apart, times, 1));
        const [a, b] = [listed, apart].map((places) => {
          const meter = accessMeter(places, {...ACCESS_DEFAULTS, selfMinutes: 20}, 100);
          const each = meter.places(times);
          const {daily, ...region} = meter.region(times, each);
          return {region, each: each.map(({daily, ...more}) => more)};
        });
        expect(a).toEqual(b);
      },
    ),
  );
});
