import {bearingDeg, bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import type {Network} from '../../graph/network.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';
import type {RoadCrossing} from './border-chain.ts';
import {cutAfter, halvesOn, walkOn} from './carriageways.ts';
import {NEAR_CLIP_M} from './causes.ts';
import {EDGE_ROLE, rankOf} from './edge-roles.ts';
import {flood} from './floods.ts';
import {comparePlaces, endOf, halfEdges, startOf} from './half-edges.ts';
import type {Bench} from './judge-tip.ts';
import type {NetworkWays, Stand} from './network-way.ts';
import {halfEdgeLine} from './surroundings.ts';

/** An opposite carriageway may go over the border this far off, metres. Ours. */
const OTHER_CARRIAGEWAY_M = 1000;
/** A way round is measured against at least this: a barrier has no length. Ours, metres. */
const LEAST_M = 1500;

/** A road over a border that a car may not take through, or not in both directions (R5). */
export interface AccessBreak {
  readonly what: 'restricted' | 'barrier' | 'oneway';
  readonly at: LonLat;
  readonly edge: number;
  /** The barred stretch and the open road before and beyond it. */
  readonly from: LonLat;
  readonly to: LonLat;
  readonly line: readonly LonLat[];
  readonly before: readonly LonLat[];
  readonly beyond: readonly LonLat[];
  readonly lengthM: number;
  /** Today's legal way round; `null` when there is none. */
  readonly aroundM: number | null;
  readonly timeS: number | null;
  /** A road that is not in the file may lead round, or back: the extract was cut near by. */
  readonly inDoubt: boolean;
}

/** All access breaks at the borders of a search, those that a cut of the extract may have made included. */
export function accessBreaks(
  bench: Bench,
  crossings: readonly RoadCrossing[],
  ways: () => NetworkWays,
  ratio: number,
): AccessBreak[] {
  const found = [
    ...restrictedRoads(bench),
    ...barriers(bench),
    ...onewayCrossings(bench, crossings),
  ];
  return found.flatMap(({stands, back, ...breaks}): AccessBreak[] => {
    const [u, v] = stands;
    const cm = back ? ways().cost(v, u, 'length') : worseCm(ways(), u, v);
    const aroundM = cm === null ? null : cm / 100;
    const farM = ratio * Math.max(LEAST_M, breaks.lengthM);
    if (aroundM !== null && aroundM < farM) return [];
    const ms = aroundM === null ? null : (ways().cost(v, u, 'time') ?? ways().cost(u, v, 'time'));
    const inDoubt =
      breaks.inDoubt ||
      bench.cuts.isNear(breaks.at, NEAR_CLIP_M) ||
      bench.cuts.mayHide(breaks.from, breaks.to, farM);
    return [{...breaks, aroundM, timeS: ms === null ? null : ms / 1000, inDoubt}];
  });
}

/** The longer of both directions; `null` when one of them has no way. */
function worseCm(ways: NetworkWays, u: Stand, v: Stand): number | null {
  const there = ways.cost(u, v, 'length');
  const back = there === null ? null : ways.cost(v, u, 'length');
  return there === null || back === null ? null : Math.max(there, back);
}

type Suspect = Omit<AccessBreak, 'aroundM' | 'timeS'> & {
  readonly stands: readonly [Stand, Stand];
  /** Only the way back is in question. */
  readonly back?: true;
};

/** Stretches of the studied class that are not for the public and join open roads on both sides. */
function restrictedRoads(bench: Bench): Suspect[] {
  const {network, layout} = bench;
  const {corridors, roles} = layout;
  const graph = halfEdges(network, (edge) => roles[edge] === EDGE_ROLE.restricted);
  const seen = new Uint8Array(network.nodes.count);
  const found: Suspect[] = [];
  for (let start = 0; start < network.nodes.count; start++) {
    if (seen[start] === 1 || graph.first[start] === graph.first[start + 1]) continue;
    const nodes = [...flood(network, graph, start).metres.keys()];
    for (const node of nodes) seen[node] = 1;
    const joins = nodes
      .filter((node) =>
        [...corridors.half.subarray(corridors.first[node]!, corridors.first[node + 1]!)].some(
          (half) => roles[half >> 1] !== EDGE_ROLE.restricted,
        ),
      )
      .sort((a, b) => comparePlaces(network, a, b));
    const [u, ...others] = joins;
    if (u === undefined) continue;
    const {pathTo} = flood(network, graph, u);
    for (const v of others) {
      const path = pathTo(v);
      const line = path.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1));
      const suspect = suspectOf(bench, 'restricted', path[0]!, path[path.length - 1]!, line);
      if (suspect) {
        found.push(suspect);
        break;
      }
    }
  }
  return found;
}

/** Barriers on roads of the studied class that go on. */
function barriers(bench: Bench): Suspect[] {
  const {network, layout} = bench;
  const {corridors, studied} = layout;
  const {nodes} = network;
  const found: Suspect[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if ((nodes.flags[node]! & NODE_FLAG.barrier) === 0) continue;
    if (studied.first[node] === studied.first[node + 1]) continue;
    const halves = [...corridors.half.subarray(corridors.first[node]!, corridors.first[node + 1]!)];
    if (halves.length < 2) continue;
    const [a, b] = opposite(network, halves);
    if (a >> 1 === b >> 1 || endOf(network, a) === endOf(network, b)) continue;
    const line = [...halfEdgeLine(network, a ^ 1), ...halfEdgeLine(network, b).slice(1)];
    const at: LonLat = [nodes.lon[node]!, nodes.lat[node]!];
    const suspect = suspectOf(bench, 'barrier', a ^ 1, b, line, at);
    if (suspect) found.push(roundBarrier(bench, suspect, a, b));
  }
  return found;
}

/** How far on either side of a barrier the way round it is measured from, metres. */
const BESIDE_BARRIER_M = 500;

/** The break as it is close to the barrier: its roads may be long. */
function roundBarrier(
  {network, layout, bufferM}: Bench,
  suspect: Suspect,
  a: number,
  b: number,
): Suspect {
  const {lengthM} = network.edges;
  const {corridors} = layout;
  const near = [a, b].map((half) => {
    const metres = Math.min(BESIDE_BARRIER_M, lengthM[half >> 1]!);
    const alongM = (half & 1) === 0 ? metres : lengthM[half >> 1]! - metres;
    const line = cutAfter(halfEdgeLine(network, half), metres);
    return {metres, stand: {edge: half >> 1, alongM}, line};
  });
  const [back, on] = [near[0]!, near[1]!];
  const before = walkOn(network, corridors, {half: a, alongM: 0}, bufferM);
  const beyond = walkOn(network, corridors, {half: b, alongM: 0}, bufferM);
  return {
    ...suspect,
    from: back.line[back.line.length - 1]!,
    to: on.line[on.line.length - 1]!,
    line: [...back.line.toReversed(), ...on.line.slice(1)],
    before: before.reverse(),
    beyond,
    lengthM: back.metres + on.metres,
    stands: [back.stand, on.stand],
  };
}

/** The two roads at a node that lead off in the most opposite directions, the higher class first. */
function opposite(network: Network, halves: readonly number[]): [number, number] {
  const course = (half: number): number => {
    const line = halfEdgeLine(network, half);
    return bearingDeg(...line[0]!, ...pointAlong(line, 100));
  };
  let best: [number, number] = [halves[0]!, halves[1]!];
  let widest = -1;
  halves.forEach((a, i) => {
    for (const b of halves.slice(i + 1)) {
      const gap = bearingGapDeg(course(a), course(b));
      if (gap <= widest + 0.01) continue;
      widest = gap;
      best = rankOf(network, a >> 1) <= rankOf(network, b >> 1) ? [a, b] : [b, a];
    }
  });
  return best;
}

/** One-way roads over a border beside which nothing leads back. */
function onewayCrossings(bench: Bench, crossings: readonly RoadCrossing[]): Suspect[] {
  const {network} = bench;
  const {oneway, from, to, lengthM} = network.edges;
  const courseOf = ({edge, at}: RoadCrossing): number => {
    const line = halfEdgeLine(network, 2 * edge);
    const {alongM} = nearestOnLine(line, at[0], at[1]);
    return bearingDeg(
      ...pointAlong(line, Math.max(0, alongM - 100)),
      ...pointAlong(line, alongM + 100),
    );
  };
  return crossings.flatMap((crossing): Suspect[] => {
    const {edge, at} = crossing;
    if (oneway[edge] !== 1) return [];
    const course = courseOf(crossing);
    const leadsBack = crossings.some(
      (other) =>
        other.edge !== edge &&
        greatCircleM(...other.at, ...at) <= OTHER_CARRIAGEWAY_M &&
        (oneway[other.edge] !== 1 || bearingGapDeg(courseOf(other), course) > 90),
    );
    if (leadsBack) return [];
    const line = halfEdgeLine(network, 2 * edge);
    const half = 2 * edge;
    const {corridors} = bench.layout;
    const here = nearestOnLine(line, at[0], at[1]).alongM;
    return [
      {
        what: 'oneway',
        at,
        edge,
        from: line[0]!,
        to: line[line.length - 1]!,
        line,
        before: walkOn(
          network,
          corridors,
          {half: half ^ 1, alongM: lengthM[edge]! - here},
          bench.bufferM,
        ).reverse(),
        beyond: walkOn(network, corridors, {half, alongM: here}, bench.bufferM),
        lengthM: lengthM[edge]!,
        inDoubt: runsIntoCut(bench, edge),
        stands: [{nodes: [from[edge]!]}, {nodes: [to[edge]!]}],
        back: true,
      },
    ];
  });
}

/**
 * Whether a one-way road runs into the extract's edge within the buffer on either hand: then the other
 * carriageway may have been left out whole, or end on the way in.
 */
function runsIntoCut({network, layout, cuts, bufferM}: Bench, edge: number): boolean {
  const {lengthM} = network.edges;
  return [2 * edge, 2 * edge + 1].some((half) =>
    [half, ...halvesOn(network, layout.corridors, {half, alongM: lengthM[edge]!}, bufferM)].some(
      (on) => cuts.isClip(endOf(network, on)),
    ),
  );
}

/**
 * A barred stretch, from the start of `first` to the end of `last`, when the corridor through it goes
 * over a border within the buffer; `null` when it stays on one side.
 */
function suspectOf(
  bench: Bench,
  what: AccessBreak['what'],
  first: number,
  last: number,
  line: readonly LonLat[],
  at?: LonLat,
): Suspect | null {
  const {network, layout, borders, bufferM} = bench;
  const {lengthM} = network.edges;
  const middle = at ?? pointAlong(line, lineLengthM(line) / 2);
  const border = borders.nearest(...middle, bufferM);
  if (border === null) return null;
  const walk = (half: number): LonLat[] =>
    walkOn(network, layout.corridors, {half, alongM: lengthM[half >> 1]!}, bufferM).slice(1);
  const before = walk(first ^ 1).reverse();
  const beyond = walk(last);
  const level = bench.borderLines[border.line]!.level;
  const crossed = borders
    .crossingsOfLine([...before.slice(0, -1), ...line, ...beyond.slice(1)])
    .filter((crossing) => bench.borderLines[crossing.line]!.level <= level);
  if (crossed.length % 2 === 0) return null;
  return {
    what,
    at: middle,
    edge: first >> 1,
    from: line[0]!,
    to: line[line.length - 1]!,
    line,
    before,
    beyond,
    lengthM: lineLengthM(line),
    inDoubt: false,
    stands: [{nodes: [startOf(network, first)]}, {nodes: [endOf(network, last)]}],
  };
}
