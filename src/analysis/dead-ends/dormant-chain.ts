import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_ROLE} from './edge-roles.ts';
import {comparePlaces, endOf, type HalfEdges, startOf} from './half-edges.ts';
import type {LineIndex} from './line-index.ts';
import {explore, halfEdgeLine} from './surroundings.ts';
import type {Tip} from './tips.ts';

/** How far from a tip a dormant road may start and still be its continuation, metres. Ours. */
export const CONTINUES_WITHIN_M = 200;

/** An open piece that ends on all sides within this reach is no network, metres. Ours. */
const LOOSE_PIECE_M = 2000;

/** Roads not open yet that go on where an open one stops. */
export interface DormantChain {
  /** Weakest state on the way: a chain with one proposed piece is proposed. */
  readonly state: 'under-construction' | 'proposed' | 'not-yet-open';
  /** Edges from the tip to the far end, in order, and the half-edges in that sense. */
  readonly edges: readonly number[];
  readonly halves: readonly number[];
  readonly farNode: number;
  readonly line: readonly LonLat[];
  readonly lengthM: number;
  /** Straight metres between the tip and the start of the chain. */
  readonly gapM: number;
  /** Whether the far end meets an open road of the studied class again. */
  readonly joinsOpen: boolean;
}

/**
 * Follows the dormant roads that start at a tip: to the nearest place where they meet the open
 * graph again, else to the farthest end. `null` when none starts within `CONTINUES_WITHIN_M`.
 */
export function followDormant(
  network: Network,
  roles: Uint8Array,
  studied: HalfEdges,
  dormant: HalfEdges,
  dormantLines: LineIndex,
  tip: Tip,
): DormantChain | null {
  const {lon, lat} = network.nodes;
  const at: LonLat = [lon[tip.node]!, lat[tip.node]!];
  const isHere = (node: number): boolean =>
    tip.around.distanceM.has(node) ||
    greatCircleM(at[0], at[1], lon[node]!, lat[node]!) <= CONTINUES_WITHIN_M;
  const starts = dormantLines
    .near(at[0], at[1], CONTINUES_WITHIN_M)
    .flatMap(({edge}) => [2 * edge, 2 * edge + 1])
    .map((half) => startOf(network, half))
    .filter(isHere);
  const {reached, enteredBy} = reach(network, roles, dormant, starts);
  // A loose piece of open road in the middle of a building site is no network to meet.
  const meetsOpen = (node: number): boolean =>
    studied.first[node]! < studied.first[node + 1]! &&
    explore(network, studied, {node}, LOOSE_PIECE_M).exits.length > 0;

  const beyond = [...enteredBy.keys()].filter((node) => !isHere(node));
  const metres = (node: number): number => reached.get(node)!;
  const joined = beyond
    .filter(meetsOpen)
    .sort((a, b) => metres(a) - metres(b) || comparePlaces(network, a, b))[0];
  const farEnd =
    joined ?? beyond.sort((a, b) => metres(b) - metres(a) || comparePlaces(network, a, b))[0];
  if (farEnd === undefined) return null;
  return describe(network, roles, at, traceBack(network, enteredBy, farEnd), joined !== undefined);
}

/** Metres along the graph from the nearest start to every node of its component, and the way there. */
function reach(
  network: Network,
  roles: Uint8Array,
  graph: HalfEdges,
  starts: readonly number[],
): {readonly reached: Map<number, number>; readonly enteredBy: Map<number, number>} {
  const reached = new Map(starts.map((node) => [node, 0]));
  const enteredBy = new Map<number, number>();
  const queue = [...reached.keys()];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (let i = graph.first[node]!; i < graph.first[node + 1]!; i++) {
      const half = graph.half[i]!;
      const next = endOf(network, half);
      const metres = reached.get(node)! + weightM(network, roles, half >> 1);
      if ((reached.get(next) ?? Infinity) <= metres) continue;
      reached.set(next, metres);
      enteredBy.set(next, half);
      queue.push(next);
    }
  }
  return {reached, enteredBy};
}

/** Length of an edge, a hair longer the farther it is from opening: of equal ways the likelier wins. */
function weightM({edges}: Network, roles: Uint8Array, edge: number): number {
  const role = roles[edge]!;
  const hair = role === EDGE_ROLE.proposed ? 2e-6 : role === EDGE_ROLE.construction ? 1e-6 : 0;
  return edges.lengthM[edge]! * (1 + hair);
}

function traceBack(
  network: Network,
  enteredBy: ReadonlyMap<number, number>,
  farEnd: number,
): number[] {
  const halves: number[] = [];
  for (let node = farEnd; ; ) {
    const half = enteredBy.get(node);
    if (half === undefined) return halves;
    halves.unshift(half);
    node = startOf(network, half);
  }
}

function describe(
  network: Network,
  roles: Uint8Array,
  tip: LonLat,
  halves: readonly number[],
  joinsOpen: boolean,
): DormantChain {
  const line = halves.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1));
  const edges = halves.map((half) => half >> 1);
  const has = (role: number): boolean => edges.some((edge) => roles[edge] === role);
  return {
    state: has(EDGE_ROLE.proposed)
      ? 'proposed'
      : has(EDGE_ROLE.construction)
        ? 'under-construction'
        : 'not-yet-open',
    edges,
    halves,
    farNode: endOf(network, halves[halves.length - 1]!),
    line,
    lengthM: lineLengthM(line),
    gapM: greatCircleM(tip[0], tip[1], line[0]![0], line[0]![1]),
    joinsOpen,
  };
}
