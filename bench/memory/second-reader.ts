import {parentPort, workerData} from 'node:worker_threads';
import {limitLoops, readRate} from './limits.ts';

/** Reads its own memory in a thread of its own whenever it is told to; says how fast it went. */
const {wasm, bytes} = workerData as {readonly wasm: Uint8Array; readonly bytes: number};
const loops = limitLoops(wasm, bytes);
parentPort!.on('message', (seconds: number) => {
  parentPort!.postMessage(readRate(loops, bytes, seconds));
});
parentPort!.postMessage('ready');
