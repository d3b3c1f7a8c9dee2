import {greatCircleM} from '../../geo/distance.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';

/** Every way's references as node rows, and what is there of it. One entry per way as read. */
export interface ResolvedWays {
  /** Node row of each reference, -1 = not in the extract; takes the place of `ways.refs`. */
  readonly refRows: Float64Array;
  /** Metres between neighbouring nodes that are both present. */
  readonly lengthM: Float64Array;
  /** References that are present and that are missing. */
  readonly present: Uint32Array;
  readonly missing: Uint32Array;
  /** Length that 99 % of the segments of edge-making ways keep to, metres. */
  readonly longSegmentM: number;
}

/** Lengths are counted in bins of this size, up to `BINS` bins. */
const BIN_M = 100;
const BINS = 1000;

/**
 * Resolves references to rows. Writes over `ways.refs` (as large as the extract, and not needed as
 * ids any more).
 */
export function resolveWays(ways: RawWays, nodes: RawNodes): ResolvedWays {
  const refRows = ways.refs;
  const lengthM = new Float64Array(ways.count);
  const present = new Uint32Array(ways.count);
  const missing = new Uint32Array(ways.count);
  const bins = new Uint32Array(BINS);
  const {lonE7, latE7} = nodes;
  for (let w = 0; w < ways.count; w++) {
    let before = -1;
    let sumM = 0;
    for (let i = ways.firstRef[w]!; i < ways.firstRef[w + 1]!; i++) {
      const row = nodes.row(refRows[i]!);
      refRows[i] = row;
      if (row >= 0 && before >= 0) {
        const segmentM = greatCircleM(
          lonE7[before]! / 1e7,
          latE7[before]! / 1e7,
          lonE7[row]! / 1e7,
          latE7[row]! / 1e7,
        );
        sumM += segmentM;
        if (ways.attributes[w]! > 0) bins[Math.min(BINS - 1, Math.floor(segmentM / BIN_M))]!++;
      }
      if (row < 0) missing[w]!++;
      else present[w]!++;
      before = row;
    }
    lengthM[w] = sumM;
  }
  return {refRows, lengthM, present, missing, longSegmentM: percentile99M(bins)};
}

function percentile99M(bins: Uint32Array): number {
  let left = 0.99 * bins.reduce((sum, count) => sum + count, 0);
  const bin = bins.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return (bin + 1) * BIN_M;
}
