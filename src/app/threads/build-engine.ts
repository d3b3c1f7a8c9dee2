import {Worker} from 'node:worker_threads';
import type {Core} from '../../graph/search/core/core.ts';
import type {Digraph} from '../../graph/search/core/digraph.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import type {Hierarchy} from '../../graph/search/hierarchy/hierarchy.ts';

/** Makes the search engine of a graph, here or elsewhere; its core is shown as soon as it stands. */
export type EngineBuilder = (graph: Digraph, onCore: (core: Core) => void) => Promise<SearchEngine>;

/** What the building thread gives back, one after the other. */
export type BuiltStage = {readonly core: Core} | {readonly hierarchy: Hierarchy};

/**
 * Builds an engine in a thread of its own: whoever asks goes on with other work meanwhile. The graph is
 * copied there, the engine's arrays come back without copying; the same engine as `buildEngine` makes.
 */
export function buildEngineInThread(
  graph: Digraph,
  onCore: (core: Core) => void = () => {},
  start: (graph: Digraph) => Worker = startThread,
): Promise<SearchEngine> {
  return new Promise((resolve, reject) => {
    const thread = start(graph);
    let core: Core | undefined;
    thread.on('message', (stage: BuiltStage) => {
      if ('core' in stage) {
        core = stage.core;
        onCore(core);
      } else if (core) resolve({graph, core, hierarchy: stage.hierarchy});
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the engine ended with ${code}`)));
  });
}

function startThread(graph: Digraph): Worker {
  return new Worker(new URL('./build-engine-thread.js', import.meta.url), {workerData: graph});
}
