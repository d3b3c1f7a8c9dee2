import type {Snap} from '../../snap.ts';
import {type Climb, climbLow, type Direction} from '../core/climb-low.ts';
import type {Core} from '../core/core.ts';
import {coreSearch} from '../core/core-search.ts';
import {FAR} from '../core/digraph.ts';
import {oneToAllOnCore} from '../core/one-to-all.ts';
import {UNREACHED} from '../dijkstra.ts';
import {type Point, type SnapGraph, type SnapTimes, withinEdges} from './snap-times.ts';
import type {Terminal} from './terminal.ts';

/** Times by searches over the core: what to ask while the hierarchy is still being built. */
export interface CoreTimes extends SnapTimes {
  /**
   * Does what `times` of these points has to search for, a step a search, so that whoever asks can do
   * other work in between or stop. What was found is kept for as long as both points are.
   */
  readonly searches: (from: readonly Point[], to: readonly Point[]) => Iterable<void>;
  /** Takes costs between all of some points that were found elsewhere (`costsBetween`), in rows. */
  readonly learn: (points: readonly Point[], costs: Uint32Array) => void;
}

/** The same numbers as `engineTimes`. */
export function coreTimes({net, terminal}: SnapGraph, core: Core): CoreTimes {
  const search = coreSearch(core);
  const known = new WeakMap<Snap, WeakMap<Snap, number>>();
  const climbs = {out: new WeakMap<Snap, Climb>(), in: new WeakMap<Snap, Climb>()};
  const climbOf = (snap: Snap, side: Direction): Climb => {
    const found = climbs[side].get(snap) ?? climbLow(core, terminal(snap)[side], side, () => 0);
    climbs[side].set(snap, found);
    return found;
  };
  const keep = (from: Snap, to: Snap, cost: number): void => {
    const row = known.get(from) ?? new WeakMap<Snap, number>();
    known.set(from, row.set(to, cost));
  };
  const isKnown = (from: Snap, to: Snap): boolean => known.get(from)?.has(to) ?? false;
  const searches = function* (from: readonly Point[], to: readonly Point[]): Iterable<void> {
    let starts = from.filter(isPoint);
    const ends = to.filter(isPoint);
    for (;;) {
      const next = mostUnknown(starts, ends, isKnown);
      if (next === null) return;
      const {snap, side} = next;
      const own = climbOf(snap, side);
      const costTo = costsOver(search(own, side), own);
      if (side === 'out') {
        for (const end of ends) keep(snap, end, costTo(climbOf(end, 'in')));
        starts = starts.filter((start) => start !== snap);
      } else {
        for (const start of from.filter(isPoint)) keep(start, snap, costTo(climbOf(start, 'out')));
      }
      yield;
    }
  };
  return {
    searches,
    learn: (points, costs) => {
      points.forEach((from, i) => {
        points.forEach((to, j) => {
          if (from && to) keep(from, to, costs[i * points.length + j]!);
        });
      });
    },
    times: (from, to) => {
      for (const _ of searches(from, to));
      const cost = new Uint32Array(from.length * to.length).fill(UNREACHED);
      from.forEach((start, i) => {
        const row = start && known.get(start);
        to.forEach((end, j) => {
          if (row && end) cost[i * to.length + j] = row.get(end)!;
        });
      });
      return withinEdges(net, from, to, cost);
    },
    tree: oneToAllOnCore(core, search),
  };
}

/** Costs between all of some places over a core, in rows; one search from each. */
export function costsBetween(core: Core, places: readonly Terminal[]): Uint32Array {
  const search = coreSearch(core);
  const climb = (side: Direction) => (place: Terminal) =>
    climbLow(core, place[side], side, () => 0);
  const ends = places.map(climb('in'));
  const cost = new Uint32Array(places.length ** 2);
  places.map(climb('out')).forEach((own, i) => {
    const costTo = costsOver(search(own, 'out'), own);
    ends.forEach((end, j) => {
      cost[i * places.length + j] = costTo(end);
    });
  });
  return cost;
}

/**
 * The point from or to which most pairs are unknown, `null` when none is: with new points among many
 * known ones it is the new, one search out of and one into each; else one search from every start.
 */
function mostUnknown(
  starts: readonly Snap[],
  ends: readonly Snap[],
  isKnown: (from: Snap, to: Snap) => boolean,
): {readonly snap: Snap; readonly side: Direction} | null {
  const into = new Uint32Array(ends.length);
  let most = 0;
  let found: {readonly snap: Snap; readonly side: Direction} | null = null;
  for (const snap of starts) {
    let out = 0;
    for (let j = 0; j < ends.length; j++) {
      if (isKnown(snap, ends[j]!)) continue;
      out++;
      into[j]!++;
    }
    if (out > most) [most, found] = [out, {snap, side: 'out'}];
    // No point can have more: with many of which nothing is known it is the first.
    if (out === ends.length && out >= starts.length) return found;
  }
  ends.forEach((snap, j) => {
    if (into[j]! > most) [most, found] = [into[j]!, {snap, side: 'in'}];
  });
  return found;
}

/** Cost to where another climb ends, over the core or over a low node that both pass. */
function costsOver(coreCost: Uint32Array, own: Climb): (other: Climb) => number {
  const below = new Map(own.low.map(({row, cost}) => [row, cost]));
  return (other) => {
    let least = FAR;
    for (const {row, cost} of other.core) least = Math.min(least, coreCost[row]! + cost);
    for (const {row, cost} of other.low) least = Math.min(least, (below.get(row) ?? FAR) + cost);
    return least < FAR ? least : UNREACHED;
  };
}

function isPoint(point: Point): point is Snap {
  return point !== null;
}
