import {greatCircleM} from '../../geo/distance.ts';
import {Growable} from '../../graph/growable.ts';
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
  const from = new Growable(Float64Array);
  const to = new Growable(Float64Array);
  const run = new Growable(Uint32Array);
  const lengthM = new Growable(Float64Array);
  const {rows, first, use} = runs;
  const {lonE7, latE7} = nodes;
  for (let r = 0; r < runs.way.length; r++) {
    let start = first[r]!;
    const last = first[r + 1]! - 1;
    let sumM = 0;
    for (let i = start + 1; i <= last; i++) {
      const a = rows[i - 1]!;
      const b = rows[i]!;
      sumM += greatCircleM(lonE7[a]! / 1e7, latE7[a]! / 1e7, lonE7[b]! / 1e7, latE7[b]! / 1e7);
      if (i < last && incidence(use[b]!) === 2 && !keep(b)) continue;
      from.push(start);
      to.push(i);
      run.push(r);
      lengthM.push(sumM);
      start = i;
      sumM = 0;
    }
  }
  return {
    count: run.length,
    from: from.view(),
    to: to.view(),
    run: run.view(),
    lengthM: lengthM.view(),
  };
}
