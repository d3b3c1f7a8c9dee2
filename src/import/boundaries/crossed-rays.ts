import {indexBorders} from '../../geo/border-index.ts';
import type {LonLat} from '../../geo/line.ts';
import type {RawShapes} from './assemble.ts';

/** Which of some straight lines are crossed by one of the ways for which `counts` holds. */
export function crossedRays(
  rays: readonly (readonly [LonLat, LonLat])[],
  {ways, refRows, nodes}: RawShapes,
  counts: (wayRow: number) => boolean,
): boolean[] {
  const crossed = rays.map(() => false);
  if (rays.length === 0) return crossed;
  const index = indexBorders(rays);
  for (const row of ways.order) {
    if (!counts(row)) continue;
    let before: LonLat | null = null;
    for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
      const node = refRows[i]!;
      const at: LonLat | null =
        node < 0 ? null : [nodes.lonE7[node]! / 1e7, nodes.latE7[node]! / 1e7];
      if (before && at) for (const {line} of index.crossings(before, at)) crossed[line] = true;
      before = at;
    }
  }
  return crossed;
}
