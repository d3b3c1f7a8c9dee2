import {type ChildProcess, fork} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Order, Verdict} from './child.ts';

/** Far beyond what any case needs, also on a busy machine: a case that takes longer hangs. */
const MAX_CASE_MS = 60_000;
/** Resident memory of the child, of which the runtime itself takes about 200 MB. */
const MAX_RSS_BYTES = 900 * 2 ** 20;
const MAX_HEAP_MB = 512;

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Tally {
  readonly results: number;
  readonly refusals: number;
  /** What must not happen, each with the case that did it. */
  readonly faults: readonly Verdict[];
}

/**
 * Runs the cases in a process of their own, one at a time. A case that takes too long or too much
 * memory is killed and counts as a fault, as does one that takes the process down.
 */
export async function patrol(
  orders: Iterable<Order>,
  onVerdict: (verdict: Verdict) => void = () => {},
  maxCaseMs = MAX_CASE_MS,
): Promise<Tally> {
  const faults: Verdict[] = [];
  let [results, refusals] = [0, 0];
  let child: ChildProcess | null = null;
  try {
    for (const order of orders) {
      child ??= await started();
      const verdict = await judged(child, order, maxCaseMs);
      if (child.exitCode !== null || child.signalCode !== null || child.killed) child = null;
      if (verdict.ended === 'result') results++;
      else if (verdict.ended === 'refused') refusals++;
      else faults.push(verdict);
      onVerdict(verdict);
    }
  } finally {
    child?.kill('SIGKILL');
  }
  return {results, refusals, faults};
}

function started(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MAX_HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // under a test runner the parent's options are not the child's
      env: {...process.env, NODE_OPTIONS: ''},
    });
    child.once('message', () => resolve(child));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the child did not start: exit ${code}`)));
  });
}

function judged(child: ChildProcess, order: Order, maxCaseMs: number): Promise<Verdict> {
  return new Promise((resolve) => {
    const end = (verdict: Verdict): void => {
      clearTimeout(clock);
      clearInterval(scales);
      child.off('message', end);
      child.off('exit', died);
      resolve(verdict);
    };
    const fault = (text: string): void => {
      child.kill('SIGKILL');
      end({...order, ended: 'fault', text});
    };
    const died = (code: number | null, signal: string | null): void =>
      end({...order, ended: 'fault', text: `the process ended: exit ${code}, signal ${signal}`});
    const clock = setTimeout(() => fault(`no end within ${maxCaseMs} ms`), maxCaseMs);
    const scales = setInterval(() => {
      const bytes = residentBytes(child.pid);
      if (bytes > MAX_RSS_BYTES) fault(`took ${Math.round(bytes / 2 ** 20)} MB`);
    }, 50);
    child.on('message', end);
    child.on('exit', died);
    child.send(order);
  });
}

/** Resident memory of a process; 0 where the system does not tell (only Linux does, this way). */
function residentBytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return pages * 4096;
  } catch {
    return 0;
  }
}
