import type {CompiledNetwork} from '../../compile.ts';
import type {EdgePoint, Snap} from '../../snap.ts';
import {alongEdge, otherWeight} from '../attach.ts';
import {isBetter} from '../core/climb-low.ts';
import type {Weight} from '../dijkstra.ts';

/** A trip between two points of one edge that never leaves it. */
export interface OneEdgeTrip {
  readonly cost: number;
  readonly along: number;
  readonly from: EdgePoint;
  readonly to: EdgePoint;
}

/** The best trip between two snaps that stays on one edge, `null` when they share none. */
export function oneEdgeTrip(
  net: CompiledNetwork,
  from: Snap,
  to: Snap,
  weight: Weight,
): OneEdgeTrip | null {
  let best: OneEdgeTrip | null = null;
  for (const end of to.points) {
    for (const start of from.points) {
      if (start.edge !== end.edge) continue;
      const cost = alongEdge(net, start, end, weight);
      const along = alongEdge(net, start, end, otherWeight(weight));
      if (cost === null || along === null) continue;
      const trip = {cost, along, from: start, to: end};
      if (best === null || isBetter(trip, best)) best = trip;
    }
  }
  return best;
}

/** Rows of the snaps that share an edge with a snap, by their list. */
export function sharersOf(snaps: readonly Snap[]): (snap: Snap) => ReadonlySet<number> {
  const rowsOn = new Map<number, number[]>();
  snaps.forEach(({points}, row) => {
    for (const {edge} of points) {
      const here = rowsOn.get(edge);
      if (here) here.push(row);
      else rowsOn.set(edge, [row]);
    }
  });
  return (snap) => new Set(snap.points.flatMap(({edge}) => rowsOn.get(edge) ?? []));
}
