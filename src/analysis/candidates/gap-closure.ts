import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {snapMatrix} from '../../graph/search/links/snapped.ts';
import type {Snap} from '../../graph/snap.ts';
import type {Study} from '../study.ts';

/** A trip over some gaps. */
export interface GapTrip {
  /** `Infinity` for none. */
  readonly ms: number;
  /** Rows of the gaps that it takes. */
  readonly gaps: () => number[];
}

/** Fastest trips between some points, over at least one gap, with all gaps closed at once. */
export interface GapClosure {
  readonly trip: (from: string, to: string) => GapTrip;
}

/**
 * Closes gaps, each by a two-way link of `linkMs`: times between all their ends, the links among them, by
 * Floyd and Warshall; nothing is rebuilt.
 */
export function closureOf(
  {road, engine}: Study,
  gaps: readonly {readonly snaps: readonly [Snap, Snap]; readonly linkMs: number}[],
  points: ReadonlyMap<string, Snap>,
): GapClosure {
  const ends = gaps.flatMap(({snaps}) => snaps);
  const count = ends.length;
  const matrix = (from: readonly Snap[], to: readonly Snap[]): Float64Array =>
    Float64Array.from(snapMatrix(engine('time'), road, 'time', from, to).cost, (ms) =>
      ms === UNREACHED ? Infinity : ms,
    );
  const between = matrix(ends, ends);
  for (let i = 0; i < count; i++) between[i * count + i] = 0;
  gaps.forEach(({linkMs}, gap) => {
    for (const [a, b] of [
      [2 * gap, 2 * gap + 1],
      [2 * gap + 1, 2 * gap],
    ] as const)
      between[a * count + b] = Math.min(between[a * count + b]!, linkMs);
  });
  const next = shortened(between, count);
  const snaps = [...points.values()];
  const rowOf = new Map([...points.keys()].map((name, row) => [name, row]));
  const [out, home] = [matrix(snaps, ends), matrix(ends, snaps)];
  return {
    trip: (from, to) => {
      const [p, q] = [rowOf.get(from)!, rowOf.get(to)!];
      let best = {ms: Infinity, first: -1, last: -1};
      for (let i = 0; i < count; i++) {
        const toFirst = out[p * count + i]!;
        if (toFirst >= best.ms) continue;
        for (let j = 0; j < count; j++) {
          const ms = toFirst + between[i * count + j]! + home[j * snaps.length + q]!;
          if (ms < best.ms) best = {ms, first: i, last: j};
        }
      }
      return {ms: best.ms, gaps: () => gapsOn(next, count, best.first, best.last)};
    },
  };
}

/** Makes the times those of the fastest way over any of the ends, in place; gives the next end on it. */
function shortened(ms: Float64Array, count: number): Int32Array {
  const next = Int32Array.from(ms, (_, at) => at % count);
  for (let via = 0; via < count; via++) {
    for (let i = 0; i < count; i++) {
      const toVia = ms[i * count + via]!;
      if (toVia === Infinity) continue;
      for (let j = 0; j < count; j++) {
        const sum = toVia + ms[via * count + j]!;
        if (sum >= ms[i * count + j]!) continue;
        ms[i * count + j] = sum;
        next[i * count + j] = next[i * count + via]!;
      }
    }
  }
  return next;
}

/** The gaps whose two ends follow each other on the way. */
function gapsOn(next: Int32Array, count: number, first: number, last: number): number[] {
  const gaps: number[] = [];
  for (let at = first; at !== last; ) {
    const then = next[at * count + last]!;
    if (at >> 1 === then >> 1) gaps.push(at >> 1);
    at = then;
  }
  return gaps;
}
