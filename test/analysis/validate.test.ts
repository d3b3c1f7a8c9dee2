import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {fastestTrips} from '../../src/analysis/fastest-trips.ts';
import {leftOutErrors} from '../../src/analysis/left-out.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {validate} from '../../src/analysis/validate.ts';
import type {UserError} from '../../src/errors.ts';
import type {Network} from '../../src/graph/network.ts';
import type {Project} from '../../src/scenario/project-schema.ts';
import {type PublishedTrip, parsePublishedTimes} from '../../src/scenario/published-times.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** A and B lie 20 km apart; the road round by C and D is twice that. Every road at 60 km/h, a km a minute. */
const MAP = `
  A--------------------B
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  C--------------------D`;
const AROUND_MIN = 10 + 21 + 10;

/** The direct road opened on that day; without dates it is simply there. */
function drawn(opened: number | null) {
  const {network, lonLat} = asciiNetwork(MAP, {
    default: {maxspeedKph: 60},
    edges: {AB: {class: 'trunk', ...(opened === null ? {} : {openedOn: opened})}},
  });
  const places = [placeAt('甲县', lonLat('A')), placeAt('乙县', lonLat('B'))];
  return {network, places};
}

const trip = (id: string, minutes: number, more: Partial<PublishedTrip> = {}): PublishedTrip => ({
  id,
  mode: 'road',
  from: '甲县',
  to: '乙县',
  minutes,
  says: 'about',
  source: 'test',
  ...more,
});

function ask(
  {network, places}: {network: Network; places: ReturnType<typeof drawn>['places']},
  trips: readonly PublishedTrip[],
  asOf: number | null = null,
) {
  const on = (day: number) => openStudy(network, {asOf: day, profile: FREE_FLOW});
  return validate(openStudy(network, {asOf, profile: FREE_FLOW}), trips, {places, on});
}

const BEFORE = trip('before', 50, {
  heldUntil: '2020-12-22',
  sampleDay: '2020-12-21',
  opening: 'AB',
});
const AFTER = trip('after', 20, {heldFrom: '2020-12-22', opening: 'AB'});

describe('left out', () => {
  const row = (predicted: number, published: number, more = {}) =>
    ({mode: 'road', says: 'about', predictedS: predicted, publishedS: published, ...more}) as const;

  test('by hand: u = 1, 1.2, 0.8; without the second the best stretch is 1.8 ÷ 1.64', () => {
    const [first, second, third] = leftOutErrors([row(60, 60), row(72, 60), row(48, 60)]);
    // others of the first: 1.2 and 0.8, x = 2 ÷ (1.44 + 0.64)
    expect(first).toBeCloseTo(2 / 2.08 - 1, 12);
    expect(second).toBeCloseTo((1.2 * 1.8) / 1.64 - 1, 12);
    expect(third).toBeCloseTo((0.8 * 2.2) / 2.44 - 1, 12);
  });

  test('a model that is only too slow by one factor foretells every row left out', () => {
    for (const error of leftOutErrors([row(90, 60), row(150, 100), row(30, 20)])) {
      expect(error).toBeCloseTo(0, 12);
    }
  });

  test('bounds, rows not asked and the other mode teach nothing', () => {
    const rows = [
      row(60, 60),
      row(90, 60, {says: 'at-least'}),
      row(80, 60, {mode: 'rail'}),
      {...row(1, 60), predictedS: null},
    ];
    expect(leftOutErrors(rows)).toEqual([null, null, null, null]);
  });
});

describe('fastest trips of a file of projects', () => {
  const fastestTrip = {value: {from: '甲站', to: '乙站', minutes: 55}, source: 's', date: '2020'};
  const project = (more: object) =>
    ({id: 'a-b', name: '甲乙铁路', mode: 'rail', status: 'open', fastestTrip, ...more}) as Project;

  test('hold from the opening on; what is not open is a forecast; known ones are not asked twice', () => {
    const open = project({openedOn: {value: '2024-09-06', source: 's'}});
    expect(fastestTrips([open], [])).toMatchObject([
      {id: 'a-b-fastest', from: '甲站', minutes: 55, says: 'about', heldFrom: '2024-09-06'},
    ]);
    expect(fastestTrips([project({status: 'planned'})], [])[0]!.says).toBe('forecast');
    const known = trip('x', 55, {mode: 'rail', from: '甲站', to: '乙站'});
    expect(fastestTrips([open], [known])).toEqual([]);
    expect(fastestTrips([project({fastestTrip: undefined})], [])).toEqual([]);
  });
});

describe('validate', () => {
  test('each time on the day on which it held, and the cut by the opening', () => {
    const {rows, parameters} = ask(drawn(20201222), [BEFORE, AFTER]);
    expect(rows.map(({id, asOf}) => [id, asOf])).toEqual([
      ['before', '2020-12-21'],
      ['after', '2020-12-22'],
      ['AB-cut', '2020-12-22'],
    ]);
    expect(rows.map(({predictedS}) => Math.round(predictedS! / 60))).toEqual([41, 21, 20]);
    expect(rows[0]!.error).toBeCloseTo(AROUND_MIN / 50 - 1, 3);
    expect(rows[1]!.error).toBeCloseTo(21 / 20 - 1, 3);
    expect(rows[2]!.error).toBeCloseTo(20 / 30 - 1, 2);
    // the cut is made of the other two and does not count again
    expect(parameters['asked']).toBe(2);
    expect(parameters['medianAbsError']).toBeCloseTo((0.18 + 0.05) / 2, 3);
  });

  test('an undated network is asked what held on the day it stands for', () => {
    const undated = drawn(null);
    const asked = (asOf: number | null) =>
      ask(undated, [BEFORE, AFTER], asOf).rows.map(({note}) => note?.id ?? 'asked');
    expect(asked(20210101)).toEqual(['held-before', 'asked']);
    expect(asked(20200101)).toEqual(['asked', 'held-from']);
    expect(asked(null)).toEqual(['held-before', 'asked']);
    expect(ask(undated, [AFTER]).warnings.map(({id}) => id)).toEqual(['network-without-day']);
  });

  test('bounds, forecasts, places that are not there: rows with a reason', () => {
    const {rows} = ask(
      drawn(null),
      [
        trip('kept', 10, {says: 'more-than'}),
        trip('broken', 30, {says: 'at-least'}),
        trip('forecast', 5, {says: 'forecast'}),
        trip('where', 20, {from: '丙县'}),
        trip('cannot', 20, {cannot: 'no position is at hand'}),
        trip('train', 20, {mode: 'rail'}),
      ],
      20210101,
    );
    const found = rows.map(({id, error, note}) => [id, error === null, note?.id ?? null]);
    expect(found).toEqual([
      ['kept', true, 'bound-kept'],
      ['broken', false, null],
      ['forecast', true, 'forecast'],
      ['where', true, 'not-in-the-network'],
      ['cannot', true, 'cannot-be-asked'],
      ['train', true, 'not-in-the-network'],
    ]);
  });

  test('rows that were fitted on are told from others', () => {
    const {parameters, assumptions} = ask(
      drawn(null),
      [trip('fitted', 20, {usedInFit: true}), trip('fresh', 42)],
      20210101,
    );
    expect(parameters).toMatchObject({asked: 2, askedNotFitted: 1});
    expect(parameters['medianAbsErrorNotFitted']).toBeCloseTo(0.5, 2);
    expect(assumptions[0]!.en).toContain('1 of them were not fitted on, median 50 %');
  });
});

describe('the file of published times', () => {
  const json = JSON.parse(
    readFileSync(new URL('../../data/published-times.json', import.meta.url), 'utf8'),
  );

  test('is sound, each time has a source, and no id stands twice', () => {
    const trips = parsePublishedTimes(json, 'published-times.json');
    expect(new Set(trips.map(({id}) => id)).size).toBe(trips.length);
    expect(trips.filter(({opening}) => opening === '龙浦高速')).toHaveLength(2);
  });

  test('faults are told all at once', () => {
    const wrong = {...json, trips: [{...json.trips[0], minutes: -1, says: 'perhaps', sorce: 'x'}]};
    try {
      parsePublishedTimes(wrong, 'mine.json');
      expect.unreachable();
    } catch (error) {
      expect((error as UserError).hint).toContain('trips[0].minutes');
      expect((error as UserError).hint).toContain('trips[0].says');
      expect((error as UserError).hint).toContain('sorce');
    }
  });
});
