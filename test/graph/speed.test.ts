import {describe, expect, test} from 'vitest';
import {type EdgeInput, NetworkBuilder} from '../../src/graph/network-builder.ts';
import {CHINA_CAR, edgeSpeed, edgeTimeMs, type SpeedProfile} from '../../src/graph/speed.ts';

const PROFILE: SpeedProfile = {
  ...CHINA_CAR,
  classKph: {...CHINA_CAR.classKph, primary: 50, ferry: 15, rail: 120},
  gradeKph: [100, 80, 60, 30, 20],
  highspeedKph: 250,
  operatingFactor: 0.5,
};

function edgesOf(input: Partial<EdgeInput>) {
  const builder = new NetworkBuilder();
  builder.addNode(119, 28);
  builder.addNode(119.1, 28);
  builder.addEdge({from: 0, to: 1, class: 'primary', lengthM: 10_000, ...input});
  return builder.finish().edges;
}

const speed = (input: Partial<EdgeInput>) => {
  const {kph, rung} = edgeSpeed(edgesOf(input), 0, PROFILE);
  return [kph, rung];
};

describe('the ladder of speeds', () => {
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
    expect(edgeTimeMs(edgesOf({class: 'ferry', durationS: 1200}), 0, PROFILE)).toBe(1_200_000);
  });

  test('makes whole milliseconds, to the nearest', () => {
    // 10 km at 25 km/h = 24 min; 1 m at 35 km/h = 102.857 ms.
    expect(edgeTimeMs(edgesOf({}), 0, PROFILE)).toBe(1_440_000);
    expect(edgeTimeMs(edgesOf({lengthM: 1, maxspeedKph: 70}), 0, PROFILE)).toBe(103);
    expect(edgeTimeMs(edgesOf({lengthM: 0}), 0, PROFILE)).toBe(0);
  });
});

describe('the default profile', () => {
  test('has a speed for every class, and grades within the design speeds of JTG B01-2014', () => {
    for (const kph of Object.values(CHINA_CAR.classKph)) expect(kph).toBeGreaterThan(0);
    const allowed = [
      [80, 100, 120],
      [60, 80, 100],
      [60, 80],
      [30, 40],
      [20, 30],
    ];
    CHINA_CAR.gradeKph.forEach((kph, grade) => {
      expect(allowed[grade]).toContain(kph);
    });
    expect(CHINA_CAR.operatingFactor).toBe(1);
  });
});
