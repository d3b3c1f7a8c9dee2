import {type BenchNetwork, readBenchNetwork} from './network-file.ts';
import type {Line, Question} from './protocol.ts';
import type {Timed} from './repeat.ts';

/** How a process of the bench says what it found. */
export interface Say {
  readonly line: (line: Line) => void;
  readonly note: (text: string) => void;
  readonly refuse: (question: Question, reason: string) => void;
  readonly answer: (
    question: Question,
    timed: Omit<Timed<unknown>, 'result'>,
    inside: string,
    found?: {readonly checksum?: number; readonly costs?: readonly number[]},
  ) => void;
}

/** Runs the work of a process of the bench on the network file named as its first argument. */
export async function answer(
  work: (network: BenchNetwork, say: Say) => void | Promise<void>,
): Promise<void> {
  const startBytes = process.memoryUsage.rss();
  const file = process.argv[2];
  if (file === undefined) throw new Error('name a network file');
  await work(readBenchNetwork(file), SAY);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  SAY.line({kind: 'done', peakBytes, startBytes});
}

const line = (said: Line): void => {
  process.stdout.write(`${JSON.stringify(said)}\n`);
};

export const SAY: Say = {
  line,
  note: (text) => line({kind: 'note', text}),
  refuse: (question, reason) => line({kind: 'refusal', question, reason}),
  answer: (question, {ms, runs}, inside, found = {}) =>
    line({kind: 'answer', question, ms, runs, inside, ...found}),
};

/** Builds something, timed once, and says so. */
export function built<T>(say: Say, inside: string, build: () => T): T {
  const start = performance.now();
  const made = build();
  say.answer('build', {ms: performance.now() - start, runs: 1}, inside);
  return made;
}
