import Flatbush from 'flatbush';
import {greatCircleM} from '../geo/distance.ts';
import {type LonLat, lineLengthM} from '../geo/line.ts';
import {localPlane, projectOnSegment} from '../geo/local-plane.ts';
import type {CompiledNetwork} from './compile.ts';
import {mainComponent, strongComponents} from './components.ts';
import {addEdgeBox, edgeLine} from './edge-geometry.ts';
import {EDGE_CLASSES} from './vocabulary.ts';

/** A point on an edge: `share` of its length from its `from` node. */
export interface EdgePoint {
  readonly edge: number;
  readonly share: number;
}

/** Where a place meets the network. */
export interface Snap {
  /** One or, where carriageways lie side by side, several points that all count as "here". */
  readonly points: readonly EdgePoint[];
  /** Straight metres from the place to the nearest of them. */
  readonly distanceM: number;
  readonly lon: number;
  readonly lat: number;
  /** Inside this station, a row of `RailNetwork.hubs`, and on no road: `points` is empty then. */
  readonly hub?: number;
  /** Beside its points, at every end of a track that the extract's edge cut. */
  readonly onCutTracks?: boolean;
}

/** Finds the nearest edges of the main component. Make it once per baseline: snaps are frozen. */
export interface Snapper {
  /** The nearest edges, or `null` when none lies within `maxM`. */
  readonly snap: (lon: number, lat: number, maxM: number) => Snap | null;
}

const FERRY = EDGE_CLASSES.indexOf('ferry');
const MOTORWAYS: ReadonlySet<number> = new Set(
  EDGE_CLASSES.flatMap((name, row) => (name.startsWith('motorway') ? [row] : [])),
);

/** Edges this much farther than the nearest still count as the same spot: the other carriageway. */
const SAME_SPOT_M = 30;

/** A place snaps to a drawn point of the road when one lies this near along it. */
export const DRAWN_POINT_M = 1_000;

/**
 * A snapper on the main strongly connected component: from there every place of it can be reached,
 * and reaches it. One does not get on or off an expressway between interchanges, so motorways and
 * their links are only taken when nothing else lies within `maxM`; a ferry is never boarded on the
 * water.
 */
export function makeSnapper(net: CompiledNetwork): Snapper {
  const strong = strongComponents(net);
  const main = mainComponent(net, strong);
  const {edges} = net.network;
  const isMain = new Uint8Array(edges.count);
  for (let a = 0; a < net.arcCount; a++) {
    if (strong.label[net.tail[a]!] !== main || strong.label[net.head[a]!] !== main) continue;
    isMain[net.edgeOf[a]!] = 1;
  }
  const roads: number[] = [];
  const motorways: number[] = [];
  for (let e = 0; e < edges.count; e++) {
    if (isMain[e] === 0 || edges.class[e] === FERRY) continue;
    (MOTORWAYS.has(edges.class[e]!) ? motorways : roads).push(e);
  }
  const onRoad = nearestOf(net, roads);
  const onMotorway = nearestOf(net, motorways);
  return {snap: (lon, lat, maxM) => onRoad(lon, lat, maxM) ?? onMotorway(lon, lat, maxM)};
}

type Nearest = (lon: number, lat: number, maxM: number) => Snap | null;

function nearestOf(net: CompiledNetwork, edges: readonly number[]): Nearest {
  const search = edgesWithin(net, edges);
  return (lon, lat, maxM) => {
    for (let radiusM = Math.min(500, maxM); ; radiusM = Math.min(radiusM * 4, maxM)) {
      const hits = search(lon, lat, radiusM);
      if (hits.length > 0) return asSnap(search(lon, lat, nearestM(hits) + SAME_SPOT_M), lon, lat);
      if (radiusM >= maxM) return null;
    }
  };
}

/** Finds, among some edges, all that come within `radiusM` of a position, each at its nearest point. */
export function edgesWithin(
  net: CompiledNetwork,
  edges: readonly number[],
): (lon: number, lat: number, radiusM: number) => readonly Hit[] {
  if (edges.length === 0) return () => [];
  const index = new Flatbush(edges.length);
  for (const e of edges) addEdgeBox(index, net.network, e);
  index.finish();
  return (lon, lat, radiusM) => {
    const plane = localPlane(lon, lat);
    return index
      .search(plane.lon(-radiusM), plane.lat(-radiusM), plane.lon(radiusM), plane.lat(radiusM))
      .map((row) => nearestOnEdge(net, edges[row]!, lon, lat))
      .filter((hit) => hit.distanceM <= radiusM);
  };
}

/** The point of an edge that is nearest to a place. */
export interface Hit extends EdgePoint {
  /** Straight metres from the place to the line of the edge. */
  readonly distanceM: number;
  readonly at: LonLat;
}

function nearestM(hits: readonly Hit[]): number {
  // No spread: a place in a lake meets all streets of a city at once, more than a call can take.
  return hits.reduce((least, hit) => Math.min(least, hit.distanceM), Infinity);
}

function asSnap(hits: readonly Hit[], lon: number, lat: number): Snap {
  // A point may have been moved to a drawn one: nearest is who is nearest now.
  const sorted = hits
    .map(({edge, share, at}) => ({edge, share, at, m: greatCircleM(lon, lat, at[0], at[1])}))
    .sort((a, b) => a.m - b.m || a.edge - b.edge);
  const best = sorted[0]!;
  return {
    points: sorted.map(({edge, share}) => ({edge, share})),
    distanceM: best.m,
    lon: best.at[0],
    lat: best.at[1],
  };
}

function nearestOnEdge(net: CompiledNetwork, edge: number, lon: number, lat: number): Hit {
  const plane = localPlane(lon, lat);
  const line = edgeLine(net.network, edge);
  let best = {distance2: Infinity, i: 0, t: 0};
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i]!, line[i + 1]!];
    const hit = projectOnSegment(0, 0, plane.x(a[0]), plane.y(a[1]), plane.x(b[0]), plane.y(b[1]));
    if (hit.distance2 < best.distance2) best = {distance2: hit.distance2, i, t: hit.t};
  }
  return {
    edge,
    ...onDrawnPoint(line, best.i, best.t),
    distanceM: Math.sqrt(best.distance2),
  };
}

/**
 * The nearer drawn point of the segment when it lies within `DRAWN_POINT_M` along the road, else the
 * point between: positions of drawn points are given, those between are interpolated.
 */
function onDrawnPoint(
  line: readonly LonLat[],
  segment: number,
  t: number,
): {readonly share: number; readonly at: LonLat} {
  const [a, b] = [line[segment]!, line[segment + 1]!];
  const stepM = greatCircleM(a[0], a[1], b[0], b[1]);
  const near = t < 0.5 ? t : 1 - t;
  const on = near * stepM <= DRAWN_POINT_M ? Math.round(t) : t;
  const beforeM = lineLengthM(line.slice(0, segment + 1)) + on * stepM;
  const totalM = lineLengthM(line);
  return {
    share: totalM === 0 ? 0 : Math.min(1, beforeM / totalM),
    at: [a[0] + on * (b[0] - a[0]), a[1] + on * (b[1] - a[1])],
  };
}
