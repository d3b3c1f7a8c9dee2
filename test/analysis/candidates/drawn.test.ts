import {describe, expect, test} from 'vitest';
import {candidates} from '../../../src/analysis/candidates/answer.ts';
import type {CandidateOptions} from '../../../src/analysis/candidates/options.ts';
import {candidateProjects} from '../../../src/analysis/candidates/project-file.ts';
import {joinProject} from '../../../src/analysis/join-project.ts';
import {score} from '../../../src/analysis/score.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {toJson} from '../../../src/report/json.ts';
import {parseProjects} from '../../../src/scenario/read-projects.ts';
import {resolveProjects} from '../../../src/scenario/resolve-project.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

/** Two valley roads that meet 12 km to the south; B and C face each other over the border, 4 km apart. */
const VALLEYS = `
  A---B : C---D
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  E-----:-----F`;

function found(map: string, options: Partial<CandidateOptions> = {}, drawing: AsciiOptions = {}) {
  const drawn = asciiNetwork(map, drawing);
  const study = openStudy(drawn.network, {profile: FREE_FLOW});
  const answer = candidates(study, {level: 'province', maxGapM: 5000, ...options});
  return {...drawn, study, answer, rows: answer.rows};
}

describe('a missing link', () => {
  test('between two tips that face each other over the border', () => {
    const {rows, lonLat} = found(VALLEYS);
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect([row!.from.lon, row!.from.lat]).toEqual(lonLat('B'));
    expect([row!.to.lon, row!.to.lat]).toEqual(lonLat('C'));
    expect([row!.from.kind, row!.to.kind, row!.level]).toEqual(['tip', 'tip', 'province']);
    // By hand: 4 + 12 + 12 + 12 + 4 = 44 km today, at 40 km/h 66 min; the gap is 4 km, 6 min.
    expect(row!.gapM / 1000).toBeCloseTo(4, 1);
    expect(row!.there!.distanceM / 1000).toBeCloseTo(44, 0);
    expect(row!.there!.timeS / 60).toBeCloseTo(66, 0);
    expect(row!.back).toEqual(row!.there);
    expect(row!.ratio).toBeCloseTo(11, 1);
    expect(row!.savedS! / 60).toBeCloseTo(60, 0);
    expect(row!.distanceRatio).toBeCloseTo(11, 1);
  });

  test('not where a road already goes over', () => {
    expect(found(VALLEYS.replace('B : C', 'B-:-C')).rows).toEqual([]);
  });

  test('not when the way round is short for the gap', () => {
    // The tips are 4 km apart and 11 times that by road: listed at a ratio of 10, not at 12.
    expect(found(VALLEYS, {minRatio: 10}).rows).toHaveLength(1);
    expect(found(VALLEYS, {minRatio: 12}).rows).toEqual([]);
  });

  test('not when too little time is saved', () => {
    expect(found(VALLEYS, {minSavedS: 3550}).rows).toHaveLength(1);
    expect(found(VALLEYS, {minSavedS: 3650}).rows).toEqual([]);
  });

  test('not over a longer gap than asked', () => {
    expect(found(VALLEYS, {maxGapM: 3900, bandM: 5000}).rows).toEqual([]);
  });

  test('not within one side: no border lies between', () => {
    const {rows} = found(VALLEYS.replaceAll(':', ' ').replaceAll(/^(.{15}) *$/gm, '$1 :'));
    expect(rows).toEqual([]);
  });

  test('between two through roads, where neither ends: edge to edge', () => {
    const {rows} = found(
      `
  A : B
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  | : |
  C-:-D`,
      {minRatio: 5},
    );
    // The farther north the more is saved, by a link that is as short anywhere; with that one built no
    // other is 5 times as far any more: from the middle it is 6.5 + 4 + 6.5 km.
    expect(rows).toHaveLength(1);
    expect(rows[0]!.gapM / 1000).toBeCloseTo(4, 1);
    expect(rows[0]!.savedS! / 60).toBeCloseTo(((13 * 2) / 40) * 60, 0);
  });

  test('once for a corridor: a second pair up the same valley is served by the first', () => {
    const {answer} = found(VALLEYS, {sphereM: 0, maxGapM: 8000, bandM: 5000});
    const tally = answer.parameters['tally'] as {farPairs: number; spheres: number};
    expect(tally.farPairs).toBeGreaterThan(1);
    expect(tally.spheres).toBe(tally.farPairs);
    expect(answer.rows).toHaveLength(1);
    expect(answer.rows[0]!.mergedPairs).toBe(tally.farPairs);
  });

  test('counts the better direction: a one-way road over the border is a road', () => {
    const map = VALLEYS.replace('B : C', 'B-:-C');
    expect(found(map, {}, {edges: {BC: {class: 'secondary', oneway: true}}}).rows).toEqual([]);
  });

  test('tells both directions when they differ', () => {
    const {rows} = found(VALLEYS, {}, {edges: {AE: {class: 'secondary', oneway: true}}});
    expect(rows[0]!.there).not.toBeNull();
    expect(rows[0]!.back).toBeNull();
    expect(rows[0]!.ratio).toBeCloseTo(11, 1);
  });

  test('where there is no way at all: no ratio, and a note that says so', () => {
    const {rows} = found(VALLEYS.replace('E-----:-----F', 'E     : ----F'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({there: null, back: null, ratio: null, savedS: null});
    expect(rows[0]!.notes.map((note) => note.id)).toContain('no-way-today');
  });

  test('not to bits of drawing with less than 10 km of road', () => {
    const {rows, answer} = found(`
  A---B : C---D
  |     :
  |     :
  |     :
  E-----:-----F`);
    // C–D has 4 km and hangs on nothing.
    expect(rows).toEqual([]);
    expect(answer.parameters['tally']).toMatchObject({looseEdges: 1});
  });

  test('of expressways only at their ends, and never to an ordinary road', () => {
    const motorway = {class: 'motorway'} as const;
    const mixed = found(VALLEYS, {}, {edges: {AB: motorway}});
    expect(mixed.rows.every((row) => row.linkClass === 'secondary')).toBe(true);
    const both = found(VALLEYS, {}, {edges: {AB: motorway, CD: motorway}});
    const link = both.rows.find((row) => row.linkClass === 'motorway');
    expect(link).toMatchObject({linkKph: 100, from: {kind: 'tip'}, to: {kind: 'tip'}});
  });

  test('of the day asked for', () => {
    const edges = {BC: {class: 'secondary', openedOn: 20200101}} as const;
    const drawn = asciiNetwork(VALLEYS.replace('B : C', 'B-:-C'), {edges});
    const on = (asOf: number) =>
      candidates(openStudy(drawn.network, {profile: FREE_FLOW, asOf}), {
        level: 'province',
        maxGapM: 5000,
      }).rows.length;
    expect([on(20191231), on(20200101)]).toEqual([1, 0]);
  });

  test('has an id made of its place', () => {
    const {rows} = found(VALLEYS);
    // B stands 4 cells and C 8 cells east of 119 E, on 28 N: the middle is 6 km east, 0.0610°.
    expect(rows[0]!.id).toBe('link-11906-2800');
  });
});

describe('units', () => {
  const {lonLat} = asciiNetwork(VALLEYS);
  const [west, east] = [lonLat('A')[0] - 0.1, lonLat('D')[0] + 0.1];
  const [south, north] = [lonLat('E')[1] - 0.1, lonLat('A')[1] + 0.1];
  const middle = (lonLat('B')[0] + lonLat('C')[0]) / 2;

  test('name the sides', () => {
    const areas = [
      areaOf(4, '甲', [west, south, middle, north]),
      areaOf(4, '乙', [middle, south, east, north]),
    ];
    const {rows} = found(VALLEYS, {}, {rest: {areas}});
    expect(rows[0]!.sides).toEqual(['甲', '乙']);
    expect([rows[0]!.from.unit, rows[0]!.to.unit]).toEqual(['甲', '乙']);
  });

  test('decide where a third lies between: the line is crossed twice, the sides differ', () => {
    const strip = (lonLat('C')[0] - lonLat('B')[0]) / 4;
    const areas = [
      areaOf(4, '甲', [west, south, middle - strip, north]),
      areaOf(4, '丙', [middle - strip, south, middle + strip, north]),
      areaOf(4, '乙', [middle + strip, south, east, north]),
    ];
    expect(found(VALLEYS, {}, {rest: {areas}}).rows[0]!.sides).toEqual(['甲', '乙']);
  });

  test('on both sides of a line the same are one', () => {
    const areas = [areaOf(4, '甲', [west, south, east, north])];
    expect(found(VALLEYS, {}, {rest: {areas}}).rows).toEqual([]);
  });

  test('without a name are called by their largest place', () => {
    const areas = [
      areaOf(4, '', [west, south, middle, north]),
      areaOf(4, '', [middle, south, east, north]),
    ];
    const places = [
      placeAt('小镇', lonLat('B'), {population: 10}),
      placeAt('大城', lonLat('A'), {population: 20}),
    ];
    expect(found(VALLEYS, {}, {rest: {areas, places}}).rows[0]!.sides).toEqual([
      '[大城]',
      'unnamed-2',
    ]);
  });
});

describe('handing over to score', () => {
  test('the project file is valid, and score says of it what the row says', () => {
    const drawn = asciiNetwork(VALLEYS);
    const study = openStudy(drawn.network, {profile: FREE_FLOW});
    const places = [
      placeAt('A', drawn.lonLat('A'), {population: 30_000}),
      placeAt('D', drawn.lonLat('D'), {population: 20_000}),
      placeAt('E', drawn.lonLat('E')),
    ];
    const {rows} = candidates(study, {level: 'province', maxGapM: 5000, places});
    const file = parseProjects(JSON.parse(toJson(candidateProjects(rows))), 'found.json');
    expect(file.projects.map(({id, status}) => [id, status])).toEqual([[rows[0]!.id, 'idea']]);
    const {resolved, problems} = resolveProjects(file, []);
    expect(problems).toEqual([]);
    const joined = resolved.map((project) => joinProject(study, project));
    const answer = score(study, joined, {places, mode: 'road', centre: null});
    expect(answer.rows[0]!.benefitPersonS).toBe(rows[0]!.benefitPersonS);
    expect(rows[0]!.pairsShortened).toBe(answer.rows[0]!.pairs.length);
    // By hand: A–D takes 36 km of road today, 54 min; with the link 4 + 4 · 1.4 + 4 = 13.6 km (1.4: what a
    // project's straight legs are taken to be in terrain), 20.4 min: 33.6 min less, both ways, weighted
    // 30 000 · 20 000 ÷ 50 000 = 12 000 persons.
    expect(rows[0]!.benefitPersonS! / (2 * 12_000 * 60)).toBeCloseTo(33.6, 0);
  });

  test('without two populations there is no benefit, and a sentence says so', () => {
    const drawn = asciiNetwork(VALLEYS);
    const study = openStudy(drawn.network, {profile: FREE_FLOW});
    const places = [placeAt('A', drawn.lonLat('A'), {population: 5})];
    const {rows, warnings} = candidates(study, {level: 'province', maxGapM: 5000, places});
    expect(rows[0]!.benefitPersonS).toBeNull();
    expect(warnings.map(({id}) => id)).toContain('no-benefit');
  });
});

describe('what cannot be asked', () => {
  test.each([
    [{maxGapM: 0}, /longest gap/],
    [{minRatio: 0.5}, /ratio/],
    [{minRatio: Number.NaN}, /ratio/],
    [{bandM: -1}, /band/],
    [{minClass: 'rail'}, /not a road/],
  ] as const)('%j', (options, message) => {
    expect(() => found(VALLEYS, options)).toThrow(message);
  });

  test('a network without borders', () => {
    expect(() => found(VALLEYS.replaceAll(':', ' '))).toThrow(/no border line/);
  });
});
