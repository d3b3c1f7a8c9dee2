import {Growable} from '../../graph/growable.ts';
import type {Pieces} from './pieces.ts';
import {incidence, type Runs} from './runs.ts';

/**
 * Pieces put together to edges. A piece in a chain is written as a code, `2 * piece`, plus 1 when it
 * is passed from its end to its start.
 */
export interface Chains {
  readonly count: number;
  /** Pieces of chain `c`, in order: `codes[first[c] ..< first[c + 1]]`. */
  readonly first: Uint32Array;
  readonly codes: Uint32Array;
  /** Node rows of its two ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Contracts chains of degree-2 nodes. A node stays the end of an edge (osmnx's five rules, restated
 * for an undirected network with one-way edges) when
 * 1. other than two segments touch it, or
 * 2. it is where a line closes on itself, or
 * 3. both its sides lead to one and the same neighbour: two carriageways that end together. Of a
 *    chain that comes back to where it began, the way end farthest along therefore stays, or
 * 4. its two sides differ in an attribute, or run against each other, or
 * 5. it is marked: cut by the extract, barrier, interchange, station, turning place (`keep`).
 */
export function contract(
  runs: Runs,
  pieces: Pieces,
  nodeCount: number,
  attributes: (run: number) => number,
  keep: (row: number) => boolean,
): Chains {
  const partner = joinEnds(runs, pieces, nodeCount, attributes, keep);
  const first = new Growable(Uint32Array);
  const codes = new Growable(Uint32Array);
  const from = new Growable(Uint32Array);
  const to = new Growable(Uint32Array);
  first.push(0);
  const emit = (chain: readonly number[]): void => {
    for (const code of chain) codes.push(code);
    first.push(codes.length);
    from.push(nodeAt(runs, pieces, chain[0]!));
    to.push(nodeAt(runs, pieces, chain[chain.length - 1]! ^ 1));
  };

  const done = new Uint8Array(pieces.count);
  for (let p = 0; p < pieces.count; p++) {
    if (done[p]) continue;
    // An end code names an end of a piece; as a piece's code it means "passed starting from there".
    let start = 2 * p;
    for (let back = partner[start]!; back !== -1; back = partner[start]!) {
      start = back ^ 1;
      if (start === 2 * p) break;
    }
    const chain: number[] = [];
    for (let code = start; code !== -1 && !done[code >> 1]; code = partner[code ^ 1]!) {
      done[code >> 1] = 1;
      chain.push(code);
    }
    const closed =
      chain.length > 1 &&
      nodeAt(runs, pieces, chain[0]!) === nodeAt(runs, pieces, chain[chain.length - 1]! ^ 1);
    const cut = closed ? farthestJoint(pieces, chain) : chain.length;
    emit(chain.slice(0, cut));
    if (cut < chain.length) emit(chain.slice(cut));
  }
  return {
    count: from.length,
    first: first.view(),
    codes: codes.view(),
    from: from.view(),
    to: to.view(),
  };
}

/** Node row where a piece is entered, given its code. */
function nodeAt(runs: Runs, pieces: Pieces, code: number): number {
  const piece = code >> 1;
  return runs.rows[code & 1 ? pieces.to[piece]! : pieces.from[piece]!]!;
}

/** For every piece end (code) the end that continues it, -1 where an edge ends. */
function joinEnds(
  runs: Runs,
  pieces: Pieces,
  nodeCount: number,
  attributes: (run: number) => number,
  keep: (row: number) => boolean,
): Int32Array {
  const partner = new Int32Array(pieces.count * 2).fill(-1);
  const waiting = new Int32Array(nodeCount).fill(-1);
  for (let code = 0; code < partner.length; code++) {
    const node = nodeAt(runs, pieces, code);
    if (incidence(runs.use[node]!) !== 2 || keep(node)) continue;
    const other = waiting[node]!;
    if (other === -1) {
      waiting[node] = code;
      continue;
    }
    if (other >> 1 === code >> 1) continue;
    const a = pieces.run[other >> 1]!;
    const b = pieces.run[code >> 1]!;
    if (runs.oneway[a] !== runs.oneway[b] || attributes(a) !== attributes(b)) continue;
    if (runs.oneway[a] === 1 && (other & 1) === (code & 1)) continue;
    partner[code] = other;
    partner[other] = code;
  }
  return partner;
}

/** Which piece of a closed chain to begin a second edge with: at the joint nearest to half way. */
function farthestJoint(pieces: Pieces, chain: readonly number[]): number {
  let totalM = 0;
  for (const code of chain) totalM += pieces.lengthM[code >> 1]!;
  let best = 1;
  let bestGapM = totalM;
  let atM = 0;
  for (let i = 1; i < chain.length; i++) {
    atM += pieces.lengthM[chain[i - 1]! >> 1]!;
    const gapM = Math.abs(totalM / 2 - atM);
    if (gapM < bestGapM) {
      bestGapM = gapM;
      best = i;
    }
  }
  return best;
}
