import {checksum} from './checksum.ts';
import type {Say} from './child.ts';
import type {Question} from './protocol.ts';
import {pairOf, placesOf, STATED_PAIRS} from './questions.ts';
import {repeat} from './repeat.ts';
import {median} from './stopwatch.ts';

/** A question that would take longer is refused, with the estimate. */
const AFFORDABLE_MS = 15_000;
const PAIR_BUDGET_MS = 6_000;

type CostOf = (from: number, to: number) => number;

/** Asks for single pairs, as many as fit the time; returns the median milliseconds. */
export function askPairs(say: Say, cities: Uint32Array, inside: string, costOf: CostOf): number {
  const times: number[] = [];
  const costs: number[] = [];
  const begin = performance.now();
  for (let i = 0; i < 1_000 && (i < 3 || performance.now() - begin < PAIR_BUDGET_MS); i++) {
    const [from, to] = pairOf(cities, i);
    const start = performance.now();
    const cost = costOf(from, to);
    times.push(performance.now() - start);
    if (i < STATED_PAIRS) costs.push(cost);
  }
  const ms = median(times);
  say.answer('pair', {ms, runs: times.length}, inside, {costs});
  return ms;
}

/** Asks an engine that answers pair by pair: single pairs, and a matrix as so many pairs. */
export function askPairsAndMatrix(
  say: Say,
  cities: Uint32Array,
  inside: string,
  costOf: CostOf,
): void {
  const ms = askPairs(say, cities, inside, costOf);
  askMatrix(say, 10, 100 * ms, '100 single pairs', () => {
    const places = placesOf(cities, 10);
    return places.flatMap((from) => places.map((to) => (from === to ? 0 : costOf(from, to))));
  });
}

/** Asks an engine that answers one-to-all: single trees, and matrices as so many trees. */
export function askTrees(
  say: Say,
  cities: Uint32Array,
  inside: string,
  treeOf: (source: number) => ArrayLike<number>,
  affordableMs = AFFORDABLE_MS,
): void {
  const {result, ...timed} = repeat((run) => treeOf(cities[run]!), 3);
  say.answer('one-to-all', timed, inside, {checksum: checksum(result)});
  for (const count of [10, 100]) {
    const costsOf = (): number[] => {
      const places = placesOf(cities, count);
      return places.flatMap((source) => {
        const tree = treeOf(source);
        return places.map((to) => tree[to]!);
      });
    };
    askMatrix(say, count, count * timed.ms, `${count} one-to-all`, costsOf, affordableMs);
  }
}

/** Asks for a square matrix, once when it takes long, if the estimate is affordable. */
export function askMatrix(
  say: Say,
  count: number,
  estimateMs: number,
  inside: string,
  costsOf: () => ArrayLike<number>,
  affordableMs = AFFORDABLE_MS,
): void {
  const question = `matrix-${count}` as Question;
  if (estimateMs > affordableMs) {
    say.refuse(question, `not asked: about ${Math.round(estimateMs / 1000)} s (${inside})`);
    return;
  }
  const {result, ...timed} = repeat(costsOf, 3);
  say.answer(question, timed, inside, {checksum: checksum(result)});
}
