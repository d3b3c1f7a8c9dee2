import type {CompiledNetwork} from '../../compile.ts';
import type {Snap} from '../../snap.ts';
import {type OneToAll, oneToAllOnCore} from '../core/one-to-all.ts';
import type {Seed} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {costMatrix} from '../sweep/cost-matrix.ts';
import type {CostTable} from './closure.ts';
import {oneEdgeTrip, sharersOf} from './one-edge.ts';
import type {Terminal} from './terminal.ts';

/** A snapped place or stop; `null` joins nothing and is reached from nowhere. */
export type Point = Snap | null;

/** A graph between snapped points, of roads or of roads and trains. */
export interface SnapGraph {
  /** The network whose edges the points lie on. */
  readonly net: CompiledNetwork;
  readonly terminal: (snap: Snap) => Terminal;
}

/** Where trips leave a point and come to it; nowhere, where it joins nothing. */
export function endOf({terminal}: SnapGraph): (point: Point) => Terminal {
  return (point) => (point === null ? {out: [], in: []} : terminal(point));
}

/** Least whole milliseconds between snapped points and over all nodes, by whatever search. */
export interface SnapTimes {
  /** Rows: `from`, columns: `to`. */
  readonly times: (from: readonly Point[], to: readonly Point[]) => CostTable;
  readonly tree: OneToAll;
}

/** Times by an engine. */
export function engineTimes(graph: SnapGraph, engine: SearchEngine): SnapTimes {
  const seeds = (points: readonly Point[], side: 'out' | 'in'): (readonly Seed[])[] =>
    points.map(endOf(graph)).map((end) => end[side]);
  let tree: OneToAll | undefined;
  return {
    times: (from, to) => {
      const {cost} = costMatrix(engine, seeds(from, 'out'), seeds(to, 'in'));
      return withinEdges(graph.net, from, to, cost);
    },
    tree: (starts, options) => {
      tree ??= oneToAllOnCore(engine.core);
      return tree(starts, options);
    },
  };
}

/** The table with the trips that never leave an edge: they touch no node of a graph. */
export function withinEdges(
  net: CompiledNetwork,
  from: readonly Point[],
  to: readonly Point[],
  cost: Uint32Array,
): CostTable {
  for (const {at, ms} of tripsOnOneEdge(net, from, to)) cost[at] = Math.min(cost[at]!, ms);
  return {rows: from.length, columns: to.length, cost};
}

/** Best trips between points that stay on one edge, by their place in the table. */
export function tripsOnOneEdge(
  net: CompiledNetwork,
  from: readonly Point[],
  to: readonly Point[],
): {readonly at: number; readonly ms: number}[] {
  const ends = to.flatMap((snap, j) => (snap === null ? [] : [{snap, j}]));
  const sharers = sharersOf(ends.map(({snap}) => snap));
  return from.flatMap((start, i) =>
    start === null
      ? []
      : [...sharers(start)].flatMap((row) => {
          const {snap, j} = ends[row]!;
          const trip = oneEdgeTrip(net, start, snap, 'time');
          return trip === null ? [] : [{at: i * to.length + j, ms: trip.cost}];
        }),
  );
}
