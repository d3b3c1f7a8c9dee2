import {expect, test} from 'vitest';
import type {LonLat} from '../../src/geo/line.ts';
import {areaKm2} from '../../src/geo/turf.ts';

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** Between two parallels and two meridians: R²·Δλ·(sin φ₂ − sin φ₁). */
function boxKm2(south: number, size: number): number {
  const rad = Math.PI / 180;
  return 6371.0088 ** 2 * size * rad * (Math.sin((south + size) * rad) - Math.sin(south * rad));
}

test('ground of two islands of which the first has a lake, within 1 in 1000 of the sphere', () => {
  const islands = [[square(119, 27, 1), square(119.4, 27.4, 0.2)], [square(121, 27, 0.5)]];
  const km2 = boxKm2(27, 1) - boxKm2(27.4, 0.2) + boxKm2(27, 0.5);
  expect(Math.abs(areaKm2(islands) / km2 - 1)).toBeLessThan(1e-3);
  expect(areaKm2([])).toBe(0);
});
