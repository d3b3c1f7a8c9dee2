import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {candidates} from '../../../src/analysis/candidates/answer.ts';
import {alike, type LinkEnds, onePerCorridor} from '../../../src/analysis/candidates/corridors.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {Network} from '../../../src/graph/network.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {renumbered} from '../../support/renumber.ts';
import {type BrutePair, bruteIsFar, brutePairs, bruteServed} from './brute-force.ts';
import {BORDER_LON, randomRoads as networks} from './random-roads.ts';

const RULES = {
  level: 'province',
  maxGapM: 5000,
  bandM: 4000,
  spacingM: 500,
  minRatio: 1.5,
  minSavedS: 60,
  sphereM: 2500,
  // Closing gaps on one side has tests of its own.
  ownGapM: 0,
} as const;
const BRUTE = {...RULES, borderLon: BORDER_LON, kph: 40};

const found = (network: Network, rules: Partial<typeof RULES> & {sphereM?: number} = {}) =>
  candidates(openStudy(network, {profile: FREE_FLOW}), {...RULES, ...rules});

const key = (a: {lon: number; lat: number}, b: {lon: number; lat: number}): string =>
  [a.lon, a.lat, b.lon, b.lat].map((x) => x.toFixed(9)).join(' ');

const ends = ({a, b}: BrutePair): LinkEnds => ({
  fromLon: a.lon,
  fromLat: a.lat,
  toLon: b.lon,
  toLat: b.lat,
});

/** To 5 ms: where an edge is cut at a share that no number holds exactly, a rounding may go either way. */
function agree(trip: {timeS: number} | null, ms: number): void {
  if (ms === Infinity) expect(trip).toBeNull();
  else expect(Math.abs(trip!.timeS * 1000 - ms)).toBeLessThanOrEqual(5);
}

describe('against all pairs of all points', () => {
  test('as many pairs are far, and every row is one of them with its times', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const brute = new Map(
          brutePairs(network, BRUTE).map((pair) => [key(pair.a, pair.b), pair]),
        );
        const answer = found(network);
        const tally = answer.parameters['tally'] as {farPairs: number};
        expect(tally.farPairs).toBe(brute.size);
        for (const row of answer.rows) {
          const pair = brute.get(key(row.from, row.to))!;
          expect(pair).toBeDefined();
          agree(row.there, pair.thereMs);
          agree(row.back, pair.backMs);
        }
      }),
      {numRuns: 40, endOnFailure: true},
    );
  });

  test('every far pair lies in the sphere of a row, or of one that a row serves', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const brute = brutePairs(network, BRUTE);
        const rows = found(network).rows;
        const kept = rows.map(
          (row) => brute.find((pair) => key(pair.a, pair.b) === key(row.from, row.to))!,
        );
        const near = (pair: BrutePair, other: BrutePair): boolean => {
          const turned = ends({...other, a: other.b, b: other.a});
          return (
            alike(ends(pair), ends(other), RULES.sphereM) ||
            alike(ends(pair), turned, RULES.sphereM)
          );
        };
        const served = (pair: BrutePair): boolean =>
          kept.some(
            (link) => !bruteIsFar(bruteServed(network, pair, link, BRUTE.kph), pair.gapM, BRUTE),
          );
        for (const pair of brute) {
          const covered =
            kept.some((other) => near(pair, other)) ||
            brute.some((other) => near(pair, other) && served(other));
          expect(covered).toBe(true);
        }
        expect(rows.reduce((sum, row) => sum + row.mergedPairs, 0)).toBe(brute.length);
      }),
      {numRuns: 30, endOnFailure: true},
    );
  });

  test('no row serves another', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const brute = brutePairs(network, BRUTE);
        const kept = found(network).rows.map(
          (row) => brute.find((pair) => key(pair.a, pair.b) === key(row.from, row.to))!,
        );
        // Rows stand best first unless one has no way today: then the order says nothing.
        const withWay = kept.filter((pair) => Math.min(pair.thereMs, pair.backMs) !== Infinity);
        withWay.forEach((pair, i) => {
          for (const better of withWay.slice(0, i)) {
            const ms = bruteServed(network, pair, better, BRUTE.kph);
            expect(bruteIsFar(ms, pair.gapM, BRUTE)).toBe(true);
          }
        });
      }),
      {numRuns: 30},
    );
  });
});

test('other rows of the same network, drawn the other way round: the same answer', () => {
  fc.assert(
    fc.property(networks, fc.infiniteStream(fc.nat()), (network, draws) => {
      const shuffle = (count: number): number[] =>
        [...Array(count).keys()]
          .map((row) => [draws.next().value as number, row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
      const near = (rows: ReturnType<typeof found>['rows']) =>
        rows.map(({id, from, to, mergedPairs}) => ({id, ends: key(from, to), mergedPairs}));
      const before = near(found(network).rows);
      const after = near(found(renumbered(network, shuffle)).rows);
      expect(after).toEqual(before);
    }),
    {numRuns: 60},
  );
});

test('one per corridor is what the plain loop over all kept links says', () => {
  const link = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)).map(
    ([a, b, c, d]): LinkEnds => ({
      fromLon: 119 + a / 100,
      fromLat: 28 + b / 100,
      toLon: 119 + c / 100,
      toLat: 28 + d / 100,
    }),
  );
  fc.assert(
    fc.property(
      fc.array(link, {maxLength: 60}),
      fc.constantFrom(0, 900, 3000),
      (links, sphereM) => {
        const kept: {row: number; pairs: number}[] = [];
        links.forEach((one, row) => {
          const better = kept.find(({row: other}) => {
            const {fromLon, fromLat, toLon, toLat} = links[other]!;
            const turned = {fromLon: toLon, fromLat: toLat, toLon: fromLon, toLat: fromLat};
            return alike(one, links[other]!, sphereM) || alike(one, turned, sphereM);
          });
          if (better) better.pairs++;
          else kept.push({row, pairs: 1});
        });
        expect(onePerCorridor(links, sphereM)).toEqual(kept);
      },
    ),
    {numRuns: 300},
  );
});
