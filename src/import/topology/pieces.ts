import {greatCircleM} from '../../geo/distance.ts';
import type {RawNodes} from '../osm/node-store.ts';
import {incidence, type Runs} from './runs.ts';

/** Runs split at every node that is more than a point of one line. */
export interface Pieces {
  readonly count: number;
  /** Node rows of piece `p`: `runs.rows[from[p] ..= to[p]]`. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Row of the run. */
  readonly run: Uint32Array;
  /** Metres along the piece. */
  readonly lengthM: Float64Array;
}

/** Splits each run at its nodes that other segments touch too, or that `keep` names. */
export function splitRuns(runs: Runs, nodes: RawNodes, keep: (row: number) => boolean): Pieces {
  const {rows, first, use} = runs;
  const isCut = (row: number): boolean => incidence(use[row]!) !== 2 || keep(row);
  const count = pieceCount(runs, isCut);
  const from = new Float64Array(count);
  const to = new Float64Array(count);
  const run = new Uint32Array(count);
  const lengthM = new Float64Array(count);
  let piece = 0;
  const {lonE7, latE7} = nodes;
  for (let r = 0; r < runs.way.length; r++) {
    let start = first[r]!;
    const last = first[r + 1]! - 1;
    let sumM = 0;
    for (let i = start + 1; i <= last; i++) {
      const a = rows[i - 1]!;
      const b = rows[i]!;
      sumM += greatCircleM(lonE7[a]! / 1e7, latE7[a]! / 1e7, lonE7[b]! / 1e7, latE7[b]! / 1e7);
      if (i < last && !isCut(b)) continue;
      from[piece] = start;
      to[piece] = i;
      run[piece] = r;
      lengthM[piece++] = sumM;
      start = i;
      sumM = 0;
    }
  }
  return {count, from, to, run, lengthM};
}

/** One piece a run, and one more for every node inside at which it is cut. */
function pieceCount({rows, first, way}: Runs, isCut: (row: number) => boolean): number {
  let count = way.length;
  for (let r = 0; r < way.length; r++) {
    for (let i = first[r]! + 1; i < first[r + 1]! - 1; i++) if (isCut(rows[i]!)) count++;
  }
  return count;
}
