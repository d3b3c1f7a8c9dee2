import {unpackArc} from '../core/arc-store.ts';
import {
  type Climb,
  climbLow,
  climbPath,
  type Direction,
  isBetter,
  type Label,
} from '../core/climb-low.ts';
import {FAR, NONE} from '../core/digraph.ts';
import type {Seed} from '../dijkstra.ts';
import {alongOf, type SearchEngine} from '../engine.ts';
import {UpwardSearch} from './upward-search.ts';

/** A cheapest way, of those the one with the least along it. */
export interface Way {
  readonly cost: number;
  readonly along: number;
  /** Arcs of the graph in order of travel. */
  readonly arcs: readonly number[];
  /** Nodes of the seeds it leads from and to. */
  readonly from: number;
  readonly to: number;
}

/** Point-to-point questions; each may have several seeds with costs of their own at either end. */
export interface PairSearch {
  /** Least cost and what lies along it, `null` when there is no way. */
  readonly least: (
    from: readonly Seed[],
    to: readonly Seed[],
  ) => {cost: number; along: number} | null;
  /** The way itself. */
  readonly way: (from: readonly Seed[], to: readonly Seed[]) => Way | null;
}

/** Where the two halves of a way meet. */
interface Meeting {
  readonly cost: number;
  readonly along: number;
  /** Rank in the hierarchy, or two labels of the same low node. */
  readonly at: number | readonly [Label, Label];
}

/** Both searches go up the hierarchy in turn until neither can better what they found together. */
export function pairSearch(engine: SearchEngine): PairSearch {
  const {core, hierarchy} = engine;
  const along = alongOf(engine);
  const searches = {
    out: new UpwardSearch(hierarchy, 'out'),
    in: new UpwardSearch(hierarchy, 'in'),
  };
  const begin = (seeds: readonly Seed[], direction: Direction): Climb => {
    const climb = climbLow(core, seeds, direction, along);
    searches[direction].begin();
    for (const label of climb.core) {
      searches[direction].reach(hierarchy.rankOf[label.row]!, label.cost, label.along);
    }
    return climb;
  };
  const meet = (from: readonly Seed[], to: readonly Seed[]) => {
    const left = begin(from, 'out');
    const right = begin(to, 'in');
    const below = meetBelow(left, right);
    const above = meetAbove(searches.out, searches.in, below?.cost ?? FAR);
    const best = above && (!below || isBetter(above, below)) ? above : below;
    return {left, right, best};
  };
  const half = (climb: Climb, rank: number, direction: Direction): number[] => {
    const search = searches[direction];
    const arcs = direction === 'out' ? hierarchy.upArc : hierarchy.downArc;
    const found: number[] = [];
    let at = rank;
    for (; search.entry[at] !== NONE; at = search.parent[at]!) found.push(arcs[search.entry[at]!]!);
    if (direction === 'out') found.reverse();
    const row = hierarchy.nodeAt[at]!;
    const label = climb.core.find((known) => known.row === row)!;
    const low = climbPath(core.shortcuts, climb, label, direction);
    const high = unpackHigh(engine, found);
    return direction === 'out' ? [...low, ...high] : [...high, ...low];
  };
  return {
    least: (from, to) => {
      const {best} = meet(from, to);
      return best && {cost: best.cost, along: best.along};
    },
    way: (from, to) => {
      const {left, right, best} = meet(from, to);
      if (!best) return null;
      const {at} = best;
      const arcs =
        typeof at === 'number'
          ? [...half(left, at, 'out'), ...half(right, at, 'in')]
          : [
              ...climbPath(core.shortcuts, left, at[0], 'out'),
              ...climbPath(core.shortcuts, right, at[1], 'in'),
            ];
      return {cost: best.cost, along: best.along, arcs, ...endsOf(engine, arcs, from, to)};
    },
  };
}

function meetAbove(out: UpwardSearch, into: UpwardSearch, bound: number): Meeting | null {
  let best: Meeting | null = null;
  let least = bound;
  const step = (search: UpwardSearch, other: UpwardSearch): void => {
    const rank = search.settle();
    if (rank === NONE || !other.has(rank)) return;
    const cost = search.cost[rank]! + other.cost[rank]!;
    const along = search.along[rank]! + other.along[rank]!;
    if (cost >= FAR || cost > least || (best && !isBetter({cost, along}, best))) return;
    least = cost;
    best = {cost, along, at: rank};
  };
  for (;;) {
    const [goesOut, comesIn] = [out.least, into.least];
    const next = Math.min(goesOut, comesIn);
    if (next >= FAR || next > least) return best;
    if (goesOut <= comesIn) step(out, into);
    else step(into, out);
  }
}

/** Ways that never enter the core: the two climbs share a low node. */
function meetBelow(left: Climb, right: Climb): Meeting | null {
  if (left.low.length === 0 || right.low.length === 0) return null;
  const rightAt = new Map(right.low.map((label) => [label.row, label]));
  let best: Meeting | null = null;
  for (const a of left.low) {
    const b = rightAt.get(a.row);
    if (!b) continue;
    const found = {cost: a.cost + b.cost, along: a.along + b.along, at: [a, b] as const};
    if (found.cost < FAR && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

/** Plain arcs of the graph for arcs of the hierarchy, in their order. */
function unpackHigh({core, hierarchy}: SearchEngine, arcs: readonly number[]): number[] {
  const coreArcs: number[] = [];
  for (const arc of arcs) unpackArc(hierarchy.shortcuts, arc, coreArcs);
  const plain: number[] = [];
  for (const arc of coreArcs) unpackArc(core.shortcuts, core.innerArc[arc]!, plain);
  return plain;
}

function endsOf(
  {graph}: SearchEngine,
  arcs: readonly number[],
  from: readonly Seed[],
  to: readonly Seed[],
): {from: number; to: number} {
  const last = arcs[arcs.length - 1];
  if (last !== undefined) return {from: tailOf(graph.firstOut, arcs[0]!), to: graph.head[last]!};
  const shared = from
    .flatMap((a) =>
      to
        .filter((b) => b.node === a.node)
        .map((b) => ({
          node: a.node,
          cost: a.cost + b.cost,
          along: (a.along ?? 0) + (b.along ?? 0),
        })),
    )
    .reduce((best, pair) => (isBetter(pair, best) ? pair : best));
  return {from: shared.node, to: shared.node};
}

/** Tail of an arc, by bisection of the rows. */
function tailOf(firstOut: Uint32Array, arc: number): number {
  let [low, high] = [0, firstOut.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstOut[middle]! <= arc) low = middle;
    else high = middle - 1;
  }
  return low;
}
