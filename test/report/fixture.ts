import type {CircleRow, Portfolio, ReportResult} from '../../src/analysis/rows.ts';
import {CIRCLE} from './fixture-circle.ts';
import {DEAD_ENDS} from './fixture-dead-ends.ts';
import {DETOUR} from './fixture-detour.ts';
import {INFO, PROVENANCE} from './fixture-facts.ts';
import {MAP} from './fixture-map.ts';
import {GATEWAYS, PORTFOLIO, RANKED, SHEETS} from './fixture-planning.ts';
import {DENSITY, PERMEABILITY, PROFILE} from './fixture-region.ts';

/**
 * A made-up result for the 浙闽赣 region: places at their real positions (GeoNames, rounded), all other
 * numbers invented so that every part of a report has something to show. Not a statement of fact.
 * A fresh copy, so that a test may change what it likes.
 */
export function fixture(): ReportResult {
  return structuredClone({
    schema: 'guantong/report@1',
    provenance: PROVENANCE,
    info: INFO,
    profile: PROFILE,
    detour: DETOUR,
    deadends: DEAD_ENDS,
    deadEndLevels: [
      {level: 'province', judged: true, borderLengthM: 812_200, found: 2},
      {level: 'prefecture', judged: false, borderLengthM: 0, found: 0},
      {level: 'county', judged: true, borderLengthM: 64_000, found: 1},
    ],
    circles: [CIRCLE] as CircleRow[],
    score: RANKED,
    density: DENSITY,
    permeability: PERMEABILITY,
    access: [],
    gateways: GATEWAYS,
    projectSheets: SHEETS,
    portfolio: PORTFOLIO as Portfolio | null,
    change: null,
    map: MAP,
    closeUps: [],
    headlinePairs: [
      ['温州市', '南平市'],
      ['温州市', '上饶市'],
      ['南平市', '台州市'],
      ['丽水市', '上饶市'],
    ],
  } satisfies ReportResult);
}
