import {expect, test} from 'vitest';
import {joinProject} from '../../../src/analysis/join-project.ts';
import {score} from '../../../src/analysis/score.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {ResolvedProject} from '../../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';

/** From A to C one drives far round to the south; B hangs on the same road half way. */
const MAP = `
  A         B         C
  |         |         |
  |         |         |
  |         |         |
  |         |         |
  |         |         |
  |         |         |
  |         |         |
  D---------E---------F`;

const {network, lonLat} = asciiNetwork(MAP);
const study = openStudy(network, {profile: FREE_FLOW});
const places = ['A', 'C'].map((name) => placeAt(name, lonLat(name), {population: 1000}));

function link(from: string, to: string, more: Partial<ResolvedProject> = {}): ResolvedProject {
  const id = `${from}-${to}`;
  return {
    id,
    name: id,
    nameEn: id,
    mode: 'road',
    status: 'planned',
    variantOf: null,
    stops: [from, to].map((name) => ({
      name,
      lon: lonLat(name)[0],
      lat: lonLat(name)[1],
    })) as unknown as ResolvedProject['stops'],
    legLengthM: [10_000],
    lengthM: 10_000,
    lengthSource: 'registry',
    speedKph: 100,
    speedSource: 'registry',
    line: [lonLat(from), lonLat(to)],
    costYi: 10,
    notes: [],
    ...more,
  };
}

const ask = (projects: readonly ResolvedProject[], portfolio = {}) =>
  score(
    study,
    projects.map((project) => joinProject(study, project)),
    {places, mode: 'road', centre: null, portfolio},
  ).portfolio!;

test('two links in a row are complements, and meet at the stop between', () => {
  const {pairs, best, order, method} = ask([link('A', 'B'), link('B', 'C')]);
  expect(method).toBe('exact');
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({kind: 'complement', meet: 'B'});
  // Alone one leaves 10 km at 100 km/h and 8 + 10 + 8 km at 40 km/h: 45 of the 54 minutes.
  // Together they save 36 km at 40 km/h less 20 km at 100 km/h: 54 − 12 minutes, 500 people each way.
  expect(pairs[0]!.togetherPersonS / 1000).toBeCloseTo((54 - 12) * 60, -2);
  expect(best.projectIds).toEqual(['A-B', 'B-C']);
  expect(order.map((step) => step.totalPersonS)).toEqual([
    order[0]!.addsPersonS,
    best.valuePersonS,
  ]);
});

test('two links side by side are substitutes; of variants only one is built', () => {
  const twin = link('A', 'C', {legLengthM: [20_000], lengthM: 20_000});
  const other = {...twin, id: 'other', speedKph: 90};
  const free = ask([twin, other]);
  expect(free.pairs[0]).toMatchObject({kind: 'substitute'});
  expect(free.best.projectIds).toEqual(['A-C']);
  const variants = ask([twin, {...other, variantOf: 'A-C'}]);
  expect(variants.pairs).toEqual([]);
  expect(variants.best.projectIds).toEqual(['A-C']);
  // Last in, each counts against all but its own variants: against nothing.
  expect(variants.projects.map((p) => p.lastInPersonS)).toEqual(
    variants.projects.map((p) => p.alonePersonS),
  );
});

test('a budget of yuan leaves out what has no price, and says so', () => {
  const unpriced = link('B', 'C', {costYi: null});
  const rich = ask([link('A', 'B'), unpriced], {budget: {unit: 'yi', limit: 100}});
  expect(rich.best).toMatchObject({projectIds: ['A-B'], costYi: 10, lengthM: 10_000});
  expect(rich.leftOut).toEqual([{projectId: 'B-C', reason: 'cost-unknown'}]);
  const long = ask([link('A', 'B'), unpriced], {budget: {unit: 'km', limit: 20}});
  expect(long.best).toMatchObject({projectIds: ['A-B', 'B-C'], costYi: null});
  expect(ask([link('A', 'B')], {budget: {unit: 'km', limit: 9}}).best.projectIds).toEqual([]);
});
