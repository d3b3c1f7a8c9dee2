import {describe, expect, test} from 'vitest';
import {joinProject} from '../../../src/analysis/join-project.ts';
import {baselineOf} from '../../../src/analysis/score/baseline.ts';
import {seededRandom} from '../../../src/analysis/score/seeded-random.ts';
import {variedTimes} from '../../../src/analysis/score/varied-times.ts';
import {score} from '../../../src/analysis/score.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {ResolvedProject} from '../../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';

const MAP = `
  A--------------B
  |              |
  |              |
  C----E----F----D`;

const {network, lonLat} = asciiNetwork(MAP, {edges: {EF: {class: 'motorway'}}});
const study = openStudy(network, {profile: FREE_FLOW});
const places = [...'ABCD'].map((name, i) =>
  placeAt(name, lonLat(name), {population: 1000 * (i + 1)}),
);

function link(id: string, ends: string, kph: number): ResolvedProject {
  const stops = [...ends].map((name) => ({name, lon: lonLat(name)[0], lat: lonLat(name)[1]}));
  return {
    id,
    name: id,
    nameEn: id,
    mode: 'road',
    status: 'planned',
    variantOf: null,
    stops: stops as unknown as ResolvedProject['stops'],
    legLengthM: [16_000],
    lengthM: 16_000,
    lengthSource: 'registry',
    speedKph: kph,
    speedSource: 'registry',
    line: stops.map(({lon, lat}) => [lon, lat] as const),
    costYi: null,
    notes: [],
  };
}

const fast = link('fast', 'AD', 100);
const slow = link('slow', 'BC', 80);
const useless = link('useless', 'AC', 20);
const ask = (projects: readonly ResolvedProject[], runs: number, seed = 7) =>
  score(
    study,
    projects.map((project) => joinProject(study, project)),
    {places, mode: 'road', centre: null, stability: {runs, seed}},
  ).rows;

describe('times that vary', () => {
  const points = places.map((place) => study.place(place).snap);
  const varied = variedTimes(study, 'road', points);

  test('without factors are those of the baseline', () => {
    const today = baselineOf(study, 'road').times(points, points);
    expect([...varied.times({}).cost]).toEqual([...today.cost]);
    expect(varied.kinds).toEqual(['expressway', 'otherRoads']);
  });

  test('all twice as long are twice as long; one kind alone touches its ways only', () => {
    const today = [...varied.times({}).cost];
    const twice = varied.times({expressway: 2, otherRoads: 2});
    expect([...twice.cost]).toEqual(today.map((ms) => 2 * ms));
    const jam = varied.times({expressway: 2});
    const [a, b, c, d] = [0, 1, 2, 3];
    expect(jam.cost[a * 4 + c]).toBe(today[a * 4 + c]);
    expect(jam.cost[c * 4 + d]).toBeGreaterThan(today[c * 4 + d]!);
    expect(jam.cost[a * 4 + b]).toBe(today[a * 4 + b]);
  });
});

describe('rank stability', () => {
  test('the same seed draws the same, another one otherwise; order of projects is of no account', () => {
    const rows = ask([fast, slow, useless], 40);
    expect(JSON.stringify(ask([useless, slow, fast], 40))).toBe(JSON.stringify(rows));
    expect(JSON.stringify(ask([fast, slow, useless], 40, 8))).not.toBe(JSON.stringify(rows));
  });

  test('shares are of the runs, a project that does nothing is last in all of them', () => {
    const rows = ask([fast, slow, useless], 40);
    const first = rows.map((row) => row.stability!.topShare['1']);
    expect(first.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const last = rows.find((row) => row.projectId === 'useless')!;
    expect(last.stability).toMatchObject({
      runs: 40,
      seed: 7,
      compared: 3,
      topShare: {'1': 0, '3': 1, '5': 1},
      rankRange: [3, 3],
      medianRank: 3,
      benefitPersonS: [0, 0],
    });
    for (const row of rows) {
      expect(row.rankRange).toEqual(row.stability!.rankRange);
      expect(row.rank).toBeGreaterThanOrEqual(row.rankRange[0]);
      expect(row.rank).toBeLessThanOrEqual(row.rankRange[1]);
    }
  });

  test('the tornado: a project that is quicker gains, slower roads make it worth more', () => {
    const row = ask([fast, slow], 1).find(({projectId}) => projectId === 'fast')!;
    const bar = (parameter: string) =>
      row.stability!.tornado.find((one) => one.parameter === parameter)!;
    const [quick, sluggish] = bar('projectTime').benefitPersonS;
    expect(quick).toBeGreaterThan(row.benefitPersonS);
    expect(sluggish).toBeLessThan(row.benefitPersonS);
    const [free, jammed] = bar('otherRoads').benefitPersonS;
    expect(free).toBeLessThan(jammed);
    const widths = row.stability!.tornado.map(({benefitPersonS: [low, high]}) =>
      Math.abs(high - low),
    );
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  test('draws are the published ones of mulberry32, seed 0', () => {
    // Reference: the generator written out with BigInt arithmetic.
    const reference = (seed: bigint): number => {
      const mask = 0xffff_ffffn;
      const imul = (a: bigint, b: bigint): bigint => (a * b) & mask;
      const state = (seed + 0x6d2b_79f5n) & mask;
      let mixed = imul(state ^ (state >> 15n), state | 1n);
      mixed ^= (mixed + imul(mixed ^ (mixed >> 7n), mixed | 61n)) & mask;
      return Number((mixed ^ (mixed >> 14n)) & mask) / 2 ** 32;
    };
    const random = seededRandom(0);
    expect(random()).toBe(reference(0n));
    expect(random()).toBe(reference(0x6d2b_79f5n));
  });
});
