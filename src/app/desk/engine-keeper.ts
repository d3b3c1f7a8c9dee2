import {digraphOf} from '../../graph/search/core/digraph.ts';
import {engineFromSections} from '../../graph/search/store/engine-sections.ts';
import {ROAD_ENGINE, type StoredColumns} from '../../graph/search/store/stored-or-built.ts';
import type {EngineBuilder} from '../threads/build-engine.ts';
import type {Workbench} from '../workbench.ts';
import type {Watch} from './desk.ts';

/** Sees to it that the search engine of a day stands before a question needs it. */
export interface EngineKeeper {
  /** Begins with it; nobody waits. */
  readonly begin: (bench: Workbench) => void;
  /** Comes back when it stands, begins with it if need be. Whoever has to wait is told the step. */
  readonly ready: (bench: Workbench, watch: Watch) => Promise<void>;
}

/**
 * The engine stored in the file where it fits the day, else one made by `build`, away from this thread:
 * what needs no engine is answered meanwhile.
 */
export function engineKeeper(stored: StoredColumns, build: EngineBuilder): EngineKeeper {
  const under = new WeakMap<Workbench['study'], Promise<void>>();
  const stands = new WeakSet<Workbench['study']>();
  const begun = ({study}: Workbench): Promise<void> => {
    const known = under.get(study);
    if (known) return known;
    const graph = digraphOf(study.road, 'time');
    const make = async (): Promise<void> => {
      const found = engineFromSections(stored, ROAD_ENGINE.time, graph);
      study.takeEngine(found ?? (await build(graph)));
    };
    // Where no thread can be had the study makes its engine itself when it is asked.
    const making = make()
      .catch(() => {})
      .then(() => {
        stands.add(study);
      });
    under.set(study, making);
    return making;
  };
  return {
    begin: (bench) => void begun(bench),
    ready: async (bench, {signal, step}) => {
      const making = begun(bench);
      if (stands.has(bench.study)) return;
      step('engine');
      await Promise.race([making, calledOff(signal)]);
    },
  };
}

/** Fails when a signal calls off what waits. */
function calledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, {once: true});
  });
}
