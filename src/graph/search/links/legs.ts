import {UNREACHED} from '../dijkstra.ts';
import type {CostTable, StopCosts} from './closure.ts';

/** A part of a trip between two stops: by car on today's network, or by a service. */
export interface StopLeg {
  readonly by: 'drive' | 'ride';
  readonly from: number;
  readonly to: number;
}

/**
 * The legs between stops of the cheapest trip of a place that ends by a ride at stop `last`: first
 * leg a ride. The trip to the first stop and from the last one are on today's network. Of equally
 * cheap trips one with the fewest rides; of those, the first stops in order.
 */
export function legsTo(
  costs: StopCosts,
  arrived: CostTable,
  place: number,
  last: number,
): readonly StopLeg[] {
  const stops = [...Array(costs.ride.rows).keys()];
  const total = (at: number): number => costAt(arrived, place, at);
  /** Stop to board at for a ride to `at`, having spent `there(i)` to be at stop `i`. */
  const board = (at: number, there: (i: number) => number): number | undefined =>
    stops.find((i) => there(i) + costAt(costs.ride, i, at) === total(at));
  const before = new Map<number, readonly StopLeg[]>();
  const open = (): number[] => stops.filter((at) => !before.has(at) && total(at) !== Infinity);
  let newest: number[] = [];
  const take = (at: number, from: number | undefined, way: readonly StopLeg[]): void => {
    if (from === undefined) return;
    before.set(at, [...way, {by: 'ride', from, to: at}]);
    newest.push(at);
  };
  for (const at of open()) {
    take(
      at,
      board(at, (i) => costAt(costs.toStop, place, i)),
      [],
    );
  }
  while (!before.has(last) && newest.length > 0) {
    const changes = newest;
    newest = [];
    for (const k of changes) {
      for (const at of open()) {
        const from = board(at, (i) => total(k) + costAt(costs.drive, k, i));
        take(at, from, [...before.get(k)!, {by: 'drive', from: k, to: from ?? k}]);
      }
    }
  }
  const legs = before.get(last);
  if (!legs) throw new Error(`stop ${last} is not reached by a service`);
  return legs;
}

function costAt(table: CostTable, row: number, column: number): number {
  const found = table.cost[row * table.columns + column]!;
  return found === UNREACHED ? Infinity : found;
}
