import {arrivals, type CostTable, least, minPlus} from '../../graph/search/links/closure.ts';

/**
 * Times between points once a service runs between some of them, given those without it: `stops` are
 * rows of the table. Taken one after another it gives any set of services, each of which may carry a
 * trip any number of times: the whole numbers of a network rebuilt with the set, in whatever order.
 * Only the first `keep` points are worked out and kept: those that still matter.
 */
export function withService(
  times: CostTable,
  stops: readonly number[],
  ride: CostTable,
  keep: number = times.rows,
): CostTable {
  const kept = [...Array(keep).keys()];
  const known = pick(times, kept, kept);
  if (stops.length === 0) return known;
  const fromStop = pick(times, stops, kept);
  const arrived = arrivals({
    toStop: pick(times, kept, stops),
    fromStop,
    drive: pick(times, stops, stops),
    ride,
  });
  return least(known, minPlus(arrived, fromStop));
}

/** Some rows and columns of a table, in the order given. */
export function pick(
  times: CostTable,
  rows: readonly number[],
  columns: readonly number[],
): CostTable {
  const cost = new Uint32Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) {
    const start = row * times.columns;
    for (const column of columns) cost[at++] = times.cost[start + column]!;
  }
  return {rows: rows.length, columns: columns.length, cost};
}
