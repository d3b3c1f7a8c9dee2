import {greatCircleM} from './distance.ts';
import type {LonLat} from './line.ts';
import {localPlane} from './local-plane.ts';

/**
 * Nearest point of a polyline, on the plane round the point asked for: metres to it, and metres along the line to
 * there. A line of one point is that point; no line is infinitely far.
 */
export function nearestOnLine(
  line: readonly LonLat[],
  lon: number,
  lat: number,
): {readonly distanceM: number; readonly alongM: number} {
  const plane = localPlane(lon, lat);
  let best2 = Infinity;
  let bestAlongM = 0;
  let alongM = 0;
  let ax = 0;
  let ay = 0;
  for (let i = 0; i < line.length; i++) {
    const a = line[i]!;
    const b = line[i + 1] ?? a;
    if (i === 0) [ax, ay] = [plane.x(a[0]), plane.y(a[1])];
    const bx = plane.x(b[0]);
    const by = plane.y(b[1]);
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    const raw = length2 === 0 ? 0 : (-ax * dx - ay * dy) / length2;
    const t = raw < 0 ? 0 : raw > 1 ? 1 : raw;
    const x = ax + t * dx;
    const y = ay + t * dy;
    const lengthM = greatCircleM(a[0], a[1], b[0], b[1]);
    if (x * x + y * y < best2) {
      best2 = x * x + y * y;
      bestAlongM = alongM + t * lengthM;
    }
    alongM += lengthM;
    ax = bx;
    ay = by;
  }
  return {distanceM: Math.sqrt(best2), alongM: bestAlongM};
}
