import {greatCircleM} from '../../geo/distance.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';
import {smallE7} from './extent/witnesses.ts';

/** Every way's references as node rows, and what is there of it. One entry per way as read. */
export interface ResolvedWays {
  /** Node row of each reference, -1 = not in the extract. */
  readonly refRows: Int32Array;
  /** Metres from the reference before it, of one way and both present; takes the place of `ways.refs`. */
  readonly segmentM: Float64Array;
  /** Longitude and latitude of the first and the last node of each way, 0 where that one is missing. */
  readonly endsE7: Int32Array;
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
 * Resolves references to rows, and measures every segment: here only, as each waits for the position
 * of a node from memory. Writes over `ways.refs` (as large as the extract, and not needed as ids any more).
 */
export function resolveWays(ways: RawWays, nodes: RawNodes): ResolvedWays {
  const segmentM = ways.refs;
  const refRows = new Int32Array(segmentM.length);
  const endsE7 = new Int32Array(4 * ways.count);
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
    const isEdge = ways.attributes[w]! > 0;
    let absent = 0;
    let sumM = 0;
    let before = -1;
    let [lonBefore, latBefore, lonFirst, latFirst] = [0, 0, 0, 0];
    let isNear = end > first;
    for (let i = first; i < end; i++) {
      const row = nodes.row(segmentM[i]!);
      refRows[i] = row;
      segmentM[i] = 0;
      if (row < 0) {
        absent++;
        before = row;
        continue;
      }
      const lon = lonE7[row]!;
      const lat = latE7[row]!;
      if (before >= 0) {
        const stepM = greatCircleM(lonBefore / 1e7, latBefore / 1e7, lon / 1e7, lat / 1e7);
        segmentM[i] = stepM;
        sumM += stepM;
        if (isEdge) bins[Math.min(BINS - 1, Math.floor(stepM / BIN_M))]!++;
      }
      if (i === first) [lonFirst, latFirst] = [lon, lat];
      else if (Math.abs(lon - lonFirst) > nearE7.lon || Math.abs(lat - latFirst) > nearE7.lat) {
        isNear = false;
      }
      [before, lonBefore, latBefore] = [row, lon, lat];
    }
    endsE7[4 * w] = lonFirst;
    endsE7[4 * w + 1] = latFirst;
    if (before >= 0) {
      endsE7[4 * w + 2] = lonBefore;
      endsE7[4 * w + 3] = latBefore;
    }
    lengthM[w] = sumM;
    missing[w] = absent;
    present[w] = end - first - absent;
    if (isNear && absent === 0) small[w] = 1;
  }
  const longSegmentM = percentile99M(bins);
  return {refRows, segmentM, endsE7, lengthM, present, missing, small, longSegmentM};
}

function percentile99M(bins: Uint32Array): number {
  let left = 0.99 * bins.reduce((sum, count) => sum + count, 0);
  const bin = bins.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return (bin + 1) * BIN_M;
}
