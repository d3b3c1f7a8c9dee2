import {FAR} from '../core/digraph.ts';
import {UNREACHED} from '../dijkstra.ts';

/** A table of costs, row by row; `UNREACHED` = no way. */
export interface CostTable {
  readonly rows: number;
  readonly columns: number;
  readonly cost: Uint32Array;
}

/** Costs on the untouched network between places and the stops of all services together. */
export interface StopCosts {
  readonly toStop: CostTable; // places × stops
  readonly fromStop: CostTable; // stops × places
  readonly drive: CostTable; // stops × stops
  /** By a service, boarding and leaving included. */
  readonly ride: CostTable; // stops × stops
}

/** Cheapest over some middle column: `(a ⊗ b)[i][j] = min over k of a[i][k] + b[k][j]`. */
export function minPlus(a: CostTable, b: CostTable): CostTable {
  const cost = new Uint32Array(a.rows * b.columns).fill(UNREACHED);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const first = a.cost[i * a.columns + k]!;
      if (first === UNREACHED) continue;
      for (let j = 0; j < b.columns; j++) {
        const over = first + b.cost[k * b.columns + j]!;
        const at = i * b.columns + j;
        if (over < FAR && over < cost[at]!) cost[at] = over;
      }
    }
  }
  return {rows: a.rows, columns: b.columns, cost};
}

/**
 * Least cost from every place to stand at every stop having come there by a service: to some stop,
 * a ride, and any number of drives and rides more. Who only drives past a stop gets nothing of it.
 */
export function arrivals({toStop, drive, ride}: StopCosts): CostTable {
  const more = minPlus(drive, ride);
  const {cost, rows} = more;
  for (let k = 0; k < rows; k++) cost[k * rows + k] = 0;
  for (let k = 0; k < rows; k++) {
    for (let i = 0; i < rows; i++) {
      const first = cost[i * rows + k]!;
      if (first === UNREACHED) continue;
      for (let j = 0; j < rows; j++) {
        const over = first + cost[k * rows + j]!;
        if (over < FAR && over < cost[i * rows + j]!) cost[i * rows + j] = over;
      }
    }
  }
  return minPlus(minPlus(toStop, ride), more);
}

/** The less of two tables, place by place. */
export function least(a: CostTable, b: CostTable): CostTable {
  return {...a, cost: a.cost.map((cost, i) => Math.min(cost, b.cost[i]!))};
}
