import {arrivals, type CostTable, least, minPlus} from '../../graph/search/links/closure.ts';
import {part} from './project-tables.ts';

/**
 * Times between points once a service runs between some of them, given those without it: `stops` are
 * rows of the table. Taken one after another it gives any set of services, each of which may carry a
 * trip any number of times: the whole numbers of a network rebuilt with the set, in whatever order.
 */
export function withService(
  times: CostTable,
  stops: readonly number[],
  ride: CostTable,
): CostTable {
  if (stops.length === 0) return times;
  const n = times.rows;
  const all = [...Array(n).keys()];
  const fromStop = pick(times, stops, all);
  const drive = pick(times, stops, stops);
  const arrived = arrivals({toStop: pick(times, all, stops), fromStop, drive, ride});
  return least(times, minPlus(arrived, fromStop));
}

/** The first points of a table only: those that still matter. */
export function firstPoints(times: CostTable, count: number): CostTable {
  return count === times.rows ? times : part(times, 0, count, 0, count);
}

function pick(times: CostTable, rows: readonly number[], columns: readonly number[]): CostTable {
  const cost = new Uint32Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) cost[at++] = times.cost[row * times.columns + column]!;
  }
  return {rows: rows.length, columns: columns.length, cost};
}
