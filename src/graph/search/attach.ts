import type {CompiledNetwork} from '../compile.ts';
import type {EdgePoint, Snap} from '../snap.ts';
import {UNREACHED, type Weight} from './dijkstra.ts';

/** A node at which a trip leaves or reaches a point of an edge, and the cost of the part between. */
export interface EdgeEnd {
  readonly node: number;
  readonly cost: number;
  /** Share of the edge at which the node stands. */
  readonly share: 0 | 1;
}

/** What lies along a way of least time is its length, and the other way round. */
export function otherWeight(weight: Weight): Weight {
  return weight === 'time' ? 'length' : 'time';
}

/**
 * The nodes at which a trip leaves (`out`) or reaches (`in`) a point of an edge. The parts before
 * and behind the point add up to the edge exactly, so that cutting the edge there would change no
 * sum.
 */
export function edgeEnds(
  net: CompiledNetwork,
  point: EdgePoint,
  weight: Weight,
  direction: 'out' | 'in',
): EdgeEnd[] {
  const {edges} = net.network;
  const from = edges.from[point.edge]!;
  const to = edges.to[point.edge]!;
  const found: EdgeEnd[] = [];
  const outward = direction === 'out';
  if (arcOf(net, point.edge, 1) !== null) {
    const [before, behind] = parts(net, point, weight);
    found.push(outward ? {node: to, cost: behind, share: 1} : {node: from, cost: before, share: 0});
  }
  if (arcOf(net, point.edge, 0) !== null) {
    const [before, behind] = parts(net, point, weight);
    found.push(outward ? {node: from, cost: before, share: 0} : {node: to, cost: behind, share: 1});
  }
  return found;
}

/** All ends of all points of a snap. */
export function snapEnds(
  net: CompiledNetwork,
  snap: Snap,
  weight: Weight,
  direction: 'out' | 'in',
): {readonly point: EdgePoint; readonly end: EdgeEnd}[] {
  return snap.points.flatMap((point) =>
    edgeEnds(net, point, weight, direction).map((end) => ({point, end})),
  );
}

/**
 * Least cost to reach a point of an edge over the ends of that, by what it costs to stand at each node
 * (`UNREACHED` = no way); `Infinity` when there is none. The least over `edgeEnds`, without making them.
 */
export function costOverEnds(
  net: CompiledNetwork,
  point: EdgePoint,
  weight: Weight,
  nodeCost: Uint32Array,
): number {
  const {edges} = net.network;
  const ahead = arcOf(net, point.edge, 1);
  const back = arcOf(net, point.edge, 0);
  const arc = ahead ?? back;
  if (arc === null) return Infinity;
  const whole = weight === 'time' ? net.timeMs[arc]! : net.lengthCm[arc]!;
  const before = Math.round(whole * point.share);
  const atFrom = ahead === null ? UNREACHED : nodeCost[edges.from[point.edge]!]!;
  const atTo = back === null ? UNREACHED : nodeCost[edges.to[point.edge]!]!;
  return Math.min(
    atFrom === UNREACHED ? Infinity : atFrom + before,
    atTo === UNREACHED ? Infinity : atTo + whole - before,
  );
}

/** Cost from one point of an edge to another without leaving it; `null` against a one-way. */
export function alongEdge(
  net: CompiledNetwork,
  start: EdgePoint,
  end: EdgePoint,
  weight: Weight,
): number | null {
  if (start.share === end.share) return 0;
  if (arcOf(net, start.edge, end.share > start.share ? 1 : 0) === null) return null;
  return Math.abs(parts(net, end, weight)[0] - parts(net, start, weight)[0]);
}

/** Cost of an edge before and behind a point, counted from its `from` node. */
function parts(
  net: CompiledNetwork,
  point: EdgePoint,
  weight: Weight,
): readonly [before: number, behind: number] {
  const arc = arcOf(net, point.edge, 1) ?? arcOf(net, point.edge, 0);
  if (arc === null) throw new Error(`edge ${point.edge} is not part of the compiled network`);
  const whole = weight === 'time' ? net.timeMs[arc]! : net.lengthCm[arc]!;
  const before = Math.round(whole * point.share);
  return [before, whole - before];
}

/** The arc of an edge in a direction, or `null` when it cannot be travelled that way. */
function arcOf(net: CompiledNetwork, edge: number, forward: 0 | 1): number | null {
  const {edges} = net.network;
  const tail = forward === 1 ? edges.from[edge]! : edges.to[edge]!;
  for (let a = net.firstOut[tail]!, stop = net.firstOut[tail + 1]!; a < stop; a++) {
    if (net.edgeOf[a] === edge && net.forward[a] === forward) return a;
  }
  return null;
}
