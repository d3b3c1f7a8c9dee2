import type Flatbush from 'flatbush';
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
