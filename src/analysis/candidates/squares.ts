import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

/** Places by squares. */
export interface Squares {
  readonly names: readonly string[];
  /** Name of the square of a place's row. */
  readonly of: (row: number) => string;
  readonly in: (square: string) => readonly number[];
  /** Rows in a square and in those beside it, rising. */
  readonly around: (square: string) => readonly number[];
}

/** Sorts places into squares of at least `sideM`. */
export function squaresOf(places: readonly LonLat[], sideM: number): Squares {
  const height = sideM / METRES_PER_DEGREE;
  const north = places.reduce((most, [, lat]) => Math.max(most, Math.abs(lat)), 0);
  const width = height / Math.cos((Math.min(89, north) * Math.PI) / 180);
  const key = (x: number, y: number): string => `${x} ${y}`;
  const names = places.map(([lon, lat]) => key(Math.floor(lon / width), Math.floor(lat / height)));
  const rows = new Map<string, number[]>();
  names.forEach((name, row) => {
    const here = rows.get(name);
    if (here) here.push(row);
    else rows.set(name, [row]);
  });
  return {
    names: [...rows.keys()],
    of: (row) => names[row]!,
    in: (square) => rows.get(square) ?? [],
    around: (square) => {
      const [x, y] = square.split(' ').map(Number);
      const found: number[] = [];
      for (let i = x! - 1; i <= x! + 1; i++) {
        for (let j = y! - 1; j <= y! + 1; j++) found.push(...(rows.get(key(i, j)) ?? []));
      }
      return found.sort((a, b) => a - b);
    },
  };
}
