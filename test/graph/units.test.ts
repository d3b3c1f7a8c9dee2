import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {LonLat} from '../../src/geo/line.ts';
import type {AdminArea} from '../../src/graph/network.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {edgeUnits, kmByUnit, unitFinder} from '../../src/graph/units.ts';
import {asciiNetwork} from '../support/ascii-map.ts';

const ring = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (
  level: number,
  name: string,
  coordinates: AdminArea['coordinates'],
  province: string | null = null,
): AdminArea => ({osmId: null, level, name, province, coordinates});

/** One straight edge from 0/0 to 4/0 degrees, at the equator, where a degree is a degree. */
function straight(areas: readonly AdminArea[]) {
  const builder = new NetworkBuilder();
  builder.addEdge({from: builder.addNode(0, 0), to: builder.addNode(4, 0), class: 'primary'});
  return builder.finish({areas});
}

const named = (network: ReturnType<typeof straight>, shares: Map<number, number>) =>
  Object.fromEntries(
    [...shares].map(([row, share]) => [
      unitFinder(network).units[row]!.name,
      Number(share.toFixed(9)),
    ]),
  );
const LINE: LonLat[] = [
  [0, 0],
  [4, 0],
];

describe('units of edges', () => {
  test('by the middle, and by length where an edge is cut', () => {
    const network = straight([
      area(4, '甲省', [[ring(-1, -1, 1, 1)]]),
      area(4, '乙省', [[ring(1, -1, 5, 1)]]),
      area(6, '丙县', [[ring(3, -1, 5, 1)]]),
    ]);
    const units = edgeUnits(network);
    expect(units.units[units.province[0]!]!.name).toBe('乙省');
    expect(units.county[0]).toBe(0);
    expect(units.prefecture[0]).toBe(0);
    expect(named(network, units.shares('province', LINE))).toEqual({甲省: 0.25, 乙省: 0.75});
    expect(named(network, units.shares('county', LINE))).toEqual({'': 0.75, 丙县: 0.25});
    const km = kmByUnit(network, 'province', () => true);
    const total = network.edges.lengthM[0]! / 1000;
    expect([...km.values()].reduce((a, b) => a + b)).toBeCloseTo(total, 9);
  });

  test('a hole belongs to nobody, an exclave to its province, a line through both counts twice', () => {
    const network = straight([
      area(4, '甲省', [[ring(-1, -1, 2, 1), ring(0.5, -0.5, 1, 0.5)], [ring(3, -1, 3.5, 1)]]),
    ]);
    expect(named(network, unitFinder(network).shares('province', LINE))).toEqual({
      甲省: 0.5,
      '': 0.5,
    });
  });

  test('a province is known by its counties where it is not drawn; an area without name comes last', () => {
    const network = straight([
      area(4, '', [[ring(-1, -1, 5, 1)]]),
      area(6, '东县', [[ring(2, -1, 5, 1)]], '甲省'),
      area(6, '西县', [[ring(-1, -1, 1, 1)]], '甲省'),
    ]);
    const {units, at} = unitFinder(network);
    expect(at('province', 3, 0)).toBe(at('province', 0, 0));
    expect(units[at('province', 3, 0)]).toMatchObject({name: '甲省', kind: 'province'});
    expect(units[at('province', 1.5, 0)]).toMatchObject({name: '', kind: 'province'});
    expect(at('county', 3, 0)).not.toBe(at('county', 0, 0));
  });

  test('counties of one name in two provinces stay two', () => {
    const network = straight([
      area(6, '城区', [[ring(0, -1, 1, 1)]], '甲省'),
      area(6, '城区', [[ring(2, -1, 3, 1)]], '乙省'),
    ]);
    const {at} = unitFinder(network);
    expect(at('county', 0.5, 0)).not.toBe(at('county', 2.5, 0));
  });

  test('no areas: nothing is known, all km stand under 0', () => {
    const {network} = asciiNetwork('A--B--C');
    expect([...edgeUnits(network).province]).toEqual([0, 0]);
    const km = kmByUnit(network, 'county', () => true);
    expect([...km.keys()]).toEqual([0]);
    expect(km.get(0)).toBeCloseTo(6, 3);
  });

  test('shares of any line add up to 1 and agree with clipping by the sides of a box', () => {
    const network = straight([area(4, '甲省', [[ring(-1, -1, 1, 1)]])]);
    const {shares, units} = unitFinder(network);
    const coordinate = fc.integer({min: -2000, max: 2000}).map((i) => i / 1000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), {minLength: 2, maxLength: 6}),
        (line) => {
          let [insideM, totalM] = [0, 0];
          for (let i = 1; i < line.length; i++) {
            const [a, b] = [line[i - 1]!, line[i]!];
            const lengthM = greatCircleM(a[0], a[1], b[0], b[1]);
            totalM += lengthM;
            insideM += lengthM * shareInBox(a, b);
          }
          if (totalM < 1) return;
          const found = shares('province', line);
          expect([...found.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          const own = [...found].filter(([row]) => units[row]!.name !== '');
          const share = own.reduce((sum, [, value]) => sum + value, 0);
          // A line along the outline itself may be told to either side.
          const along = line.some(([x, y]) => Math.abs(x) === 1 || Math.abs(y) === 1);
          if (!along) expect(share).toBeCloseTo(insideM / totalM, 9);
        },
      ),
      {numRuns: 500},
    );
  });
});

/** Liang–Barsky: the share of a segment within the box ±1. */
function shareInBox(a: LonLat, b: LonLat): number {
  let [from, to] = [0, 1];
  for (const axis of [0, 1] as const) {
    const step = b[axis] - a[axis];
    if (step === 0) {
      if (Math.abs(a[axis]) > 1) return 0;
      continue;
    }
    const [p, q] = [(-1 - a[axis]) / step, (1 - a[axis]) / step];
    from = Math.max(from, Math.min(p, q));
    to = Math.min(to, Math.max(p, q));
  }
  return Math.max(0, to - from);
}
