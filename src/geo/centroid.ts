import type {LonLat} from './line.ts';
import type {MultiPolygonLonLat} from './turf.ts';

/**
 * Middle of the ground that an area covers, holes left out, by the shoelace formula in degrees (for an
 * area of some km: over it a degree has one length). `null` for an area without extent.
 */
export function areaCentroid(area: MultiPolygonLonLat): LonLat | null {
  const first = area[0]?.[0]?.[0];
  if (first === undefined) return null;
  const sum = {twice: 0, lon: 0, lat: 0};
  for (const polygon of area) {
    polygon.forEach((ring, i) => {
      const part = ringMoments(ring, first);
      // The outline counts for, every hole against, whichever way round they are drawn.
      const sign = part.twice < 0 === (i === 0) ? -1 : 1;
      sum.twice += sign * part.twice;
      sum.lon += sign * part.lon;
      sum.lat += sign * part.lat;
    });
  }
  if (sum.twice <= 0) return null;
  return [first[0] + sum.lon / (3 * sum.twice), first[1] + sum.lat / (3 * sum.twice)];
}

/** Twice the area and six times its moments about an origin near by, where digits are not lost. */
function ringMoments(ring: readonly LonLat[], [lon0, lat0]: LonLat) {
  let [twice, lon, lat] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1]![0] - lon0, ring[i - 1]![1] - lat0];
    const [bx, by] = [ring[i]![0] - lon0, ring[i]![1] - lat0];
    const cross = ax * by - bx * ay;
    twice += cross;
    lon += (ax + bx) * cross;
    lat += (ay + by) * cross;
  }
  return {twice, lon, lat};
}
