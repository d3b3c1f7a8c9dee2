import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {circle} from '../../src/analysis/circle.ts';
import {joinProject} from '../../src/analysis/join-project.ts';
import {score} from '../../src/analysis/score.ts';
import {openStudy} from '../../src/analysis/study.ts';
import type {LonLat} from '../../src/geo/line.ts';
import {CHINA_RAIL} from '../../src/graph/service/rail-profile.ts';
import type {ResolvedProject} from '../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** The long way from A to B by the secondary road is 100 km at 40 km/h: 150 minutes. */
const MAP = `
  A                        B
  |                        |
  |                        |
  |                        |
  |                        |
  |                        |
  |                        |
  |                        |
  |                        |
  |                        |
  C------------------------D`;

function drawn() {
  const {network, lonLat} = asciiNetwork(MAP);
  const study = openStudy(network, {profile: FREE_FLOW});
  const places = [
    placeAt('A', lonLat('A'), {population: 3000, province: '甲'}),
    placeAt('B', lonLat('B'), {population: 1000, province: '乙'}),
  ];
  return {network, study, lonLat, places};
}

function road(
  id: string,
  stops: readonly (readonly [string, LonLat])[],
  legM: number,
): ResolvedProject {
  return {
    id,
    name: id,
    nameEn: id,
    mode: 'road',
    status: 'planned',
    variantOf: null,
    stops: stops.map(([name, [lon, lat]]) => ({name, lon, lat})) as ResolvedProject['stops'],
    legLengthM: stops.slice(1).map(() => legM),
    lengthM: legM * (stops.length - 1),
    lengthSource: 'registry',
    speedKph: 60,
    speedSource: 'registry',
    line: stops.map(([, at]) => at),
    costYi: null,
    notes: [],
  };
}

describe('score', () => {
  test('a straight link, by hand', () => {
    const {study, places, lonLat} = drawn();
    // 30 km at 60 km/h: 30 minutes; the baseline is 10 + 25 + 10 = 45 km at 40 km/h: 67.5 minutes.
    const link = road(
      'link',
      [
        ['A', lonLat('A')],
        ['B', lonLat('B')],
      ],
      30_000,
    );
    const {rows} = score(study, [joinProject(study, link)], {
      places,
      mode: 'road',
      centre: places[0]!,
    });
    const [row] = rows;
    expect(row!.pairs).toHaveLength(1);
    expect(row!.pairs[0]!.beforeS! / 60).toBeCloseTo(67.5, 0);
    expect(row!.pairs[0]!.afterS! / 60).toBeCloseTo(30, 1);
    // W = P_i·P_j/ΣP = 3000·1000/4000 = 750 in each direction.
    const savedS = row!.pairs[0]!.savedS;
    expect(row!.benefitPersonS).toBe(Math.round(2 * 750 * savedS));
    expect(row!.perKm).toBe(Math.round((2 * 750 * savedS) / 30));
    expect(row!.perCost).toBeNull();
    expect(row!.byProvince).toEqual({甲: 0.5, 乙: 0.5});
    expect(row!.gainedWithin60).toEqual(['B']);
  });

  test('a link that saves nothing scores 0 and says so', () => {
    const {study, places, lonLat} = drawn();
    const slow = road(
      'slow',
      [
        ['A', lonLat('A')],
        ['B', lonLat('B')],
      ],
      500_000,
    );
    const {rows} = score(study, [joinProject(study, slow)], {places, mode: 'road', centre: null});
    expect(rows[0]).toMatchObject({
      benefitPersonS: 0,
      pairs: [],
      byProvince: {},
      gainedWithin60: [],
    });
    expect(rows[0]!.notes.map((note) => note.id)).toContain('changes-nothing');
  });

  test('a stop in the sea joins nothing and says so', () => {
    const {study, places, lonLat} = drawn();
    const sea = road(
      'sea',
      [
        ['A', lonLat('A')],
        ['sea', [125, 20]],
      ],
      10_000,
    );
    const {rows} = score(study, [joinProject(study, sea)], {places, mode: 'road', centre: null});
    expect(rows[0]!.benefitPersonS).toBe(0);
    expect(rows[0]!.snapped.map((stop) => stop.joined)).toEqual([true, false]);
    expect(rows[0]!.notes.map((note) => note.id)).toEqual(
      expect.arrayContaining(['stop-joins-nothing', 'joins-nothing', 'changes-nothing']),
    );
  });

  test('places without population carry no weight and are named', () => {
    const {study, lonLat} = drawn();
    const blank = [placeAt('A', lonLat('A')), placeAt('B', lonLat('B'))];
    const link = road(
      'link',
      [
        ['A', lonLat('A')],
        ['B', lonLat('B')],
      ],
      30_000,
    );
    const answer = score(study, [joinProject(study, link)], {
      places: blank,
      mode: 'road',
      centre: null,
    });
    expect(answer.rows[0]!.benefitPersonS).toBe(0);
    expect(answer.rows[0]!.pairs).toHaveLength(1);
    expect(answer.warnings.map((w) => w.id)).toContain('no-population');
  });

  test('the better project comes first, equals share a rank', () => {
    const {study, places, lonLat} = drawn();
    const ends = [
      ['A', lonLat('A')],
      ['B', lonLat('B')],
    ] as const;
    const all = [road('b', ends, 35_000), road('a', ends, 30_000), road('c', ends, 30_000)];
    const {rows} = score(
      study,
      all.map((project) => joinProject(study, project)),
      {places, mode: 'road', centre: null},
    );
    expect(rows.map((row) => [row.projectId, row.rank])).toEqual([
      ['a', 1],
      ['c', 1],
      ['b', 3],
    ]);
  });
});

describe('circle', () => {
  test('what is inside grows with time and with projects, and a project loses nobody', () => {
    const {study, places, lonLat} = drawn();
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 200}),
        fc.integer({min: 1, max: 200}),
        fc.integer({min: 25_000, max: 80_000}),
        (a, b, legM) => {
          const link = joinProject(
            study,
            road(
              'l',
              [
                ['A', lonLat('A')],
                ['B', lonLat('B')],
              ],
              legM,
            ),
          );
          const ask = (minutes: number) =>
            circle(study, places[0]!, {minutes, mode: 'road', places, projects: [link]}).rows[0]!;
          const [small, large] = [ask(Math.min(a, b)), ask(Math.max(a, b))];
          expect(large.places.length).toBeGreaterThanOrEqual(small.places.length);
          expect(large.nodes).toBeGreaterThanOrEqual(small.nodes);
          expect(large.areaKm2).toBeGreaterThanOrEqual(small.areaKm2);
          expect(small.after!.nodes).toBeGreaterThanOrEqual(small.nodes);
          expect(small.after!.areaKm2).toBeGreaterThanOrEqual(small.areaKm2);
          expect(small.lost).toEqual([]);
        },
      ),
      {numRuns: 40},
    );
  });

  test('gained by a link, with the minutes before and after', () => {
    const {study, places, lonLat} = drawn();
    const link = joinProject(
      study,
      road(
        'l',
        [
          ['A', lonLat('A')],
          ['B', lonLat('B')],
        ],
        30_000,
      ),
    );
    const row = circle(study, places[0]!, {minutes: 60, mode: 'road', places, projects: [link]})
      .rows[0]!;
    expect(row.places.map((p) => p.place)).toEqual(['A']);
    expect(row.population).toBe(3000);
    expect(row.gained!.map((p) => p.place)).toEqual(['B']);
    expect(row.gained![0]!.timeS / 60).toBeCloseTo(30, 1);
    expect(row.gained![0]!.beforeS! / 60).toBeCloseTo(67.5, 0);
    expect(row.after!.population).toBe(4000);
  });

  test('by rail: a new line is reached by road, road projects do not count', () => {
    const {network, places, lonLat} = drawn();
    const railProfile = {
      ...CHINA_RAIL,
      lineSpeedFactor: 1,
      accelerationMps2: 1 / 6,
      brakingMps2: 1 / 6,
      stationS: 900,
      headwayS: 1800,
      alightS: 120,
      leaveS: 180,
    };
    const study = openStudy(network, {profile: FREE_FLOW, railProfile});
    const ends = [
      ['A', lonLat('A')],
      ['B', lonLat('B')],
    ] as const;
    // 30 km at 60 km/h are 30 minutes, and twice 50 s are lost by speeding up and braking; 15 minutes
    // at the station, 15 waiting, 5 out: 66 min 40 s in all.
    const line = joinProject(study, {...road('line', ends, 30_000), mode: 'rail'});
    const link = joinProject(study, road('link', ends, 30_000));
    const ask = (minutes: number) =>
      circle(study, places[0]!, {minutes, mode: 'rail', places, projects: [line, link]});
    const {rows, warnings} = ask(67);
    expect(rows[0]!.places.map((p) => p.place)).toEqual(['A']);
    expect(rows[0]!.gained!.map((p) => p.place)).toEqual(['B']);
    expect(rows[0]!.gained![0]!.timeS / 60).toBeCloseTo(66 + 2 / 3, 1);
    expect(ask(66).rows[0]!.gained).toEqual([]);
    expect(rows[0]!.projects).toEqual(['line']);
    expect(warnings.map((w) => w.id)).toContain('roads-left-out');
  });

  test('no project changes no byte', () => {
    const {study, places} = drawn();
    const ask = {minutes: 60, mode: 'road', places} as const;
    const {projects, gained, lost, after, ...base} = circle(study, places[0]!, {
      ...ask,
      projects: [],
    }).rows[0]!;
    const {unreached, place, minutes, mode, direction, nearClip, places: inside, ...extent} = base;
    expect([projects, gained, lost, unreached]).toEqual([[], [], [], []]);
    expect(JSON.stringify(after)).toBe(JSON.stringify(extent));
    expect(JSON.stringify(base)).toBe(JSON.stringify(circle(study, places[0]!, ask).rows[0]));
  });

  test('a centre far from any road has an empty circle and a warning', () => {
    const {study} = drawn();
    const answer = circle(study, placeAt('far', [130, 40]), {
      minutes: 60,
      mode: 'road',
      places: [],
    });
    expect(answer.rows[0]).toMatchObject({nodes: 0, areaKm2: 0, reached: [], polygon: []});
    expect(answer.warnings.map((w) => w.id)).toEqual(['centre-without-road']);
  });
});
