import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {drawnEffect} from '../../src/analysis/drawn-effect.ts';
import {serviceOf} from '../../src/analysis/join-project.ts';
import {takenForBuilt, tripsWith} from '../../src/analysis/taken-for-built.ts';
import {roadTravel} from '../../src/graph/search/travel.ts';
import {whatIf} from '../../src/graph/search/what-if.ts';
import {ringRoad} from '../support/ring-road.ts';

describe('projects taken for built', () => {
  const {study, places, link} = ringRoad();
  const [a, b, f] = places;
  const pairs = [
    [a!, b!],
    [f!, b!],
  ] as const;
  const letters = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), {
    minLength: 2,
    maxLength: 4,
  });

  test('none of them: nothing saved, and the others as they score alone', () => {
    const others = [link('a-b', 'A', 'E', 'B'), link('f-b', 'F', 'B')];
    const row = takenForBuilt(study, {
      places,
      mode: 'road',
      taken: [],
      others,
      pairs,
      centre: null,
    });
    expect(row).toMatchObject({projects: [], benefitPersonS: 0});
    expect(row.pairs.map(({savedS}) => savedS)).toEqual([0, 0]);
    const base = {places, mode: 'road', given: [], centre: null, minutes: 60, pairs: []} as const;
    for (const other of others) {
      const own = row.onTop.find(({projectId}) => projectId === other.project.id);
      expect(own!.benefitPersonS).toBe(drawnEffect(study, other, base).benefitPersonS);
    }
  });

  test('what each other adds is what drawing it on top of them gives; times are those of trees', () => {
    fc.assert(
      fc.property(fc.array(letters, {maxLength: 3}), letters, (sets, own) => {
        const taken = sets.map((stops, i) => link(`taken-${i}`, ...stops));
        const other = link('other', ...own);
        const row = takenForBuilt(study, {
          places,
          mode: 'road',
          taken,
          others: [other],
          pairs,
          centre: a!,
        });
        const effect = drawnEffect(study, other, {
          places,
          mode: 'road',
          given: taken,
          centre: null,
          minutes: 60,
          pairs,
        });
        // Both are rounded sums of the same differences.
        expect(Math.abs(row.onTop[0]!.benefitPersonS - effect.benefitPersonS)).toBeLessThanOrEqual(
          1,
        );
        expect(row.fromCentre.map(({place}) => place)).toEqual(['B', 'F']);
        expect(row.fromCentre[0]!.afterS).toBe(row.pairs[0]!.afterS);
        const travel = roadTravel(study.road);
        pairs.forEach(([from, to], i) => {
          const ms = whatIf(travel, taken.map(serviceOf))
            .from([{snap: study.place(from).snap!, cost: 0}])
            .to(study.place(to).snap!)!;
          expect(row.pairs[i]!.afterS).toBe(ms / 1000);
          expect(effect.headline[i]!.beforeS).toBe(row.pairs[i]!.afterS);
        });
      }),
      {numRuns: 60},
    );
  });

  test('a way that changes from one project to another tells both', () => {
    const taken = [link('a-e', 'A', 'E'), link('c-d', 'C', 'D')];
    const trips = tripsWith(study, 'road', taken, [a!, b!]);
    const way = trips.way(0, 1)!;
    const whole = way.legs.reduce((sum, leg) => sum + leg.timeS, 0);
    expect(whole).toBeCloseTo(trips.change(0, 1).afterS!, 3);
    expect(way.legs.some(({by}) => by === 'project')).toBe(true);
    expect(tripsWith(study, 'road', [], [a!, b!]).way(0, 1)).toBeNull();
  });
});
