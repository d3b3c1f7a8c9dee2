import {keptPoints} from './kept-points.ts';
import type {LonLat} from './line.ts';
import {localPlane} from './local-plane.ts';

/**
 * A polyline with fewer points that strays at most `toleranceM` metres from the given one. For drawing;
 * lengths are measured before. Ends stay.
 */
export function simplifyLine(line: readonly LonLat[], toleranceM: number): LonLat[] {
  if (line.length <= 2 || toleranceM <= 0) return [...line];
  const middle = line[line.length >> 1]!;
  const plane = localPlane(middle[0], middle[1]);
  const x = new Float64Array(line.length);
  const y = new Float64Array(line.length);
  for (let i = 0; i < line.length; i++) {
    x[i] = plane.x(line[i]![0]);
    y[i] = plane.y(line[i]![1]);
  }
  const kept = keptPoints(x, y, toleranceM);
  return line.filter((_, i) => kept[i] === 1);
}
