import Flatbush from 'flatbush';
import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import type {Bbox} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {addEdgeBox, edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';

/** An edge that passes near a point. */
export interface EdgeNearby {
  readonly edge: number;
  readonly distanceM: number;
  /** Metres along the edge from its `from` node to the nearest point. */
  readonly alongM: number;
}

/** Finds the edges of a subgraph by where they pass. */
export interface LineIndex {
  /** Those within some metres of a point, nearest first. */
  readonly near: (lon: number, lat: number, withinM: number) => EdgeNearby[];
  /** Those whose box meets a box, in no order. */
  readonly inBox: (west: number, south: number, east: number, north: number) => number[];
}

/** Indexes the edges that `keep` accepts by their boxes. */
export function indexEdges(network: Network, keep: (edge: number) => boolean): LineIndex {
  const {edges} = network;
  const kept: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) if (keep(edge)) kept.push(edge);
  if (kept.length === 0) return {near: () => [], inBox: () => []};
  const tree = new Flatbush(kept.length);
  for (const edge of kept) addEdgeBox(tree, network, edge);
  tree.finish();
  return {
    near: (lon, lat, withinM) => {
      return tree
        .search(...boxRound(lon, lat, withinM))
        .map((row) => {
          const edge = kept[row]!;
          return {edge, ...nearestOnLine(edgeLine(network, edge), lon, lat)};
        })
        .filter(({distanceM}) => distanceM <= withinM)
        .sort((a, b) => a.distanceM - b.distanceM || a.edge - b.edge);
    },
    inBox: (...box) => tree.search(...box).map((row) => kept[row]!),
  };
}

/** The box that holds all points within some metres of one. */
export function boxRound(lon: number, lat: number, withinM: number): Bbox {
  const dLat = ((withinM / EARTH_RADIUS_M) * 180 * 1.001) / Math.PI;
  const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}
