import {type ChildProcess, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import type {Line} from './protocol.ts';

export interface Limits {
  readonly seconds: number;
  readonly bytes: number;
}

/** What a process said, how it ended and what memory it took. */
export interface Ran {
  readonly lines: readonly Line[];
  /** `null` = well. */
  readonly failure: string | null;
  /** Greatest resident memory seen (bytes); 0 = unknown. */
  readonly peakBytes: number;
  readonly seconds: number;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) stop(child, 'SIGTERM');
});

/**
 * Runs one process of the bench and stops it, with all it started, at a limit. What it said by then
 * counts. Memory is watched where the system tells it (/proc).
 */
export async function runChild(
  [command, ...args]: readonly [string, ...string[]],
  limits: Limits,
): Promise<Ran> {
  const begin = performance.now();
  // A group of its own, so that it can be stopped with its children.
  const child = spawn(command, args, {detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  running.add(child);
  let peakBytes = 0;
  let stopped: string | null = null;
  const end = (reason: string): void => {
    if (stopped !== null) return;
    stopped = reason;
    stop(child, 'SIGTERM');
    setTimeout(() => running.has(child) && stop(child, 'SIGKILL'), 8_000).unref();
  };
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid));
    if (peakBytes > limits.bytes) end(`stopped at the limit of ${gib(limits.bytes)} GiB`);
    if (performance.now() - begin > limits.seconds * 1000) {
      end(`stopped at the limit of ${limits.seconds} s`);
    }
  }, 100);
  const lines: Line[] = [];
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => {
    trouble = (trouble + chunk.toString()).slice(-20_000);
  });
  createInterface({input: child.stdout}).on('line', (line) => {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as Line);
  });
  const ended = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? '' : `ended with ${signal ?? code}`),
    );
  });
  clearInterval(watch);
  running.delete(child);
  const done = lines.find((line) => line.kind === 'done');
  // A process that states 0 has its work done by another one.
  if (done) peakBytes = done.peakBytes && Math.max(peakBytes, done.peakBytes);
  const failure = stopped ?? (ended === '' ? null : crashOf(ended, trouble));
  return {lines, failure, peakBytes, seconds: (performance.now() - begin) / 1000};
}

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

function peakOf(pid: number | undefined): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : 0;
  } catch {
    return 0;
  }
}

function crashOf(ended: string, trouble: string): string {
  if (/heap out of memory/i.test(trouble)) return 'out of memory (the limit of its heap)';
  return `${ended}: ${lastError(trouble)}`;
}

function lastError(trouble: string): string {
  const lines = trouble.split('\n').filter((line) => /error/i.test(line));
  return (lines[0] ?? trouble.trim().split('\n').pop() ?? '').trim().slice(0, 160);
}

function gib(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(0);
}
