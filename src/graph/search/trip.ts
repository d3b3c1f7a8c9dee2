import type {CompiledNetwork} from '../compile.ts';
import type {EdgePoint, Snap} from '../snap.ts';
import {alongEdge, costOverEnds, type EdgeEnd, edgeEnds, otherWeight, snapEnds} from './attach.ts';
import {isBetter} from './core/climb-low.ts';
import {growTree, type Seed, type Tree, treePath, UNREACHED, type Weight} from './dijkstra.ts';
import {snapTerminal} from './links/snap-terminal.ts';

/** A snapped point from which a search starts, with the cost already spent to be there. */
export interface Start {
  readonly snap: Snap;
  readonly cost: number;
}

/** Costs from snapped points to everywhere; remembers its starts for trips that stay on an edge. */
export interface SnapCosts {
  readonly starts: readonly Start[];
  /** Starting points by the row of their edge, with the cost already spent. */
  readonly startsOn: ReadonlyMap<
    number,
    readonly {readonly point: EdgePoint; readonly cost: number}[]
  >;
  readonly tree: Pick<Tree, 'weight' | 'cost'> & Partial<Pick<Tree, 'along'>>;
}

/** The same with the ways themselves. */
export interface SnapTree extends SnapCosts {
  readonly tree: Tree;
}

/** A piece of an edge in the direction of travel: shares of its length from its `from` node. */
export interface TripPiece {
  readonly edge: number;
  readonly fromShare: number;
  readonly toShare: number;
}

/** A way between two snapped points; whole milliseconds or centimetres, by the tree's weight. */
export interface TripPath {
  readonly cost: number;
  readonly pieces: readonly TripPiece[];
}

/** Searches from the starts to all nodes within `maxCost`. */
export function growSnapTree(
  net: CompiledNetwork,
  starts: readonly Start[],
  options: {readonly weight?: Weight; readonly maxCost?: number} = {},
): SnapTree {
  const weight = options.weight ?? 'time';
  const seeds = startSeeds(net, starts, weight);
  return {starts, startsOn: startsByEdge(starts), tree: growTree(net, seeds, options)};
}

/** The nodes at which trips leave their starts, and the cost to stand there. */
export function startSeeds(
  net: CompiledNetwork,
  starts: readonly Start[],
  weight: Weight,
): readonly Seed[] {
  return starts.flatMap(({snap, cost}) =>
    snapTerminal(net, snap, weight).out.map((seed) => ({...seed, cost: cost + seed.cost})),
  );
}

/** Starting points by the row of their edge. */
export function startsByEdge(starts: readonly Start[]): SnapCosts['startsOn'] {
  const startsOn = new Map<number, {point: EdgePoint; cost: number}[]>();
  for (const {snap, cost} of starts) {
    for (const point of snap.points) {
      const here = startsOn.get(point.edge);
      if (here) here.push({point, cost});
      else startsOn.set(point.edge, [{point, cost}]);
    }
  }
  return startsOn;
}

/** Cost from the nearest start to a snapped point, `null` when there is no way. */
export function costTo(net: CompiledNetwork, from: SnapCosts, to: Snap): number | null {
  const {weight, cost} = from.tree;
  let best = Infinity;
  for (const point of to.points) {
    best = Math.min(best, costOverEnds(net, point, weight, cost));
    for (const start of from.startsOn.get(point.edge) ?? []) {
      const part = alongEdge(net, start.point, point, weight);
      if (part !== null) best = Math.min(best, start.cost + part);
    }
  }
  return best === Infinity ? null : best;
}

/** The way from the nearest start to a snapped point in order of travel, `null` when there is none. */
export function pathTo(net: CompiledNetwork, from: SnapTree, to: Snap): TripPath | null {
  const arrival = arrivalAt(net, from, to);
  if (arrival === null) return null;
  const {cost, point, via} = arrival;
  if ('start' in via) {
    const {edge, share} = via.start;
    return {cost, pieces: [{edge, fromShare: share, toShare: point.share}]};
  }
  const arcs = treePath(net, from.tree, via.end.node);
  const first = arcs[0] === undefined ? via.end.node : net.tail[arcs[0]]!;
  const left = departureFrom(net, from, first);
  const pieces: TripPiece[] = [
    {edge: left.point.edge, fromShare: left.point.share, toShare: left.end.share},
    ...arcs.map((a) => wholeEdge(net, a)),
    {edge: point.edge, fromShare: via.end.share, toShare: point.share},
  ];
  return {cost, pieces: pieces.filter((piece) => piece.fromShare !== piece.toShare)};
}

interface Arrival {
  readonly cost: number;
  /** The other weight along it; 0 where the search did not keep it. */
  readonly along: number;
  readonly point: EdgePoint;
  /** Over a node of the tree, or straight along one edge from a start on it. */
  readonly via: {readonly end: EdgeEnd} | {readonly start: EdgePoint};
}

function arrivalAt(net: CompiledNetwork, from: SnapCosts, to: Snap): Arrival | null {
  let best: Arrival | null = null;
  for (const point of to.points) {
    for (const arrival of [
      ...overNodes(net, from.tree, point),
      ...alongOneEdge(net, from, point),
    ]) {
      if (best === null || isBetter(arrival, best)) best = arrival;
    }
  }
  return best;
}

function overNodes(net: CompiledNetwork, tree: SnapCosts['tree'], point: EdgePoint): Arrival[] {
  const beside = tree.along && edgeEnds(net, point, otherWeight(tree.weight), 'in');
  return edgeEnds(net, point, tree.weight, 'in').flatMap((end, i): Arrival[] => {
    const there = tree.cost[end.node]!;
    if (there === UNREACHED) return [];
    const along = beside ? tree.along[end.node]! + beside[i]!.cost : 0;
    return [{cost: there + end.cost, along, point, via: {end}}];
  });
}

function alongOneEdge(net: CompiledNetwork, from: SnapCosts, point: EdgePoint): Arrival[] {
  const here = from.startsOn.get(point.edge) ?? [];
  const {weight, along: kept} = from.tree;
  return here.flatMap(({point: start, cost}): Arrival[] => {
    const part = alongEdge(net, start, point, weight);
    if (part === null) return [];
    const along = kept ? (alongEdge(net, start, point, otherWeight(weight)) ?? 0) : 0;
    return [{cost: cost + part, along, point, via: {start}}];
  });
}

/** Which point of a start the tree left from to stand at its first node. */
function departureFrom(
  net: CompiledNetwork,
  {starts, tree}: SnapTree,
  node: number,
): {readonly point: EdgePoint; readonly end: EdgeEnd} {
  for (const {snap, cost} of starts) {
    const beside = snapEnds(net, snap, otherWeight(tree.weight), 'out');
    const ends = snapEnds(net, snap, tree.weight, 'out');
    const left = ends.find(
      ({end}, i) =>
        end.node === node &&
        cost + end.cost === tree.cost[node] &&
        beside[i]!.end.cost === tree.along[node],
    );
    if (left) return left;
  }
  throw new Error(`node ${node} is no seed of the tree`);
}

/** An arc as a piece of a trip. */
export function wholeEdge(net: CompiledNetwork, arc: number): TripPiece {
  const forward = net.forward[arc] === 1;
  return {edge: net.edgeOf[arc]!, fromShare: forward ? 0 : 1, toShare: forward ? 1 : 0};
}
