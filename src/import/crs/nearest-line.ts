import Flatbush from 'flatbush';
import type {LonLat} from '../../geo/line.ts';
import {localPlane, projectOnSegment} from '../../geo/local-plane.ts';

/**
 * Distance from a position to the nearest of some lines, metres, at most `limitM` (also where there is
 * none so near). `null` for lines without a segment.
 */
export function nearestLine(
  lines: Iterable<readonly LonLat[]>,
  limitM: number,
): ((lon: number, lat: number) => number) | null {
  const segments: [LonLat, LonLat][] = [];
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) segments.push([line[i - 1]!, line[i]!]);
  }
  if (segments.length === 0) return null;
  const tree = new Flatbush(segments.length);
  for (const [[lonA, latA], [lonB, latB]] of segments) {
    tree.add(
      Math.min(lonA, lonB),
      Math.min(latA, latB),
      Math.max(lonA, lonB),
      Math.max(latA, latB),
    );
  }
  tree.finish();
  return (lon, lat) => {
    const plane = localPlane(lon, lat);
    // Small boxes first: in a town the widest holds thousands of segments.
    for (let radiusM = limitM / 16; ; radiusM *= 4) {
      const [west, south] = [plane.lon(-radiusM), plane.lat(-radiusM)];
      const [east, north] = [plane.lon(radiusM), plane.lat(radiusM)];
      let best2 = radiusM * radiusM;
      let found = false;
      for (const s of tree.search(west, south, east, north)) {
        const [a, b] = segments[s]!;
        const {distance2} = projectOnSegment(
          0,
          0,
          plane.x(a[0]),
          plane.y(a[1]),
          plane.x(b[0]),
          plane.y(b[1]),
        );
        if (distance2 < best2) {
          best2 = distance2;
          found = true;
        }
      }
      if (found || radiusM >= limitM) return Math.sqrt(best2);
    }
  };
}
