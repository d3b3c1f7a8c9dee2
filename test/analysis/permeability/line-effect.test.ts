import {describe, expect, test} from 'vitest';
import {borderGroups} from '../../../src/analysis/permeability/border-lines.ts';
import {type EffectRules, lineEffect} from '../../../src/analysis/permeability/line-effect.ts';
import {permeability} from '../../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import type {Place} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

const LAT = 1000 / greatCircleM(119, 28, 119, 29);
const LON = 1000 / greatCircleM(119, 28, 120, 28);
const at = (xKm: number, yKm: number): LonLat => [119 + xKm * LON, 28 + yKm * LAT];
const town = (name: string, xKm: number, yKm: number, population: number): Place =>
  placeAt(name, at(xKm, yKm), {population});

/**
 * Two provinces on either side of the meridian at 0 km, each with a road from north to south 3 km from it; one
 * road of 6 km joins them, at 0 km north. 60 km/h, unless the roads along the border are slower.
 */
function valley(alongKph = 60) {
  const builder = new NetworkBuilder();
  const nodes = new Map<string, number>();
  const node = (x: number, y: number): number => {
    const known = nodes.get(`${x} ${y}`) ?? builder.addNode(...at(x, y));
    nodes.set(`${x} ${y}`, known);
    return known;
  };
  for (const x of [-3, 3]) {
    for (let y = -40; y < 40; y += 5) {
      builder.addEdge({
        from: node(x, y),
        to: node(x, y + 5),
        class: 'secondary',
        maxspeedKph: alongKph,
      });
    }
  }
  builder.addEdge({from: node(-3, 0), to: node(3, 0), class: 'secondary', maxspeedKph: 60});
  const network = builder.finish({
    borders: [{level: 4, sides: [], osmWayIds: [], line: [at(0, -50), at(0, 50)]}],
    areas: [
      areaOf(4, '甲省', [...at(-200, -60), ...at(0, 60)] as never),
      areaOf(4, '乙省', [...at(0, -60), ...at(200, 60)] as never),
    ],
  });
  return openStudy(network, {profile: FREE_FLOW});
}

const RULES: EffectRules = {reachM: 100_000, placesASide: 60, gaps: 3, seed: 1};

function effectAt(places: readonly Place[], rules: Partial<EffectRules> = {}, kph?: number) {
  const study = valley(kph);
  const [group] = borderGroups(study.network, study.network.borders).groups;
  return lineEffect(study, group!, places, [], {...RULES, ...rules});
}

describe('the border effect of a line', () => {
  // In the west two towns 20 km apart, in the east one opposite the first, and one opposite the second.
  const towns = [
    town('甲', -3, 0, 400),
    town('乙', -3, 20, 300),
    town('丙', 3, 0, 200),
    town('丁', 3, 20, 100),
  ];

  test('by hand: 26 km by road for 20.9 km as the crow flies', () => {
    const effect = effectAt(towns);
    // 甲–丙 and 乙–丁 lie 6 km apart: no pair of that distance within a side. 甲–丁 and 乙–丙 have the two.
    expect(effect).toMatchObject({pairs: 2, controlPairs: 2, reason: null});
    expect(effect.value).toBeCloseTo(26 / Math.hypot(20, 6), 2);
  });

  test('of many places those with most people count, on each side', () => {
    const more = [...towns, town('戊', -3, -20, 10), town('己', 3, -20, 10)];
    expect(effectAt(more).pairs).toBeGreaterThan(2);
    expect(effectAt(more, {placesASide: 2})).toEqual(effectAt(towns));
    expect(effectAt([...more].reverse(), {placesASide: 2}).value).toBe(effectAt(towns).value);
  });

  test('places beyond reach take no part', () => {
    const far = [...towns, town('远', -60, 0, 900)];
    expect(effectAt(far, {reachM: 50_000})).toEqual(effectAt(towns));
    expect(effectAt(towns, {reachM: 1000})).toMatchObject({
      value: null,
      interval: null,
      reason: 'too-few-places',
    });
  });

  test('where the way over is the faster one there is no excess to remove', () => {
    // Roads along the border at 20 km/h: 甲–丙 by the fast road over it, held against two slow 6 km in the east.
    const slow = [town('甲', -3, 0, 1), town('丙', 3, 0, 1), town('庚', 3, -6, 1)];
    const study = valley(20);
    const {rows} = permeability(study, {
      level: 'province',
      controlM: 1000,
      places: slow,
      gaps: 1,
    });
    const {value, gaps} = rows[0]!.borderEffect;
    expect(value).toBeCloseTo(20 / 60, 1);
    // A gap is there to be closed, and is: between the roads 40 km from the one that joins them.
    expect(gaps.closed).toHaveLength(1);
    expect(gaps.valueAfter).not.toBeNull();
    expect(gaps.shareRemoved).toBeNull();
  });
});
