import {describe, expect, test} from 'vitest';
import {joined} from '../../../src/analysis/permeability/border-lines.ts';
import {permeability} from '../../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import {type LonLat, lineLengthM} from '../../../src/geo/line.ts';
import type {AdminArea} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {areaOf} from '../../support/square-area.ts';

const LAT = 1000 / greatCircleM(119, 28, 119, 29);
const LON = 1000 / greatCircleM(119, 28, 120, 28);
const at = (xKm: number, yKm: number): LonLat => [119 + xKm * LON, 28 + yKm * LAT];
const box = (x0: number, y0: number, x1: number, y1: number) =>
  [...at(x0, y0), ...at(x1, y1)] as [number, number, number, number];

/** Roads and provincial borders as they are given. */
function answered(
  borders: readonly (readonly LonLat[])[],
  roads: readonly (readonly [LonLat, LonLat])[],
  areas: AdminArea[] = [],
) {
  const builder = new NetworkBuilder();
  for (const [a, b] of roads) {
    builder.addEdge({
      from: builder.addNode(...a),
      to: builder.addNode(...b),
      class: 'secondary',
    });
  }
  const network = builder.finish({
    areas,
    borders: borders.map((line) => ({level: 4, sides: [], osmWayIds: [], line: [...line]})),
  });
  return permeability(openStudy(network, {profile: FREE_FLOW}), {
    level: 'province',
    controlM: 3000,
    gaps: 0,
  });
}

describe('pieces of border', () => {
  test('are joined where two end at one point, whichever way they are drawn', () => {
    const [a, b, c] = [at(0, 0), at(5, 1), at(9, 0)];
    for (const pieces of [
      [
        [a, b],
        [b, c],
      ],
      [
        [b, a],
        [b, c],
      ],
      [
        [a, b],
        [c, b],
      ],
      [
        [c, b],
        [b, a],
      ],
    ]) {
      expect(joined(pieces)).toEqual([[a, b, c]]);
    }
  });

  test('stay apart where three end at one point', () => {
    const [middle, north, south, west] = [at(0, 0), at(0, 9), at(0, -9), at(-9, 0)];
    const lines = joined([
      [middle, north],
      [middle, south],
      [middle, west],
    ]);
    expect(lines.map((line) => line.length)).toEqual([2, 2, 2]);
  });

  test('of unknown sides are a row each, also where three begin at one point', () => {
    // Two of them run east from the corner: both begin there.
    const corner = at(0, 0);
    const {rows} = answered(
      [
        [corner, at(20, 10)],
        [corner, at(20, -10)],
        [at(-15, 0), corner],
      ],
      [[at(10, 20), at(10, -20)]],
    );
    expect(rows.map(({lengthKm}) => Math.round(lengthKm))).toEqual([22, 22, 15]);
    expect(new Set(rows.map(({id}) => id)).size).toBe(3);
    // The road goes over both that run east.
    expect(rows.map(({classes}) => classes.at(-1)!.count)).toEqual([1, 1, 0]);
  });

  test('with one unit on either hand are in no row, and are told', () => {
    const border = [at(0, -20), at(0, 20)];
    const areas = [areaOf(4, '甲省', box(-30, -30, 0, 30)), areaOf(4, '乙省', box(0, -30, 30, 30))];
    const {rows, warnings} = answered(
      [border, [at(5, 0), at(15, 0)]],
      [[at(-20, 0), at(20, 1)]],
      areas,
    );
    expect(rows.map(({sides}) => sides)).toEqual([['乙省', '甲省']]);
    expect(warnings.map(({id}) => id)).toEqual(['one-unit-beside']);
    expect(warnings[0]!.en).toContain('1 pieces of border (10.0 km)');
    expect(answered([border], [[at(-20, 0), at(20, 1)]], areas).warnings).toEqual([]);
  });
});

describe('the longest stretch of a closed line', () => {
  // A ring of 40 km, drawn from its south-western corner.
  const ring = [at(0, 0), at(10, 0), at(10, 10), at(0, 10), at(0, 0)];

  test('with one road over it is the whole ring, from the road round to the road', () => {
    const [row] = answered([ring], [[at(5, 5), at(5, 20)]]).rows;
    expect(row!.crossings).toHaveLength(1);
    const {km, line, lon, lat} = row!.longestGap!;
    expect(km).toBeCloseTo(40, 0);
    expect(lineLengthM(line) / 1000).toBeCloseTo(km, 2);
    // The road leaves in the middle of the northern side: farthest from it is the middle of the southern.
    expect([lon, lat]).toEqual([expect.closeTo(at(5, 0)[0], 3), expect.closeTo(at(5, 0)[1], 3)]);
  });

  test('goes on over the point where it begins', () => {
    // Over the northern side at 5 km and over the eastern one at 4⅓ km: 10⅔ km apart one way, the rest the other, past the corner.
    const [row] = answered(
      [ring],
      [
        [at(5, 5), at(5, 20)],
        [at(5, 4), at(20, 5)],
      ],
    ).rows;
    expect(row!.crossings).toHaveLength(2);
    expect(row!.longestGap!.km).toBeCloseTo(40 - 10.67, 1);
  });

  test('without a road is the ring', () => {
    const [row] = answered([ring], [[at(20, 0), at(30, 0)]]).rows;
    expect(row!.longestGap!.km).toBeCloseTo(40, 0);
    expect(row!.longestGap!.line).toHaveLength(5);
  });
});
