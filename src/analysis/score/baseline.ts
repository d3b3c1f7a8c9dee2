import type {EngineStages} from '../../graph/search/engine-stages.ts';
import {type CoreTimes, coreTimes} from '../../graph/search/links/core-times.ts';
import {engineTimes, type Point, type SnapTimes} from '../../graph/search/links/snap-times.ts';
import type {Study, TravelMode} from '../study.ts';

/**
 * The network before any project, as scoring sees it: least whole milliseconds from points to points.
 * All else – projects, sets of projects, ranks – is worked out on the small tables that it gives.
 */
export type Baseline = Pick<SnapTimes, 'times'>;

type BaselineMode = Exclude<TravelMode, 'rail'>;

/**
 * The baseline of a study for a mode: roads, or roads and trains in one graph. By the engine – or, as
 * long as that is being built elsewhere and its core has come, by searches over the core.
 */
export function baselineOf(study: Study, mode: BaselineMode): SnapTimes {
  return onCore(study, mode) ?? engineTimes(study.snapGraph(mode), study.stages(mode).engine());
}

/** What such a table of times waits for, a step a search; nothing where the engine stands. */
export function* searchesOf(
  study: Study,
  mode: BaselineMode,
  points: readonly Point[],
): Iterable<void> {
  for (const searched of onCore(study, mode)?.searches(points, points) ?? []) {
    yield searched;
    if (study.stages(mode).hasEngine) return;
  }
}

/** Times between points that came with the core from where the engine is being built. */
export function learnTimes(
  study: Study,
  mode: BaselineMode,
  points: readonly Point[],
  costs: Uint32Array,
): void {
  onCore(study, mode)?.learn(points, costs);
}

/** Kept while only the core stands. */
const onCores = new WeakMap<EngineStages, CoreTimes>();

function onCore(study: Study, mode: BaselineMode): CoreTimes | null {
  const stages = study.stages(mode);
  if (stages.hasEngine || !stages.hasCore || !stages.underway) {
    onCores.delete(stages);
    return null;
  }
  const known = onCores.get(stages) ?? coreTimes(study.snapGraph(mode), stages.core());
  onCores.set(stages, known);
  return known;
}
