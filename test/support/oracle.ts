import {MultiDirectedGraph} from 'graphology';
import {singleSource} from 'graphology-shortest-path/dijkstra.js';
import type {Network} from '../../src/graph/network.ts';
import type {PlannedService} from '../../src/graph/search/what-if.ts';
import type {EdgePoint, Snap} from '../../src/graph/snap.ts';

/**
 * Shortest ways by graphology on a graph put together straight from the edge table: it shares no
 * line with the compiled form or the search. Edges are expected to carry a tagged speed.
 */
export type Weight = 'time' | 'length';

export interface OracleArc {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
}

/** Cost of a whole edge: ms = m / (km/h) · 3600, cm = m · 100, both to the nearest whole number. */
export function edgeCost({edges}: Network, edge: number, weight: Weight): number {
  const lengthM = edges.lengthM[edge]!;
  return Math.round(
    weight === 'length' ? lengthM * 100 : (lengthM * 3600) / edges.maxspeedKph[edge]!,
  );
}

/** The directions in which a car may take an edge, as `[from, to]`: closed barriers let nobody out. */
export function directions({nodes, edges}: Network, edge: number): (readonly [number, number])[] {
  if (edges.access[edge]! > 1 || edges.status[edge] !== 0) return [];
  const [u, v] = [edges.from[edge]!, edges.to[edge]!];
  const both = edges.oneway[edge] === 1 ? [[u, v] as const] : [[u, v] as const, [v, u] as const];
  return both.filter(([tail]) => (nodes.flags[tail]! & 2) === 0);
}

/** Arcs between nodes named by their row. */
export function wholeArcs(network: Network, weight: Weight): OracleArc[] {
  return [...Array(network.edges.count).keys()].flatMap((edge) =>
    directions(network, edge).map(([u, v]) => ({
      from: `${u}`,
      to: `${v}`,
      cost: edgeCost(network, edge, weight),
    })),
  );
}

/** Name of the node that stands where an edge was cut. */
export function cutName({edge, share}: EdgePoint): string {
  return `${edge}@${share}`;
}

/**
 * Arcs of the network with edges cut at points: the part before a point costs
 * `round(whole · share)`, the rest what is left. Expects no barriers and no closed edges.
 * `layer` sets the names of one copy apart from those of another.
 */
export function cutArcs(
  network: Network,
  weight: Weight,
  points: readonly EdgePoint[],
  layer = '',
): OracleArc[] {
  const {edges} = network;
  const arcs: OracleArc[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const whole = edgeCost(network, edge, weight);
    const shares = [...new Set(points.filter((p) => p.edge === edge).map((p) => p.share))];
    const stations = [
      {name: `${edges.from[edge]!}`, at: 0},
      ...shares
        .sort((a, b) => a - b)
        .map((share) => ({name: cutName({edge, share}), at: Math.round(whole * share)})),
      {name: `${edges.to[edge]!}`, at: whole},
    ];
    for (let i = 1; i < stations.length; i++) {
      const [a, b] = [stations[i - 1]!, stations[i]!];
      const cost = b.at - a.at;
      arcs.push({from: layer + a.name, to: layer + b.name, cost});
      if (edges.oneway[edge] === 0) arcs.push({from: layer + b.name, to: layer + a.name, cost});
    }
  }
  return arcs;
}

/** Free arcs from a name to all points of a snap (`out`) or back from them (`in`). */
export function snapArcs(name: string, snap: Snap, way: 'out' | 'in', layer = ''): OracleArc[] {
  return snap.points.map((point) => {
    const cut = layer + cutName(point);
    return way === 'out' ? {from: name, to: cut, cost: 0} : {from: cut, to: name, cost: 0};
  });
}

/** A service as arcs: get on at a stop, ride, get off at another. Passing a stop gives nothing. */
export function serviceArcs(service: PlannedService, id: number): OracleArc[] {
  const {stops, rideMs} = service;
  return stops.flatMap((stop, i) => [
    ...snapArcs(`board ${id} ${i}`, stop, 'in'),
    ...snapArcs(`alight ${id} ${i}`, stop, 'out'),
    ...stops.flatMap((_, j) => {
      const cost = rideMs[i]![j] ?? null;
      return cost === null ? [] : [{from: `board ${id} ${i}`, to: `alight ${id} ${j}`, cost}];
    }),
  ]);
}

/** Least cost from one name to every other that can be reached. */
export function leastCosts(arcs: readonly OracleArc[], source: string): Map<string, number> {
  const graph = new MultiDirectedGraph<Record<string, never>, {cost: number}>();
  graph.mergeNode(source);
  const least = new Map<string, number>();
  for (const {from, to, cost} of arcs) {
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.addDirectedEdge(from, to, {cost});
    const key = JSON.stringify([from, to]);
    least.set(key, Math.min(cost, least.get(key) ?? Infinity));
  }
  const costs = new Map<string, number>();
  for (const [name, path] of Object.entries(singleSource(graph, source, 'cost'))) {
    let cost = 0;
    for (let i = 1; i < path.length; i++)
      cost += least.get(JSON.stringify([path[i - 1], path[i]]))!;
    costs.set(name, cost);
  }
  return costs;
}

/** The same by Bellman and Ford: relax every arc as often as there are names. */
export function leastCostsByRounds(
  arcs: readonly OracleArc[],
  source: string,
): Map<string, number> {
  const costs = new Map([[source, 0]]);
  const rounds = new Set(arcs.flatMap(({from, to}) => [from, to])).size;
  for (let round = 0; round <= rounds; round++) {
    for (const {from, to, cost} of arcs) {
      const next = (costs.get(from) ?? Infinity) + cost;
      if (next < (costs.get(to) ?? Infinity)) costs.set(to, next);
    }
  }
  return costs;
}

export function turnedRound(arcs: readonly OracleArc[]): OracleArc[] {
  return arcs.map(({from, to, cost}) => ({from: to, to: from, cost}));
}
