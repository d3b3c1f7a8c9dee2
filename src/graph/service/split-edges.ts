import type {EdgePoint} from '../snap.ts';

/** Points of edges as nodes of their own: an edge is cut where stations lie on it. */
export interface SplitEdges {
  /** Cuts of an edge in order of their share. */
  readonly cutsOn: (edge: number) => readonly {readonly share: number; readonly node: number}[];
  /** The node of a point. */
  readonly nodeOf: (point: EdgePoint) => number;
  /** Nodes taken by the cuts, from `firstNode` on. */
  readonly count: number;
  /** Edges that are cut, in order. */
  readonly edges: readonly number[];
}

/**
 * Numbers the points from `firstNode` on, in order of edge and share. A point at the very end of an
 * edge is a node of its own as well: on a one-way road it is not the same to stand on it and at its end.
 */
export function splitEdges(points: readonly EdgePoint[], firstNode: number): SplitEdges {
  const shares = new Map<number, Set<number>>();
  for (const {edge, share} of points) {
    shares.set(edge, (shares.get(edge) ?? new Set()).add(share));
  }
  const edges = [...shares.keys()].sort((a, b) => a - b);
  const cuts = new Map<number, {share: number; node: number}[]>();
  let node = firstNode;
  for (const edge of edges) {
    const own = [...shares.get(edge)!].sort((a, b) => a - b);
    cuts.set(
      edge,
      own.map((share) => ({share, node: node++})),
    );
  }
  return {
    cutsOn: (edge) => cuts.get(edge) ?? [],
    nodeOf: ({edge, share}) => cuts.get(edge)!.find((cut) => cut.share === share)!.node,
    count: node - firstNode,
    edges,
  };
}
