import type {Watch} from '../app/desk/desk.ts';

/** Runs a piece of work for a page; a higher number of the same page calls off the lower ones. */
export type LatestOnly = <T>(
  page: string,
  sequence: number,
  watch: Watch,
  work: (watch: Watch) => Promise<T>,
) => Promise<T>;

/** Windows remembered: of a window forgotten, an old drawing is merely answered too. */
const MAX_PAGES = 64;

/** Drawings come faster than answers while a mouse moves: only the last one of each page counts. */
export function latestOnly(): LatestOnly {
  const newest = new Map<string, {readonly sequence: number; readonly abort: AbortController}>();
  return async (page, sequence, watch, work) => {
    const known = newest.get(page);
    const abort = new AbortController();
    if (known && known.sequence > sequence) abort.abort();
    else {
      known?.abort.abort();
      newest.delete(page);
      newest.set(page, {sequence, abort});
      if (newest.size > MAX_PAGES) newest.delete(newest.keys().next().value!);
    }
    const signal = AbortSignal.any([watch.signal, abort.signal]);
    signal.throwIfAborted();
    const result = await work({signal, step: watch.step});
    signal.throwIfAborted();
    return result;
  };
}
