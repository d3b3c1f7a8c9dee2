import {ArcStore} from '../core/arc-store.ts';
import type {Digraph} from '../core/digraph.ts';
import {NodeHeap} from '../heap.ts';
import {Contraction} from './contraction.ts';
import type {Hierarchy} from './hierarchy.ts';
import {
  ENTRY,
  IN_ALONG,
  IN_ARC,
  IN_COST,
  NODE,
  OUT_ALONG,
  OUT_ARC,
  OUT_COST,
  WorkingGraph,
} from './working-graph.ts';

/**
 * Contracts all nodes of a graph, the least important first, where importance is the height of the
 * hierarchy below plus shortcuts made per arc taken out, counted once each and once by the arcs they
 * stand for (the formula of RoutingKit). The price of a node is asked again when its turn comes, and
 * it waits if it has risen. Same graph, same hierarchy.
 */
export function buildHierarchy(graph: Digraph): Hierarchy {
  const {nodeCount} = graph;
  const arcs = new ArcStore(graph, graph.head.length);
  const left = new WorkingGraph(graph, arcs);
  const contraction = new Contraction(left, arcs, nodeCount);
  const level = new Uint32Array(nodeCount);
  const queue = new NodeHeap(nodeCount);
  for (let u = 0; u < nodeCount; u++) queue.pushOrLower(u, contraction.price(u));
  while (queue.length > 0) {
    const u = queue.pop();
    const price = level[u]! + contraction.price(u);
    if (queue.length > 0 && price > queue.minCost) {
      queue.pushOrLower(u, price);
      continue;
    }
    contraction.contract(u);
    const start = left.first[u]!;
    for (let at = start; at < start + ENTRY * left.length[u]!; at += ENTRY) {
      const v = left.words[at + NODE]!;
      level[v] = Math.max(level[v]!, level[u]! + 1);
    }
  }
  return ranked(left, arcs, level);
}

/** Ranks by level from the top; within a level as in the graph, where neighbours lie together. */
function ranked(left: WorkingGraph, arcs: ArcStore, level: Uint32Array): Hierarchy {
  const nodeCount = level.length;
  const nodeAt = byLevelFromTop(level);
  const rankOf = new Uint32Array(nodeCount);
  const first = new Uint32Array(nodeCount + 1);
  nodeAt.forEach((u, rank) => {
    rankOf[u] = rank;
    first[rank + 1] = first[rank]! + left.length[u]!;
  });
  const column = (): Uint32Array => new Uint32Array(first[nodeCount]!);
  const [above, upCost, downCost, upArc] = [column(), column(), column(), column()];
  const [downArc, upAlong, downAlong] = [column(), column(), column()];
  const {words} = left;
  for (let rank = 0, i = 0; rank < nodeCount; rank++) {
    const u = nodeAt[rank]!;
    const start = left.first[u]!;
    for (let at = start; at < start + ENTRY * left.length[u]!; at += ENTRY, i++) {
      above[i] = rankOf[words[at + NODE]!]!;
      upCost[i] = words[at + OUT_COST]!;
      downCost[i] = words[at + IN_COST]!;
      upArc[i] = words[at + OUT_ARC]!;
      downArc[i] = words[at + IN_ARC]!;
      upAlong[i] = words[at + OUT_ALONG]!;
      downAlong[i] = words[at + IN_ALONG]!;
    }
  }
  const shortcuts = arcs.shortcuts();
  const costs = {upCost, downCost, upArc, downArc, upAlong, downAlong};
  return {nodeCount, nodeAt, rankOf, first, above, ...costs, shortcuts};
}

function byLevelFromTop(level: Uint32Array): Uint32Array {
  const highest = level.reduce((most, l) => Math.max(most, l), 0);
  const next = new Uint32Array(highest + 2);
  for (const l of level) next[highest - l + 1]!++;
  for (let l = 0; l <= highest; l++) next[l + 1]! += next[l]!;
  const order = new Uint32Array(level.length);
  for (let u = 0; u < level.length; u++) order[next[highest - level[u]!]!++] = u;
  return order;
}
