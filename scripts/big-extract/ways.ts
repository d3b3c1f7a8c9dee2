import type {GeneratedNetwork} from './read-network.ts';

export interface GeneratedWay {
  /** 0 … 5 as in the network. */
  readonly class: number;
  readonly oneway: boolean;
  /** Node rows. */
  readonly nodes: readonly number[];
}

/** Lines from junction to junction (as mappers draw them), each edge of the network in exactly one. */
export function* ways(network: GeneratedNetwork): Generator<GeneratedWay> {
  const edges = edgesOf(network);
  const {from, to, kind, first, at} = edges;
  const done = new Uint8Array(from.length);
  /** The edge that goes on at this end of an edge, -1 where the line ends. */
  const next = (node: number, edge: number): number => {
    if (first[node + 1]! - first[node]! !== 2) return -1;
    const other = at[first[node]!] === edge ? at[first[node]! + 1]! : at[first[node]!]!;
    if (other === edge || done[other] || kind[other] !== kind[edge]) return -1;
    // A one-way line goes on only the same way round.
    if (kind[edge]! & 128 && (from[other] === node) !== (to[edge] === node)) return -1;
    return other;
  };
  const across = (edge: number, node: number): number =>
    from[edge] === node ? to[edge]! : from[edge]!;

  for (let e = 0; e < from.length; e++) {
    if (done[e]) continue;
    done[e] = 1;
    const forward: number[] = [];
    const backward: number[] = [];
    for (const [start, line] of [
      [to[e]!, forward],
      [from[e]!, backward],
    ] as const) {
      let node = start;
      line.push(node);
      for (let edge = next(node, e); edge !== -1; ) {
        done[edge] = 1;
        node = across(edge, node);
        line.push(node);
        edge = next(node, edge);
      }
    }
    yield {
      class: kind[e]! & 127,
      oneway: (kind[e]! & 128) !== 0,
      nodes: [...backward.reverse(), ...forward],
    };
  }
}

/** The arcs as undirected edges, and the edges at each node: `at[first[n] ..< first[n + 1]]`. */
function edgesOf(network: GeneratedNetwork) {
  const {nodes, arcs, tail, head} = network;
  const isEdge = (arc: number): boolean =>
    (network.class[arc]! & 128) !== 0 || tail[arc]! < head[arc]!;
  let count = 0;
  for (let a = 0; a < arcs; a++) if (isEdge(a)) count++;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const kind = new Uint8Array(count);
  const first = new Uint32Array(nodes + 1);
  let e = 0;
  for (let a = 0; a < arcs; a++) {
    if (!isEdge(a)) continue;
    from[e] = tail[a]!;
    to[e] = head[a]!;
    kind[e] = network.class[a]!;
    first[from[e]! + 1]!++;
    first[to[e]! + 1]!++;
    e++;
  }
  for (let n = 0; n < nodes; n++) first[n + 1]! += first[n]!;
  const fill = first.slice(0, nodes);
  const at = new Uint32Array(2 * count);
  for (let i = 0; i < count; i++) {
    at[fill[from[i]!]!++] = i;
    at[fill[to[i]!]!++] = i;
  }
  return {from, to, kind, first, at};
}
