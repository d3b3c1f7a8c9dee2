import Flatbush from 'flatbush';
import {greatCircleM} from '../geo/distance.ts';
import {type LonLat, sliceLine} from '../geo/line.ts';
import {localPlane} from '../geo/local-plane.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import type {Network} from '../graph/network.ts';
import type {TripPiece} from '../graph/search/trip.ts';
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

/**
 * The same for ways of pieces of edges. Each edge is looked at once, however many ways take it;
 * only the pieces at the ends of a way are drawn for it.
 */
export function wayClipWatch(network: Network): (pieces: readonly TripPiece[]) => boolean {
  const nearClip = clipWatch(network);
  const known = new Int8Array(network.edges.count); // 0 = not asked yet, 1 = near, −1 = not
  const whole = (edge: number): boolean => {
    if (known[edge] === 0) known[edge] = nearClip(edgeLine(network, edge)) ? 1 : -1;
    return known[edge] === 1;
  };
  return (pieces) =>
    pieces.some(({edge, fromShare, toShare}) =>
      Math.abs(toShare - fromShare) === 1
        ? whole(edge)
        : nearClip(sliceLine(edgeLine(network, edge), fromShare, toShare)),
    );
}
