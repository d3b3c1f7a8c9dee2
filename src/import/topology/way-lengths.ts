import {greatCircleM} from '../../geo/distance.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';
import {smallE7} from './extent/witnesses.ts';

/** Every way's references as node rows, and what is there of it. One entry per way as read. */
export interface ResolvedWays {
  /** Node row of each reference, -1 = not in the extract; takes the place of `ways.refs`. */
  readonly refRows: Float64Array;
  /** Metres between neighbouring nodes that are both present. */
  readonly lengthM: Float64Array;
  /** References that are present and that are missing. */
  readonly present: Uint32Array;
  readonly missing: Uint32Array;
  /** 1 = a small way: all its nodes are present, and near its first one (`smallE7`). */
  readonly small: Uint8Array;
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
  const small = new Uint8Array(ways.count);
  const bins = new Uint32Array(BINS);
  const {lonE7, latE7} = nodes;
  const nearE7 = smallE7(nodes);
  for (let w = 0; w < ways.count; w++) {
    const first = ways.firstRef[w]!;
    const end = ways.firstRef[w + 1]!;
    let absent = 0;
    // In a loop of its own, so that the next one waits for many positions from memory at a time.
    for (let i = first; i < end; i++) {
      const row = nodes.row(refRows[i]!);
      refRows[i] = row;
      if (row < 0) absent++;
    }
    missing[w] = absent;
    present[w] = end - first - absent;
    lengthM[w] = wayLengthM(refRows, first, end, nodes, ways.attributes[w]! > 0 ? bins : null);
    if (absent > 0 || end === first) continue;
    const row = refRows[first]!;
    let i = first + 1;
    while (
      i < end &&
      Math.abs(lonE7[refRows[i]!]! - lonE7[row]!) <= nearE7.lon &&
      Math.abs(latE7[refRows[i]!]! - latE7[row]!) <= nearE7.lat
    ) {
      i++;
    }
    if (i === end) small[w] = 1;
  }
  return {refRows, lengthM, present, missing, small, longSegmentM: percentile99M(bins)};
}

/** Metres between neighbours that are both present; each such segment is counted in its bin. */
function wayLengthM(
  refRows: Float64Array,
  first: number,
  end: number,
  {lonE7, latE7}: RawNodes,
  bins: Uint32Array | null,
): number {
  let sumM = 0;
  for (let i = first + 1; i < end; i++) {
    const a = refRows[i - 1]!;
    const b = refRows[i]!;
    if (a < 0 || b < 0) continue;
    const segmentM = greatCircleM(
      lonE7[a]! / 1e7,
      latE7[a]! / 1e7,
      lonE7[b]! / 1e7,
      latE7[b]! / 1e7,
    );
    sumM += segmentM;
    if (bins) bins[Math.min(BINS - 1, Math.floor(segmentM / BIN_M))]!++;
  }
  return sumM;
}

function percentile99M(bins: Uint32Array): number {
  let left = 0.99 * bins.reduce((sum, count) => sum + count, 0);
  const bin = bins.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return (bin + 1) * BIN_M;
}
