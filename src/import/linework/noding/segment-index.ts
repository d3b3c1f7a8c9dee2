import Flatbush from 'flatbush';
import type {Line} from './line.ts';
import {M_PER_E7, type PositionTable} from './position-table.ts';

/** A packed tree over all segments of some lines. */
export interface SegmentIndex {
  readonly count: number;
  /** Row of the line and number of the segment on it (from its point `segment` to the next). */
  readonly line: Uint32Array;
  readonly segment: Uint32Array;
  /** Segments whose box meets the box (1e-7 degrees). */
  readonly search: (west: number, south: number, east: number, north: number) => number[];
  /** Segments whose box comes within `radiusM` of a position, in no particular order. */
  readonly around: (row: number, radiusM: number) => number[];
}

/** Indexes the segments of the lines that `wanted` names. */
export function indexSegments(
  lines: readonly Line[],
  positions: PositionTable,
  wanted: (line: Line) => boolean = () => true,
): SegmentIndex {
  let count = 0;
  for (const line of lines) if (wanted(line)) count += line.at.length - 1;
  const line = new Uint32Array(count);
  const segment = new Uint32Array(count);
  const tree = count === 0 ? null : new Flatbush(count, 16, Int32Array);
  let s = 0;
  lines.forEach((one, row) => {
    if (!wanted(one)) return;
    for (let i = 0; i + 1 < one.at.length; i++) {
      const [lonA, latA] = [positions.lonE7(one.at[i]!), positions.latE7(one.at[i]!)];
      const [lonB, latB] = [positions.lonE7(one.at[i + 1]!), positions.latE7(one.at[i + 1]!)];
      tree!.add(
        Math.min(lonA, lonB),
        Math.min(latA, latB),
        Math.max(lonA, lonB),
        Math.max(latA, latB),
      );
      line[s] = row;
      segment[s++] = i;
    }
  });
  tree?.finish();
  const search: SegmentIndex['search'] = (west, south, east, north) =>
    tree?.search(west, south, east, north) ?? [];
  return {
    count,
    line,
    segment,
    search,
    around: (row, radiusM) => {
      const [lon, lat] = [positions.lonE7(row), positions.latE7(row)];
      // A little wider than the plane says, so that rounding loses nothing.
      const dLat = (radiusM / M_PER_E7) * 1.001;
      const dLon = dLat / Math.max(0.01, Math.cos((lat / 1e7) * (Math.PI / 180)));
      return search(lon - dLon, lat - dLat, lon + dLon, lat + dLat);
    },
  };
}
