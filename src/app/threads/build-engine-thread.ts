import {parentPort, workerData} from 'node:worker_threads';
import {buildCore} from '../../graph/search/core/core.ts';
import {buildHierarchy} from '../../graph/search/hierarchy/build.ts';
import {costsBetween} from '../../graph/search/links/core-times.ts';
import type {BuiltStage, EngineTask} from './build-engine.ts';

/** The inside of a thread that builds one engine, hands over each stage when it stands, and ends. */
const {graph, places} = workerData as EngineTask;
const core = buildCore(graph);
const costs = costsBetween(core, places);
const {inner, ...rest} = core;
// The hierarchy is built on the inner graph: that one is copied, all else changes hands.
tell({core, costs}, buffersOf(rest));
const hierarchy = buildHierarchy(inner);
tell({hierarchy}, buffersOf(hierarchy));

function tell(stage: BuiltStage, moved: readonly ArrayBuffer[]): void {
  parentPort!.postMessage(stage, [...new Set(moved)]);
}

/** The memory of all columns, at any depth. */
function buffersOf(record: object): ArrayBuffer[] {
  return Object.values(record).flatMap((value: unknown): ArrayBuffer[] => {
    if (value instanceof Uint32Array) return [value.buffer as ArrayBuffer];
    return typeof value === 'object' && value !== null ? buffersOf(value) : [];
  });
}
