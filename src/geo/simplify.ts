import type {LonLat} from './line.ts';
import {localPlane, projectOnSegment} from './local-plane.ts';

/**
 * A polyline with fewer points that strays at most `toleranceM` metres from the given one (Douglas
 * and Peucker 1973, with an explicit stack). For drawing; lengths are measured before. Ends stay.
 */
export function simplifyLine(line: readonly LonLat[], toleranceM: number): LonLat[] {
  if (line.length <= 2 || toleranceM <= 0) return [...line];
  const middle = line[line.length >> 1]!;
  const plane = localPlane(middle[0], middle[1]);
  const x = line.map((p) => plane.x(p[0]));
  const y = line.map((p) => plane.y(p[1]));
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const stack: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const [first, last] = part;
    let farthest = -1;
    let most = toleranceM * toleranceM;
    for (let i = first + 1; i < last; i++) {
      const {distance2} = projectOnSegment(x[i]!, y[i]!, x[first]!, y[first]!, x[last]!, y[last]!);
      if (distance2 > most) [farthest, most] = [i, distance2];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    stack.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, i) => kept[i] === 1);
}
