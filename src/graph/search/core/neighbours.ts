import type {ArcStore} from './arc-store.ts';
import {type Digraph, FAR, NONE, reverseArcs} from './digraph.ts';

/**
 * Who is next to whom, regardless of direction: the neighbours of `u` stand in slots
 * `first[u] ..< first[u] + length[u]`, each once, with the best arc out to and in from them
 * (`NONE` = no such arc). Loops are left out: no cheapest way uses one. The lists only shrink.
 */
export interface Neighbours {
  readonly first: Uint32Array;
  readonly length: Uint32Array;
  readonly node: Uint32Array;
  readonly out: Uint32Array;
  readonly in: Uint32Array;
}

/** Of parallel arcs only the best is taken. */
export function neighboursOf(graph: Digraph, arcs: ArcStore): Neighbours {
  const {nodeCount, firstOut, head, cost} = graph;
  const reverse = reverseArcs(graph);
  const room = 2 * head.length;
  const found = {
    first: new Uint32Array(nodeCount + 1),
    length: new Uint32Array(nodeCount),
    node: new Uint32Array(room),
    out: new Uint32Array(room).fill(NONE),
    in: new Uint32Array(room).fill(NONE),
  };
  const slotOf = new Uint32Array(nodeCount);
  let end = 0;
  for (let u = 0; u < nodeCount; u++) {
    const start = end;
    found.first[u] = start;
    const slot = (v: number): number => {
      const known = slotOf[v]!;
      if (known >= start && known < end && found.node[known] === v) return known;
      found.node[end] = v;
      slotOf[v] = end;
      return end++;
    };
    for (let a = firstOut[u]!, stop = firstOut[u + 1]!; a < stop; a++) {
      if (head[a] === u || cost[a]! >= FAR) continue;
      const i = slot(head[a]!);
      if (arcs.better(a, found.out[i]!)) found.out[i] = a;
    }
    for (let r = reverse.first[u]!, stop = reverse.first[u + 1]!; r < stop; r++) {
      if (reverse.tail[r] === u || reverse.cost[r]! >= FAR) continue;
      const i = slot(reverse.tail[r]!);
      if (arcs.better(reverse.arc[r]!, found.in[i]!)) found.in[i] = reverse.arc[r]!;
    }
    found.length[u] = end - start;
  }
  found.first[nodeCount] = end;
  return found;
}

/** Slot of neighbour `v` in the list of `u`, `NONE` when they are no neighbours. */
export function slotOfNeighbour(lists: Neighbours, u: number, v: number): number {
  const start = lists.first[u]!;
  for (let i = start, stop = start + lists.length[u]!; i < stop; i++) {
    if (lists.node[i] === v) return i;
  }
  return NONE;
}

/** Takes a slot out of the list of `u`; the last one moves to its place. */
export function dropSlot(lists: Neighbours, u: number, slot: number): void {
  const last = lists.first[u]! + --lists.length[u]!;
  lists.node[slot] = lists.node[last]!;
  lists.out[slot] = lists.out[last]!;
  lists.in[slot] = lists.in[last]!;
}
