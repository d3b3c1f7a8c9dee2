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
