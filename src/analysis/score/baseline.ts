import type {CompiledNetwork} from '../../graph/compile.ts';
import {alongEdge, snapEnds} from '../../graph/search/attach.ts';
import {digraphOf} from '../../graph/search/core/digraph.ts';
import {type Seed, UNREACHED} from '../../graph/search/dijkstra.ts';
import {buildEngine, type SearchEngine} from '../../graph/search/engine.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';
import {costMatrix} from '../../graph/search/sweep/cost-matrix.ts';
import type {Travel} from '../../graph/search/travel.ts';
import {startsByEdge} from '../../graph/search/trip.ts';
import type {Snap} from '../../graph/snap.ts';

/**
 * The network before any project, as scoring sees it: least whole milliseconds from points to points.
 * All else – projects, sets of projects, ranks – is worked out on the small tables that it gives.
 */
export interface Baseline {
  /** Rows: `from`, columns: `to`. A point that is `null` joins nothing and is reached from nowhere. */
  readonly times: (from: readonly (Snap | null)[], to: readonly (Snap | null)[]) => CostTable;
}

/** A baseline on the search engine of a compiled network. */
export function engineBaseline(
  net: CompiledNetwork,
  engine: SearchEngine = engineOf(net),
): Baseline {
  return {
    times: (from, to) => {
      const sources = from.map((snap) => terminalOf(net, snap).out);
      const targets = to.map((snap) => terminalOf(net, snap).in);
      const {cost} = costMatrix(engine, sources, targets);
      stayOnEdge(net, from, to, cost);
      return {rows: from.length, columns: to.length, cost};
    },
  };
}

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

/** Where trips leave a snapped point and where they come to it. */
export function terminalOf(net: CompiledNetwork, snap: Snap | null): Terminal {
  const seeds = (way: 'out' | 'in'): Seed[] =>
    snap === null
      ? []
      : snapEnds(net, snap, 'time', way).map(({end: {node, cost}}) => ({node, cost}));
  return {out: seeds('out'), in: seeds('in')};
}

/** Trips that never leave the edge on which they start touch no node: they are put in here. */
function stayOnEdge(
  net: CompiledNetwork,
  from: readonly (Snap | null)[],
  to: readonly (Snap | null)[],
  cost: Uint32Array,
): void {
  const rowsOn = new Map<number, number[]>();
  from.forEach((snap, i) => {
    for (const {edge} of snap?.points ?? []) rowsOn.set(edge, [...(rowsOn.get(edge) ?? []), i]);
  });
  to.forEach((snap, j) => {
    if (snap === null) return;
    const rows = new Set(snap.points.flatMap(({edge}) => rowsOn.get(edge) ?? []));
    for (const i of rows) {
      const at = i * to.length + j;
      cost[at] = Math.min(cost[at]!, alongMs(net, from[i]!, snap) ?? UNREACHED);
    }
  });
}

/** Least milliseconds along one edge from some point of a snap to some point of another. */
export function alongMs(net: CompiledNetwork, from: Snap, to: Snap): number | null {
  const startsOn = startsByEdge([{snap: from, cost: 0}]);
  let best: number | null = null;
  for (const point of to.points) {
    for (const start of startsOn.get(point.edge) ?? []) {
      const ms = alongEdge(net, start.point, point, 'time');
      if (ms !== null && (best === null || ms < best)) best = ms;
    }
  }
  return best;
}

const engines = new WeakMap<CompiledNetwork, SearchEngine>();

/** The search engine of a compiled network, by time; built when first asked for. */
function engineOf(net: CompiledNetwork): SearchEngine {
  const known = engines.get(net) ?? buildEngine(digraphOf(net, 'time'));
  engines.set(net, known);
  return known;
}
