import type {
  GatewayRow,
  Portfolio,
  ProjectSheet,
  RankStability,
  ReportChange,
  ScoreRow,
} from '../../src/analysis/rows.ts';
import {SCORE} from './fixture-score.ts';

/** What the ranking, the gateways and the comparison of a report need; invented numbers, no fact. */

const h = (hours: number): number => hours * 3600;

const stability = (rank: number, first: number, low: number, high: number): RankStability => ({
  runs: 200,
  seed: 1,
  compared: 6,
  topShare: {'1': first, '3': 0.925, '5': 1},
  rankRange: [1, rank + 1],
  medianRank: rank,
  benefitPersonS: [h(low), h(high)],
  tornado: [
    {
      parameter: 'train',
      low: '0.9',
      high: '1.15',
      benefitPersonS: [h(high), h(low)],
      rank: [rank, rank + 1],
    },
    {
      parameter: 'decay',
      low: '0',
      high: '1.5',
      benefitPersonS: [h((low + high) / 2), h(low)],
      rank: [rank, rank],
    },
  ],
});

const change = (before: number, after: number, better: 'more' | 'less') => ({
  before,
  after,
  gain: better === 'more' ? after - before : before - after,
});

/** The first two of the ranking with all that they can have. */
export const RANKED: ScoreRow[] = SCORE.map((row, i): ScoreRow => {
  if (i > 1) return row;
  return {
    ...row,
    ranks: {
      benefit: i + 1,
      perKm: 2 - i,
      perCost: i === 0 ? 1 : null,
      wmtt: 1,
      daily: 2,
      potential: 1,
      efficiency: 1,
      equity: 4,
      gdp: null,
    },
    gained60: {population: 3_146_789, gdpYi: null},
    measures: {
      wmtt: change(9085, 8824, 'less'),
      daily: change(31_122_485, 31_234_927, 'more'),
      potential: change(8_300_694, 8_797_081, 'more'),
      efficiency: change(3.286, 3.193, 'less'),
      globalEfficiency: change(0.492, 0.499, 'more'),
      gini: change(0.0861, 0.0932, 'less'),
      theil: change(0.0119, 0.0143, 'less'),
      gdpWeightedS: null,
    },
    provinces: {
      lengthM: {浙江省: 99_200, 福建省: 203_800},
      lengthSource: 'registry',
      benefitPersonS: {
        浙江省: {浙江省: h(30_000), 福建省: h(31_000)},
        福建省: {浙江省: h(60_200), 福建省: h(61_200)},
      },
      spillover: 0.04,
    },
    siphon:
      i === 0
        ? [{place: '寿宁县', core: '温州市', distanceM: 212_000, beforeS: 9000, afterS: 5400}]
        : [],
    stability: i === 0 ? stability(1, 0.985, 28_700, 230_700) : stability(2, 0.015, 4800, 49_400),
    inPortfolio: {lastInPersonS: h(150_000), step: i + 1},
  };
});

export const GATEWAYS: GatewayRow[] = [
  {
    row: 'place',
    kind: 'port',
    place: '泰顺县',
    province: '浙江省',
    population: 266_400,
    first: {gateway: '温州港', timeS: 5400},
    second: {gateway: '宁德港', timeS: 6000},
    leadS: 600,
    contested: true,
    within: [],
    firstAfter: {gateway: '宁德港', timeS: 4380},
    withinAfter: [],
    reason: null,
  },
  {
    row: 'place',
    kind: 'port',
    place: '洞头岛',
    province: 'unknown',
    population: null,
    first: null,
    second: null,
    leadS: null,
    contested: false,
    within: [],
    firstAfter: null,
    withinAfter: [],
    reason: 'no-way',
  },
  {
    row: 'catchment',
    kind: 'port',
    gateway: '温州港',
    lon: 120.7,
    lat: 28,
    snapM: 120,
    places: ['泰顺县'],
    population: 266_400,
    byProvince: {浙江省: {places: 1, population: 266_400}},
    contested: ['泰顺县'],
    withinPlaces: [],
    withinPopulation: null,
    reason: null,
  },
  {
    row: 'catchment',
    kind: 'port',
    gateway: '宁德港',
    lon: 119.6,
    lat: 26.7,
    snapM: 80,
    places: [],
    population: null,
    byProvince: {},
    contested: [],
    withinPlaces: [],
    withinPopulation: null,
    reason: null,
  },
];

const ids = RANKED.slice(0, 3).map(({projectId}) => projectId);

export const PORTFOLIO: Portfolio = {
  method: 'exact',
  budget: {unit: 'km', limit: 600},
  projects: RANKED.slice(0, 3).map(({projectId, project, benefitPersonS}, i) => ({
    projectId,
    project,
    alonePersonS: benefitPersonS,
    lastInPersonS: benefitPersonS - h(12_000 * i),
    inBest: i < 2,
  })),
  pairs: [
    {
      a: ids[0]!,
      b: ids[1]!,
      togetherPersonS: h(351_000),
      synergyPersonS: h(17_400),
      kind: 'complement',
      meet: '柘荣',
    },
    {
      a: ids[0]!,
      b: ids[2]!,
      togetherPersonS: h(260_000),
      synergyPersonS: h(-20_400),
      kind: 'substitute',
      meet: null,
    },
    {
      a: ids[1]!,
      b: ids[2]!,
      togetherPersonS: h(249_200),
      synergyPersonS: 0,
      kind: 'independent',
      meet: null,
    },
  ],
  best: {
    projectIds: ids.slice(0, 2),
    valuePersonS: h(351_000),
    lengthM: 571_000,
    costYi: null,
  },
  bestBySize: [
    {projectIds: ids.slice(0, 1), valuePersonS: h(182_400), lengthM: 303_000, costYi: 556},
  ],
  order: [
    {projectId: ids[0]!, addsPersonS: h(182_400), totalPersonS: h(182_400)},
    {projectId: ids[1]!, addsPersonS: h(168_600), totalPersonS: h(351_000)},
  ],
  leftOut: [{projectId: 'project-6', reason: 'joins-nothing'}],
};

export const SHEETS: ProjectSheet[] = [
  {
    projectId: ids[0]!,
    project: RANKED[0]!.project,
    nameEn: 'Wenzhou–Fuzhou high-speed railway',
    grade: null,
    variantOf: null,
    statuses: [{of: '', status: 'planned', source: 'gazette 12', asFound: '2025-09-30'}],
    facts: [
      {
        key: 'lengthKm',
        kind: 'whole',
        of: '',
        value: 303,
        source: 'gazette 12',
        date: '2025-09-30',
        note: null,
        assumption: false,
        conflicts: [{value: 276, source: 'gazette 7', date: null}],
      },
      {
        key: 'terrainFactor',
        kind: 'whole',
        of: '',
        value: 1.2,
        source: 'own',
        date: null,
        note: 'mountains',
        assumption: true,
        conflicts: [],
      },
    ],
  },
];

export const CHANGE: ReportChange = {
  file: 'result-2019.json',
  sha256: 'cd'.repeat(32),
  version: '0.1.0',
  asOf: '2019-12-31',
  dataDate: '2019-12-01',
  notes: [{id: 'built', zh: '按日期判断。', en: 'Told by dates.'}],
  rows: [
    {
      subject: 'road',
      key: 'G4012',
      change: 'opened',
      what: 'openLengthM',
      before: 0,
      after: 23_172,
      difference: 23_172,
      causes: ['built'],
      evidence: [{id: 'day', zh: '2020-12-22 通车。', en: 'opened on 2020-12-22.'}],
    },
    {
      subject: 'detour',
      key: '温州市–泰顺县',
      change: 'changed',
      what: 'timeS',
      before: 10_800,
      after: 5400,
      difference: -5400,
      causes: ['day', 'data'],
      evidence: [],
    },
  ],
};
