import Flatbush from 'flatbush';
import {greatCircleM} from '../geo/distance.ts';
import {bboxOf, type LonLat} from '../geo/line.ts';
import {localPlane, projectOnSegment} from '../geo/local-plane.ts';
import type {Landmark, Network} from '../graph/network.ts';
import {EDGE_CLASSES, LANDMARK_KINDS, NODE_FLAG, ROAD_RANK} from '../graph/vocabulary.ts';
import {isClosed, wholeOutline} from './boundaries/assemble.ts';
import type {Ledger} from './ledger.ts';
import type {RawNodes} from './osm/node-store.ts';
import {newest, type RawRelation, type TaggedNode} from './osm/osm-store.ts';
import {type RawWays, WAY_LANDMARK_SHIFT} from './osm/way-store.ts';
import {landmarkAreaOf, landmarkOf} from './tags/landmark-tags.ts';

/** Landmarks farther than this from the end of a road are not kept, metres. */
export const LANDMARK_REACH_M = 400;

/** Where landmarks are read from. */
export interface LandmarkSources {
  readonly tagged: readonly TaggedNode[];
  /** Areas of several ways: reservoirs, villages, works. */
  readonly relations: readonly RawRelation[];
  readonly ways: RawWays;
  /** Node rows of the ways' references, -1 = not in the extract. */
  readonly refRows: Int32Array;
  readonly nodes: RawNodes;
}

/**
 * What roads may end at: of each kind the nearest to every end of a road, at most one an end. An end
 * inside an area is at it. Counted in the ledger; all others are dropped, as they bear on no road.
 */
export function readLandmarks(
  network: Pick<Network, 'nodes' | 'edges'>,
  {tagged, relations, ways, refRows, nodes}: LandmarkSources,
  ledger: Ledger,
): Landmark[] {
  // Before the ends of all roads are looked for: a file of roads alone has no landmarks.
  const isDrawn = ways.bits.some((bits) => bits >> WAY_LANDMARK_SHIFT !== 0);
  if (tagged.length === 0 && relations.length === 0 && !isDrawn) return [];
  const ends = roadEnds(network);
  if (ends.length === 0) return [];
  const tree = new Flatbush(ends.length);
  for (const [lon, lat] of ends) tree.add(lon, lat, lon, lat);
  tree.finish();
  const best = new Map<string, Landmark & {readonly distanceM: number}>();
  const offer = (end: number, landmark: Landmark): void => {
    const distanceM = greatCircleM(...ends[end]!, landmark.lon, landmark.lat);
    const key = `${end} ${landmark.kind}`;
    const known = best.get(key);
    if (distanceM > LANDMARK_REACH_M || (known && known.distanceM <= distanceM)) return;
    best.set(key, {...landmark, distanceM});
  };
  const endsNear = (west: number, south: number, east: number, north: number): number[] => {
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const plane = localPlane(lon, lat);
    const dLon = plane.lon(LANDMARK_REACH_M) - lon;
    const dLat = plane.lat(LANDMARK_REACH_M) - lat;
    return tree.search(west - dLon, south - dLat, east + dLon, north + dLat).sort((a, b) => a - b);
  };

  const offerArea = (
    lines: readonly (readonly LonLat[])[],
    closed: boolean,
    landmark: Pick<Landmark, 'kind' | 'osm' | 'name'>,
  ): void => {
    const box = bboxOf(lines.flat());
    if (box === null) return;
    for (const end of endsNear(...box)) {
      const [lon, lat] = nearestPoint(lines, closed, ends[end]!);
      offer(end, {...landmark, lon, lat});
    }
  };

  for (const {id, tags} of newest(tagged)) {
    const row = nodes.row(id);
    const kind = landmarkOf(tags);
    if (row < 0 || kind === null) continue;
    const [lon, lat] = [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
    for (const end of endsNear(lon, lat, lon, lat)) {
      offer(end, {kind, lon, lat, osm: `node/${id}`, name: tags.get('name') ?? ''});
    }
  }
  for (const w of ways.order) {
    const kindRow = ways.bits[w]! >> WAY_LANDMARK_SHIFT;
    if (kindRow === 0) continue;
    const line = lineOf(ways, refRows, nodes, w);
    if (line.length < 2) continue;
    const [first, last] = [line[0]!, line[line.length - 1]!];
    const closed = line.length > 3 && first[0] === last[0] && first[1] === last[1];
    const area = {kind: LANDMARK_KINDS[kindRow - 1]!, osm: `way/${ways.id[w]!}`, name: ''};
    offerArea([line], closed, area);
  }
  for (const relation of newest(relations)) {
    const kind = landmarkAreaOf(relation.tags);
    if (kind === null) continue;
    const shapes = {ways, refRows, nodes};
    const outline = wholeOutline(relation, shapes);
    // Of an area that the extract cut the lines that are there serve, but nothing is inside it.
    const rows = outline ?? presentWays(relation, ways);
    const lines = rows.map((row) => lineOf(ways, refRows, nodes, row)).filter((l) => l.length >= 2);
    const closed = outline !== null && isClosed(outline, shapes);
    const name = relation.tags.get('name') ?? '';
    offerArea(lines, closed, {kind, osm: `relation/${relation.id}`, name});
  }
  const kept = new Map<string, Landmark>();
  for (const {kind, lon, lat, osm, name} of best.values()) {
    kept.set(`${kind} ${osm} ${lon} ${lat}`, {kind, lon, lat, osm, name});
  }
  const landmarks = [...kept.values()].sort(
    (a, b) => a.lon - b.lon || a.lat - b.lat || (a.osm < b.osm ? -1 : a.osm > b.osm ? 1 : 0),
  );
  if (landmarks.length > 0) {
    ledger.add('noted', 'landmark-at-road-end', {count: landmarks.length});
  }
  return landmarks;
}

/** Nodes at which the highest class of road that is there leads one way only. */
function roadEnds(network: Pick<Network, 'nodes' | 'edges'>): LonLat[] {
  const {nodes, edges} = network;
  const NONE = 255;
  const rank = new Uint8Array(nodes.count).fill(NONE);
  const neighbour = new Uint32Array(nodes.count);
  const through = new Uint8Array(nodes.count);
  const see = (node: number, other: number, own: number): void => {
    if (own > rank[node]!) return;
    if (own < rank[node]!) {
      rank[node] = own;
      neighbour[node] = other;
      through[node] = 0;
    } else if (neighbour[node] !== other) through[node] = 1;
  };
  for (let e = 0; e < edges.count; e++) {
    const own = ROAD_RANK[EDGE_CLASSES[edges.class[e]!]!];
    if (own > ROAD_RANK.track) continue;
    see(edges.from[e]!, edges.to[e]!, own);
    see(edges.to[e]!, edges.from[e]!, own);
  }
  const ends: LonLat[] = [];
  for (let n = 0; n < nodes.count; n++) {
    const cut = (nodes.flags[n]! & NODE_FLAG.clip) !== 0;
    if (rank[n] === NONE || through[n] === 1 || cut) continue;
    ends.push([nodes.lon[n]!, nodes.lat[n]!]);
  }
  return ends;
}

function lineOf(ways: RawWays, refRows: Int32Array, nodes: RawNodes, w: number): LonLat[] {
  const line: LonLat[] = [];
  for (let i = ways.firstRef[w]!; i < ways.firstRef[w + 1]!; i++) {
    const row = refRows[i]!;
    if (row >= 0) line.push([nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7]);
  }
  return line;
}

/** Rows of the ways of a relation that the extract holds. */
function presentWays({members}: RawRelation, ways: RawWays): number[] {
  const places = members.flatMap(({type, ref}) => (type === 'way' ? [ways.place(ref)] : []));
  return [...new Set(places.filter((place) => place >= 0).map((place) => ways.order[place]!))];
}

/** The nearest point of some lines; the point itself where they close round it, holes left out. */
function nearestPoint(lines: readonly (readonly LonLat[])[], closed: boolean, at: LonLat): LonLat {
  const plane = localPlane(at[0], at[1]);
  let best: {distance2: number; at: LonLat} = {distance2: Infinity, at: lines[0]![0]!};
  let inside = false;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const [ax, ay] = [plane.x(a[0]), plane.y(a[1])];
      const [bx, by] = [plane.x(b[0]), plane.y(b[1])];
      const on = projectOnSegment(0, 0, ax, ay, bx, by);
      if (on.distance2 < best.distance2) {
        best = {
          distance2: on.distance2,
          at: [a[0] + on.t * (b[0] - a[0]), a[1] + on.t * (b[1] - a[1])],
        };
      }
      if (ay > 0 !== by > 0 && ax - (ay / (by - ay)) * (bx - ax) > 0) inside = !inside;
    }
  }
  return closed && inside ? at : best.at;
}
