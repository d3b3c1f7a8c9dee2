import {median} from './stopwatch.ts';

export interface Timed<T> {
  readonly ms: number;
  readonly runs: number;
  readonly result: T;
}

/**
 * Median time of up to `runs` calls within about six seconds, and what the first returned. The first
 * call warms up and does not count, unless it alone took a second.
 */
export function repeat<T>(call: (run: number) => T, runs = 5): Timed<T> {
  const begin = performance.now();
  const result = call(0);
  const first = performance.now() - begin;
  const times = first > 1_000 ? [first] : [];
  for (let run = 1; times.length < runs && performance.now() - begin < 6_000; run++) {
    const start = performance.now();
    call(run);
    times.push(performance.now() - start);
  }
  return {ms: median(times), runs: times.length, result};
}
