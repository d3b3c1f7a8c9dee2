import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {fit, isSane, medianAbs} from '../../scripts/fit/fit.ts';
import {
  errorOf,
  type Factors,
  fitOne,
  fitTwo,
  modelledS,
  type Split,
  UNIT,
} from '../../scripts/fit/least-squares.ts';
import {makeModel} from '../../scripts/fit/model.ts';
import {TRIPS} from '../../scripts/fit/trips.ts';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {SILENT} from '../../src/app/progress.ts';
import {CHINA_CAR} from '../../src/graph/speed.ts';

const split = (
  expresswayS: number,
  otherRoadsS: number,
  publishedS: number,
  fixedS = 0,
): Split => ({
  expresswayS,
  otherRoadsS,
  publishedS,
  fixedS,
});

/** A trip that takes exactly as long as it would under these factors. */
function exact(factors: Factors, expresswayS: number, otherRoadsS: number, fixedS = 0): Split {
  const made = split(expresswayS, otherRoadsS, 1, fixedS);
  return {...made, publishedS: modelledS(made, factors)};
}

describe('the squares', () => {
  test('one factor, by hand: modelled 1 h and 1 h, published 1 h and 2 h', () => {
    // u = 1, ½ and v = 1: x = (1 + ½) ÷ (1 + ¼) = 1.2, the factor 1 ÷ 1.2
    const fitted = fitOne([split(3600, 0, 3600), split(0, 3600, 7200)])!;
    expect(fitted.expressway).toBeCloseTo(1 / 1.2, 12);
    expect(fitted.otherRoads).toBe(fitted.expressway);
    expect(errorOf(split(3600, 0, 3600), fitted)).toBeCloseTo(0.2, 12);
    expect(errorOf(split(0, 3600, 7200), fitted)).toBeCloseTo(-0.4, 12);
  });

  test('time that takes no factor is set aside first', () => {
    // half an hour by ferry; the other hour of the road took 1.25 h: factor 0.8
    expect(fitOne([split(3600, 0, 1.75 * 3600, 1800)])!.expressway).toBeCloseTo(0.8, 12);
  });

  test('two factors are found again from trips that follow them', () => {
    const truth = {expressway: 0.9, otherRoads: 0.7};
    const trips = [exact(truth, 3600, 600), exact(truth, 900, 5000, 300), exact(truth, 0, 2000)];
    const fitted = fitTwo(trips)!;
    expect(fitted.expressway).toBeCloseTo(0.9, 9);
    expect(fitted.otherRoads).toBeCloseTo(0.7, 9);
  });

  test('no answer where the trips bear none', () => {
    expect(fitOne([])).toBeNull();
    expect(fitTwo([split(1, 2, 3), split(2, 1, 3)])).toBeNull();
    // one mix of roads in all trips
    expect(fitTwo([split(1, 2, 3), split(2, 4, 7), split(3, 6, 9)])).toBeNull();
    // the ferry alone takes longer than published
    expect(fitOne([split(100, 0, 1000, 2000)])).toBeNull();
  });

  test('nothing near the answer has smaller squares', () => {
    const trips = [split(3600, 600, 4000), split(900, 5000, 8000), split(100, 2000, 2500)];
    const squares = (factors: Factors) =>
      trips.reduce((sum, trip) => sum + errorOf(trip, factors) ** 2, 0);
    const best = fitTwo(trips)!;
    for (const [de, dr] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
      [0.01, -0.01],
    ] as const) {
      const near = {expressway: best.expressway + de, otherRoads: best.otherRoads + dr};
      expect(squares(near)).toBeGreaterThan(squares(best));
    }
  });
});

describe('the fit', () => {
  test('leaves each trip out in turn', () => {
    const trips = [split(3600, 0, 3600), split(0, 3600, 7200), split(3600, 0, 3600)];
    const {leftOut, range} = fit(() => trips, fitOne)!;
    // without the second the factor is 1: it is foretold as 1 h of 2 h
    expect(leftOut[1]).toBeCloseTo(-0.5, 12);
    // without the first or the third it is that of the example above
    expect(leftOut[0]).toBeCloseTo(0.2, 12);
    expect(leftOut[2]).toBeCloseTo(0.2, 12);
    expect(range.expressway[0]).toBeCloseTo(1 / 1.2, 12);
    expect(range.expressway[1]).toBeCloseTo(1, 12);
  });

  test('asks for the way again under the factors it found', () => {
    // The trip goes by expressway (2 h at factor 1) or by road (2.2 h), whichever is faster. Three
    // other trips hold the factors at ½ on expressways and 1 on roads: then it goes by road.
    const truth = {expressway: 0.5, otherRoads: 1};
    const held = [exact(truth, 3600, 0), exact(truth, 1800, 1800), exact(truth, 0, 3600)];
    const road = split(0, 2.2 * 3600, 2.2 * 3600);
    const motorway = split(7200, 0, 2.2 * 3600);
    const found = fit((factors) => {
      const faster = modelledS(road, factors) < modelledS(motorway, factors) ? road : motorway;
      return [...held, faster];
    }, fitTwo)!;
    expect(found.converged).toBe(true);
    expect(found.factors.expressway).toBeCloseTo(0.5, 6);
    expect(found.factors.otherRoads).toBeCloseTo(1, 6);
    for (const error of found.errors) expect(error).toBeCloseTo(0, 6);
  });

  test('medians and sanity', () => {
    expect(medianAbs([])).toBeNull();
    expect(medianAbs([-3, 1])).toBe(2);
    expect(medianAbs([5, -1, -2])).toBe(2);
    expect(isSane({expressway: 0.6, otherRoads: 1.1})).toBe(true);
    expect(isSane({expressway: 0.59, otherRoads: 1})).toBe(false);
    expect(isSane({expressway: 1, otherRoads: 1.11})).toBe(false);
  });
});

describe('the factor of china-car', () => {
  test('is what the published trips give on the sample, to two digits', async () => {
    const sample = await importExtracts(
      [fileURLToPath(new URL('../../data/osm/zhe-min-gan-schematic.osm', import.meta.url))],
      SILENT,
    );
    const asks = TRIPS.flatMap((trip) =>
      typeof trip.onSample === 'number' && trip.notFitted === undefined
        ? [{...trip, asOf: trip.onSample}]
        : [],
    );
    expect(asks).toHaveLength(6);
    const route = makeModel(sample, sample.places, CHINA_CAR, asks);
    const {factors, leftOut, converged} = fit(route, fitOne)!;
    expect(converged).toBe(true);
    expect(isSane(factors)).toBe(true);
    const {maxspeed, design, class: byClass} = CHINA_CAR.operatingFactor;
    for (const pair of [maxspeed, design, byClass]) {
      expect(pair.expressway).toBeCloseTo(factors.expressway, 2);
      expect(pair.otherRoads).toBeCloseTo(factors.otherRoads, 2);
    }
    // a second factor foretells trips worse: that is why there is one only
    const two = fit(route, fitTwo)!;
    expect(medianAbs(two.leftOut)!).toBeGreaterThan(medianAbs(leftOut)!);
    // and one is better than none
    const unfitted = route(UNIT).map((trip) => errorOf(trip, UNIT));
    expect(medianAbs(leftOut)!).toBeLessThan(medianAbs(unfitted)!);
  });
});
