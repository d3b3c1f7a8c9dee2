import {greatCircleM} from '../geo/distance.ts';
import {arcDistance} from '../geo/great-circle-segment.ts';
import type {LonLat} from '../geo/line.ts';
import type {CompiledNetwork} from '../graph/compile.ts';
import type {Place} from '../graph/network.ts';
import type {TripPiece} from '../graph/search/trip.ts';
import {piecesLine} from '../graph/trip-shape.ts';
import {EDGE_CLASSES} from '../graph/vocabulary.ts';
import type {Bend} from './rows.ts';
import {round} from './via.ts';

/** A settlement farther than this says little about where a road is. */
const PLACE_WITHIN_M = 50_000;

/**
 * Where a way bends away most from the straight line between its ends: the farthest drawn point of it, the
 * road it is on there, and the nearest settlement. `null` for a way without a line.
 */
export function bendOf(
  net: CompiledNetwork,
  pieces: readonly TripPiece[],
  ends: readonly [from: LonLat, to: LonLat],
  settlements: readonly Place[],
): Bend | null {
  const distanceTo = arcDistance(ends[0], ends[1]);
  let far: {at: LonLat; foot: LonLat; distanceM: number; piece: TripPiece} | null = null;
  for (const piece of pieces) {
    for (const at of piecesLine(net, [piece])) {
      const {distanceM, foot} = distanceTo(at);
      if (far === null || distanceM > far.distanceM) far = {at, foot, distanceM, piece};
    }
  }
  if (far === null) return null;
  const {edges, strings} = net.network;
  const {edge} = far.piece;
  const [lon, lat] = far.at.map(degrees) as [number, number];
  const [footLon, footLat] = far.foot.map(degrees) as [number, number];
  return {
    lon,
    lat,
    distanceM: round(far.distanceM),
    footLon,
    footLat,
    class: EDGE_CLASSES[edges.class[edge]!]!,
    ref: strings[edges.ref[edge]!]!,
    name: strings[edges.name[edge]!]!,
    near: nearest(settlements, lon, lat),
  };
}

/** The nearest of the places; of equally near ones the first. */
function nearest(places: readonly Place[], lon: number, lat: number): Bend['near'] {
  let best: {place: string; distanceM: number} | null = null;
  for (const place of places) {
    const distanceM = greatCircleM(lon, lat, place.lon, place.lat);
    if (distanceM > PLACE_WITHIN_M) continue;
    if (best === null || distanceM < best.distanceM) best = {place: place.name, distanceM};
  }
  return best && {place: best.place, distanceM: round(best.distanceM)};
}

function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
