import type {LonLat} from '../../geo/line.ts';
import {pointKey, segmentKey} from './point-key.ts';

/**
 * Segments of a line that part something: not those of no length, nor those that the line runs there
 * and back again, of which nothing is left (generalised data draws tiny exclaves so).
 */
export function partingSegments(line: readonly LonLat[]): (readonly [LonLat, LonLat])[] {
  const odd = new Map<string, readonly [LonLat, LonLat]>();
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    if (pointKey(a) === pointKey(b)) continue;
    const key = segmentKey(a, b);
    if (!odd.delete(key)) odd.set(key, [a, b]);
  }
  return [...odd.values()];
}
