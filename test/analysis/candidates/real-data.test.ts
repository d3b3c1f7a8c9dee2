import {beforeAll, describe, expect, test} from 'vitest';
import {candidates} from '../../../src/analysis/candidates/answer.ts';
import {isFar} from '../../../src/analysis/candidates/far-pairs.ts';
import type {CandidateRow} from '../../../src/analysis/rows.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import {importData, NO_DATA} from '../../import/real-data.ts';

describe.skipIf(NO_DATA)('candidates on zhe-min-gan (needs GUANTONG_DATA)', () => {
  let rows: readonly CandidateRow[];
  beforeAll(async () => {
    const network = await importData('zhe-min-gan.osm.pbf');
    const study = openStudy(network);
    rows = candidates(study, {
      level: 'province',
      minClass: 'primary',
      places: network.places,
    }).rows;
  });

  test('one of them lies where 泰顺, 寿宁 and 庆元 meet', () => {
    // METHODS.md §E.1: 泰顺 119.71 E 27.56 N, 寿宁 119.50 E 27.46 N, 庆元 119.06 E 27.62 N.
    const near = rows.filter((row) =>
      row.geometry.some(([lon, lat]) => greatCircleM(lon, lat, 119.4, 27.55) < 15_000),
    );
    expect(near.length).toBeGreaterThan(0);
    expect(near[0]!.benefitPersonS).toBeGreaterThan(0);
  });

  test('every row meets the definition by its own numbers', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.gapM).toBeLessThanOrEqual(20_000);
      const [a, b] = [row.from, row.to];
      expect(greatCircleM(a.lon, a.lat, b.lon, b.lat)).toBeCloseTo(row.gapM, 0);
      for (const trip of [row.there, row.back]) {
        if (trip === null) continue;
        const rules = {minRatio: 2.999, minSavedS: 299.9};
        expect(isFar(trip.timeS * 1000, row.linkS * 1000, rules)).toBe(true);
        expect(trip.distanceM).toBeGreaterThanOrEqual(row.gapM - 1);
      }
      expect(row.sides).toHaveLength(2);
      expect(row.sides[0]).not.toBe(row.sides[1]);
    }
    expect(new Set(rows.map(({id}) => id)).size).toBe(rows.length);
    expect(rows.map(({rank}) => rank)).toEqual(rows.map((_, i) => i + 1));
  });
});
