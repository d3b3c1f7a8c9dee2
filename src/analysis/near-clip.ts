import Flatbush from 'flatbush';
import {type LonLat, sliceLine} from '../geo/line.ts';
import {localPlane, projectOnSegment} from '../geo/local-plane.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import type {Network} from '../graph/network.ts';
import type {TripPath, TripPiece} from '../graph/search/trip.ts';
import type {Snap} from '../graph/snap.ts';
import {FIRST_RAIL_CLASS, NODE_FLAG} from '../graph/vocabulary.ts';
import type {Sentence} from './rows.ts';
import type {Direction, Study, StudyPlace, TravelMode} from './study.ts';

/** A way that comes this near to a cut end may have a better one outside the extract. */
export const NEAR_CLIP_M = 5_000;

/** Tells whether a line comes within so many metres (`NEAR_CLIP_M`) of a road cut by the extract's edge. */
export function clipWatch(
  network: Network,
  withinM = NEAR_CLIP_M,
): (line: readonly LonLat[]) => boolean {
  return nodeWatch(network, cutRoadNodes(network), withinM);
}

/** Tells whether a line comes within so many metres of one of some nodes. */
function nodeWatch(
  {nodes}: Network,
  clipped: readonly number[],
  withinM: number,
): (line: readonly LonLat[]) => boolean {
  if (clipped.length === 0) return () => false;
  const index = new Flatbush(clipped.length);
  for (const u of clipped) index.add(nodes.lon[u]!, nodes.lat[u]!, nodes.lon[u]!, nodes.lat[u]!);
  index.finish();
  /** Metres from a cut end to a piece of the line, in the plane of the end. */
  const isAt = (u: number, a: LonLat, b: LonLat): boolean => {
    const plane = localPlane(nodes.lon[u]!, nodes.lat[u]!);
    const [ax, ay, bx, by] = [plane.x(a[0]), plane.y(a[1]), plane.x(b[0]), plane.y(b[1])];
    return projectOnSegment(0, 0, ax, ay, bx, by).distance2 <= withinM * withinM;
  };
  const isPieceNear = (a: LonLat, b: LonLat): boolean => {
    const [west, south] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
    const [east, north] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
    // Where the box is farthest from the equator a degree of longitude is shortest.
    const plane = localPlane(west, Math.abs(north) > Math.abs(south) ? north : south);
    const [dLon, dLat] = [plane.lon(withinM) - west, (withinM / DEGREE_M) * 1.01];
    return index
      .search(west - dLon, south - dLat, east + dLon, north + dLat)
      .some((row) => isAt(clipped[row]!, a, b));
  };
  return (line) => line.some((at, i) => isPieceNear(line[i - 1] ?? at, at));
}

/** A degree of latitude, nearly. */
const DEGREE_M = 111_195;

/**
 * Tells whether the course of a planned line comes within `NEAR_CLIP_M` of a cut end of a road or track, or
 * leads out of the box of a cut extract.
 */
export function courseClipWatch(network: Network): (line: readonly LonLat[]) => boolean {
  const clipped = clipNodes(network);
  if (clipped.length === 0) return () => false;
  const isNear = nodeWatch(network, clipped, NEAR_CLIP_M);
  return (line) => line.some(([lon, lat]) => isOutside(network, lon, lat)) || isNear(line);
}

function isOutside({meta: {bbox}}: Network, lon: number, lat: number): boolean {
  return bbox !== null && (lon < bbox[0] || lon > bbox[2] || lat < bbox[1] || lat > bbox[3]);
}

function clipNodes({nodes}: Network): number[] {
  const clipped: number[] = [];
  for (let u = 0; u < nodes.count; u++) {
    if ((nodes.flags[u]! & NODE_FLAG.clip) !== 0) clipped.push(u);
  }
  return clipped;
}

/** Those at which a road was cut: at the others only tracks were. */
function cutRoadNodes(network: Network): number[] {
  const clipped = clipNodes(network);
  if (clipped.length === 0) return clipped;
  const {edges} = network;
  const isOfRoad = new Uint8Array(network.nodes.count);
  for (let e = 0; e < edges.count; e++) {
    if (edges.class[e]! >= FIRST_RAIL_CLASS) continue;
    isOfRoad[edges.from[e]!] = isOfRoad[edges.to[e]!] = 1;
  }
  return clipped.filter((u) => isOfRoad[u] === 1);
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

/**
 * The same for the trip between two places. One that found no way may have one outside of a cut
 * extract, unless a place has no road for another reason than the cut.
 */
export function tripClipWatch(
  study: Study,
): (from: StudyPlace, to: StudyPlace, way: TripPath | null) => boolean {
  const isNear = wayClipWatch(study.network);
  const isCutOff = cutOffWatch(study);
  const isCut = cutRoadNodes(study.network).length > 0;
  return (from, to, way) => {
    if (way !== null) return isNear(way.pieces);
    if (from.snap === null || to.snap === null) return isCutOff(from) || isCutOff(to);
    return isCut;
  };
}

/**
 * Tells of a place without a road whether the cut may have taken it: it lies outside of a cut extract,
 * or a road is cut as near to it as a road is looked for.
 */
export function cutOffWatch({network, maxSnapM}: Study): (place: StudyPlace) => boolean {
  if (cutRoadNodes(network).length === 0) return () => false;
  const isNear = clipWatch(network, maxSnapM);
  return ({snap, lon, lat}) =>
    snap === null && (isOutside(network, lon, lat) || isNear([[lon, lat]]));
}

/**
 * Seconds from a place to the nearest end of a road that the extract's edge cut (`to`), or from there to the
 * place (`from`); unless by road, to the nearest end of a track just so. `null` = none is reached. What lies
 * farther off in time may be nearer outside.
 */
export function clipSeconds(
  study: Study,
  mode: TravelMode,
  direction: Direction,
): (place: StudyPlace) => number | null {
  const cuts = cutEnds(study, mode);
  if (cuts === null) return () => null;
  const times = study.accessTo(mode, direction).from([{snap: cuts, cost: 0}]);
  return ({snap}) => {
    const ms = snap && times.to(snap);
    return ms === null ? null : ms / 1000;
  };
}

/**
 * All the ends that the extract's edge cut, as one place: of roads, and unless by road of tracks; `null` =
 * none. It is reached by `Study.accessTo`: by rail too one may drive out, to board a train outside.
 */
export function cutEnds({network, road}: Study, mode: TravelMode): Snap | null {
  const {edges} = network;
  const arcsAt = (u: number): number[] => [
    ...road.edgeOf.subarray(road.firstOut[u], road.firstOut[u + 1]),
    ...road.inArc.subarray(road.firstIn[u], road.firstIn[u + 1]).map((a) => road.edgeOf[a]!),
  ];
  // Not snapped as a place is: no place stands at the end of a carriageway that leads out of the data.
  const clipped = clipNodes(network);
  const points = clipped.flatMap((u) =>
    [...new Set(arcsAt(u))].map((edge) => ({edge, share: edges.from[edge] === u ? 0 : 1})),
  );
  const onCutTracks = mode !== 'road';
  if (points.length === 0 && !(onCutTracks && clipped.length > 0)) return null;
  return {points, distanceM: 0, lon: 0, lat: 0, onCutTracks};
}

/**
 * Tells of the trip between two places by the better of road and rail, beside what `tripClipWatch` tells of
 * the way by road: whether one could leave the data and come in again in less time than it takes.
 */
export function outsideWatch(
  study: Study,
): (from: StudyPlace, to: StudyPlace, timeS: number | null) => boolean {
  const [out, into] = [clipSeconds(study, 'best', 'to'), clipSeconds(study, 'best', 'from')];
  return (from, to, timeS) => {
    const [leaveS, enterS] = [out(from), into(to)];
    return leaveS !== null && enterS !== null && (timeS === null || leaveS + enterS < timeS);
  };
}

/** Said where there is no column for it. */
export const NEAR_CLIP: Sentence = {
  id: 'near-clip',
  zh: '附近的道路被数据边缘截断：数据以外可能另有通路',
  en: "roads near by are cut by the data's edge: what lies outside may change this",
};
