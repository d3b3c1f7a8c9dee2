import Flatbush from 'flatbush';
import {greatCircleM} from './distance.ts';
import type {LonLat} from './line.ts';
import {localPlane} from './local-plane.ts';

/** Finds points by where they lie. */
export interface PointIndex {
  /** Rows of the points within some metres of a place, rising. */
  readonly around: (at: LonLat, withinM: number) => number[];
}

/** Indexes points; a point's row is its place in the list. */
export function indexPoints(points: readonly LonLat[]): PointIndex {
  if (points.length === 0) return {around: () => []};
  const tree = new Flatbush(points.length);
  for (const [lon, lat] of points) tree.add(lon, lat, lon, lat);
  tree.finish();
  return {
    around: (at, withinM) => {
      // A hair wider than the circle, as the plane is no sphere; at its side towards the pole a degree is shortest.
      const reachM = withinM * 1.01;
      const [low, high] = [localPlane(...at).lat(-reachM), localPlane(...at).lat(reachM)];
      const plane = localPlane(at[0], Math.abs(high) > Math.abs(low) ? high : low);
      return tree
        .search(plane.lon(-reachM), low, plane.lon(reachM), high)
        .filter((row) => greatCircleM(...at, ...points[row]!) <= withinM)
        .sort((a, b) => a - b);
    },
  };
}
