import fc from 'fast-check';
import type {Digraph} from '../../../src/graph/search/core/digraph.ts';
import {leastCosts} from '../../support/oracle.ts';

export interface ArcList {
  readonly nodeCount: number;
  /** tail, head, cost, along */
  readonly arcs: readonly (readonly [number, number, number, number])[];
}

/**
 * Graphs with everything a search can trip over: parallel arcs, loops, one-ways, zero costs, islands,
 * chains and trees hung on rings, and so few different costs that ties are the rule.
 */
export function randomArcs(maxNodes = 14): fc.Arbitrary<ArcList> {
  const cost = fc.oneof(fc.constantFrom(0, 1, 2, 3, 5), fc.nat(1000));
  const along = fc.constantFrom(0, 1, 2, 7);
  const piece = fc.record({
    shape: fc.constantFrom('arc', 'road', 'road', 'chain', 'comb'),
    ends: fc.tuple(fc.nat(), fc.nat()),
    cost,
    back: cost,
    along,
  });
  return fc
    .record({
      nodeCount: fc.integer({min: 1, max: maxNodes}),
      pieces: fc.array(piece, {maxLength: 2 * maxNodes}),
      run: fc.integer({min: 2, max: 6}),
    })
    .map(({nodeCount, pieces, run}) => {
      const arcs: [number, number, number, number][] = [];
      for (const {shape, ends, cost, back, along} of pieces) {
        const [u, v] = [ends[0] % nodeCount, ends[1] % nodeCount];
        const road = (a: number, b: number): void => {
          arcs.push([a, b, cost, along], [b, a, back, along]);
        };
        if (shape === 'arc') arcs.push([u, v, cost, along]);
        else if (shape === 'road') road(u, v);
        else {
          for (let i = 0; i < run; i++) road((u + i) % nodeCount, (u + i + 1) % nodeCount);
          if (shape === 'comb') road(v, u);
        }
      }
      return {nodeCount, arcs};
    });
}

export function digraph({nodeCount, arcs}: ArcList, withAlong = true): Digraph {
  const sorted = arcs.map((arc, i) => ({arc, i})).sort((a, b) => a.arc[0] - b.arc[0] || a.i - b.i);
  const firstOut = new Uint32Array(nodeCount + 1);
  for (const {arc} of sorted) firstOut[arc[0] + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  const column = (k: 1 | 2 | 3): Uint32Array => Uint32Array.from(sorted, ({arc}) => arc[k]);
  const graph = {nodeCount, firstOut, head: column(1), cost: column(2)};
  return withAlong ? {...graph, along: column(3)} : graph;
}

export interface Least {
  readonly cost: number;
  readonly along: number;
}

/** Least (cost, then along) from a node to all, by relaxing every arc until nothing changes. */
export function bruteForce({nodeCount, arcs}: ArcList, source: number): (Least | null)[] {
  const least: (Least | null)[] = new Array(nodeCount).fill(null);
  least[source] = {cost: 0, along: 0};
  for (let changed = true; changed; ) {
    changed = false;
    for (const [u, v, cost, along] of arcs) {
      const at = least[u];
      if (!at) continue;
      const over = {cost: at.cost + cost, along: at.along + along};
      const known = least[v];
      if (
        known &&
        (known.cost < over.cost || (known.cost === over.cost && known.along <= over.along))
      )
        continue;
      least[v] = over;
      changed = true;
    }
  }
  return least;
}

/** Least costs by graphology's Dijkstra, `null` = no way. */
export function graphologyCosts({nodeCount, arcs}: ArcList, source: number): (number | null)[] {
  const costs = leastCosts(
    arcs.map(([u, v, cost]) => ({from: `${u}`, to: `${v}`, cost})),
    `${source}`,
  );
  return Array.from({length: nodeCount}, (_, v) => costs.get(`${v}`) ?? null);
}

/** Cost and along of a list of arc rows if they lead from `source` to `target`, else `null`. */
export function walk(
  graph: Digraph,
  arcs: readonly number[],
  source: number,
  target: number,
): Least | null {
  let at = source;
  let cost = 0;
  let along = 0;
  for (const a of arcs) {
    if (a < graph.firstOut[at]! || a >= graph.firstOut[at + 1]!) return null;
    cost += graph.cost[a]!;
    along += graph.along?.[a] ?? 0;
    at = graph.head[a]!;
  }
  return at === target ? {cost, along} : null;
}
