import {parentPort, workerData} from 'node:worker_threads';
import type {SearchEngine} from '../../graph/search/engine.ts';
import {doJob, type Job} from './jobs.ts';

/** The inside of a thread: the engine comes with its start, then one job after the other. */
const {engine} = workerData as {readonly engine: SearchEngine};
parentPort?.on('message', (job: Job) => {
  doJob(engine, job);
  parentPort?.postMessage('done');
});
