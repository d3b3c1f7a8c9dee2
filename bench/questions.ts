/** Pairs whose costs every engine has to state. */
export const STATED_PAIRS = 10;

/**
 * The pairs asked for, the same for all engines: from a town to one of the 500 nodes drawn at random
 * behind the 500 towns. `peers/*.py` and `peers/pgrouting.sh` have the same formula.
 */
export function pairOf(cities: Uint32Array, i: number): readonly [number, number] {
  return [cities[(7 * i) % 500]!, cities[500 + ((13 * i) % 500)]!];
}

/** The places of a matrix question: the first `count` towns. */
export function placesOf(cities: Uint32Array, count: number): number[] {
  return [...cities.subarray(0, count)];
}
