import type {Network} from '../../graph/network.ts';

/**
 * The edges of a subgraph round each node, whichever way they run. A half-edge is `2 · edge` at the
 * edge's `from` node and `2 · edge + 1` at its `to` node; a loop shows both at its one node.
 */
export interface HalfEdges {
  /** Half-edges of node `n`: `half[first[n] ..< first[n + 1]]`. */
  readonly first: Uint32Array;
  readonly half: Uint32Array;
}

/** Collects the half-edges of all edges that `keep` accepts. */
export function halfEdges(network: Network, keep: (edge: number) => boolean): HalfEdges {
  const {nodes, edges} = network;
  const first = new Uint32Array(nodes.count + 1);
  const kept = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    if (!keep(edge)) continue;
    kept[edge] = 1;
    first[edges.from[edge]! + 1]!++;
    first[edges.to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodes.count; node++) first[node + 1]! += first[node]!;
  const half = new Uint32Array(first[nodes.count]!);
  const next = first.slice();
  for (let edge = 0; edge < edges.count; edge++) {
    if (kept[edge] === 0) continue;
    half[next[edges.from[edge]!]!++] = 2 * edge;
    half[next[edges.to[edge]!]!++] = 2 * edge + 1;
  }
  return {first, half};
}

/** The node at which a half-edge starts. */
export function startOf(network: Network, half: number): number {
  const {from, to} = network.edges;
  return (half & 1) === 0 ? from[half >> 1]! : to[half >> 1]!;
}

/** The node to which a half-edge leads. */
export function endOf(network: Network, half: number): number {
  return startOf(network, half ^ 1);
}

/** Orders nodes west to east, then south to north, then by OSM id: whatever rows they have. */
export function comparePlaces({nodes}: Network, a: number, b: number): number {
  return (
    nodes.lon[a]! - nodes.lon[b]! ||
    nodes.lat[a]! - nodes.lat[b]! ||
    nodes.osmId[a]! - nodes.osmId[b]!
  );
}
