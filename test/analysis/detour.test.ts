import {describe, expect, test} from 'vitest';
import {allPairs, detours} from '../../src/analysis/detour.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {type AsciiOptions, asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** A and B are 8 km apart in a straight line; the road goes 4 km down, 8 across, 4 up: 16 km. */
const ROUND_TRIP = `
  A.......B
  |       |
  |       |
  |       |
  C-------D`;

function study(map: string, options: AsciiOptions = {}) {
  const drawn = asciiNetwork(map.replaceAll('.', ' '), options);
  const place = (letter: string) => placeAt(letter, drawn.lonLat(letter));
  return {study: openStudy(drawn.network, {profile: FREE_FLOW}), place};
}

describe('detours', () => {
  test('detour index is the way over the straight line', () => {
    const {study: s, place} = study(ROUND_TRIP);
    const row = detours(s, [[place('A'), place('B')]]).rows[0]!;
    expect(row.straightM).toBeCloseTo(8000, -1);
    expect(row.fastest!.distanceM / 16_000).toBeCloseTo(1, 2);
    expect(row.fastest!.detourIndex).toBeCloseTo(2, 2);
    // Secondary roads run at 40 km/h: 16 km take 24 minutes.
    expect(row.fastest!.timeS / 60).toBeCloseTo(24, 1);
    // The straight line at the network's fastest speed, also 40 km/h, takes 12.
    expect(row.timeDetour).toBeCloseTo(2, 2);
    expect(row).toMatchObject({crossesBorder: false, nearClip: false, reason: null});
  });

  test('the bend is the farthest point of the way from the straight line, its road and what is near', () => {
    const {study: s, place} = study(ROUND_TRIP, {edges: {CD: {class: 'primary', ref: 'S9'}}});
    const row = detours(s, [[place('A'), place('B')]]).rows[0]!;
    // The road runs 4 km below the straight line from C to D.
    expect(row.bend!.distanceM / 4000).toBeCloseTo(1, 2);
    expect(row.bend).toMatchObject({near: null});
    const straight = study('A-------B');
    const none = detours(straight.study, [[straight.place('A'), straight.place('B')]]).rows[0]!;
    expect(none.bend!.distanceM).toBeLessThan(5);
    const close = study('A--B');
    expect(detours(close.study, [[close.place('A'), close.place('B')]]).rows[0]!.bend).toBeNull();
  });

  test('fastest and shortest way may differ', () => {
    const {study: s, place} = study(ROUND_TRIP.replace('A.......B', 'A-------B'), {
      edges: {
        AB: {class: 'tertiary', ref: 'X1'},
        AC: {class: 'motorway', ref: 'G1'},
        CD: {class: 'motorway', ref: 'G1'},
        BD: {class: 'motorway', ref: 'G1'},
      },
    });
    // 8 km at 30 km/h take 16 minutes, 16 km at 100 km/h take 9.6. The places stand on the tertiary.
    const row = detours(s, [[place('A'), place('B')]]).rows[0]!;
    expect(row.fastest!.timeS / 60).toBeCloseTo(9.6, 1);
    expect(row.shortest!.distanceM / 8000).toBeCloseTo(1, 2);
    expect(row.shortest!.timeS / 60).toBeCloseTo(16, 1);
    expect(row.via.map((leg) => leg.ref)).toEqual(['G1']);
    expect(row.shortestVia.map((leg) => leg.ref)).toEqual(['X1']);
    expect(row.bend).toMatchObject({class: 'motorway', ref: 'G1'});
  });

  test('a border between the places is seen on the way', () => {
    const {study: s, place} = study(`
      ....:....
      A---:---B
      ....:....`);
    expect(detours(s, [[place('A'), place('B')]]).rows[0]!.crossesBorder).toBe(true);
  });

  test('a prefecture border is no provincial one', () => {
    const {study: s, place} = study(
      `
      ....:....
      A---:---B
      ....:....`,
      {borderLevel: 5},
    );
    expect(detours(s, [[place('A'), place('B')]]).rows[0]!.crossesBorder).toBe(false);
  });

  test('islands give a row with a reason, never a number', () => {
    const {study: s, place} = study(`
      A------B......C`);
    const far = placeAt('far', [130, 40]);
    const rows = detours(s, [
      [place('A'), far],
      [place('A'), place('B')],
    ]).rows;
    expect(rows[0]).toMatchObject({fastest: null, shortest: null, timeDetour: null});
    expect(rows[0]!.reason).toBe('no-road-near:far');
    expect(rows[1]!.reason).toBeNull();
  });

  test('places nearer than 5 km have no detour index and say so', () => {
    const {study: s, place} = study(`
      A--B----C`);
    const row = detours(s, [[place('A'), place('B')]]).rows[0]!;
    expect(row.fastest!.detourIndex).toBeNull();
    expect(row).toMatchObject({timeDetour: null, reason: 'nearer-than-5-km'});
  });

  test('a way that comes near a cut end is marked', () => {
    const map = `
      A--------B
      ....|.....
      ....C.....`.replace('A--------B', 'A---E----B');
    const clipped = study(map, {flags: {C: NODE_FLAG.clip}});
    const whole = study(map);
    const ask = ({study: s, place}: typeof whole) =>
      detours(s, [[place('A'), place('B')]]).rows[0]!.nearClip;
    expect([ask(clipped), ask(whole)]).toEqual([true, false]);
  });

  test('all pairs come once each, in the order of the list', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => placeAt(name, [0, 0]));
    const names = allPairs([a!, b!, c!]).map(([from, to]) => from.name + to.name);
    expect(names).toEqual(['ab', 'ac', 'bc']);
    expect(allPairs([a!])).toEqual([]);
  });
});
