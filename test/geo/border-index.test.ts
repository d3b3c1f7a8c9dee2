import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {indexBorders} from '../../src/geo/border-index.ts';
import {greatCircleM} from '../../src/geo/distance.ts';
import {type LonLat, pointAlong} from '../../src/geo/line.ts';

const lon = fc.double({min: 118, max: 121, noNaN: true});
const lat = fc.double({min: 26, max: 30, noNaN: true});
const point = fc.tuple(lon, lat);
const line = fc.array(point, {minLength: 2, maxLength: 8});

/** The oracle: the nearest of many points sampled along every line. */
function sampledM(lines: readonly (readonly LonLat[])[], at: LonLat): number {
  let best = Infinity;
  for (const points of lines) {
    for (let i = 1; i < points.length; i++) {
      const segment = [points[i - 1]!, points[i]!];
      const length = greatCircleM(...segment[0]!, ...segment[1]!);
      for (let k = 0; k <= 200; k++) {
        const p = pointAlong(segment, (length * k) / 200);
        best = Math.min(best, greatCircleM(...at, ...p));
      }
    }
  }
  return best;
}

describe('nearest border', () => {
  test('agrees with points sampled along the lines', () => {
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 5}), point, (lines, at) => {
        const sampled = sampledM(lines, at);
        const hit = indexBorders(lines).nearest(at[0], at[1], 100_000);
        // The plane round the point is good to 0.1 % within 100 km; samples lie up to 1.2 km apart.
        if (hit === null) expect(sampled).toBeGreaterThan(99_500);
        else {
          expect(hit.distanceM).toBeLessThanOrEqual(sampled * 1.005 + 1);
          expect(hit.distanceM).toBeGreaterThanOrEqual(sampled * 0.995 - 1300);
          expect(greatCircleM(at[0], at[1], hit.lon, hit.lat)).toBeCloseTo(hit.distanceM, 6);
        }
      }),
    );
  });

  test('is null beyond the asked distance, and for no lines at all', () => {
    const border: LonLat[] = [
      [119, 27],
      [119, 28],
    ];
    // 0.1° of longitude at 27.5° N: 6371.0088 km · π/180 · 0.1 · cos 27.5° = 9.863 km.
    expect(indexBorders([border]).nearest(119.1, 27.5, 9_800)).toBeNull();
    const hit = indexBorders([border]).nearest(119.1, 27.5, 9_900)!;
    expect(hit.distanceM).toBeCloseTo(9863, -1);
    expect(hit.bearingDeg).toBeCloseTo(270, 0);
    expect(indexBorders([]).nearest(119, 27, 1e6)).toBeNull();
    expect(indexBorders([[[119, 27]]]).segmentCount).toBe(0);
  });

  test('is near exactly where there is one to find', () => {
    const maxM = fc.double({min: 0, max: 150_000, noNaN: true});
    fc.assert(
      fc.property(fc.array(line, {maxLength: 3}), point, maxM, (lines, at, reachM) => {
        const index = indexBorders(lines);
        expect(index.near(...at, reachM)).toBe(index.nearest(...at, reachM) !== null);
        const hit = index.nearest(...at, 100_000);
        if (hit === null) return;
        // Plane and sphere differ by 0.1 %, lines equally near by half a metre.
        expect(index.near(...at, hit.distanceM * 1.005 + 1)).toBe(true);
        expect(index.near(...at, Math.max(0, hit.distanceM * 0.995 - 1))).toBe(
          hit.distanceM * 0.995 < 1 && index.nearest(...at, 0) !== null,
        );
      }),
      {numRuns: 500},
    );
  });

  test('of two lines in the same place names the first', () => {
    const a: LonLat[] = [
      [119, 27],
      [119, 28],
    ];
    const index = indexBorders([a, [...a].reverse()]);
    expect(index.nearest(119.01, 27.3, 5000)?.line).toBe(0);
    expect(index.nearest(119, 27.3, 5000)).toMatchObject({line: 0, distanceM: 0, bearingDeg: 0});
  });
});

describe('crossings', () => {
  test('a path through a border vertex or with a node on the border crosses once', () => {
    const border: LonLat[] = [
      [119, 27],
      [119, 27.5],
      [119, 28],
    ];
    const index = indexBorders([border]);
    expect(index.crossings([118.9, 27.5], [119.1, 27.5])).toHaveLength(1);
    const stepping: LonLat[] = [
      [118.9, 27.3],
      [119, 27.3],
      [119.1, 27.3],
    ];
    expect(index.crossingsOfLine(stepping)).toHaveLength(1);
    const touching: LonLat[] = [
      [118.9, 27.3],
      [119, 27.3],
      [118.9, 27.4],
    ];
    expect(index.crossingsOfLine(touching).length % 2).toBe(0);
  });

  test('parity tells on which side of a closed border a path ends', () => {
    const ring: LonLat[] = [
      [119, 27],
      [120, 27],
      [120, 28],
      [119, 28],
      [119, 27],
    ];
    const inside = ([x, y]: LonLat): boolean => x > 119 && x < 120 && y > 27 && y < 28;
    const index = indexBorders([ring]);
    fc.assert(
      fc.property(fc.array(point, {minLength: 2, maxLength: 10}), (path) => {
        const odd = index.crossingsOfLine(path).length % 2 === 1;
        expect(odd).toBe(inside(path[0]!) !== inside(path[path.length - 1]!));
      }),
    );
  });

  test('come in order along the segment, with the place of each', () => {
    const at = (x: number): LonLat[] => [
      [x, 27],
      [x, 28],
    ];
    const found = indexBorders([at(119.7), at(119.2)]).crossings([119, 27.5], [120, 27.5]);
    expect(found.map((c) => c.line)).toEqual([1, 0]);
    expect(found[0]!.at).toBeCloseTo(0.2, 9);
    expect(found[1]!.lon).toBeCloseTo(119.7, 9);
  });
});
