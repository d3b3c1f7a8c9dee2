import {BucketSearch} from './bucket-queue.ts';
import type {Climb, Direction} from './climb-low.ts';
import type {Core} from './core.ts';
import {FAR} from './digraph.ts';

/**
 * Costs of all rows of the core from (`out`) or to (`in`) the labels of a climb, `FAR` = none within the
 * bound. The array is that of the next search too.
 */
export type CoreSearch = (climb: Climb, direction: Direction, maxCost?: number) => Uint32Array;

/** One-to-all over the rows of a core by bucket queue; keeps its queues for the next search. */
export function coreSearch({coreNode, inner, innerReverse}: Core): CoreSearch {
  const made: Partial<Record<Direction, BucketSearch>> = {};
  const queueOf = (direction: Direction): BucketSearch => {
    made[direction] ??= new BucketSearch(
      direction === 'out'
        ? {first: inner.firstOut, end: inner.head, cost: inner.cost}
        : {first: innerReverse.first, end: innerReverse.tail, cost: innerReverse.cost},
    );
    return made[direction];
  };
  const coreCost = new Uint32Array(coreNode.length);
  return (climb, direction, maxCost = FAR - 1) => {
    coreCost.fill(FAR);
    for (const {row, cost} of climb.core) coreCost[row] = cost;
    const seeds = climb.core.map(({row}) => row);
    queueOf(direction).run(coreCost, seeds, maxCost);
    return coreCost;
  };
}
