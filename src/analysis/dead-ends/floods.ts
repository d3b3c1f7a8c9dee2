import type {Network} from '../../graph/network.ts';
import {endOf, type HalfEdges, startOf} from './half-edges.ts';

/** All that can be reached from a node in a small graph. */
export interface Flood {
  /** Metres of the shortest way to each node, the start included. */
  readonly metres: ReadonlyMap<number, number>;
  /** The half-edges of the shortest way from the start to a node. */
  readonly pathTo: (node: number) => number[];
}

/** Floods a small graph from a node, whichever way its edges run. */
export function flood(network: Network, graph: HalfEdges, start: number): Flood {
  const metres = new Map([[start, 0]]);
  const enteredBy = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      const next = endOf(network, half);
      const sum = metres.get(node)! + network.edges.lengthM[half >> 1]!;
      if (sum >= (metres.get(next) ?? Infinity)) continue;
      metres.set(next, sum);
      enteredBy.set(next, half);
      queue.push(next);
    }
  }
  return {
    metres,
    pathTo: (end) => {
      const path: number[] = [];
      for (let node = end; node !== start; node = startOf(network, path[0]!))
        path.unshift(enteredBy.get(node)!);
      return path;
    },
  };
}
