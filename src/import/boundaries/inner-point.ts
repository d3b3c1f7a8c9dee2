import type {LonLat} from '../../geo/line.ts';
import type {Polygons} from './model.ts';

/** Latitudes tried, as shares of the height; odd shares miss the vertices of drawn figures. */
const SHARES = [0.5, 0.317, 0.683, 0.171, 0.829];

/**
 * A position well inside the first polygon: the middle of the longest piece that the polygon cuts out
 * of some level lines.
 */
export function innerPoint(area: Polygons): LonLat {
  const polygon = area[0]!;
  let [south, north] = [Infinity, -Infinity];
  for (const [, lat] of polygon[0]!) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  let best: {width: number; point: LonLat} = {width: -1, point: polygon[0]![0]!};
  for (const share of SHARES) {
    const lat = south + share * (north - south);
    const at = crossingsAt(polygon, lat);
    for (let i = 1; i < at.length; i += 2) {
      const width = at[i]! - at[i - 1]!;
      if (width > best.width) best = {width, point: [(at[i]! + at[i - 1]!) / 2, lat]};
    }
  }
  return best.point;
}

function crossingsAt(polygon: Polygons[number], lat: number): number[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      if (a[1] > lat !== b[1] > lat) {
        crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
      }
    }
  }
  return crossings.sort((a, b) => a - b);
}
