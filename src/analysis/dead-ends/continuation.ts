import {greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES, NODE_FLAG} from '../../graph/vocabulary.ts';
import type {Cause} from './causes.ts';
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
  readonly dormant: HalfEdges;
  readonly dormantLines: LineIndex;
  /** Lower, restricted and closed roads. */
  readonly others: HalfEdges;
  readonly lowerLines: LineIndex;
}

/** What goes on from a tip, and so why the road stops there. */
export interface Continuation {
  readonly cause: Cause;
  readonly chain: DormantChain | null;
  /** The best road of a lower class that goes on: its class and how many classes lower it is. */
  readonly lower: {readonly class: string; readonly drop: number} | null;
  /** When nothing goes on: the nearest lower road that passes without a common node. */
  readonly passing: {readonly class: string; readonly distanceM: number} | null;
}

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
    dormant: halfEdges(network, dormant),
    dormantLines: indexEdges(network, dormant),
    others: halfEdges(network, is(EDGE_ROLE.lower, EDGE_ROLE.restricted, EDGE_ROLE.closed)),
    lowerLines: indexEdges(network, is(EDGE_ROLE.lower)),
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

/** Finds what goes on from a tip. Unopened roads come first, then whatever is open or shut there. */
export function continuationOf(network: Network, layout: Layout, tip: Tip): Continuation {
  const {roles, studied, dormant, dormantLines, others} = layout;
  const chain = followDormant(network, roles, studied, dormant, dormantLines, tip);
  const here = nodesAtTip(network, tip);
  const edges = here.flatMap((node) =>
    [...others.half.subarray(others.first[node]!, others.first[node + 1]!)].map(
      (half) => half >> 1,
    ),
  );
  const has = (role: number): boolean => edges.some((edge) => roles[edge] === role);
  const ownRank = rankOf(network, tip.around.exits[0]!.half >> 1);
  const lower = edges
    .filter((edge) => roles[edge] === EDGE_ROLE.lower)
    .map((edge) => ({
      class: EDGE_CLASSES[network.edges.class[edge]!]!,
      drop: rankOf(network, edge) - ownRank,
    }))
    .reduce<Continuation['lower']>((best, l) => (best && best.drop <= l.drop ? best : l), null);
  const cause: Cause = chain
    ? chain.state
    : has(EDGE_ROLE.closed)
      ? 'closed'
      : has(EDGE_ROLE.restricted)
        ? 'access-restricted'
        : lower
          ? 'continues-as-lower-class'
          : here.some((node) => (network.nodes.flags[node]! & NODE_FLAG.turning) !== 0)
            ? 'turning-circle'
            : 'unknown-gap';
  const passing = cause === 'unknown-gap' ? passingBy(network, layout, tip) : null;
  return {cause, chain, lower, passing};
}

function passingBy(network: Network, layout: Layout, tip: Tip): Continuation['passing'] {
  const {lon, lat} = network.nodes;
  const [nearest] = layout.lowerLines(lon[tip.node]!, lat[tip.node]!, CONTINUES_WITHIN_M);
  if (nearest === undefined) return null;
  const {edge, distanceM} = nearest;
  return {class: EDGE_CLASSES[network.edges.class[edge]!]!, distanceM};
}
