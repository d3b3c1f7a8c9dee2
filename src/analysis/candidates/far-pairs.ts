import Flatbush from 'flatbush';
import {EARTH_RADIUS_M, greatCircleM} from '../../geo/distance.ts';
import type {CompiledNetwork} from '../../graph/compile.ts';
import {Growable} from '../../graph/growable.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import {snapMatrix} from '../../graph/search/links/snapped.ts';
import type {Snap} from '../../graph/snap.ts';
import type {RoadPoints} from './points.ts';
import type {Sides} from './sides.ts';

/** Pairs of points near in space and far on the network; `UNREACHED` = no way in that direction. */
export interface FarPairs {
  readonly count: number;
  /** Rows of points, `from` < `to`: the western one first. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly thereMs: Uint32Array;
  readonly backMs: Uint32Array;
  readonly gapM: Float64Array;
}

export interface FarRules {
  readonly maxGapM: number;
  readonly minRatio: number;
  readonly minSavedS: number;
  /** km/h assumed over the gap between two points. */
  readonly linkKph: (p: number, q: number) => number;
}

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;
/** Side of the squares in which pairs are looked for together, at least, metres. */
const TILE_M = 15_000;

/** Milliseconds over a straight gap at a speed; at least one, so that ratios are numbers. */
export function linkMs(gapM: number, kph: number): number {
  return Math.max(1, Math.round((gapM * 3600) / kph));
}

/** Whether a time today is far for a gap: no way at all is far. */
export function isFar(
  ms: number,
  gapMs: number,
  rules: Pick<FarRules, 'minRatio' | 'minSavedS'>,
): boolean {
  return ms === UNREACHED || (ms >= rules.minRatio * gapMs && ms - gapMs >= rules.minSavedS * 1000);
}

/**
 * All pairs of points across a border at most `maxGapM` apart that are far in *both* directions: where
 * one direction is short there is a road. Square by square, one matrix of times from its points to
 * those round it, and one back for the pairs that are left; never a matrix of all points.
 */
export function farPairs(
  road: CompiledNetwork,
  engine: SearchEngine,
  points: RoadPoints,
  sides: Sides,
  rules: FarRules,
): FarPairs {
  const found = {
    from: new Growable(Uint32Array),
    to: new Growable(Uint32Array),
    thereMs: new Growable(Uint32Array),
    backMs: new Growable(Uint32Array),
    gapM: new Growable(Float64Array),
  };
  const times = (from: readonly number[], to: readonly number[]): Uint32Array =>
    snapMatrix(
      engine,
      road,
      'time',
      from.map((p) => pointSnap(road, points, p)),
      to.map((p) => pointSnap(road, points, p)),
    ).cost;
  for (const near of nearPairs(points, sides, rules.maxGapM)) {
    const there = timesOfPairs(near, times);
    const left: NearPair[] = [];
    const leftMs: number[] = [];
    near.forEach((pair, i) => {
      const gapMs = linkMs(pair.gapM, rules.linkKph(pair.p, pair.q));
      if (!isFar(there[i]!, gapMs, rules)) return;
      left.push(pair);
      leftMs.push(there[i]!);
    });
    const back = timesOfPairs(
      left.map(({p, q, gapM}) => ({p: q, q: p, gapM})),
      times,
    );
    left.forEach(({p, q, gapM}, i) => {
      if (!isFar(back[i]!, linkMs(gapM, rules.linkKph(p, q)), rules)) return;
      if (sides.between(p, q) === null) return;
      found.from.push(p);
      found.to.push(q);
      found.thereMs.push(leftMs[i]!);
      found.backMs.push(back[i]!);
      found.gapM.push(gapM);
    });
  }
  return {
    count: found.from.length,
    from: found.from.take(),
    to: found.to.take(),
    thereMs: found.thereMs.take(),
    backMs: found.backMs.take(),
    gapM: found.gapM.take(),
  };
}

/**
 * A point as the search takes it. A node is the ends of all its edges: one end of a one-way edge alone
 * would not let the others be taken.
 */
export function pointSnap(road: CompiledNetwork, points: RoadPoints, p: number): Snap {
  const node = points.node[p]!;
  if (node !== -1) return nodeSnap(road, node);
  return {
    points: [{edge: points.edge[p]!, share: points.share[p]!}],
    distanceM: 0,
    lon: points.lon[p]!,
    lat: points.lat[p]!,
  };
}

/** A node as the search takes it. */
export function nodeSnap(road: CompiledNetwork, node: number): Snap {
  const {nodes, edges} = road.network;
  return {
    points: [...edgesAt(road, node)].map((edge) => ({
      edge,
      share: edges.from[edge] === node ? 0 : 1,
    })),
    distanceM: 0,
    lon: nodes.lon[node]!,
    lat: nodes.lat[node]!,
  };
}

function edgesAt(road: CompiledNetwork, node: number): Set<number> {
  const edges = new Set<number>();
  for (let a = road.firstOut[node]!; a < road.firstOut[node + 1]!; a++) edges.add(road.edgeOf[a]!);
  for (let i = road.firstIn[node]!; i < road.firstIn[node + 1]!; i++) {
    edges.add(road.edgeOf[road.inArc[i]!]!);
  }
  return edges;
}

interface NearPair {
  readonly p: number;
  readonly q: number;
  readonly gapM: number;
}

/** Times p → q of the pairs, from one matrix over the points they hold. */
function timesOfPairs(
  pairs: readonly NearPair[],
  times: (from: readonly number[], to: readonly number[]) => Uint32Array,
): number[] {
  if (pairs.length === 0) return [];
  const from = [...new Set(pairs.map(({p}) => p))];
  const to = [...new Set(pairs.map(({q}) => q))];
  const row = new Map(from.map((p, i) => [p, i]));
  const column = new Map(to.map((q, i) => [q, i]));
  const matrix = times(from, to);
  return pairs.map(({p, q}) => matrix[row.get(p)! * to.length + column.get(q)!]!);
}

/** Pairs p < q that may lie on two sides of a border, by the square that holds p. */
function* nearPairs(points: RoadPoints, sides: Sides, maxGapM: number): Generator<NearPair[]> {
  if (points.count === 0) return;
  const index = new Flatbush(points.count);
  for (let p = 0; p < points.count; p++) {
    index.add(points.lon[p]!, points.lat[p]!, points.lon[p]!, points.lat[p]!);
  }
  index.finish();
  const reachLat = (maxGapM / METRES_PER_DEGREE) * 1.001;
  for (const tile of tilesOf(points, Math.max(TILE_M, maxGapM))) {
    const pairs: NearPair[] = [];
    for (const p of tile) {
      const [lon, lat] = [points.lon[p]!, points.lat[p]!];
      const north = Math.min(89, Math.abs(lat) + reachLat);
      const reachLon = reachLat / Math.cos((north * Math.PI) / 180);
      // Only eastwards: the row of a point is its rank from west to east.
      for (const q of index.search(lon, lat - reachLat, lon + reachLon, lat + reachLat)) {
        if (q <= p || !sides.mayDiffer(p, q)) continue;
        const gapM = greatCircleM(lon, lat, points.lon[q]!, points.lat[q]!);
        if (gapM <= maxGapM) pairs.push({p, q, gapM});
      }
    }
    if (pairs.length > 0) yield pairs.sort((a, b) => a.p - b.p || a.q - b.q);
  }
}

/** Points by squares of about `sideM`, in a settled order. */
function tilesOf(points: RoadPoints, sideM: number): Iterable<readonly number[]> {
  const tiles = new Map<string, number[]>();
  const height = sideM / METRES_PER_DEGREE;
  for (let p = 0; p < points.count; p++) {
    const row = Math.floor(points.lat[p]! / height);
    const middle = ((row + 0.5) * height * Math.PI) / 180;
    const width = height / Math.max(0.01, Math.cos(middle));
    const key = `${row} ${Math.floor(points.lon[p]! / width)}`;
    const tile = tiles.get(key);
    if (tile) tile.push(p);
    else tiles.set(key, [p]);
  }
  return tiles.values();
}
