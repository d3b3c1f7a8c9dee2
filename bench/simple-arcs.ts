import {type Digraph, NONE} from '../src/graph/search/core/digraph.ts';

/** Calls `visit` for every pair of neighbours once, with the least cost of the arcs between them. */
export function forSimpleArcs(
  {nodeCount, firstOut, head, cost}: Digraph,
  visit: (tail: number, head: number, cost: number) => void,
): void {
  for (let u = 0; u < nodeCount; u++) {
    const least = new Map<number, number>();
    for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
      const v = head[a]!;
      least.set(v, Math.min(cost[a]!, least.get(v) ?? NONE));
    }
    for (const [v, c] of least) if (v !== u) visit(u, v, c);
  }
}

/** Least cost of the arcs between two neighbours (ms). */
export function arcCost({firstOut, head, cost}: Digraph, tail: number, to: number): number {
  let least = Infinity;
  for (let a = firstOut[tail]!; a < firstOut[tail + 1]!; a++) {
    if (head[a] === to) least = Math.min(least, cost[a]!);
  }
  return least;
}

/** Cost of a way given as its nodes (ms). */
export function wayCost(graph: Digraph, nodes: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < nodes.length; i++) sum += arcCost(graph, nodes[i - 1]!, nodes[i]!);
  return sum;
}

/** Costs by node (ms) of a tree given as the parent of every node; no parent = not reached. */
export function treeCosts(
  graph: Digraph,
  source: number,
  parentOf: (node: number) => number | undefined,
): Uint32Array {
  const costs = new Uint32Array(graph.nodeCount).fill(NONE);
  costs[source] = 0;
  for (let u = 0; u < graph.nodeCount; u++) {
    const open: number[] = [];
    let at: number | undefined = u;
    while (at !== undefined && costs[at] === NONE) {
      open.push(at);
      at = parentOf(at);
    }
    if (at === undefined) continue;
    for (let i = open.length - 1; i >= 0; i--) {
      const v = open[i]!;
      costs[v] = costs[at]! + arcCost(graph, at, v);
      at = v;
    }
  }
  return costs;
}
