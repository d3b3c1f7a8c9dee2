import {Worker} from 'node:worker_threads';

/** A thread of `src/app/threads/` on the source as it stands: a worker does not inherit the loader of TypeScript. */
export function startSource(file: string, workerData: unknown): Worker {
  const thread = new URL(`../../../src/app/threads/${file}`, import.meta.url).href;
  const code = `import('tsx/esm/api').then(({register}) => (register(), import('${thread}')))`;
  return new Worker(code, {eval: true, workerData});
}
