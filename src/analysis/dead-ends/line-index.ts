import Flatbush from 'flatbush';
import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import {bboxOf} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {nearestOnLine} from './carriageways.ts';

/** An edge that passes near a point. */
export interface EdgeNearby {
  readonly edge: number;
  readonly distanceM: number;
  /** Metres along the edge from its `from` node to the nearest point. */
  readonly alongM: number;
}

/** Finds the edges of a subgraph that pass within some metres of a point, nearest first. */
export type LineIndex = (lon: number, lat: number, withinM: number) => EdgeNearby[];

/** Indexes the edges that `keep` accepts by their boxes. */
export function indexEdges(network: Network, keep: (edge: number) => boolean): LineIndex {
  const kept: number[] = [];
  for (let edge = 0; edge < network.edges.count; edge++) if (keep(edge)) kept.push(edge);
  if (kept.length === 0) return () => [];
  const tree = new Flatbush(kept.length);
  for (const edge of kept) {
    const [west, south, east, north] = bboxOf(edgeLine(network, edge))!;
    tree.add(west, south, east, north);
  }
  tree.finish();
  return (lon, lat, withinM) => {
    const dLat = ((withinM / EARTH_RADIUS_M) * 180 * 1.001) / Math.PI;
    const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    return tree
      .search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)
      .map((row) => {
        const edge = kept[row]!;
        return {edge, ...nearestOnLine(edgeLine(network, edge), lon, lat)};
      })
      .filter(({distanceM}) => distanceM <= withinM)
      .sort((a, b) => a.distanceM - b.distanceM || a.edge - b.edge);
  };
}
