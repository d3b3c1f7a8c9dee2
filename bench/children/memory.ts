import {once} from 'node:events';
import {freemem} from 'node:os';
import {Worker} from 'node:worker_threads';
import {SAY} from '../child.ts';
import {compileLimits, type LimitLoops, limitLoops, readRate, stepNs} from '../memory/limits.ts';

/** What the memory of this machine gives, now, to tables of several sizes. */
const MIB = 2 ** 20;
const SECONDS = 0.8;
const STEPS = 500_000;

/** A thread does not inherit the loader of TypeScript: it has to ask for it. */
const READER = new URL('../memory/second-reader.ts', import.meta.url).href;
const START = `import('tsx/esm/api').then(({register}) => (register(), import('${READER}')))`;

const startBytes = process.memoryUsage.rss();
const wasm = await compileLimits();
warmUp(limitLoops(wasm, MIB));
for (const mib of [1, 16, 64, 256, 1024]) {
  if (mib * MIB < freemem() / 4) await measure(mib * MIB);
}
SAY.line({kind: 'done', startBytes, peakBytes: process.resourceUsage().maxRSS * 1024});

/** The runtime compiles the loops twice, the second time well, once it finds them hot. */
function warmUp(loops: LimitLoops): void {
  readRate(loops, MIB, 3);
  for (const loop of [loops.readWords, loops.readLines]) {
    stepNs(10 * STEPS, (steps) => void loop(0, MIB / 64 - 1, steps));
  }
  stepNs(10 * STEPS, (steps) => void loops.chase(0, steps));
}

async function measure(bytes: number): Promise<void> {
  const loops = limitLoops(wasm, bytes);
  const mask = bytes / 64 - 1;
  SAY.line({
    kind: 'memory',
    workingSetBytes: bytes,
    readOneThread: readRate(loops, bytes, SECONDS),
    readTwoThreads: await bothRead(loops, bytes),
    independentNs: stepNs(STEPS, (steps) => void loops.readWords(0, mask, steps)),
    independentLineNs: stepNs(STEPS, (steps) => void loops.readLines(0, mask, steps)),
    dependentNs: stepNs(STEPS, (steps) => void loops.chase(0, steps)),
  });
}

/** Both threads read for the same time; each has `bytes` of its own. */
async function bothRead(loops: LimitLoops, bytes: number): Promise<number> {
  const worker = new Worker(START, {eval: true, workerData: {wasm, bytes}});
  await once(worker, 'message');
  const answer = once(worker, 'message');
  worker.postMessage(SECONDS);
  const here = readRate(loops, bytes, SECONDS);
  const [there] = (await answer) as [number];
  await worker.terminate();
  return here + there;
}
