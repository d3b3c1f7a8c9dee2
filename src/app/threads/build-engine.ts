import {Worker} from 'node:worker_threads';
import type {Digraph} from '../../graph/search/core/digraph.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';

/** Makes the search engine of a graph, here or elsewhere. */
export type EngineBuilder = (graph: Digraph) => Promise<SearchEngine>;

/** What the building thread gives back: an engine without its graph, which is here already. */
export type BuiltEngine = Omit<SearchEngine, 'graph'>;

/**
 * Builds an engine in a thread of its own: whoever asks goes on with other work meanwhile. The graph is
 * copied there, the engine's arrays come back without copying; the same engine as `buildEngine` makes.
 */
export function buildEngineInThread(
  graph: Digraph,
  start: (graph: Digraph) => Worker = startThread,
): Promise<SearchEngine> {
  return new Promise((resolve, reject) => {
    const thread = start(graph);
    thread.once('message', (built: BuiltEngine) => resolve({graph, ...built}));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the engine ended with ${code}`)));
  });
}

function startThread(graph: Digraph): Worker {
  return new Worker(new URL('./build-engine-thread.js', import.meta.url), {workerData: graph});
}
