import {greatCircleM} from '../../../src/geo/distance.ts';
import type {Network} from '../../../src/graph/network.ts';
import {
  cutArcs,
  cutName,
  directions,
  edgeCost,
  leastCosts,
  type OracleArc,
} from '../../support/oracle.ts';

/** A point of a road: a node, or a point between two nodes of a straight edge. */
export interface BrutePoint {
  readonly lon: number;
  readonly lat: number;
  readonly edge: number;
  readonly share: number;
  readonly node: number | null;
}

export interface BrutePair {
  readonly a: BrutePoint;
  readonly b: BrutePoint;
  readonly gapM: number;
  readonly thereMs: number;
  readonly backMs: number;
}

export interface BruteRules {
  readonly borderLon: number;
  readonly bandM: number;
  readonly maxGapM: number;
  readonly minRatio: number;
  readonly minSavedS: number;
  readonly kph: number;
}

/**
 * Every pair of points by the definition of docs/candidates.md, with nothing left out and nothing clever:
 * all points against all, graphology for the times. Knows straight edges of one class and a border along a
 * meridian only.
 */
export function brutePairs(network: Network, rules: BruteRules): BrutePair[] {
  const points = brutePoints(network, rules);
  const arcs = cutArcs(network, 'time', points);
  const nameOf = (p: BrutePoint): string => (p.node === null ? cutName(p) : `${p.node}`);
  const times = new Map(points.map((p) => [p, leastCosts(arcs, nameOf(p))]));
  const ms = (a: BrutePoint, b: BrutePoint): number => times.get(a)!.get(nameOf(b)) ?? Infinity;
  const found: BrutePair[] = [];
  for (const a of points) {
    for (const b of points) {
      if (a.lon >= rules.borderLon || b.lon < rules.borderLon) continue;
      const gapM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
      if (gapM > rules.maxGapM) continue;
      const pair = {a, b, gapM, thereMs: ms(a, b), backMs: ms(b, a)};
      if (bruteIsFar(Math.min(pair.thereMs, pair.backMs), gapM, rules)) found.push(pair);
    }
  }
  return found;
}

export function bruteLinkMs(gapM: number, kph: number): number {
  return Math.max(1, Math.round((gapM * 3600) / kph));
}

export function bruteIsFar(ms: number, gapM: number, rules: BruteRules): boolean {
  const overMs = bruteLinkMs(gapM, rules.kph);
  return ms >= rules.minRatio * overMs && ms - overMs >= rules.minSavedS * 1000;
}

/** Least time between the ends of a pair with a two-way link built between the ends of another. */
export function bruteServed(
  network: Network,
  pair: BrutePair,
  link: BrutePair,
  kph: number,
): number {
  const points = [pair.a, pair.b, link.a, link.b];
  const name = (p: BrutePoint): string => (p.node === null ? cutName(p) : `${p.node}`);
  const cost = bruteLinkMs(link.gapM, kph);
  const arcs: OracleArc[] = [
    ...cutArcs(network, 'time', points),
    {from: name(link.a), to: name(link.b), cost},
    {from: name(link.b), to: name(link.a), cost},
  ];
  const there = leastCosts(arcs, name(pair.a)).get(name(pair.b)) ?? Infinity;
  const back = leastCosts(arcs, name(pair.b)).get(name(pair.a)) ?? Infinity;
  return Math.min(there, back);
}

function brutePoints(network: Network, rules: BruteRules): BrutePoint[] {
  const {nodes, edges} = network;
  const partM = metresOfParts(network);
  const taken = new Map<number, BrutePoint>();
  const points: BrutePoint[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (directions(network, edge).length === 0) continue;
    const [u, v] = [edges.from[edge]!, edges.to[edge]!];
    if (partM(u) < 10_000) continue;
    for (const [node, share] of [
      [u, 0],
      [v, 1],
    ] as const) {
      const [lon, lat] = [nodes.lon[node]!, nodes.lat[node]!];
      if (!taken.has(node)) taken.set(node, {lon, lat, edge, share, node});
    }
    const lengthM = greatCircleM(nodes.lon[u]!, nodes.lat[u]!, nodes.lon[v]!, nodes.lat[v]!);
    const parts = Math.floor(lengthM / 1000);
    for (let k = 1; k < parts; k++) {
      const share = k / parts;
      const lon = nodes.lon[u]! + share * (nodes.lon[v]! - nodes.lon[u]!);
      const lat = nodes.lat[u]! + share * (nodes.lat[v]! - nodes.lat[u]!);
      points.push({lon, lat, edge, share, node: null});
    }
  }
  // The border runs along a meridian, far beyond the map both ways.
  return [...taken.values(), ...points].filter(
    ({lon, lat}) => greatCircleM(lon, lat, rules.borderLon, lat) <= rules.bandM,
  );
}

/** Metres of arcs in the part of the network that holds a node, by spreading labels until nothing changes. */
function metresOfParts(network: Network): (node: number) => number {
  const {edges, nodes} = network;
  const label = [...Array(nodes.count).keys()];
  for (let changed = true; changed; ) {
    changed = false;
    for (let edge = 0; edge < edges.count; edge++) {
      if (directions(network, edge).length === 0) continue;
      const [u, v] = [edges.from[edge]!, edges.to[edge]!];
      const least = Math.min(label[u]!, label[v]!);
      if (label[u] === least && label[v] === least) continue;
      label[u] = label[v] = least;
      changed = true;
    }
  }
  const metres = new Map<number, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    const key = label[edges.from[edge]!]!;
    const count = directions(network, edge).length;
    metres.set(key, (metres.get(key) ?? 0) + (count * edgeCost(network, edge, 'length')) / 100);
  }
  return (node) => metres.get(label[node]!) ?? 0;
}
