import {type LonLat, lineLengthM, sliceLine} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import type {Chain} from './chains.ts';
import {Groups} from './groups.ts';
import type {Pairing} from './pairing.ts';

/** A junction is as large as this, metres: roads between forks that are no longer are inside it. Ours. */
export const JUNCTION_M = 100;
/** A carriageway is part of a pair when at least this share of it has a twin. */
const PAIRED_SHARE = 0.5;

/** A chain, or a part of one that was cut where the other carriageway forks. */
export interface Piece {
  /** Groups of ends: network nodes, or numbers of cuts behind them. */
  readonly from: number;
  readonly to: number;
  readonly line: readonly LonLat[];
  readonly lengthM: number;
  readonly edges: readonly number[];
  readonly paired: boolean;
}

/** Cuts every paired chain beside the forks and ends of its twins, and joins cut and fork. */
export function cutBesideForks(
  network: Network,
  chains: readonly Chain[],
  pairing: Pairing,
): {pieces: Piece[]; groups: Groups} {
  const {chainOf, alongM: alongChainM} = placesOnChains(network, chains);
  const groups = new Groups(network.nodes.count);
  const cuts = chains.map((): {alongM: number; end: number}[] => []);
  const paired = chains.map(
    ({halves}) =>
      share(halves, (half) => pairing.share(half >> 1), network.edges.lengthM) >= PAIRED_SHARE,
  );
  // by node the chains that were cut beside it
  const seen = new Map<number, number[]>();
  const isFirst = (node: number, other: number): boolean => {
    const before = seen.get(node);
    if (before?.includes(other)) return false;
    if (before === undefined) seen.set(node, [other]);
    else before.push(other);
    return true;
  };
  /** Makes one junction of a node and what lies beside it on another chain. */
  const joinBeside = (node: number, other: number, alongM: number): void => {
    const {from, to, lengthM} = chains[other]!;
    if (alongM <= JUNCTION_M) groups.join(node, from);
    else if (alongM >= lengthM - JUNCTION_M) groups.join(node, to);
    else {
      const end = groups.add();
      groups.join(node, end);
      cuts[other]!.push({alongM, end});
    }
  };
  chains.forEach((chain, row) => {
    if (!paired[row]) return;
    for (const [node, half] of [
      [chain.from, chain.halves[0]!],
      [chain.to, chain.halves[chain.halves.length - 1]! ^ 1],
    ] as const) {
      // A metre on, where the course is that of the chain.
      const lengthM = network.edges.lengthM[half >> 1]!;
      const onM = Math.min(lengthM / 2, 20);
      for (const twin of pairing.twinsAt(half >> 1, (half & 1) === 0 ? onM : lengthM - onM)) {
        const other = chainOf[twin.edge]!;
        if (other === row || !paired[other]) continue;
        if (!isFirst(node, other)) continue;
        joinBeside(node, other, alongChainM(twin.edge, twin.alongM));
      }
    }
  });
  return {
    groups,
    pieces: chains.flatMap((chain, row) => cutChain(network, chain, cuts[row]!, paired[row]!)),
  };
}

/** Mean of a share over half-edges, by length. */
function share(
  halves: readonly number[],
  of: (half: number) => number,
  lengthM: Float64Array,
): number {
  const totalM = halves.reduce((sum, half) => sum + lengthM[half >> 1]!, 0);
  const partM = halves.reduce((sum, half) => sum + of(half) * lengthM[half >> 1]!, 0);
  return totalM === 0 ? 0 : partM / totalM;
}

/** The chain of each edge, and metres along it of a point of the edge, by the lengths of their lines. */
function placesOnChains(
  {edges}: Network,
  chains: readonly Chain[],
): {chainOf: Uint32Array; alongM: (edge: number, alongM: number) => number} {
  const chainOf = new Uint32Array(edges.count);
  const beforeM = new Float64Array(edges.count);
  const isTurned = new Uint8Array(edges.count);
  chains.forEach(({halves}, row) => {
    let before = 0;
    for (const half of halves) {
      chainOf[half >> 1] = row;
      beforeM[half >> 1] = before;
      isTurned[half >> 1] = half & 1;
      before += edges.lengthM[half >> 1]!;
    }
  });
  return {
    chainOf,
    alongM: (edge, alongM) =>
      beforeM[edge]! + (isTurned[edge] === 0 ? alongM : edges.lengthM[edge]! - alongM),
  };
}

function cutChain(
  network: Network,
  chain: Chain,
  cuts: readonly {alongM: number; end: number}[],
  paired: boolean,
): Piece[] {
  if (cuts.length === 0) {
    const {from, to, line, lengthM} = chain;
    return [{from, to, line, lengthM, edges: chain.halves.map((half) => half >> 1), paired}];
  }
  const sorted = [...cuts].sort((a, b) => a.alongM - b.alongM);
  const ends = [{alongM: 0, end: chain.from}, ...sorted, {alongM: chain.lengthM, end: chain.to}];
  return ends.slice(1).map((to, i): Piece => {
    const from = ends[i]!;
    const line = sliceLine(
      chain.line,
      from.alongM / chain.lengthM,
      Math.min(1, to.alongM / chain.lengthM),
    );
    return {
      from: from.end,
      to: to.end,
      line,
      lengthM: lineLengthM(line),
      edges: edgesWithin(network, chain, from.alongM, to.alongM),
      paired,
    };
  });
}

/** Edges of a chain that have a part between two positions along it. */
function edgesWithin(network: Network, chain: Chain, fromM: number, toM: number): number[] {
  const found: number[] = [];
  let at = 0;
  for (const half of chain.halves) {
    const next = at + network.edges.lengthM[half >> 1]!;
    if (next > fromM && at < toM) found.push(half >> 1);
    at = next;
  }
  return found.length > 0 ? found : chain.halves.map((half) => half >> 1);
}
