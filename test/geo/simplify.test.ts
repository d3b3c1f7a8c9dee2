import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {LonLat} from '../../src/geo/line.ts';
import {simplifyLine} from '../../src/geo/simplify.ts';

/** A wandering line of some 30 km, steps of up to 3 km. */
const step = fc.tuple(fc.integer({min: -300, max: 300}), fc.integer({min: -300, max: 300}));
const wander: fc.Arbitrary<LonLat[]> = fc
  .array(step, {minLength: 0, maxLength: 20})
  .map((steps) => {
    const line: LonLat[] = [[119, 28]];
    for (const [dx, dy] of steps) {
      const [x, y] = line[line.length - 1]!;
      line.push([x + dx * 1e-4, y + dy * 1e-4]);
    }
    return line;
  });
const tolerance = fc.constantFrom(50, 200, 1000);

/** Metres on a flat map at 28° N: 111.195 km a degree, times cos φ for longitudes. */
const flat = ([lon, lat]: LonLat): [number, number] => [
  (lon - 119) * 111_195 * Math.cos((28 * Math.PI) / 180),
  (lat - 28) * 111_195,
];

/** Least distance of a point to a polyline by trying many points of it. */
function sampledM(p: LonLat, line: readonly LonLat[]): number {
  const [px, py] = flat(p);
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [flat(line[i - 1]!), flat(line[i]!)];
    for (let k = 0; k <= 400; k++) {
      const [x, y] = [ax + ((bx - ax) * k) / 400, ay + ((by - ay) * k) / 400];
      best = Math.min(best, Math.hypot(x - px, y - py));
    }
  }
  return best;
}

describe('simplifyLine', () => {
  test('keeps the ends, keeps only given points in order, and strays no farther than told', () => {
    fc.assert(
      fc.property(wander, tolerance, (line, toleranceM) => {
        const simple = simplifyLine(line, toleranceM);
        expect(simple[0]).toBe(line[0]);
        expect(simple.at(-1)).toBe(line.at(-1));
        let at = -1;
        for (const p of simple) {
          at = line.indexOf(p, at + 1);
          expect(at).toBeGreaterThanOrEqual(0);
        }
        if (line.length < 2) return;
        // Samples lie up to 1/400 of the chord apart; the flat map is good to 0.5 %.
        for (const p of line) expect(sampledM(p, simple)).toBeLessThan(toleranceM * 1.02 + 10);
      }),
    );
  });

  test('drops what a straight line says already, and nothing without a tolerance', () => {
    const straight: LonLat[] = [
      [119, 28],
      [119.1, 28],
      [119.2, 28],
      [119.3, 28],
    ];
    expect(simplifyLine(straight, 1)).toEqual([straight[0], straight[3]]);
    expect(simplifyLine(straight, 0)).toEqual(straight);
    expect(simplifyLine([], 100)).toEqual([]);
  });

  test('keeps a spike that is taller than the tolerance and drops a lower one', () => {
    // 0.01° of latitude = 1112 m.
    const spike: LonLat[] = [
      [119, 28],
      [119.1, 28.01],
      [119.2, 28],
    ];
    expect(simplifyLine(spike, 1100)).toEqual(spike);
    expect(simplifyLine(spike, 1125)).toEqual([spike[0], spike[2]]);
  });

  test('keeps a closed ring open enough to be a ring', () => {
    const ring: LonLat[] = [
      [119, 28],
      [119.1, 28],
      [119.1, 28.1],
      [119, 28.1],
      [119, 28],
    ];
    expect(simplifyLine(ring, 100)).toEqual(ring);
  });

  test('survives a line of 100,000 points', () => {
    const long = Array.from({length: 100_000}, (_, i): LonLat => [119 + i * 1e-5, 28]);
    expect(simplifyLine(long, 10)).toEqual([long[0], long.at(-1)]);
  });
});
