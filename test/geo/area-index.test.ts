import {
  booleanPointInPolygon,
  booleanPointOnLine,
  lineString,
  multiPolygon,
  point,
} from '@turf/turf';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {indexAreas} from '../../src/geo/area-index.ts';
import type {LonLat} from '../../src/geo/line.ts';
import type {MultiPolygonLonLat} from '../../src/geo/turf.ts';

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const reversed = (ring: LonLat[]): LonLat[] => [...ring].reverse();

/** Star-shaped ring: simple whatever the radii. */
const star = fc
  .record({
    lon: fc.double({min: -5, max: 5, noNaN: true}),
    lat: fc.double({min: -5, max: 5, noNaN: true}),
    radii: fc.array(fc.double({min: 0.2, max: 3, noNaN: true}), {minLength: 3, maxLength: 40}),
    back: fc.boolean(),
  })
  .map(({lon, lat, radii, back}) => {
    const ring = radii.map((r, i): LonLat => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [lon + r * Math.cos(angle), lat + r * Math.sin(angle)];
    });
    ring.push(ring[0]!);
    // A hole at 30 % of the size is inside the star, as the star is seen from its centre.
    const hole = ring.map(([x, y]): LonLat => [lon + 0.3 * (x - lon), lat + 0.3 * (y - lat)]);
    return [[back ? reversed(ring) : ring, hole]] satisfies MultiPolygonLonLat;
  });
const somewhere = fc.tuple(
  fc.double({min: -8, max: 8, noNaN: true}),
  fc.double({min: -8, max: 8, noNaN: true}),
);

describe('indexAreas', () => {
  test('agrees with Turf on stars with holes, wherever the point is not on an outline', () => {
    fc.assert(
      fc.property(
        fc.array(star, {maxLength: 6}),
        fc.array(somewhere, {minLength: 1, maxLength: 30}),
        (areas, points) => {
          const index = indexAreas(areas);
          for (const [lon, lat] of points) {
            const onOutline = areas.some((area) =>
              area
                .flat()
                .some((ring) =>
                  booleanPointOnLine(point([lon, lat]), lineString(ring.map(([x, y]) => [x, y]))),
                ),
            );
            if (onOutline) continue;
            const expected = areas.flatMap((area, row) =>
              booleanPointInPolygon(
                [lon, lat],
                multiPolygon(area.map((p) => p.map((r) => r.map(([x, y]) => [x, y])))),
              )
                ? [row]
                : [],
            );
            expect(index.areasAt(lon, lat)).toEqual(expected);
            expect(index.areaAt(lon, lat)).toBe(expected[0] ?? -1);
          }
        },
      ),
      {numRuns: 300},
    );
  });

  test('holes, islands in holes, several outers, holes that touch', () => {
    const index = indexAreas([
      [
        [square(0, 0, 10), square(2, 2, 2), square(4, 4, 2)],
        [square(2.5, 2.5, 1)],
        [square(20, 0, 1)],
      ],
    ]);
    const inside = (lon: number, lat: number) => index.areaAt(lon, lat) === 0;
    expect(inside(1, 1)).toBe(true);
    expect(inside(2.2, 2.2)).toBe(false);
    expect(inside(3, 3)).toBe(true);
    expect(inside(5, 5)).toBe(false);
    expect(inside(3, 5)).toBe(true);
    expect(inside(20.5, 0.5)).toBe(true);
    expect(inside(15, 0.5)).toBe(false);
  });

  test('a grid of squares: every point, also on lines and corners, is in exactly one', () => {
    // Each square is drawn in a direction of its own; corner 0/0 is met by four of them.
    const grid = [-2, -1, 0, 1].flatMap((lon) =>
      [-2, -1, 0, 1].map((lat) => {
        const ring = square(lon, lat, 1);
        return [[(lon + lat) % 2 === 0 ? ring : reversed(ring)]];
      }),
    );
    const index = indexAreas(grid);
    const values = [-1.5, -1, -0.5, 0, 0.3, 1, 1.5];
    for (const lon of values) {
      for (const lat of values) expect(index.areasAt(lon, lat)).toHaveLength(1);
    }
    // As the docstring says: east and north of a line.
    const at = (lon: number, lat: number) => grid[index.areaAt(lon, lat)]![0]![0]!;
    expect(at(0, 0.5).some(([lon]) => lon === 1)).toBe(true);
    expect(at(0.5, 0).some(([, lat]) => lat === 1)).toBe(true);
  });

  test('two areas that share a slanting line part it to the last bit', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.01, max: 0.99, noNaN: true}),
        fc.double({min: -3, max: 3, noNaN: true}),
        fc.double({min: -3, max: 3, noNaN: true}),
        (t, low, high) => {
          const [p, q]: [LonLat, LonLat] = [
            [low, -4],
            [high, 4],
          ];
          const west: LonLat[] = [[-9, -4], p, q, [-9, 4], [-9, -4]];
          const east: LonLat[] = [q, p, [9, -4], [9, 4], q];
          const index = indexAreas([[[west]], [[east]]]);
          expect(index.areasAt(low + t * (high - low), -4 + t * 8)).toHaveLength(1);
        },
      ),
    );
  });

  test('nothing in nothing', () => {
    const index = indexAreas([[], [[]]]);
    expect(index.areaAt(0, 0)).toBe(-1);
    expect(index.outlineNear(-180, -90, 180, 90)).toBe(false);
    expect(
      index.crossings([
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([]);
    expect(indexAreas([]).areasAt(0, 0)).toEqual([]);
  });
});

describe('crossings', () => {
  const two = indexAreas([[[square(0, 0, 1)]], [[square(1, 0, 1)]]]);

  test('a shared line is crossed once, outlines in order', () => {
    const line: LonLat[] = [
      [-0.5, 0.5],
      [1.5, 0.5],
      [3.5, 0.5],
    ];
    const found = two.crossings(line);
    expect(found.map(({segment}) => segment)).toEqual([0, 0, 1]);
    expect(found.map(({share}) => Number(share.toFixed(9)))).toEqual([0.25, 0.75, 0.25]);
    expect(two.outlineNear(0.2, 0.2, 0.8, 0.8)).toBe(false);
    expect(two.outlineNear(0.9, 0.2, 1.1, 0.8)).toBe(true);
  });

  test('the middle of every piece is where both its ends are, whatever areas and line', () => {
    fc.assert(
      fc.property(
        fc.array(star, {minLength: 1, maxLength: 4}),
        somewhere,
        somewhere,
        (areas, a, b) => {
          const index = indexAreas(areas);
          const shares = [0, ...index.crossings([a, b]).map(({share}) => share), 1];
          const at = (t: number) =>
            index.areasAt(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])).join();
          for (let i = 1; i < shares.length; i++) {
            const [from, to] = [shares[i - 1]!, shares[i]!];
            if (to - from < 1e-6) continue;
            expect(at(from + 0.1 * (to - from))).toBe(at(from + 0.9 * (to - from)));
          }
        },
      ),
      {numRuns: 300},
    );
  });
});
