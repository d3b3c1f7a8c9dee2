import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {bboxOf, type LonLat, lineLengthM, pointAlong, sliceLine} from '../../src/geo/line.ts';

const point: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({min: 118, max: 120, noNaN: true}),
  fc.double({min: 27, max: 29, noNaN: true}),
);
/** Points repeat now and then, as in data. */
const line = fc
  .array(fc.tuple(point, fc.boolean()), {minLength: 2, maxLength: 7})
  .map((drawn) => drawn.flatMap(([p, twice]) => (twice ? [p, p] : [p])));
const share = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({min: 0, max: 1, noNaN: true}));
const metres = (a: LonLat, b: LonLat): number => greatCircleM(...a, ...b);

describe('lineLengthM', () => {
  test('adds up its steps, whichever way it is read', () => {
    // One degree of a meridian: 6371008.8 · π / 180 = 111195.08 m.
    const north: LonLat[] = [
      [119, 27],
      [119, 28],
      [119, 27.5],
    ];
    expect(lineLengthM(north)).toBeCloseTo(111_195.08 * 1.5, 1);
    expect(lineLengthM([])).toBe(0);
    expect(lineLengthM([[119, 27]])).toBe(0);
    fc.assert(
      fc.property(line, fc.nat(), (points, at) => {
        const cut = at % points.length;
        const parts = lineLengthM(points.slice(0, cut + 1)) + lineLengthM(points.slice(cut));
        expect(parts).toBeCloseTo(lineLengthM(points), 5);
        expect(lineLengthM([...points].reverse())).toBeCloseTo(lineLengthM(points), 5);
      }),
    );
  });
});

describe('pointAlong', () => {
  test('starts and ends where the line does, and is held there', () => {
    fc.assert(
      fc.property(line, (points) => {
        const total = lineLengthM(points);
        expect(pointAlong(points, 0)).toEqual(points[0]);
        expect(pointAlong(points, -5)).toEqual(points[0]);
        expect(pointAlong(points, total + 1)).toEqual(points.at(-1));
        expect(metres(pointAlong(points, total), points.at(-1)!)).toBeLessThan(1e-3);
      }),
    );
  });

  test('lies as far along as asked: the way before it and behind it add up', () => {
    fc.assert(
      fc.property(point, point, share, (a, b, t) => {
        const total = metres(a, b);
        const p = pointAlong([a, b], t * total);
        // Interpolated in degrees: on 200 km good to a few metres in a thousand.
        expect(metres(a, p)).toBeCloseTo(t * total, -4);
        expect(Math.abs(metres(a, p) + metres(p, b) - total)).toBeLessThan(total * 0.001 + 0.01);
      }),
    );
  });

  test('finds the point by hand', () => {
    const bent: LonLat[] = [
      [119, 0],
      [120, 0],
      [120, 1],
    ];
    const degree = lineLengthM(bent) / 2;
    const [lon, lat] = pointAlong(bent, degree * 1.25);
    expect([lon, lat]).toEqual([expect.closeTo(120, 9), expect.closeTo(0.25, 9)]);
  });

  test('takes a line of one point', () => {
    expect(pointAlong([[119, 27]], 10)).toEqual([119, 27]);
  });
});

describe('sliceLine', () => {
  test('from 0 to 1 is the line between its own very ends', () => {
    fc.assert(
      fc.property(line, share, (points, t) => {
        expect(sliceLine(points, 0, 1).at(0)).toEqual(points[0]);
        expect(sliceLine(points, t, 1).at(-1)).toEqual(points.at(-1));
        expect(sliceLine(points, 0, t).at(0)).toEqual(points[0]);
        expect(sliceLine(points, 1, t).at(0)).toEqual(points.at(-1));
      }),
      {numRuns: 1000},
    );
  });

  test('keeps its very ends where degrees are near 0 and rounding is coarser than they are', () => {
    const small = fc.double({min: -3, max: 3, noNaN: true});
    const anywhere = fc.array(fc.tuple(small, small), {minLength: 2, maxLength: 7});
    fc.assert(
      fc.property(anywhere, share, (points, t) => {
        expect(sliceLine(points, t, 1).at(-1)).toEqual(points.at(-1));
      }),
      {numRuns: 1000},
    );
  });

  test('has the share of the length that was asked for', () => {
    fc.assert(
      fc.property(line, share, share, (points, from, to) => {
        const total = lineLengthM(points);
        const sliced = lineLengthM(sliceLine(points, from, to));
        // A point moves evenly in degrees, and a degree of longitude is 1.9 % longer at the south of these two
        // degrees than at the north: of one straight segment an eighth of that may be off.
        expect(Math.abs(sliced - Math.abs(to - from) * total)).toBeLessThan(total * 0.0025 + 0.01);
      }),
    );
  });

  test('runs backwards when asked to, along the same points', () => {
    fc.assert(
      fc.property(line, share, share, (points, from, to) => {
        expect(sliceLine(points, to, from)).toEqual(sliceLine(points, from, to).reverse());
      }),
    );
  });

  test('two slices that meet make the line again', () => {
    fc.assert(
      fc.property(line, share, (points, t) => {
        const [before, behind] = [sliceLine(points, 0, t), sliceLine(points, t, 1)];
        expect(before.at(-1)).toEqual(behind[0]);
        expect(lineLengthM(before) + lineLengthM(behind)).toBeCloseTo(lineLengthM(points), -3);
      }),
    );
  });

  test('cut at a drawn point does not draw that point twice', () => {
    fc.assert(
      fc.property(fc.array(point, {minLength: 3, maxLength: 7}), fc.nat(), (points, at) => {
        const steps = points.slice(1).map((p, i) => metres(points[i]!, p));
        fc.pre(steps.every((m) => m > 1));
        const i = 1 + (at % (points.length - 2));
        const t = lineLengthM(points.slice(0, i + 1)) / lineLengthM(points);
        for (const part of [sliceLine(points, 0, t), sliceLine(points, t, 1)]) {
          for (let k = 1; k < part.length; k++) {
            expect(metres(part[k - 1]!, part[k]!)).toBeGreaterThan(0.5);
          }
        }
      }),
    );
  });
});

describe('bboxOf', () => {
  test('is the smallest box, and null for nothing', () => {
    expect(bboxOf([])).toBeNull();
    expect(bboxOf([[119, 27]])).toEqual([119, 27, 119, 27]);
    fc.assert(
      fc.property(fc.array(point, {minLength: 1}), (points) => {
        const lons = points.map(([x]) => x).sort((a, b) => a - b);
        const lats = points.map(([, y]) => y).sort((a, b) => a - b);
        expect(bboxOf(points)).toEqual([lons[0], lats[0], lons.at(-1), lats.at(-1)]);
      }),
    );
  });
});
