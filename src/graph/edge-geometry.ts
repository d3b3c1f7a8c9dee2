import type Flatbush from 'flatbush';
import {greatCircleM} from '../geo/distance.ts';
import type {LonLat} from '../geo/line.ts';
import type {Network} from './network.ts';

/** The polyline of an edge from its `from` node to its `to` node, ends included. */
export function edgeLine({nodes, edges}: Pick<Network, 'nodes' | 'edges'>, edge: number): LonLat[] {
  const u = edges.from[edge]!;
  const v = edges.to[edge]!;
  const line: LonLat[] = [[nodes.lon[u]!, nodes.lat[u]!]];
  for (let p = edges.firstPoint[edge]!, end = edges.firstPoint[edge + 1]!; p < end; p++) {
    line.push([edges.pointLonE7[p]! / 1e7, edges.pointLatE7[p]! / 1e7]);
  }
  line.push([nodes.lon[v]!, nodes.lat[v]!]);
  return line;
}

/**
 * The point `distanceM` metres along an edge from its `from` node, or backwards from its `to` node, held
 * to its ends: `pointAlong` of its line, read where it lies.
 */
export function pointAlongEdge(
  {nodes, edges}: Pick<Network, 'nodes' | 'edges'>,
  edge: number,
  forward: boolean,
  distanceM: number,
): LonLat {
  const first = edges.firstPoint[edge]!;
  const count = edges.firstPoint[edge + 1]! - first;
  const [start, end] = forward
    ? [edges.from[edge]!, edges.to[edge]!]
    : [edges.to[edge]!, edges.from[edge]!];
  let lonA = nodes.lon[start]!;
  let latA = nodes.lat[start]!;
  let leftM = distanceM;
  for (let i = 0; i <= count; i++) {
    const p = forward ? first + i : first + count - 1 - i;
    const lonB = i < count ? edges.pointLonE7[p]! / 1e7 : nodes.lon[end]!;
    const latB = i < count ? edges.pointLatE7[p]! / 1e7 : nodes.lat[end]!;
    const stepM = greatCircleM(lonA, latA, lonB, latB);
    if (leftM <= stepM) {
      const t = stepM === 0 ? 0 : Math.max(0, leftM / stepM);
      return [lonA + t * (lonB - lonA), latA + t * (latB - latA)];
    }
    leftM -= stepM;
    lonA = lonB;
    latA = latB;
  }
  return [lonA, latA];
}

/** Adds the box of an edge's line to an index, read where it lies. */
export function addEdgeBox(index: Flatbush, {nodes, edges}: Network, edge: number): void {
  const [u, v] = [edges.from[edge]!, edges.to[edge]!];
  let west = Math.min(nodes.lon[u]!, nodes.lon[v]!);
  let east = Math.max(nodes.lon[u]!, nodes.lon[v]!);
  let south = Math.min(nodes.lat[u]!, nodes.lat[v]!);
  let north = Math.max(nodes.lat[u]!, nodes.lat[v]!);
  for (let p = edges.firstPoint[edge]!, end = edges.firstPoint[edge + 1]!; p < end; p++) {
    const lon = edges.pointLonE7[p]! / 1e7;
    const lat = edges.pointLatE7[p]! / 1e7;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  index.add(west, south, east, north);
}
