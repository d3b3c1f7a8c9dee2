import {Worker} from 'node:worker_threads';
import type {Core} from '../../graph/search/core/core.ts';
import type {Digraph} from '../../graph/search/core/digraph.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import type {Hierarchy} from '../../graph/search/hierarchy/hierarchy.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';

/** What is to be built, and the places that will be asked about before all of it stands. */
export interface EngineTask {
  readonly graph: Digraph;
  readonly places: readonly Terminal[];
}

/** The first stage: the core, and costs between the places, in rows. */
export interface BuiltCore {
  readonly core: Core;
  readonly costs: Uint32Array;
}

/** Makes a search engine, here or elsewhere; the first stage is shown as soon as it stands. */
export type EngineBuilder = (
  task: EngineTask,
  onCore: (built: BuiltCore) => void,
) => Promise<SearchEngine>;

/** What the building thread gives back, one after the other. */
export type BuiltStage = BuiltCore | {readonly hierarchy: Hierarchy};

/**
 * Builds an engine in a thread of its own: whoever asks goes on with other work meanwhile. The graph is
 * copied there, the engine's arrays come back without copying; the same engine as `buildEngine` makes.
 */
export function buildEngineInThread(
  task: EngineTask,
  onCore: (built: BuiltCore) => void = () => {},
  start: (task: EngineTask) => Worker = startThread,
): Promise<SearchEngine> {
  return new Promise((resolve, reject) => {
    const thread = start(task);
    let core: Core | undefined;
    thread.on('message', (stage: BuiltStage) => {
      if ('core' in stage) {
        core = stage.core;
        onCore(stage);
      } else if (core) resolve({graph: task.graph, core, hierarchy: stage.hierarchy});
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the engine ended with ${code}`)));
  });
}

function startThread(task: EngineTask): Worker {
  return new Worker(new URL('./build-engine-thread.js', import.meta.url), {workerData: task});
}
