import type {Direction} from '../../graph/search/core/climb-low.ts';
import type {Seed} from '../../graph/search/dijkstra.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import {type CandidateLinks, scoreLinks} from '../../graph/search/links/score-links.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';
import {costMatrix} from '../../graph/search/sweep/cost-matrix.ts';
import {manyTrees} from '../../graph/search/sweep/trees.ts';

type Seeds = readonly (readonly Seed[])[];

/** A piece of work for a thread; what it finds it writes into shared columns that are its own. */
export type Job =
  | {
      readonly kind: 'matrix';
      readonly sources: Seeds;
      readonly targets: Seeds;
      readonly cost: Uint32Array;
      readonly along: Uint32Array | null;
    }
  | {
      readonly kind: 'trees';
      readonly direction: Direction;
      readonly sources: Seeds;
      readonly trees: readonly Uint32Array[];
    }
  | {
      readonly kind: 'links';
      readonly places: readonly Terminal[];
      readonly links: CandidateLinks;
      readonly today: Uint32Array;
      readonly weight: Float64Array | undefined;
      readonly saved: Float64Array;
      readonly shortened: Uint32Array;
      readonly joined: Uint32Array;
    };

/** Does a job: the same calls, and so the same numbers, as on a single thread. */
export function doJob(engine: SearchEngine, job: Job): void {
  switch (job.kind) {
    case 'matrix': {
      const found = costMatrix(engine, job.sources, job.targets, {withAlong: job.along !== null});
      job.cost.set(found.cost);
      if (found.along) job.along?.set(found.along);
      return;
    }
    case 'trees':
      manyTrees(
        engine,
        job.direction,
      )(job.sources).forEach((tree, i) => {
        job.trees[i]!.set(tree);
      });
      return;
    case 'links': {
      const {places, links, today, weight} = job;
      const found = scoreLinks(engine, places, links, {today, ...(weight && {weight})});
      job.saved.set(found.saved);
      job.shortened.set(found.shortened);
      job.joined.set(found.joined);
      return;
    }
    default:
      job satisfies never;
  }
}
