import {layOut} from '../../src/analysis/dead-ends/continuation.ts';
import {edgeRoles} from '../../src/analysis/dead-ends/edge-roles.ts';
import {findDeadEnds} from '../../src/analysis/dead-ends/find.ts';
import {studiedRank} from '../../src/analysis/dead-ends/options.ts';
import {findTips} from '../../src/analysis/dead-ends/tips.ts';
import {greatCircleM} from '../../src/geo/distance.ts';
import type {Bbox} from '../../src/geo/line.ts';
import type {Network} from '../../src/graph/network.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import type {OsmData, OsmWay} from '../support/osm-data.ts';

/** Random numbers 0–1 that are the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SIZE = 20;
const SPACING_DEG = 0.04;
const STEPS = 5;
const [WEST, SOUTH] = [119, 27];
export const REGION: Bbox = [WEST, SOUTH, WEST + SIZE * SPACING_DEG, SOUTH + SIZE * SPACING_DEG];

/**
 * Roads along a jittered grid with many pieces left out, so that there are dead ends everywhere, drawn
 * in ways of one to three pieces in either direction, and borders across. Points are 0.9 km apart.
 */
export function roadsOfRegion(seed: number): OsmData {
  const random = randomOf(seed);
  const nodes: OsmData['nodes'][number][] = [];
  const ways: OsmWay[] = [];
  const at = (x: number, y: number): number => {
    nodes.push({
      id: nodes.length + 1,
      lon: Number((WEST + x * SPACING_DEG).toFixed(7)),
      lat: Number((SOUTH + y * SPACING_DEG).toFixed(7)),
    });
    return nodes.length;
  };
  const corner: number[][] = [];
  for (let x = 0; x < SIZE; x++) {
    corner.push([]);
    for (let y = 0; y < SIZE; y++) corner[x]!.push(at(x + random() * 0.5, y + random() * 0.5));
  }
  const piece = (a: number, b: number): number[] => {
    const [from, to] = [nodes[a - 1]!, nodes[b - 1]!];
    const refs = [a];
    for (let i = 1; i < STEPS; i++) {
      const share = i / STEPS;
      const x = (from.lon + (to.lon - from.lon) * share - WEST) / SPACING_DEG;
      const y = (from.lat + (to.lat - from.lat) * share - SOUTH) / SPACING_DEG;
      refs.push(at(x, y));
    }
    return [...refs, b];
  };
  const way = (refs: readonly number[], tags: Record<string, string>): void => {
    const drawn = random() < 0.5 ? refs : [...refs].reverse();
    ways.push({id: ways.length + 1, refs: drawn, tags});
  };
  for (const across of [true, false]) {
    for (let line = 0; line < SIZE; line++) {
      let refs: number[] = [];
      const tags = {highway: random() < 0.3 ? 'secondary' : 'primary'};
      for (let i = 0; i + 1 < SIZE; i++) {
        const [a, b] = across
          ? [corner[i]![line]!, corner[i + 1]![line]!]
          : [corner[line]![i]!, corner[line]![i + 1]!];
        const gone = random() < 0.3;
        if (!gone) refs = [...refs.slice(0, -1), ...piece(a, b)];
        if (refs.length > 0 && (gone || refs.length > 3 * STEPS || random() < 0.4)) {
          way(refs, tags);
          refs = [];
        }
      }
      if (refs.length > 0) way(refs, tags);
    }
  }
  for (const x of [3.7, 8.2, 12.1, 16.3]) {
    const refs = Array.from({length: 2 * SIZE}, (_, i) => at(x + 0.4 * Math.sin(i), i / 2));
    way(refs, {boundary: 'administrative', admin_level: '4'});
  }
  const used = new Set(ways.flatMap((drawn) => drawn.refs));
  return {nodes: nodes.filter(({id}) => used.has(id)), ways};
}

/** How a tool cuts: whole ways, all nodes inside only, or that without ways that begin outside. */
export type Cut = 'complete' | 'simple' | 'simple-from-inside';

/**
 * What a tool leaves of an extract in a box, as `osmium extract` describes its strategies. Relations stay
 * with what is left of their members.
 */
export function clipTo(data: OsmData, [west, south, east, north]: Bbox, cut: Cut): OsmData {
  const inside = new Set(
    data.nodes
      .filter(({lon, lat}) => lon >= west && lon <= east && lat >= south && lat <= north)
      .map(({id}) => id),
  );
  const ways = data.ways.filter(({refs}) =>
    cut === 'simple-from-inside' ? inside.has(refs[0]!) : refs.some((ref) => inside.has(ref)),
  );
  const kept = new Set(inside);
  if (cut === 'complete') for (const {refs} of ways) for (const ref of refs) kept.add(ref);
  const has = {node: inside, way: new Set(ways.map(({id}) => id)), relation: new Set<number>()};
  const relations = data.relations?.filter(({members}) =>
    members.some(({type, ref}) => has[type].has(ref)),
  );
  return {nodes: data.nodes.filter(({id}) => kept.has(id)), ways, ...(relations && {relations})};
}

/** A box of at least half the region's width and height, somewhere in it. */
export function randomBox(random: () => number, [west, south, east, north]: Bbox): Bbox {
  const side = (low: number, high: number): [number, number] => {
    const length = (0.5 + 0.4 * random()) * (high - low);
    const from = low + random() * (high - low - length);
    return [from, from + length];
  };
  const [left, right] = side(west, east);
  const [bottom, top] = side(south, north);
  return [left, bottom, right, top].map((degrees) => Number(degrees.toFixed(7))) as never;
}

const OPTIONS = {level: 'province', minClass: 'secondary', bufferM: 15_000} as const;
const CLIP_MARGIN_M = 5_000;

/** OSM ids of the nodes at which dead ends are reported. */
export function deadEndNodes(network: Network): Set<number> {
  const byPlace = new Map<string, number>();
  const {nodes} = network;
  const key = (lon: number, lat: number): string => `${lon.toFixed(6)} ${lat.toFixed(6)}`;
  for (let n = 0; n < nodes.count; n++) {
    byPlace.set(key(nodes.lon[n]!, nodes.lat[n]!), nodes.osmId[n]!);
  }
  return new Set(findDeadEnds(network, OPTIONS).map(({lon, lat}) => byPlace.get(key(lon, lat))!));
}

/** Where the studied roads end, whatever border is near: OSM id → row. */
function tipNodes(network: Network): Map<number, number> {
  const roles = edgeRoles(network, studiedRank(OPTIONS.minClass), null);
  const {tips} = findTips(network, layOut(network, roles).studied);
  return new Map(tips.map(({node}) => [network.nodes.osmId[node]!, node]));
}

export interface ClipVerdict {
  /** Clip nodes that are reported as dead ends. */
  readonly clipReported: readonly number[];
  /** Reported in the cut network, and in the whole one no road ends there. */
  readonly falseEnds: readonly number[];
  /** A road ends there in the whole network, well inside the box; the cut one has the road, but no end. */
  readonly lost: readonly number[];
  /** Real ends well inside the box that are marked as cut. */
  readonly marked: readonly number[];
  /** Real ends well inside the box: that the test is about something. */
  readonly inside: number;
}

/** Compares the ends of roads in a cut network with those of the whole, by the same borders. */
export function judgeClip(whole: Network, cut: Network, box: Bbox): ClipVerdict {
  const real = tipNodes(whole);
  const found = deadEndNodes({...cut, borders: whole.borders});
  const left = tipNodes(cut);
  const held = new Set(cut.nodes.osmId);
  const clips = new Set<number>();
  cut.nodes.flags.forEach((flags, row) => {
    if (flags & NODE_FLAG.clip) clips.add(cut.nodes.osmId[row]!);
  });
  const {lon, lat} = whole.nodes;
  const deep = [...real]
    .filter(([, row]) => depthM(lon[row]!, lat[row]!, box) > CLIP_MARGIN_M)
    .map(([id]) => id);
  return {
    clipReported: [...found].filter((id) => clips.has(id)),
    falseEnds: [...found].filter((id) => !real.has(id)),
    lost: deep.filter((id) => held.has(id) && !left.has(id)),
    marked: deep.filter((id) => clips.has(id)),
    inside: deep.length,
  };
}

/** Metres from a position to the nearest side of a box; negative outside. */
function depthM(lon: number, lat: number, [west, south, east, north]: Bbox): number {
  const x = Math.min(lon - west, east - lon);
  const y = Math.min(lat - south, north - lat);
  const m = (dLon: number, dLat: number): number => greatCircleM(lon, lat, lon + dLon, lat + dLat);
  return Math.min(Math.sign(x) * m(Math.abs(x), 0), Math.sign(y) * m(0, Math.abs(y)));
}
