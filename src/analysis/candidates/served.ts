import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {snapMatrix} from '../../graph/search/links/snapped.ts';
import type {Study} from '../study.ts';
import {type FarRules, isFar, pointSnap} from './far-pairs.ts';
import {type FoundLink, middleOf} from './found-link.ts';
import {squaresOf} from './squares.ts';

type Rules = Pick<FarRules, 'minRatio' | 'minSavedS' | 'maxGapM'>;

/** Links are asked whether they serve each other in squares of this many longest gaps a side. */
const SQUARE_GAPS = 2;

/**
 * The links without those that a better one serves: with the better one built (alone), they are no longer
 * far. The links come best first; what is served passes its pairs on to the one that serves it. Asked
 * of links in the same square or in squares beside each other: farther off no link spares a detour.
 */
export function withoutServed(
  study: Study,
  links: readonly FoundLink[],
  rules: Rules,
): FoundLink[] {
  const squares = squaresOf(links.map(middleOf), rules.maxGapM * SQUARE_GAPS);
  const timesIn = new Map<string, Times>();
  const kept: {link: FoundLink; row: number}[] = [];
  const keptRows = new Set<number>();
  links.forEach((link, row) => {
    const square = squares.of(row);
    let times = timesIn.get(square);
    if (times === undefined) {
      times = timesBetween(study, links, squares.in(square), squares.around(square));
      timesIn.set(square, times);
    }
    const better = squares
      .around(square)
      .filter((other) => other < row && keptRows.has(other))
      .find((other) => {
        const [there, back] = times.over(row, other, links[other]!.linkMs);
        return !isFar(Math.min(there, back, link.todayMs), link.linkMs, rules);
      });
    if (better === undefined) {
      kept.push({link, row});
      keptRows.add(row);
      return;
    }
    const server = kept.find((one) => one.row === better)!;
    server.link = {...server.link, pairs: server.link.pairs + link.pairs};
  });
  return kept.map(({link}) => link);
}

interface Times {
  /** Times between the ends of a link by another one, there and back; `UNREACHED` = no way. */
  readonly over: (row: number, other: number, linkMs: number) => readonly [number, number];
}

/** Times from and to the ends of some links (`rows`) to and from those of others. */
function timesBetween(
  {road, engine}: Study,
  links: readonly FoundLink[],
  rows: readonly number[],
  others: readonly number[],
): Times {
  const snapsOf = (list: readonly number[]) =>
    list.flatMap((row) => {
      const {points, p, q} = links[row]!;
      return [pointSnap(road, points, p), pointSnap(road, points, q)];
    });
  const [own, far] = [snapsOf(rows), snapsOf(others)];
  const out = snapMatrix(engine('time'), road, 'time', own, far).cost;
  const home = snapMatrix(engine('time'), road, 'time', far, own).cost;
  const rowAt = new Map(rows.map((row, i) => [row, 2 * i]));
  const otherAt = new Map(others.map((row, i) => [row, 2 * i]));
  const width = far.length;
  return {
    over: (row, other, linkMs) => {
      const [p, q] = [rowAt.get(row)!, rowAt.get(row)! + 1];
      const [u, v] = [otherAt.get(other)!, otherAt.get(other)! + 1];
      const trip = (from: number, first: number, last: number, to: number): number => {
        const toFirst = out[from * width + first]!;
        const onward = home[last * own.length + to]!;
        return toFirst === UNREACHED || onward === UNREACHED
          ? UNREACHED
          : toFirst + linkMs + onward;
      };
      return [
        Math.min(trip(p, u, v, q), trip(p, v, u, q)),
        Math.min(trip(q, u, v, p), trip(q, v, u, p)),
      ];
    },
  };
}
