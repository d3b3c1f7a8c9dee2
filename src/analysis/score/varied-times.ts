import type {CompiledNetwork} from '../../graph/compile.ts';
import {FAR} from '../../graph/search/core/digraph.ts';
import {planElimination} from '../../graph/search/elimination/plan.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';
import {type Point, tripsOnOneEdge} from '../../graph/search/links/snap-times.ts';
import {ARC_KINDS, type ArcKind, roadArcKind} from '../../graph/service/arc-list.ts';
import type {Study, TravelMode} from '../study.ts';

/** Factors on the times of the baseline, by what the time is spent on; 1 = as it is. */
export type TimeFactors = Readonly<Partial<Record<ArcKind, number>>>;

/** Times between fixed points of a baseline whose times change from question to question. */
export interface VariedTimes {
  /** Kinds of time that the baseline has any of. */
  readonly kinds: readonly ArcKind[];
  readonly times: (factors: TimeFactors) => CostTable;
}

/**
 * Prepares the points. Every answer is exact for the network with the time of every arc times the factor
 * of its kind, to the whole millisecond. The part of an edge between a point and the next junction
 * counts as other roads.
 */
export function variedTimes(
  study: Study,
  mode: Exclude<TravelMode, 'rail'>,
  points: readonly Point[],
): VariedTimes {
  const {graph} = study.stages(mode);
  const {terminal} = study.snapGraph(mode);
  const kind = mode === 'best' ? study.rail().graph().kind : roadKinds(study.road);
  const ends = points.map((snap) => (snap === null ? {out: [], in: []} : terminal(snap)));
  const plan = planElimination(graph, {
    sources: ends.map((end) => end.out.map(({node}) => node)),
    targets: ends.map((end) => end.in.map(({node}) => node)),
  });
  const leave = Uint32Array.from(ends.flatMap((end) => end.out.map(({cost}) => cost)));
  const reach = Uint32Array.from(ends.flatMap((end) => end.in.map(({cost}) => cost)));
  const onEdge = tripsOnOneEdge(study.road, points, points);
  const used = new Set(kind);
  const arcCost = new Uint32Array(graph.cost.length);
  return {
    kinds: ARC_KINDS.filter((_, k) => used.has(k)),
    times: (factors) => {
      const factor = Float64Array.from(ARC_KINDS, (name) => factors[name] ?? 1);
      const own = factor[ARC_KINDS.indexOf('otherRoads')]!;
      for (let a = 0; a < arcCost.length; a++) {
        arcCost[a] = scaled(graph.cost[a]!, factor[kind[a]!]!);
      }
      const table = plan.times(
        arcCost,
        leave.map((ms) => scaled(ms, own)),
        reach.map((ms) => scaled(ms, own)),
      );
      for (const {at, ms} of onEdge) {
        table.cost[at] = Math.min(table.cost[at]!, scaled(ms, own));
      }
      return table;
    },
  };
}

/** Times a factor, held below what no trip can take. */
function scaled(ms: number, factor: number): number {
  return factor === 1 ? ms : Math.min(FAR, Math.round(ms * factor));
}

function roadKinds(road: CompiledNetwork): Uint8Array {
  return Uint8Array.from(road.edgeOf, (edge) => ARC_KINDS.indexOf(roadArcKind(road, edge)));
}
