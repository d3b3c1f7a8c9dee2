import type {Baseline} from '../../src/analysis/score/baseline.ts';
import {UNREACHED} from '../../src/graph/search/dijkstra.ts';
import type {Travel} from '../../src/graph/search/travel.ts';

/** A baseline that asks a way to get about, one search a row. */
export function travelBaseline(travel: Travel): Baseline {
  return {
    times: (from, to) => {
      const cost = new Uint32Array(from.length * to.length).fill(UNREACHED);
      from.forEach((snap, i) => {
        if (snap === null) return;
        const times = travel.from([{snap, cost: 0}]);
        to.forEach((end, j) => {
          const ms = end === null ? null : times.to(end);
          if (ms !== null) cost[i * to.length + j] = ms;
        });
      });
      return {rows: from.length, columns: to.length, cost};
    },
  };
}
