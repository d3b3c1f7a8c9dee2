import {parentPort, workerData} from 'node:worker_threads';
import type {Digraph} from '../../graph/search/core/digraph.ts';
import {buildEngine} from '../../graph/search/engine.ts';
import type {BuiltEngine} from './build-engine.ts';

/** The inside of a thread that builds one engine, hands it over and ends. */
const {core, hierarchy} = buildEngine(workerData as Digraph);
const built: BuiltEngine = {core, hierarchy};
parentPort!.postMessage(built, [...new Set(buffersOf(built))]);

/** The memory of all columns, at any depth. */
function buffersOf(record: object): ArrayBuffer[] {
  return Object.values(record).flatMap((value: unknown): ArrayBuffer[] => {
    if (value instanceof Uint32Array) return [value.buffer as ArrayBuffer];
    return typeof value === 'object' && value !== null ? buffersOf(value) : [];
  });
}
