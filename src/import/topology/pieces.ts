import {incidence, type Runs} from './runs.ts';
import type {ResolvedWays} from './way-lengths.ts';

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

/**
 * Splits each run at its nodes that other segments touch too, or that `keep` names. Walks along the
 * references of the way beside the run, to find the length of each segment.
 */
export function splitRuns(
  runs: Runs,
  {refRows, segmentM}: Pick<ResolvedWays, 'refRows' | 'segmentM'>,
  keep: (row: number) => boolean,
): Pieces {
  const {rows, first, use, firstRef, backward} = runs;
  const isCut = (row: number): boolean => incidence(use[row]!) !== 2 || keep(row);
  const count = pieceCount(runs, isCut);
  const from = new Float64Array(count);
  const to = new Float64Array(count);
  const run = new Uint32Array(count);
  const lengthM = new Float64Array(count);
  let piece = 0;
  for (let r = 0; r < runs.way.length; r++) {
    let start = first[r]!;
    const last = first[r + 1]! - 1;
    let sumM = 0;
    const isBackward = backward[r]!;
    const step = isBackward ? -1 : 1;
    let ref = firstRef[r]!;
    for (let i = start + 1; i <= last; i++) {
      const b = rows[i]!;
      // The run names a node once that the way names several times in a row.
      for (ref += step; refRows[ref] !== b; ) ref += step;
      sumM += segmentM[ref + isBackward]!;
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
