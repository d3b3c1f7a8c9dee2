import {ArcStore, type Shortcuts} from './arc-store.ts';
import {contractLowNodes} from './contract.ts';
import {type Digraph, NONE, type ReverseArcs, reverseArcs} from './digraph.ts';
import type {Neighbours} from './neighbours.ts';

/**
 * A graph without the nodes that have at most two neighbours: chains, trees and ears are contracted,
 * exactly, and can be recovered in one pass. A node is either a row of the core or a *low* row; low
 * rows stand in order of recovery, so that the ends of a low node are recovered before it.
 */
export interface Core {
  readonly nodeCount: number;
  /** Node of the whole graph by core row, ascending. */
  readonly coreNode: Uint32Array;
  /** Node of the whole graph by low row. */
  readonly lowNode: Uint32Array;
  /** By node: its core row, or `coreCount` + its low row. */
  readonly rowOf: Uint32Array;
  /** The core as a graph of its own, over core rows. */
  readonly inner: Digraph & {readonly along: Uint32Array};
  readonly innerReverse: ReverseArcs;
  /** By arc of the core: the arc of the whole graph, or the shortcut, that it is. */
  readonly innerArc: Uint32Array;
  /** The up to two nodes (of the whole graph) a low row hangs on; itself where there are fewer. */
  readonly end: Uint32Array; // [2 · lowCount]
  /** Cost and arc from the low node to its end; `FAR`, `NONE` = none. */
  readonly upCost: Uint32Array;
  readonly upArc: Uint32Array;
  /** Cost and arc from the end to the low node. */
  readonly downCost: Uint32Array;
  readonly downArc: Uint32Array;
  readonly shortcuts: Shortcuts;
  /** By shortcut: what lies along it. */
  readonly shortcutAlong: Uint32Array;
}

/**
 * Contracts every node with at most two neighbours, again and again, but for the nodes in `keep`.
 * Same graph, same core.
 */
export function buildCore(graph: Digraph, keep: readonly number[] = []): Core {
  const arcs = new ArcStore(graph, 2 * graph.nodeCount);
  const kept = new Uint8Array(graph.nodeCount);
  for (const node of keep) kept[node] = 1;
  const {lists, order} = contractLowNodes(graph, arcs, kept);
  const low = lowRows(lists, order, arcs);
  const isLow = new Uint8Array(graph.nodeCount);
  for (const node of order) isLow[node] = 1;
  const coreNode = Uint32Array.from(everyNode(graph.nodeCount)).filter((u) => isLow[u] === 0);
  const rowOf = rowsOf(graph.nodeCount, coreNode, low.lowNode);
  const {inner, innerArc} = innerGraph(lists, coreNode, rowOf, arcs);
  const shortcuts = arcs.shortcuts();
  const shortcutAlong = shortcuts.first.map((_, i) => arcs.along(shortcuts.base + i));
  const innerReverse = reverseArcs(inner);
  return {
    nodeCount: graph.nodeCount,
    coreNode,
    rowOf,
    inner,
    innerReverse,
    innerArc,
    ...low,
    shortcuts,
    shortcutAlong,
  };
}

/** Row of every node, from the nodes of the two kinds of row. */
export function rowsOf(
  nodeCount: number,
  coreNode: Uint32Array,
  lowNode: Uint32Array,
): Uint32Array {
  const rowOf = new Uint32Array(nodeCount);
  for (let i = 0; i < coreNode.length; i++) rowOf[coreNode[i]!] = i;
  for (let i = 0; i < lowNode.length; i++) rowOf[lowNode[i]!] = coreNode.length + i;
  return rowOf;
}

function everyNode(count: number): Uint32Array {
  return new Uint32Array(count).map((_, i) => i);
}

/** What each contracted node hung on when its turn came: its list stopped changing there. */
function lowRows(lists: Neighbours, order: Uint32Array, arcs: ArcStore) {
  const count = order.length;
  const lowNode = order.slice().reverse();
  const end = new Uint32Array(2 * count).map((_, i) => lowNode[i >> 1]!);
  const upArc = new Uint32Array(2 * count).fill(NONE);
  const downArc = new Uint32Array(2 * count).fill(NONE);
  for (let row = 0; row < count; row++) {
    const u = lowNode[row]!;
    for (let k = 0; k < lists.length[u]!; k++) {
      const slot = lists.first[u]! + k;
      end[2 * row + k] = lists.node[slot]!;
      upArc[2 * row + k] = lists.out[slot]!;
      downArc[2 * row + k] = lists.in[slot]!;
    }
  }
  const upCost = upArc.map((arc) => arcs.cost(arc));
  const downCost = downArc.map((arc) => arcs.cost(arc));
  return {lowNode, end, upArc, downArc, upCost, downCost};
}

function innerGraph(
  lists: Neighbours,
  coreNode: Uint32Array,
  rowOf: Uint32Array,
  arcs: ArcStore,
): {inner: Digraph & {along: Uint32Array}; innerArc: Uint32Array} {
  const firstOut = new Uint32Array(coreNode.length + 1);
  let count = 0;
  coreNode.forEach((u, row) => {
    const start = lists.first[u]!;
    for (let i = start; i < start + lists.length[u]!; i++) if (lists.out[i] !== NONE) count++;
    firstOut[row + 1] = count;
  });
  const head = new Uint32Array(count);
  const innerArc = new Uint32Array(count);
  let a = 0;
  for (const u of coreNode) {
    const start = lists.first[u]!;
    for (let i = start; i < start + lists.length[u]!; i++) {
      if (lists.out[i] === NONE) continue;
      head[a] = rowOf[lists.node[i]!]!;
      innerArc[a++] = lists.out[i]!;
    }
  }
  const cost = innerArc.map((arc) => arcs.cost(arc));
  const along = innerArc.map((arc) => arcs.along(arc));
  return {inner: {nodeCount: coreNode.length, firstOut, head, cost, along}, innerArc};
}
