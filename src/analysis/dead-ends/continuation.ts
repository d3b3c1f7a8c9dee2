import {greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES, NODE_FLAG} from '../../graph/vocabulary.ts';
import {CONTINUES_WITHIN_M, type DormantChain, followDormant} from './dormant-chain.ts';
import {EDGE_ROLE, rankOf} from './edge-roles.ts';
import {type HalfEdges, halfEdges} from './half-edges.ts';
import {indexEdges, type LineIndex} from './line-index.ts';
import type {Tip} from './tips.ts';

/** The subgraphs and indexes that a search asks for each tip; made once. */
export interface Layout {
  readonly roles: Uint8Array;
  readonly studied: HalfEdges;
  readonly studiedLines: LineIndex;
  /** Ramps of expressways, whatever is studied. */
  readonly rampLines: LineIndex;
  readonly dormant: HalfEdges;
  readonly dormantLines: LineIndex;
  /** Lower, restricted and closed roads, and ferries. */
  readonly others: HalfEdges;
  readonly lowerLines: LineIndex;
  /** Every road that a corridor may go on by: studied, lower and restricted. */
  readonly corridors: HalfEdges;
}

/** What goes on from a tip. */
export interface Continuation {
  readonly chain: DormantChain | null;
  /** A road of the class goes on that nobody may use, or that only some may. */
  readonly barred: 'closed' | 'restricted' | null;
  /** The best road of a lower class that goes on: its class, how many classes lower it is, where. */
  readonly lower: {readonly class: string; readonly drop: number; readonly half: number} | null;
  readonly ferry: boolean;
  /** A turning circle or loop is mapped. */
  readonly turning: boolean;
  /** When nothing goes on: the nearest lower road that passes without a common node. */
  readonly passing: {readonly class: string; readonly distanceM: number} | null;
}

const RAMP = EDGE_CLASSES.indexOf('motorway_link');
const OTHERS = [EDGE_ROLE.lower, EDGE_ROLE.restricted, EDGE_ROLE.closed, EDGE_ROLE.ferry];

/** Sorts the edges of a network into the subgraphs of a search. */
export function layOut(network: Network, roles: Uint8Array): Layout {
  const is =
    (...wanted: readonly number[]) =>
    (edge: number): boolean =>
      wanted.includes(roles[edge]!);
  const dormant = is(EDGE_ROLE.construction, EDGE_ROLE.proposed, EDGE_ROLE.notYetOpen);
  const studied = is(EDGE_ROLE.studied);
  return {
    roles,
    studied: halfEdges(network, studied),
    studiedLines: indexEdges(network, studied),
    rampLines: indexEdges(network, (edge) => network.edges.class[edge] === RAMP),
    dormant: halfEdges(network, dormant),
    dormantLines: indexEdges(network, dormant),
    others: halfEdges(network, is(...OTHERS)),
    lowerLines: indexEdges(network, is(EDGE_ROLE.lower)),
    corridors: halfEdges(network, is(EDGE_ROLE.studied, EDGE_ROLE.lower, EDGE_ROLE.restricted)),
  };
}

/** Nodes of the tip's own surroundings that stand at the tip itself. */
export function nodesAtTip(network: Network, tip: Tip): number[] {
  const {lon, lat} = network.nodes;
  return [...tip.around.distanceM.keys()].filter(
    (node) =>
      greatCircleM(lon[tip.node]!, lat[tip.node]!, lon[node]!, lat[node]!) <= CONTINUES_WITHIN_M,
  );
}

/** Finds what goes on from a tip: not open yet, shut, lower, by water. */
export function continuationOf(network: Network, layout: Layout, tip: Tip): Continuation {
  const {roles, studied, dormant, dormantLines, others} = layout;
  const chain = followDormant(network, roles, studied, dormant, dormantLines, tip);
  const here = nodesAtTip(network, tip);
  const halves = here.flatMap((node) => [
    ...others.half.subarray(others.first[node]!, others.first[node + 1]!),
  ]);
  const has = (role: number): boolean => halves.some((half) => roles[half >> 1] === role);
  const ownRank = rankOf(network, tip.around.exits[0]!.half >> 1);
  const lower = halves
    .filter((half) => roles[half >> 1] === EDGE_ROLE.lower)
    .map((half) => ({
      class: EDGE_CLASSES[network.edges.class[half >> 1]!]!,
      drop: rankOf(network, half >> 1) - ownRank,
      half,
    }))
    .reduce<Continuation['lower']>((best, l) => (best && best.drop <= l.drop ? best : l), null);
  const barred = has(EDGE_ROLE.closed) ? 'closed' : has(EDGE_ROLE.restricted) ? 'restricted' : null;
  const ferry = has(EDGE_ROLE.ferry);
  const turning = here.some((node) => (network.nodes.flags[node]! & NODE_FLAG.turning) !== 0);
  const nothing = !chain && barred === null && !lower && !ferry && !turning;
  const passing = nothing ? passingBy(network, layout, tip) : null;
  return {chain, barred, lower, ferry, turning, passing};
}

function passingBy(network: Network, layout: Layout, tip: Tip): Continuation['passing'] {
  const {lon, lat} = network.nodes;
  const [nearest] = layout.lowerLines.near(lon[tip.node]!, lat[tip.node]!, CONTINUES_WITHIN_M);
  if (nearest === undefined) return null;
  const {edge, distanceM} = nearest;
  return {class: EDGE_CLASSES[network.edges.class[edge]!]!, distanceM};
}
