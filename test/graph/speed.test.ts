import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../src/graph/compile.ts';
import type {Network} from '../../src/graph/network.ts';
import {type EdgeInput, NetworkBuilder} from '../../src/graph/network-builder.ts';
import {growTree} from '../../src/graph/search/dijkstra.ts';
import {edgeTimer} from '../../src/graph/speed/edge-timer.ts';
import {CHINA_CAR, edgeSpeed, type SpeedProfile} from '../../src/graph/speed.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {asciiNetwork, type EdgeTags} from '../support/ascii-map.ts';
import {randomNetwork} from '../support/random-network.ts';

const HALF = {expressway: 0.5, otherRoads: 0.5};

const PROFILE: SpeedProfile = {
  ...CHINA_CAR,
  classKph: {...CHINA_CAR.classKph, motorway: 100, primary: 50, ferry: 15, rail: 120},
  gradeKph: [100, 80, 60, 30, 20],
  highspeedKph: 250,
  capKph: null,
  operatingFactor: {maxspeed: HALF, design: HALF, class: HALF},
};

function edgesOf(input: Partial<EdgeInput>) {
  const builder = new NetworkBuilder();
  builder.addNode(119, 28);
  builder.addNode(119.1, 28);
  builder.addEdge({from: 0, to: 1, class: 'primary', lengthM: 10_000, ...input});
  return builder.finish().edges;
}

const speed = (input: Partial<EdgeInput>, profile = PROFILE) => {
  const {kph, rung} = edgeSpeed(edgesOf(input), 0, profile);
  return [kph, rung];
};

const timeMs = (input: Partial<EdgeInput>) => edgeTimer(edgesOf(input), PROFILE)(0);

describe('the ladder of speeds', () => {
  test('goes down one rung when the evidence of the rung above is missing', () => {
    // Four stretches of a provincial road and a ferry, each with the evidence of its own rung and of
    // all rungs below; a cell is 1 km, so each stretch is 3 km.
    const below: Partial<EdgeTags> = {class: 'primary'};
    const {network, at} = asciiNetwork('A--B--C--D--E--F', {
      edges: {
        AB: {...below, lanes: 1, grade: 2, maxspeedKph: 70, durationS: 600},
        BC: {...below, lanes: 1, grade: 2, maxspeedKph: 70},
        CD: {...below, lanes: 1, grade: 2},
        DE: {...below, lanes: 1},
        EF: below,
      },
    });
    const rungs = [...'ABCDE'].map((letter) => {
      const {edges} = network;
      const edge = edges.from.indexOf(at(letter));
      const {kph, rung} = edgeSpeed(edges, edge, PROFILE);
      return [rung, Math.round(kph * 10) / 10];
    });
    expect(rungs).toEqual([
      ['duration', 18], // 3 km in 10 minutes, no factor
      ['maxspeed', 35],
      ['highway:CN', 30],
      ['inferred', 10], // a single lane: grade 4, 20 km/h
      ['class', 25],
    ]);
  });

  test('takes the way that the better evidence makes faster', () => {
    // Both ways from A to D are as long; the class alone would make them equal.
    const map = `
      A--B
      |  |
      C--D`;
    const toD = (tags: Record<string, Partial<EdgeTags>>) => {
      const {network, at} = asciiNetwork(map, {default: {class: 'primary'}, edges: tags});
      const net = compileNetwork(network, {mode: 'road', asOf: null, profile: PROFILE});
      const {cost} = growTree(net, [{node: at('A'), cost: 0}]);
      return [cost[at('B')]!, cost[at('C')]!] as const;
    };
    // A–B is 3 km, A–C 2 km: at 25 km/h 432 s and 288 s, to half a metre of the drawn map.
    const [b, c] = toD({});
    expect(b / 1000).toBeCloseTo(432, 0);
    expect(c / 1000).toBeCloseTo(288, 0);
    // 3 km at 50 · ½ on a signed stretch of 100 km/h: 216 s.
    expect(toD({AB: {class: 'primary', maxspeedKph: 100}})[0] / 1000).toBeCloseTo(216, 0);
  });

  test('rests on the best rung there is, times the factor on roads', () => {
    expect(speed({})).toEqual([25, 'class']);
    expect(speed({grade: 2})).toEqual([30, 'highway:CN']);
    expect(speed({grade: 0})).toEqual([50, 'highway:CN']);
    expect(speed({grade: 4})).toEqual([10, 'highway:CN']);
    expect(speed({grade: 2, maxspeedKph: 70})).toEqual([35, 'maxspeed']);
  });

  test('takes no factor off railways and ferries', () => {
    expect(speed({class: 'rail'})).toEqual([120, 'class']);
    expect(speed({class: 'rail', highspeed: true})).toEqual([250, 'class']);
    expect(speed({class: 'rail', highspeed: true, maxspeedKph: 350})).toEqual([350, 'maxspeed']);
    expect(speed({class: 'ferry'})).toEqual([15, 'class']);
  });

  test('takes the tagged crossing time of a ferry before all else', () => {
    // 10 km in 20 minutes.
    expect(speed({class: 'ferry', durationS: 1200, maxspeedKph: 60})).toEqual([
      expect.closeTo(30, 9),
      'duration',
    ]);
    expect(timeMs({class: 'ferry', durationS: 1200})).toBe(1_200_000);
  });

  test('times of many edges are those of each by itself, whatever came before', () => {
    const maybe = <T>(value: fc.Arbitrary<T>, none: T) => fc.oneof(fc.constant(none), value);
    const edge = fc.record({
      class: fc.constantFrom(...EDGE_CLASSES),
      oneway: fc.boolean(),
      lengthM: fc.double({min: 0, max: 9_000, noNaN: true}),
      maxspeedKph: maybe(fc.constantFrom(30, 80, 300, 65_535), 0),
      grade: maybe(fc.nat(4), undefined),
      lanes: fc.nat(4),
      highspeed: fc.boolean(),
      durationS: maybe(fc.constant(900), 0),
    });
    const profile = fc.constantFrom<SpeedProfile>(
      PROFILE,
      CHINA_CAR,
      {...PROFILE, inferGrades: false},
      {...PROFILE, givenClasses: ['primary', 'secondary']},
    );
    fc.assert(
      fc.property(fc.array(edge, {minLength: 1, maxLength: 40}), profile, (list, chosen) => {
        const builder = new NetworkBuilder();
        builder.addNode(119, 28);
        builder.addNode(119.1, 28);
        for (const {grade, ...tags} of list) {
          builder.addEdge({from: 0, to: 1, ...tags, ...(grade !== undefined && {grade})});
        }
        const {edges} = builder.finish();
        const timeOf = edgeTimer(edges, chosen);
        for (let e = 0; e < edges.count; e++) {
          const {kph} = edgeSpeed(edges, e, chosen);
          const durationS = edges.durationS[e]!;
          const hours = edges.lengthM[e]! / 1000 / kph;
          if (durationS > 0) expect(timeOf(e)).toBe(durationS * 1000);
          else expect(Math.abs(timeOf(e) - hours * 3_600_000)).toBeLessThanOrEqual(0.5001);
          expect(Number.isInteger(timeOf(e))).toBe(true);
        }
      }),
    );
  });

  test('makes whole milliseconds, to the nearest', () => {
    // 10 km at 25 km/h = 24 min; 1 m at 35 km/h = 102.857 ms.
    expect(timeMs({})).toBe(1_440_000);
    expect(timeMs({lengthM: 1, maxspeedKph: 70})).toBe(103);
    expect(timeMs({lengthM: 0})).toBe(0);
  });
});

describe('factors, limits and given speeds', () => {
  test('each rung and each kind of road has its own factor', () => {
    const profile: SpeedProfile = {
      ...PROFILE,
      operatingFactor: {
        maxspeed: {expressway: 0.9, otherRoads: 0.8},
        design: {expressway: 0.7, otherRoads: 0.6},
        class: {expressway: 0.5, otherRoads: 0.4},
      },
    };
    const kph = (input: Partial<EdgeInput>) => edgeSpeed(edgesOf(input), 0, profile).kph;
    expect(kph({class: 'motorway', maxspeedKph: 100})).toBeCloseTo(90, 9);
    expect(kph({class: 'primary', maxspeedKph: 100})).toBeCloseTo(80, 9);
    expect(kph({class: 'trunk', grade: 0})).toBeCloseTo(70, 9); // an expressway by its grade
    expect(kph({class: 'primary', grade: 2})).toBeCloseTo(36, 9);
    expect(kph({class: 'primary', lanes: 1})).toBeCloseTo(12, 9);
    expect(kph({class: 'motorway'})).toBeCloseTo(50, 9);
    expect(kph({class: 'primary'})).toBeCloseTo(20, 9);
    // a ramp is no expressway
    const ramp = profile.classKph.motorway_link * 0.4;
    expect(kph({class: 'motorway_link'})).toBeCloseTo(ramp, 9);
  });

  test('the limit of the vehicle comes before the factor, and not on rails', () => {
    const truck = {...PROFILE, capKph: 90};
    expect(speed({class: 'motorway', maxspeedKph: 120}, truck)).toEqual([45, 'maxspeed']);
    expect(speed({class: 'motorway'}, truck)).toEqual([45, 'class']);
    expect(speed({grade: 0}, truck)).toEqual([45, 'highway:CN']);
    expect(speed({class: 'primary'}, truck)).toEqual([25, 'class']);
    expect(speed({class: 'rail', maxspeedKph: 160}, truck)).toEqual([160, 'maxspeed']);
  });

  test('a given speed is driven as it is; tags still come first', () => {
    const given: SpeedProfile = {...PROFILE, givenClasses: ['primary']};
    expect(speed({}, given)).toEqual([50, 'class']);
    expect(speed({lanes: 1}, given)).toEqual([50, 'class']);
    expect(speed({lanes: 1, grade: 2}, given)).toEqual([30, 'highway:CN']);
    expect(speed({maxspeedKph: 70}, given)).toEqual([35, 'maxspeed']);
    expect(speed({class: 'secondary', lanes: 1}, given)).toEqual([10, 'inferred']);
  });

  test('a profile may forbid inference', () => {
    expect(speed({lanes: 1}, {...PROFILE, inferGrades: false})).toEqual([25, 'class']);
  });
});

describe('a faster profile', () => {
  /** Random networks where every rung occurs. */
  const networks = fc
    .tuple(
      randomNetwork({classes: ['motorway', 'primary', 'tertiary']}),
      fc.infiniteStream(fc.nat(5)),
    )
    .map(([network, draws]): Network => {
      const {edges} = network;
      const draw = () => draws.next().value as number;
      return {
        ...network,
        edges: {
          ...edges,
          maxspeedKph: edges.maxspeedKph.map((kph) => (draw() === 0 ? kph : 0)),
          grade: edges.grade.map(() => [0, 2, 4, 255, 255, 255][draw()]!),
          lanes: edges.lanes.map(() => [1, 2, 0, 0, 0, 0][draw()]!),
        },
      };
    });
  const gain = fc.double({min: 1, max: 2, noNaN: true});

  test('never makes a trip slower', () => {
    fc.assert(
      fc.property(networks, gain, gain, gain, (network, byClass, byGrade, byFactor) => {
        const {classKph, gradeKph, operatingFactor: factor} = PROFILE;
        const [g0, g1, g2, g3, g4] = gradeKph;
        const up = {expressway: 0.5 * byFactor, otherRoads: 0.5};
        const fast: SpeedProfile = {
          ...PROFILE,
          classKph: {
            ...classKph,
            motorway: classKph.motorway * byClass,
            tertiary: classKph.tertiary * byClass,
          },
          gradeKph: [g0, g1, g2 * byGrade, g3, g4 * byGrade],
          operatingFactor: {...factor, design: up, class: {...HALF, otherRoads: 0.5 * byFactor}},
        };
        const costs = [PROFILE, fast].map((profile) => {
          const net = compileNetwork(network, {mode: 'road', asOf: null, profile});
          return growTree(net, [{node: 0, cost: 0}]).cost;
        });
        costs[1]!.forEach((ms, node) => {
          expect(ms).toBeLessThanOrEqual(costs[0]![node]!);
        });
      }),
    );
  });
});
