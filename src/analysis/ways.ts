import type {Weight} from '../graph/search/dijkstra.ts';
import {snapWays} from '../graph/search/links/snap-ways.ts';
import {growSnapTree, pathTo, type TripPath} from '../graph/search/trip.ts';
import type {Study, StudyPlace} from './study.ts';

/** The best way to a place, `null` when there is none. */
export type WayTo = (to: StudyPlace) => TripPath | null;

/**
 * From so many origins on the engine is asked. Building it takes as long as some sixty plain
 * one-to-all searches, a search that keeps its ways as long as about two. Whether the engine is
 * stored in the file makes no difference to the choice: the same question has the same answer.
 */
const ENGINE_FROM_ORIGINS = 40;

/** Whether ways from so many origins are asked of the engine. */
export function byEngine(originCount: number): boolean {
  return originCount >= ENGINE_FROM_ORIGINS;
}

/**
 * Ways by road from places, least time or least length: by one search an origin, or for many origins
 * by the engine. Costs and what lies along are the same either way. Ask origin by origin: a search is
 * kept until the next origin comes.
 */
export function waysFrom(
  study: Study,
  weight: Weight,
  originCount: number,
): (from: StudyPlace) => WayTo {
  if (byEngine(originCount)) {
    const ways = snapWays(study.engine(weight), study.road, weight);
    return (from) => (to) => (from.snap && to.snap ? ways(from.snap, to.snap) : null);
  }
  let last: {readonly from: StudyPlace; readonly wayTo: WayTo} | undefined;
  return (from) => {
    if (last?.from !== from) last = {from, wayTo: bySearch(study, weight, from)};
    return last.wayTo;
  };
}

function bySearch({road}: Study, weight: Weight, {snap}: StudyPlace): WayTo {
  if (snap === null) return () => null;
  const tree = growSnapTree(road, [{snap, cost: 0}], {weight});
  return (to) => to.snap && pathTo(road, tree, to.snap);
}
