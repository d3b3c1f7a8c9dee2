import Flatbush from 'flatbush';
import {greatCircleM} from '../geo/distance.ts';
import type {LonLat} from '../geo/line.ts';
import {localPlane} from '../geo/local-plane.ts';
import type {Network} from '../graph/network.ts';
import {NODE_FLAG} from '../graph/vocabulary.ts';

/** A way that comes this near to a cut end may have a better one outside the extract. */
export const NEAR_CLIP_M = 5_000;

/** Tells whether a line comes within `NEAR_CLIP_M` of a node cut by the extract's edge. */
export function clipWatch(network: Network): (line: readonly LonLat[]) => boolean {
  const {nodes} = network;
  const clipped: number[] = [];
  for (let u = 0; u < nodes.count; u++) {
    if ((nodes.flags[u]! & NODE_FLAG.clip) !== 0) clipped.push(u);
  }
  if (clipped.length === 0) return () => false;
  const index = new Flatbush(clipped.length);
  for (const u of clipped) index.add(nodes.lon[u]!, nodes.lat[u]!, nodes.lon[u]!, nodes.lat[u]!);
  index.finish();
  return (line) =>
    line.some(([lon, lat]) => {
      const plane = localPlane(lon, lat);
      return index
        .search(
          plane.lon(-NEAR_CLIP_M),
          plane.lat(-NEAR_CLIP_M),
          plane.lon(NEAR_CLIP_M),
          plane.lat(NEAR_CLIP_M),
        )
        .some((row) => {
          const u = clipped[row]!;
          return greatCircleM(lon, lat, nodes.lon[u]!, nodes.lat[u]!) <= NEAR_CLIP_M;
        });
    });
}
