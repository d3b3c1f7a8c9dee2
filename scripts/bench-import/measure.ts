import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';

export interface Run {
  /** From start to end of the process, and what all its threads worked. */
  readonly wallS: number;
  readonly cpuS: number;
  /** Highest resident memory. */
  readonly peakBytes: number;
  readonly output: string;
}

const POLL_MS = 100;
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_S = 100;

/** Runs one process to its end and measures it from outside, the same way for all (Linux). */
export function measure(command: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command[0]!, command.slice(1), {stdio: ['ignore', 'pipe', 'inherit']});
    let [output, peakBytes, cpuS] = ['', 0, 0];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const poll = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peakBytes = Math.max(peakBytes, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
        cpuS = Math.max(cpuS, (Number(stat[11]) + Number(stat[12])) / TICKS_PER_S);
      } catch {
        // It has just ended.
      }
    }, POLL_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(poll);
      if (code !== 0) reject(new Error(`${command[0]} ended with ${code}`));
      else
        resolve({
          wallS: (performance.now() - start) / 1000,
          cpuS,
          peakBytes,
          output: output.trim(),
        });
    });
  });
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
