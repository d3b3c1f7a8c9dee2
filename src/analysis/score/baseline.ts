import type {CompiledNetwork} from '../../graph/compile.ts';
import {buildEngine, type SearchEngine} from '../../graph/search/engine.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';
import {oneEdgeTrip, sharersOf} from '../../graph/search/links/one-edge.ts';
import {snapTerminal} from '../../graph/search/links/snap-terminal.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';
import {costMatrix} from '../../graph/search/sweep/cost-matrix.ts';
import type {OpenRail} from '../../graph/service/open-rail.ts';
import type {Snap} from '../../graph/snap.ts';
import type {Study, TravelMode} from '../study.ts';

/** A snapped place or stop; `null` joins nothing and is reached from nowhere. */
export type Point = Snap | null;

/**
 * The network before any project, as scoring sees it: least whole milliseconds from points to points.
 * All else – projects, sets of projects, ranks – is worked out on the small tables that it gives.
 */
export interface Baseline {
  /** Rows: `from`, columns: `to`. */
  readonly times: (from: readonly Point[], to: readonly Point[]) => CostTable;
}

/** The baseline of a study for a mode: roads, or roads and trains in one graph. */
export function baselineOf(study: Study, mode: Exclude<TravelMode, 'rail'>): Baseline {
  const {road} = study;
  if (mode === 'road') {
    return engineBaseline(road, study.engine(), (snap) => snapTerminal(road, snap, 'time'));
  }
  const rail = study.rail();
  return engineBaseline(road, engineOf(rail), (snap) => rail.terminal(snap));
}

const railEngines = new WeakMap<OpenRail, SearchEngine>();

/** The search engine over roads and trains, built when first asked for. */
function engineOf(rail: OpenRail): SearchEngine {
  const known = railEngines.get(rail) ?? buildEngine(rail.graph());
  railEngines.set(rail, known);
  return known;
}

/**
 * A baseline on a search engine. `net` is the network whose edges the points lie on: trips that never
 * leave an edge touch no node of the engine's graph and are put in beside it.
 */
export function engineBaseline(
  net: CompiledNetwork,
  engine: SearchEngine,
  terminalOf: (snap: Snap) => Terminal,
): Baseline {
  return {
    times: (from, to) => {
      const sources = from.map((snap) => (snap === null ? [] : terminalOf(snap).out));
      const targets = to.map((snap) => (snap === null ? [] : terminalOf(snap).in));
      const {cost} = costMatrix(engine, sources, targets);
      for (const {at, ms} of tripsOnOneEdge(net, from, to)) cost[at] = Math.min(cost[at]!, ms);
      return {rows: from.length, columns: to.length, cost};
    },
  };
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
