import type {Measured} from './ours.ts';

/**
 * What all engines are asked. Each runs in a process of its own and prints one JSON object a line,
 * as soon as it knows it, so that what was said before a time limit or a crash counts.
 */
export const QUESTIONS = [
  'build',
  'one-to-all',
  'pair',
  'matrix-10',
  'matrix-100',
  'matrix-1000',
] as const;

export type Question = (typeof QUESTIONS)[number];

export interface Answer {
  readonly kind: 'answer';
  readonly question: Question;
  /** Median of `runs`. */
  readonly ms: number;
  readonly runs: number;
  /** What the time covers. */
  readonly inside: string;
  /** Of all costs, see checksum.ts; not given = not comparable (building). */
  readonly checksum?: number;
  /** Pairs: the costs of the first ones in their order (ms). */
  readonly costs?: readonly number[];
}

/** A question that was not asked or not answered. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly question: Question;
  readonly reason: string;
}

/** A line of the engine's own list. */
export interface OursLine {
  readonly kind: 'ours';
  readonly measured: Measured;
}

/** One sweep of 16 trees over all nodes, times in milliseconds. */
export interface SweepLine {
  readonly kind: 'sweep';
  readonly rows: number;
  readonly arcs: number;
  /** Bytes of the sweep's memory. */
  readonly memoryBytes: number;
  /** The loop of the kernel alone. */
  readonly kernelMs: number;
  /** The climbs of 16 sources, filling the table, the loop. */
  readonly sweepMs: number;
}

/** What the memory gives to a loop over `workingSetBytes`. */
export interface MemoryLine {
  readonly kind: 'memory';
  readonly workingSetBytes: number;
  /** Bytes per second. */
  readonly readOneThread: number;
  readonly readTwoThreads: number;
  /** Nanoseconds per access, each on a cache line of its own. */
  readonly independentNs: number;
  readonly independentLineNs: number;
  readonly dependentNs: number;
}

/** The last line of a process that went well. */
export interface DoneLine {
  readonly kind: 'done';
  /** Greatest resident memory of the process, runtime and network included. */
  readonly peakBytes: number;
  /** Resident memory before the network was read. */
  readonly startBytes: number;
}

/** Something a reader has to know of this engine's row. */
export interface NoteLine {
  readonly kind: 'note';
  readonly text: string;
}

export type Line = Answer | Refusal | OursLine | SweepLine | MemoryLine | DoneLine | NoteLine;
