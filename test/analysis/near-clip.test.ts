import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {access} from '../../src/analysis/access.ts';
import {candidates} from '../../src/analysis/candidates/answer.ts';
import {circle} from '../../src/analysis/circle.ts';
import {allPairs, detours} from '../../src/analysis/detour.ts';
import {gateways} from '../../src/analysis/gateways.ts';
import {joinProject} from '../../src/analysis/join-project.ts';
import {matrix} from '../../src/analysis/matrix.ts';
import {
  clipSeconds,
  clipWatch,
  courseClipWatch,
  NEAR_CLIP_M,
} from '../../src/analysis/near-clip.ts';
import {opened} from '../../src/analysis/opened.ts';
import {permeability} from '../../src/analysis/permeability/permeability.ts';
import {route} from '../../src/analysis/route.ts';
import {score} from '../../src/analysis/score.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {greatCircleM} from '../../src/geo/distance.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {CLIPPED_VALLEYS} from '../support/clipped-valleys.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';
import {plannedRoad} from '../support/planned-road.ts';

// E lies 3 km beside the road from A to B, 20 km from C and D
const MAP = `
  A---F---B
      |
      |
      |
      E


  C-------D`;

/** 40 km/h: 1.5 minutes a kilometre. */
const drawn = (clip: boolean, box?: readonly [number, number, number, number]) => {
  const {network, lonLat} = asciiNetwork(MAP, clip ? {flags: {E: NODE_FLAG.clip}} : {});
  const place = (letter: string, more = {}) => placeAt(letter, lonLat(letter), more);
  const meta = {...network.meta, bbox: box ?? network.meta.bbox};
  return {study: openStudy({...network, meta}, {profile: FREE_FLOW}), place, lonLat};
};

describe.each([true, false])('an extract that is cut at E (%s) says so in every answer', (clip) => {
  test('route, matrix, detour: the way comes within 5 km of it', () => {
    const {study, place} = drawn(clip);
    const [a, b] = [place('A'), place('B')];
    expect(route(study, a, b).rows[0]!.nearClip).toBe(clip);
    expect(matrix(study, [a, b]).rows.map((row) => row.nearClip)).toEqual([clip, clip]);
    expect(detours(study, [[a, b]]).rows[0]!.nearClip).toBe(clip);
  });

  test('route, matrix, detour: a place that no way reaches may be reached outside', () => {
    // 30 km north of the map, outside of its box
    const {study, place, lonLat} = drawn(clip, [118.9, 27.9, 119.2, 28.1]);
    const [lon, lat] = lonLat('A');
    const far = placeAt('far', [lon, lat + 0.3]);
    const a = place('A');
    expect(route(study, a, far).rows[0]).toMatchObject({reachable: false, nearClip: clip});
    const rows = matrix(study, [a, far]).rows;
    expect(rows.map(({timeS, nearClip}) => [timeS, nearClip])).toEqual([
      [null, clip],
      [null, clip],
    ]);
    expect(detours(study, allPairs([a, far])).rows[0]!.nearClip).toBe(clip);
  });

  test('circle: it is reached within the cutoff', () => {
    const {study, place} = drawn(clip);
    const options = {mode: 'road', places: []} as const;
    const wide = circle(study, place('A'), {...options, minutes: 600}).rows[0]!;
    expect(wide.nearClip).toBe(clip);
    const narrow = circle(study, place('A'), {...options, minutes: 1}).rows[0]!;
    expect(narrow.nearClip).toBe(false);
  });

  test('access: it is reached within the widest cutoff, and how soon', () => {
    const {study, place} = drawn(clip);
    const rows = access(study, {places: [place('A'), place('B')], mode: 'road'}).rows;
    expect(rows.map((row) => row.nearClip)).toEqual([clip, clip]);
    // A–F 4 km, F–E 4 km
    expect(rows[0]!.clipS).toEqual(clip ? expect.closeTo(8 * 90, 0) : null);
  });

  test('gateways: it is nearer than the gateway reached first', () => {
    const {study, place} = drawn(clip);
    const kinds = {kinds: ['port'], mode: 'road', minutes: 60} as const;
    const nearOf = (from: string) =>
      gateways(study, {...kinds, places: [place('B', {kind: 'port'}), place(from)]}).rows.map(
        (row) => [row.row, row.nearClip],
      );
    // to the port at B it is 0 km from B and 8 km from E; to the cut end 8 km and none
    expect(nearOf('B')).toEqual([
      ['place', false],
      ['catchment', false],
    ]);
    expect(nearOf('E')).toEqual([
      ['place', clip],
      ['catchment', clip],
    ]);
  });

  test('opened: the way of today', () => {
    const {study, place} = drawn(clip);
    const {rows} = opened(study, study, {places: [place('A'), place('B')], mode: 'road'});
    expect(rows[0]!.nearClip).toBe(clip);
  });

  test('score: the course of the project', () => {
    const {study, place, lonLat} = drawn(clip);
    const nearOf = (from: string, to: string) => {
      const joined = joinProject(study, plannedRoad('p', [place(from), place(to)]));
      const places = [place('A'), place('B')];
      return score(study, [joined], {places, mode: 'road', centre: null}).rows[0]!.nearClip;
    };
    expect(nearOf('E', 'B')).toBe(clip);
    expect(nearOf('A', 'F')).toBe(clip); // 4 km beside it
    expect(nearOf('C', 'D')).toBe(clip); // 3 km
    const [lon, lat] = lonLat('D');
    const far = joinProject(
      study,
      plannedRoad('p', [placeAt('x', [lon + 0.2, lat]), placeAt('y', [lon + 0.3, lat])]),
    );
    expect(score(study, [far], {places: [], mode: 'road', centre: null}).rows[0]!.nearClip).toBe(
      false,
    );
  });

  test('candidates and permeability: the gap, the border line', () => {
    const drawing = clip ? {flags: {K: NODE_FLAG.clip}} : {};
    const study = openStudy(asciiNetwork(CLIPPED_VALLEYS, drawing).network, {profile: FREE_FLOW});
    const found = candidates(study, {level: 'province', maxGapM: 5000, minSavedS: 60}).rows;
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((row) => row.nearClip)).toEqual(found.map(() => clip));
    const [line] = permeability(study, {level: 'province', gaps: 0}).rows;
    expect(line!.nearClip).toBe(clip);
    expect(line!.notes.some(({id}) => id === 'near-clip')).toBe(clip);
  });
});

test('how soon a cut end is reached goes by direction: a carriageway cut on its way out', () => {
  const {network, lonLat} = asciiNetwork('A---B---E', {
    flags: {E: NODE_FLAG.clip},
    edges: {BE: {oneway: true}},
  });
  const study = openStudy(network, {profile: FREE_FLOW});
  const a = study.place(placeAt('A', lonLat('A')));
  expect(clipSeconds(study, 'road', 'to')(a)).toBeCloseTo(8 * 90, 0);
  expect(clipSeconds(study, 'road', 'from')(a)).toBeNull();
});

describe('near a cut end', () => {
  test('is a line by all of its course, not by its points alone', () => {
    const {network, lonLat} = asciiNetwork('A-----------E-----------B', {
      flags: {E: NODE_FLAG.clip},
    });
    const [a, b] = [lonLat('A'), lonLat('B')]; // 12 km on either side of E
    const north = (km: number) => [a, b].map(([lon, lat]) => [lon, lat + km / 111.195] as const);
    const isNear = clipWatch(network);
    expect(isNear(north(0))).toBe(true);
    expect(isNear(north(4.9))).toBe(true);
    expect(isNear(north(5.1))).toBe(false);
    expect(isNear([a])).toBe(false);
    expect(isNear([lonLat('E')])).toBe(true);
  });

  test('as measured in small steps along it', () => {
    const degree = fc.integer({min: -20_000, max: 20_000}).map((n) => n / 1e5);
    const at = fc.tuple(degree, degree).map(([x, y]) => [119 + x, 28 + y] as const);
    fc.assert(
      fc.property(at, at, at, (cut, from, to) => {
        const {network} = asciiNetwork('E-B', {flags: {E: NODE_FLAG.clip}});
        network.nodes.lon[0] = cut[0];
        network.nodes.lat[0] = cut[1];
        const steps = Array.from({length: 2001}, (_, i) => i / 2000);
        const least = Math.min(
          ...steps.map((t) =>
            greatCircleM(from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]), ...cut),
          ),
        );
        fc.pre(Math.abs(least - NEAR_CLIP_M) > 50);
        expect(clipWatch(network)([from, to])).toBe(least <= NEAR_CLIP_M);
      }),
    );
  });

  test('is a course that leads out of the box of a cut extract; of a whole one it is not', () => {
    for (const clip of [true, false]) {
      const {study, lonLat} = drawn(clip, [118.9, 27.9, 119.2, 28.1]);
      const [lon, lat] = lonLat('A');
      expect(
        courseClipWatch(study.network)([
          [lon, lat],
          [lon - 0.5, lat],
        ]),
      ).toBe(clip);
    }
  });
});
