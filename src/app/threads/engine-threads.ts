import {once} from 'node:events';
import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Direction} from '../../graph/search/core/climb-low.ts';
import type {Seed} from '../../graph/search/dijkstra.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import type {CandidateLinks, LinkScores} from '../../graph/search/links/score-links.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';
import type {CostMatrix} from '../../graph/search/sweep/cost-matrix.ts';
import {LANES} from '../../graph/search/sweep/kernel.ts';
import type {Job} from './jobs.ts';
import {inSharedMemory, sharedCopy, sharedWords} from './shared.ts';

type Seeds = readonly (readonly Seed[])[];

/**
 * The engine on several threads: the sources of a matrix or of trees, and links to score, are dealt
 * out, every thread answers for its own. What comes out does not depend on their number. Results
 * lie in shared memory. One question at a time, and `close` at the end.
 */
export interface EngineThreads {
  readonly count: number;
  readonly matrix: (
    sources: Seeds,
    targets: Seeds,
    options?: {readonly withAlong?: boolean},
  ) => Promise<CostMatrix>;
  readonly trees: (sources: Seeds, direction?: Direction) => Promise<Uint32Array[]>;
  readonly scoreLinks: (
    places: readonly Terminal[],
    links: CandidateLinks,
    options?: {readonly weight?: Float64Array; readonly today?: Uint32Array},
  ) => Promise<LinkScores>;
  readonly close: () => Promise<void>;
}

export interface ThreadOptions {
  /** Default: as many as the machine has processors. */
  readonly count?: number;
  /** How a thread is started that runs `thread.js`; given by tests, which have no built file beside. */
  readonly start?: (data: {readonly engine: SearchEngine}) => Worker;
}

/** Starts threads around an engine, whose arrays are copied to shared memory once. */
export function engineThreads(engine: SearchEngine, options: ThreadOptions = {}): EngineThreads {
  const {count = availableParallelism(), start = startThread} = options;
  const shared = inSharedMemory(engine);
  const threads = Array.from({length: count}, () => start({engine: shared}));
  const deal = async (jobs: readonly Job[]): Promise<void> => {
    await Promise.all(
      jobs.map((job, i) => {
        const thread = threads[i % count]!;
        // An error of the thread rejects what waits for its answer.
        const answer = once(thread, 'message');
        thread.postMessage(job);
        return answer;
      }),
    );
  };
  const matrix: EngineThreads['matrix'] = async (sources, targets, {withAlong = false} = {}) => {
    const cost = sharedWords(sources.length * targets.length);
    const along = withAlong ? sharedWords(cost.length) : null;
    await deal(
      shares(sources.length, count, LANES).map(([first, stop]): Job => {
        const [from, to] = [first * targets.length, stop * targets.length];
        return {
          kind: 'matrix',
          sources: sources.slice(first, stop),
          targets,
          cost: cost.subarray(from, to),
          along: along?.subarray(from, to) ?? null,
        };
      }),
    );
    return {sourceCount: sources.length, targetCount: targets.length, cost, along};
  };
  return {
    count,
    matrix,
    trees: async (sources, direction = 'out') => {
      const trees = sources.map(() => sharedWords(engine.graph.nodeCount));
      await deal(
        shares(sources.length, count, LANES).map(
          ([first, stop]): Job => ({
            kind: 'trees',
            direction,
            sources: sources.slice(first, stop),
            trees: trees.slice(first, stop),
          }),
        ),
      );
      return trees;
    },
    scoreLinks: async (places, links, {weight, today} = {}) => {
      const [sources, targets] = [places.map((p) => p.out), places.map((p) => p.in)];
      const known = sharedCopy(today ?? (await matrix(sources, targets)).cost);
      const size = links.from.length;
      const scores = {
        saved: new Float64Array(new SharedArrayBuffer(8 * size)),
        shortened: sharedWords(size),
        joined: sharedWords(size),
      };
      await deal(
        shares(size, count, 1).map(
          ([first, stop]): Job => ({
            kind: 'links',
            places,
            links: {
              from: links.from.slice(first, stop),
              to: links.to.slice(first, stop),
              cost: links.cost.slice(first, stop),
            },
            today: known,
            weight,
            saved: scores.saved.subarray(first, stop),
            shortened: scores.shortened.subarray(first, stop),
            joined: scores.joined.subarray(first, stop),
          }),
        ),
      );
      return scores;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function startThread(data: {readonly engine: SearchEngine}): Worker {
  return new Worker(new URL('./thread.js', import.meta.url), {workerData: data});
}

/** Splits `size` things into at most `parts` runs of whole `grain`s, as even as can be. */
function shares(size: number, parts: number, grain: number): (readonly [number, number])[] {
  const grains = Math.ceil(size / grain);
  const stops = Array.from({length: parts}, (_, i) =>
    Math.min(size, grain * Math.round(((i + 1) * grains) / parts)),
  );
  return stops.flatMap((stop, i) => {
    const first = i === 0 ? 0 : stops[i - 1]!;
    return stop > first ? [[first, stop] as const] : [];
  });
}
