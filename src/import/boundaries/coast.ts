import {WAY_BIT} from '../osm/way-store.ts';
import type {RawShapes} from './assemble.ts';

/**
 * Whether the segment between two raw node rows is drawn by a way tagged `natural=coastline`, in
 * either direction. No coastline in the extract: nothing is coast.
 */
export function coastOf({ways, refRows}: RawShapes): (a: number, b: number) => boolean {
  // Numbers of their own for the few nodes of the coast: a pair of them fits a double exactly.
  const numbers = new Map<number, number>();
  const segments = new Set<number>();
  const numberOf = (node: number): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  const key = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b);
  for (const row of ways.order) {
    if ((ways.bits[row]! & WAY_BIT.coast) === 0) continue;
    for (let i = ways.firstRef[row]! + 1; i < ways.firstRef[row + 1]!; i++) {
      const [a, b] = [refRows[i - 1]!, refRows[i]!];
      if (a >= 0 && b >= 0) segments.add(key(numberOf(a), numberOf(b)));
    }
  }
  return (a, b) => {
    const [p, q] = [numbers.get(a), numbers.get(b)];
    return p !== undefined && q !== undefined && segments.has(key(p, q));
  };
}

/** `lon,lat` keys (1e-7 degrees) of all points of the coastline. */
export function coastPoints({ways, refRows, nodes}: RawShapes): ReadonlySet<string> {
  const points = new Set<string>();
  for (const row of ways.order) {
    if ((ways.bits[row]! & WAY_BIT.coast) === 0) continue;
    for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
      const node = refRows[i]!;
      if (node >= 0) points.add(`${nodes.lonE7[node]},${nodes.latE7[node]}`);
    }
  }
  return points;
}
