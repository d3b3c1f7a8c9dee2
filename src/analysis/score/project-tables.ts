import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {
  arrivals,
  type CostTable,
  least,
  minPlus,
  type StopCosts,
} from '../../graph/search/links/closure.ts';
import type {Point} from '../../graph/search/links/snap-times.ts';
import type {PlannedService} from '../../graph/search/what-if.ts';
import type {Baseline} from './baseline.ts';

/** Times between places and the stops of projects on the untouched baseline. */
export interface ProjectTables {
  /** places × places. */
  readonly before: CostTable;
  /** Of one project, by its row. */
  readonly stopCosts: (project: number) => StopCosts;
}

/** Up to so many stops all times between them are looked up at once. */
const STOPS_AT_ONCE = 600;

/** Looks up all times that scoring the services one by one needs. */
export function projectTables(
  baseline: Baseline,
  places: readonly Point[],
  services: readonly PlannedService[],
): ProjectTables {
  const stops = services.flatMap((service) => service.stops);
  const firstStop: number[] = [];
  let count = 0;
  for (const service of services) {
    firstStop.push(count);
    count += service.stops.length;
  }
  if (count <= STOPS_AT_ONCE) {
    const all = [...places, ...stops];
    const whole = baseline.times(all, all);
    const p = places.length;
    return {
      before: part(whole, 0, p, 0, p),
      stopCosts: (k) => {
        const q = services[k]!.stops.length;
        const at = p + firstStop[k]!;
        return {
          toStop: part(whole, 0, p, at, q),
          fromStop: part(whole, at, q, 0, p),
          drive: part(whole, at, q, at, q),
          ride: rideTable(services[k]!),
        };
      },
    };
  }
  const toStops = baseline.times(places, stops);
  const fromStops = baseline.times(stops, places);
  return {
    before: baseline.times(places, places),
    stopCosts: (k) => {
      const own = services[k]!.stops;
      const at = firstStop[k]!;
      return {
        toStop: part(toStops, 0, places.length, at, own.length),
        fromStop: part(fromStops, at, own.length, 0, places.length),
        // Between two stops nobody gains by driving back to ride again.
        drive: own.length > 2 ? baseline.times(own, own) : noWay(own.length),
        ride: rideTable(services[k]!),
      };
    },
  };
}

/** Times between places once a project is built: the same as on a network rebuilt with it. */
export function afterService(before: CostTable, costs: StopCosts): CostTable {
  if (costs.ride.rows === 0) return before;
  return least(before, minPlus(arrivals(costs), costs.fromStop));
}

/** Rides of a service from stop to stop. */
export function rideTable({stops, rideMs}: PlannedService): CostTable {
  const table = noWay(stops.length);
  for (let i = 0; i < stops.length; i++) {
    for (let j = 0; j < stops.length; j++) {
      table.cost[i * stops.length + j] = rideMs[i]![j] ?? UNREACHED;
    }
  }
  return table;
}

function noWay(size: number): CostTable {
  return {rows: size, columns: size, cost: new Uint32Array(size * size).fill(UNREACHED)};
}

/** A block of a table. */
export function part(
  table: CostTable,
  firstRow: number,
  rows: number,
  firstColumn: number,
  columns: number,
): CostTable {
  const cost = new Uint32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const start = (firstRow + i) * table.columns + firstColumn;
    cost.set(table.cost.subarray(start, start + columns), i * columns);
  }
  return {rows, columns, cost};
}
