import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {joinProject} from '../../src/analysis/join-project.ts';
import type {ScoreRow} from '../../src/analysis/rows.ts';
import {score} from '../../src/analysis/score.ts';
import {openStudy} from '../../src/analysis/study.ts';
import type {LonLat} from '../../src/geo/line.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import type {ResolvedProject} from '../../src/scenario/resolve-project.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** What everything of a case is measured in, as factors on metres (speeds with them) and on people. */
interface Units {
  readonly length: number;
  readonly people: number;
}

interface Drawn {
  /** Of the three roads of the chain P0–P1–P2–P3. */
  readonly km: readonly number[];
  /** Of the two projects, P0–P2 and P1–P3. */
  readonly linkKm: readonly number[];
  readonly population: readonly number[];
}

const at = (i: number): LonLat => [119 + i / 10, 28];

const drawn: fc.Arbitrary<Drawn> = fc.record({
  km: fc.array(fc.integer({min: 5, max: 60}), {minLength: 3, maxLength: 3}),
  linkKm: fc.array(fc.integer({min: 5, max: 60}), {minLength: 2, maxLength: 2}),
  population: fc.array(fc.integer({min: 1, max: 500}), {minLength: 4, maxLength: 4}),
});

function scored({km, linkKm, population}: Drawn, units: Units): readonly ScoreRow[] {
  const builder = new NetworkBuilder();
  const nodes = [0, 1, 2, 3].map((i) => builder.addNode(...at(i), i + 1, 0));
  km.forEach((length, i) => {
    builder.addEdge({
      class: 'secondary',
      from: nodes[i]!,
      to: nodes[i + 1]!,
      lengthM: length * 1000 * units.length,
      maxspeedKph: 40 * units.length,
    });
  });
  const study = openStudy(builder.finish(), {profile: FREE_FLOW});
  const places = population.map((people, i) =>
    placeAt(`P${i}`, at(i), {population: people * 1000 * units.people, province: `${i % 2}`}),
  );
  const projects = linkKm.map((length, i) =>
    joinProject(study, link(`L${i}`, [i, i + 2], length * 1000 * units.length, 60 * units.length)),
  );
  return score(study, projects, {places, mode: 'road', centre: places[0]!}).rows;
}

function link(
  id: string,
  ends: readonly number[],
  lengthM: number,
  speedKph: number,
): ResolvedProject {
  return {
    id,
    name: id,
    nameEn: id,
    mode: 'road',
    status: 'planned',
    variantOf: null,
    stops: ends.map((i) => ({
      name: `P${i}`,
      lon: at(i)[0],
      lat: at(i)[1],
    })) as ResolvedProject['stops'],
    legLengthM: [lengthM],
    lengthM,
    lengthSource: 'registry',
    speedKph,
    speedSource: 'registry',
    line: ends.map(at),
    costYi: null,
    notes: [],
  };
}

const OURS: Units = {length: 1, people: 1};

describe('scoring in other units', () => {
  test('the cases below do save time', () => {
    const long = {km: [50, 50, 50], linkKm: [20, 20], population: [9, 3, 2, 1]};
    expect(scored(long, OURS).map((row) => row.benefitPersonS > 0)).toEqual([true, true]);
  });

  test('twice the length at twice the speed: the same minutes, people and ranks, half as much per km', () => {
    fc.assert(
      fc.property(drawn, (c) => {
        const ours = scored(c, OURS);
        const other = scored(c, {length: 2, people: 1});
        ours.forEach((row, i) => {
          const twin = other[i]!;
          expect(twin.projectId).toBe(row.projectId);
          expect(twin.rank).toBe(row.rank);
          expect(twin.pairs).toEqual(row.pairs);
          expect(twin.benefitPersonS).toBe(row.benefitPersonS);
          expect(twin.byProvince).toEqual(row.byProvince);
          expect(twin.gainedWithin60).toEqual(row.gainedWithin60);
          // Both are rounded to whole person-seconds a kilometre.
          expect(Math.abs(twin.perKm! * 2 - row.perKm!)).toBeLessThanOrEqual(1.5);
        });
      }),
      {numRuns: 60},
    );
  });

  test('people counted in tenths: ten times the person-seconds, the same minutes, shares and ranks', () => {
    fc.assert(
      fc.property(drawn, (c) => {
        const ours = scored(c, OURS);
        const other = scored(c, {length: 1, people: 10});
        ours.forEach((row, i) => {
          const twin = other[i]!;
          expect(twin.projectId).toBe(row.projectId);
          expect(twin.rank).toBe(row.rank);
          expect(twin.pairs.map((pair) => pair.savedS)).toEqual(row.pairs.map((p) => p.savedS));
          expect(Math.abs(twin.benefitPersonS - row.benefitPersonS * 10)).toBeLessThanOrEqual(5);
          expect(Object.keys(twin.byProvince)).toEqual(Object.keys(row.byProvince));
          for (const [province, share] of Object.entries(row.byProvince))
            expect(twin.byProvince[province]).toBeCloseTo(share, 6);
        });
      }),
      {numRuns: 60},
    );
  });
});
