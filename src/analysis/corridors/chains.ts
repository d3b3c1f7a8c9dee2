import {type LonLat, lineLengthM} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {endOf, type HalfEdges, startOf} from '../dead-ends/half-edges.ts';
import {halfEdgeLine} from '../dead-ends/surroundings.ts';

/** A road between two nodes at which the chosen roads fork or end, whatever nodes lie between. */
export interface Chain {
  /** Network nodes. */
  readonly from: number;
  readonly to: number;
  /** Half-edges in order, from `from`. */
  readonly halves: readonly number[];
  readonly line: readonly LonLat[];
  readonly lengthM: number;
}

/** All chains of a choice of edges. Rings without a fork are a chain from their westernmost node to itself. */
export function chainsOf(network: Network, graph: HalfEdges): Chain[] {
  const {nodes, edges} = network;
  const degree = (node: number): number => graph.first[node + 1]! - graph.first[node]!;
  const walked = new Uint8Array(edges.count);
  const chains: Chain[] = [];
  const walk = (first: number): void => {
    const halves = [first];
    walked[first >> 1] = 1;
    const start = startOf(network, first);
    let node = endOf(network, first);
    while (degree(node) === 2 && node !== start) {
      const [a, b] = [graph.half[graph.first[node]!]!, graph.half[graph.first[node]! + 1]!];
      const next = a >> 1 === halves[halves.length - 1]! >> 1 ? b : a;
      if (walked[next >> 1] === 1) break;
      walked[next >> 1] = 1;
      halves.push(next);
      node = endOf(network, next);
    }
    const line = halves.flatMap((half, i) => {
      const piece = halfEdgeLine(network, half);
      return i === 0 ? piece : piece.slice(1);
    });
    chains.push({from: start, to: node, halves, line, lengthM: lineLengthM(line)});
  };
  const walkAll = (node: number): void => {
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      if (walked[half >> 1] === 0) walk(half);
    }
  };
  for (let node = 0; node < nodes.count; node++) if (degree(node) !== 2) walkAll(node);
  // What is left are rings.
  const rings: number[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if (degree(node) === 2 && walked[graph.half[graph.first[node]!]! >> 1] === 0) rings.push(node);
  }
  rings.sort((a, b) => nodes.lon[a]! - nodes.lon[b]! || nodes.lat[a]! - nodes.lat[b]!);
  rings.forEach(walkAll);
  return chains;
}
