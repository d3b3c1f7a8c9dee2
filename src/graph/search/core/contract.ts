import type {ArcStore} from './arc-store.ts';
import {type Digraph, NONE} from './digraph.ts';
import {dropSlot, type Neighbours, neighboursOf, slotOfNeighbour} from './neighbours.ts';

/** Most neighbours a contracted node may have: with two, the arcs put in its place are never more. */
const MOST_NEIGHBOURS = 2;

/**
 * Contracts nodes of at most two neighbours until none is left that is not kept. In rounds: no two
 * neighbours go in the same round, so that a chain halves with every round and a node hangs on few
 * others, one above the other. Gives the nodes in the order they went, and the lists of those left;
 * the list of a contracted node is as it was when it went.
 */
export function contractLowNodes(
  graph: Digraph,
  arcs: ArcStore,
  kept: Uint8Array,
): {lists: Neighbours; order: Uint32Array} {
  const lists = neighboursOf(graph, arcs);
  const order = new Uint32Array(graph.nodeCount);
  const state = new Uint8Array(graph.nodeCount); // 1 = waits for the next round, 2 = contracted
  const blockedIn = new Uint32Array(graph.nodeCount);
  let done = 0;
  let waiting: Uint32Array = new Uint32Array(graph.nodeCount)
    .map((_, u) => u)
    .filter((u) => kept[u] === 0 && lists.length[u]! <= MOST_NEIGHBOURS);
  for (const u of waiting) state[u] = 1;
  for (let round = 1; waiting.length > 0; round++) {
    const next: number[] = [];
    for (const u of waiting) {
      if (blockedIn[u] === round) {
        next.push(u);
        continue;
      }
      order[done++] = u;
      state[u] = 2;
      takeOut(lists, arcs, u);
      const start = lists.first[u]!;
      for (let i = start; i < start + lists.length[u]!; i++) {
        const v = lists.node[i]!;
        blockedIn[v] = round;
        if (state[v] !== 0 || kept[v] === 1 || lists.length[v]! > MOST_NEIGHBOURS) continue;
        state[v] = 1;
        next.push(v);
      }
    }
    waiting = Uint32Array.from(next).sort();
  }
  return {lists, order: order.slice(0, done)};
}

/** Takes a node out of its neighbours' lists and joins them past it. */
function takeOut(lists: Neighbours, arcs: ArcStore, u: number): void {
  const i = lists.first[u]!;
  const j = i + 1;
  if (lists.length[u] === 2) {
    const [a, b] = [lists.node[i]!, lists.node[j]!];
    const known = slotOfNeighbour(lists, a, b);
    const there = known === NONE ? NONE : lists.out[known]!;
    const back = known === NONE ? NONE : lists.in[known]!;
    const arcAb = arcs.join(lists.in[i]!, lists.out[j]!, there);
    const arcBa = arcs.join(lists.in[j]!, lists.out[i]!, back);
    putInPlace(lists, a, u, b, arcAb, arcBa);
    putInPlace(lists, b, u, a, arcBa, arcAb);
  } else if (lists.length[u] === 1) {
    const a = lists.node[i]!;
    dropSlot(lists, a, slotOfNeighbour(lists, a, u));
  }
}

/** In the list of `at`: `gone` leaves, `other` is reached by `out` and comes in by `into`. */
function putInPlace(
  lists: Neighbours,
  at: number,
  gone: number,
  other: number,
  out: number,
  into: number,
): void {
  const left = slotOfNeighbour(lists, at, gone);
  const known = slotOfNeighbour(lists, at, other);
  const slot = known === NONE ? left : known;
  if (slot === left && out === NONE && into === NONE) {
    dropSlot(lists, at, left);
    return;
  }
  lists.node[slot] = other;
  lists.out[slot] = out;
  lists.in[slot] = into;
  if (slot !== left) dropSlot(lists, at, left);
}
