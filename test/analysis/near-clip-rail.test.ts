import {describe, expect, test} from 'vitest';
import {access} from '../../src/analysis/access.ts';
import {circle} from '../../src/analysis/circle.ts';
import {gateways} from '../../src/analysis/gateways.ts';
import {joinProject} from '../../src/analysis/join-project.ts';
import {clipSeconds} from '../../src/analysis/near-clip.ts';
import {opened} from '../../src/analysis/opened.ts';
import type {GatewayRow} from '../../src/analysis/rows.ts';
import {openStudy, type StudyOptions} from '../../src/analysis/study.ts';
import {validate} from '../../src/analysis/validate.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {PROFILE} from '../graph/service/rail-oracle.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';
import {plannedRoad} from '../support/planned-road.ts';

// A road at 40 km/h, 90 s a km; 2 km south of it a track at 180 km/h, 20 s a km, with stations at S and T.
// Each start and each stop loses 50 s, stations lie 2 km from the road at 30 km/h: 240 s.
const MAP = `
  A-------C-----------B
  .
  S-------T-------E`;

/** The train out of the data: way to S, checks, wait, start, 16 km. */
const OUT_S = 240 + 600 + 300 + 50 + 16 * 20;
/** The train from there: 16 km, stop, off it, out of the station, to A. */
const INTO_S = 16 * 20 + 50 + 60 + 120 + 240;

function drawn(clip: boolean, options: StudyOptions = {}) {
  const track = {class: 'rail', maxspeedKph: 180} as const;
  const bare = asciiNetwork(MAP).lonLat;
  const station = (letter: string) => {
    const [lon, lat] = bare(letter);
    return {osmId: null, name: `${letter}站`, kind: 'station' as const, lon, lat, node: null};
  };
  const {network, lonLat} = asciiNetwork(MAP, {
    edges: {ST: track, TE: track},
    flags: clip ? {E: NODE_FLAG.clip} : {},
    rest: {stations: [station('S'), station('T')]},
  });
  const place = (letter: string, more = {}) => placeAt(letter, lonLat(letter), more);
  const study = openStudy(network, {profile: FREE_FLOW, railProfile: PROFILE, ...options});
  return {study, place, lonLat};
}

describe.each([true, false])('a railway that is cut at E (%s): answers by rail say so', (clip) => {
  const circleOf = (minutes: number, more = {}, options: StudyOptions = {}) => {
    const {study, place} = drawn(clip, options);
    const ask = {mode: 'best', places: [], minutes, ...more} as const;
    return circle(study, place('A'), ask).rows[0]!.nearClip;
  };
  const [outMin, intoMin] = [OUT_S / 60, INTO_S / 60]; // 25.2 and 13.2

  test.each(['best', 'rail'] as const)(
    'circle, mode %s: a train leaves the data within the cutoff',
    (mode) => {
      expect(circleOf(Math.ceil(outMin), {mode})).toBe(clip);
      expect(circleOf(Math.floor(outMin), {mode})).toBe(false);
      expect(circleOf(Math.ceil(intoMin), {mode, direction: 'to'})).toBe(clip);
      expect(circleOf(Math.floor(intoMin), {mode, direction: 'to'})).toBe(false);
    },
  );

  test('circle by road: no road is cut', () => {
    expect(circleOf(600, {mode: 'road'})).toBe(false);
  });

  test('circle from station to station: board at T, 8 km', () => {
    // 50 s and 160 s: T too lies within 20 km of A
    expect(circleOf(4, {mode: 'rail'}, {span: 'station'})).toBe(clip);
    expect(circleOf(3, {mode: 'rail'}, {span: 'station'})).toBe(false);
  });

  test('circle, trains that stop everywhere: out of T again after a minute', () => {
    // 8 km from standing to standing, dwell, 8 km at line speed: 27 minutes
    const railProfile = {...PROFILE, stopPattern: 'all'} as const;
    expect(240 + 600 + 300 + (50 + 160 + 50) + 60 + 160).toBe(27 * 60);
    expect(circleOf(27.1, {}, {railProfile})).toBe(clip);
    expect(circleOf(26.9, {}, {railProfile})).toBe(false);
    expect(INTO_S - 50 + (50 + 60 + 50)).toBe(900); // the stop at T, and no loss at the cut
    expect(circleOf(15.1, {direction: 'to'}, {railProfile})).toBe(clip);
    expect(circleOf(14.9, {direction: 'to'}, {railProfile})).toBe(false);
  });

  test('circle: with a timetable tracks do not matter', () => {
    const {study, lonLat} = drawn(false);
    expect(study.timetable).toBeNull();
    const stop = (letter: string) => {
      const [lon, lat] = lonLat(letter);
      return {id: letter, name: `${letter}站`, lon, lat};
    };
    const lines = [{name: 'G1', stops: [0, 1], runS: [300], dwellS: [0, 0], trainsPerDay: 40}];
    const timetable = {stops: [stop('S'), stop('T')], lines};
    expect(circleOf(600, {}, {timetable})).toBe(false);
  });

  test('circle with a planned line: it brings one to a train that leaves the data', () => {
    const {study, place} = drawn(clip);
    const stops = [place('A'), place('C')];
    const line = joinProject(study, plannedRoad('新线', stops, {speedKph: 36_000}));
    const ask = {mode: 'best', places: [], projects: [line]} as const;
    const near = (minutes: number) =>
      circle(study, place('A'), {...ask, minutes}).rows[0]!.nearClip;
    // 8 km in 0.8 s, and from there T is as near as S was: 8 km of track less
    const laterS = 0.8 + 240 + 600 + 300 + 50 + 160;
    expect(near(laterS / 60 + 0.1)).toBe(clip);
    expect(near(laterS / 60 - 0.1)).toBe(false);
  });

  test('access: how soon, and within the widest cutoff', () => {
    const {study, place} = drawn(clip);
    const places = [place('A', {population: 1}), place('B', {population: 1})];
    const [best] = access(study, {places, mode: 'best'}).rows;
    expect(best).toMatchObject({nearClip: clip, clipS: clip ? expect.closeTo(OUT_S, 0) : null});
    const [road] = access(study, {places, mode: 'road'}).rows;
    expect(road).toMatchObject({nearClip: false, clipS: null});
  });

  test.each([
    ['best', true], // by road to B 20 km: 30 minutes, out of the data 25
    ['rail', true],
    ['road', false],
  ] as const)(
    'gateways, mode %s: the train leaves the data sooner than it brings one there',
    (mode, tells) => {
      const {study, place} = drawn(clip);
      const ask = {kinds: ['port'], mode, minutes: 60} as const;
      const rowsOf = (port: string): readonly GatewayRow[] =>
        gateways(study, {...ask, places: [place(port, {kind: 'port'}), place('A')]}).rows;
      expect(rowsOf('B').map((row) => row.nearClip)).toEqual([clip && tells, clip && tells]);
    },
  );

  test('gateways: not where the gateway is nearer', () => {
    const {study, place} = drawn(clip);
    const places = [place('C', {kind: 'port'}), place('A')]; // 8 km: 12 minutes
    const {rows} = gateways(study, {kinds: ['port'], mode: 'best', minutes: 60, places});
    expect(rows.map((row) => row.nearClip)).toEqual([false, false]);
  });
});

test('mode rail: one may drive out of the data to board a train outside', () => {
  const {network, lonLat} = asciiNetwork('A---E', {flags: {E: NODE_FLAG.clip}});
  const study = openStudy(network, {profile: FREE_FLOW, railProfile: PROFILE});
  const a = study.place(placeAt('A', lonLat('A')));
  expect(clipSeconds(study, 'rail', 'to')(a)).toBeCloseTo(4 * 90, 0);
});

describe('a trip by rail may be quicker outside of the data', () => {
  // The railway from S to T is slow inside of the data; both its ends lead out of it.
  const TWO_ENDS = `
  A--------------------------------B
  .                                .
  S--------------------------------T
  |                                |
  E                                F`;

  function study(cut: readonly string[]) {
    const fast = {class: 'rail', maxspeedKph: 180} as const;
    const bare = asciiNetwork(TWO_ENDS).lonLat;
    const station = (letter: string) => {
      const [lon, lat] = bare(letter);
      return {osmId: null, name: `${letter}站`, kind: 'station' as const, lon, lat, node: null};
    };
    const {network, lonLat} = asciiNetwork(TWO_ENDS, {
      edges: {ST: {...fast, maxspeedKph: 30}, SE: fast, TF: fast},
      flags: Object.fromEntries(cut.map((letter) => [letter, NODE_FLAG.clip])),
      rest: {stations: [station('S'), station('T')]},
    });
    const opens = openStudy(network, {profile: FREE_FLOW, railProfile: PROFILE});
    return {study: opens, places: ['A', 'B'].map((letter) => placeAt(letter, lonLat(letter)))};
  }

  test.each([
    [['E', 'F'], true], // out at E, in at F: a few minutes of what is 66 by the track
    [['E'], false], // who turns round there has all the way before him
    [['F'], false],
    [[], false],
  ] as const)('cut at %j: %s', (cut, tells) => {
    const {study: one, places} = study(cut);
    const trip = {
      id: 'x',
      mode: 'rail',
      from: 'S',
      to: 'T',
      minutes: 60,
      says: 'about',
      source: 's',
    } as const;
    const held = {...trip, heldFrom: '2000-01-01'};
    const [row] = validate(one, [held], {places, on: () => one}).rows;
    expect(row!.predictedS).toBeGreaterThan(3600);
    expect(row!.nearClip).toBe(tells);
    expect(opened(one, one, {places, mode: 'best'}).rows[0]!.nearClip).toBe(tells);
    expect(opened(one, one, {places, mode: 'road'}).rows[0]!.nearClip).toBe(false); // no road is cut
  });
});
