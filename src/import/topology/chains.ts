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
  // Every piece is in one chain, so there are no more chains than pieces.
  const codes = new Uint32Array(pieces.count);
  const first = new Uint32Array(pieces.count + 1);
  let count = 0;
  let length = 0;

  const done = new Uint8Array(pieces.count);
  for (let p = 0; p < pieces.count; p++) {
    if (done[p]) continue;
    // An end code names an end of a piece; as a piece's code it means "passed starting from there".
    let start = 2 * p;
    for (let back = partner[start]!; back !== -1; back = partner[start]!) {
      start = back ^ 1;
      if (start === 2 * p) break;
    }
    const begin = length;
    for (let code = start; code !== -1 && !done[code >> 1]; code = partner[code ^ 1]!) {
      done[code >> 1] = 1;
      codes[length++] = code;
    }
    const closed =
      length - begin > 1 &&
      nodeAt(runs, pieces, codes[begin]!) === nodeAt(runs, pieces, codes[length - 1]! ^ 1);
    if (closed) first[++count] = farthestJoint(pieces, codes, begin, length);
    first[++count] = length;
  }
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (let c = 0; c < count; c++) {
    from[c] = nodeAt(runs, pieces, codes[first[c]!]!);
    to[c] = nodeAt(runs, pieces, codes[first[c + 1]! - 1]! ^ 1);
  }
  return {count, first: first.subarray(0, count + 1), codes, from, to};
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

/**
 * Which piece of a closed chain, `codes[begin ..< end]`, to begin a second edge with: at the joint
 * nearest to half way.
 */
function farthestJoint(pieces: Pieces, codes: Uint32Array, begin: number, end: number): number {
  let totalM = 0;
  for (let i = begin; i < end; i++) totalM += pieces.lengthM[codes[i]! >> 1]!;
  let best = begin + 1;
  let bestGapM = totalM;
  let atM = 0;
  for (let i = begin + 1; i < end; i++) {
    atM += pieces.lengthM[codes[i - 1]! >> 1]!;
    const gapM = Math.abs(totalM / 2 - atM);
    if (gapM < bestGapM) {
      bestGapM = gapM;
      best = i;
    }
  }
  return best;
}
