import {describe, expect, test} from 'vitest';
import type {LonLat} from '../../src/geo/line.ts';
import {pointInArea} from '../../src/geo/turf.ts';

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
/** Two islands, the first with a lake. */
const AREA = [[square(119, 27, 1), square(119.4, 27.4, 0.2)], [square(121, 27, 0.5)]];

describe('pointInArea', () => {
  test('is inside either island, outside the lake and the sea', () => {
    expect(pointInArea(119.1, 27.1, AREA)).toBe(true);
    expect(pointInArea(121.2, 27.2, AREA)).toBe(true);
    expect(pointInArea(119.5, 27.5, AREA)).toBe(false);
    expect(pointInArea(120.5, 27.2, AREA)).toBe(false);
  });

  test('counts the edge as inside, and an empty area holds nothing', () => {
    expect(pointInArea(119, 27.5, AREA)).toBe(true);
    expect(pointInArea(119, 27, AREA)).toBe(true);
    expect(pointInArea(119, 27, [])).toBe(false);
  });
});
