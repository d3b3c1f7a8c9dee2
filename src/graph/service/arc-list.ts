import type {CompiledNetwork} from '../compile.ts';
import {type Digraph, digraphOfArcs} from '../search/core/digraph.ts';
import {roadKind} from '../speed.ts';
import {EDGE_CLASSES} from '../vocabulary.ts';

/** What the time of an arc is spent on. */
export const ARC_KINDS = ['expressway', 'otherRoads', 'ferry', 'train', 'station', 'wait'] as const;
export type ArcKind = (typeof ARC_KINDS)[number];

/** Arcs as they come, to be made a digraph of. */
export interface ArcList {
  readonly tail: number[];
  readonly head: number[];
  readonly cost: number[];
  readonly along: number[];
  readonly kind: number[];
}

export function emptyArcs(): ArcList {
  return {tail: [], head: [], cost: [], along: [], kind: []};
}

/** Costs are whole milliseconds, `alongCm` whole centimetres. */
export function addArc(
  arcs: ArcList,
  tail: number,
  head: number,
  cost: number,
  kind: ArcKind,
  alongCm = 0,
): void {
  arcs.tail.push(tail);
  arcs.head.push(head);
  arcs.cost.push(cost);
  arcs.along.push(alongCm);
  arcs.kind.push(ARC_KINDS.indexOf(kind));
}

/** The digraph of some road arcs and more arcs, with the kind of each. */
export interface KindedDigraph extends Digraph {
  readonly along: Uint32Array;
  /** Index into `ARC_KINDS`. */
  readonly kind: Uint8Array;
}

/** Of one tail the arcs of `roads` come first, then the others in the order they were added. */
export function joinedDigraph(
  nodeCount: number,
  roads: CompiledNetwork,
  arcs: ArcList,
): KindedDigraph {
  const both = (column: Uint32Array, more: readonly number[]): Uint32Array => {
    const joined = new Uint32Array(column.length + more.length);
    joined.set(column);
    joined.set(more, column.length);
    return joined;
  };
  const along = both(roads.lengthCm, arcs.along);
  const {graph, arcOf} = digraphOfArcs(nodeCount, {
    tail: both(roads.tail, arcs.tail),
    head: both(roads.head, arcs.head),
    cost: both(roads.timeMs, arcs.cost),
    along,
  });
  const kind = Uint8Array.from(arcOf, (row) => {
    if (row >= roads.arcCount) return arcs.kind[row - roads.arcCount]!;
    return ARC_KINDS.indexOf(roadArcKind(roads, roads.edgeOf[row]!));
  });
  return {...graph, along: graph.along ?? along, kind};
}

/** What the time on a road or ferry is spent on. */
export function roadArcKind({network}: CompiledNetwork, edge: number): ArcKind {
  if (EDGE_CLASSES[network.edges.class[edge]!] === 'ferry') return 'ferry';
  return roadKind(network.edges, edge);
}
