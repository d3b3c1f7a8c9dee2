import type {BorderIndex} from '../../geo/border-index.ts';
import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {lineLengthM} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_ROLE} from './edge-roles.ts';
import {flood} from './floods.ts';
import {comparePlaces, endOf, type HalfEdges, startOf} from './half-edges.ts';
import type {Bench} from './judge-tip.ts';
import {halfEdgeLine} from './surroundings.ts';

/** Roads not open yet that lead over a border from works to plans, with no open end beside (R1). */
export interface HalfBuilt {
  readonly at: LonLat;
  readonly borderLine: number;
  readonly edge: number;
  /** The works, ending at the border, and the plans, beginning there. */
  readonly before: readonly LonLat[];
  readonly beyond: readonly LonLat[];
  /** Metres that nobody has begun. */
  readonly gapM: number;
  /** Where the works and the plans end away from the border. */
  readonly ends: readonly [LonLat, LonLat];
}

/**
 * Looks at the roads not open yet that no tip has been found to go on by: those that cross a border
 * with works on one side of it and no works on the other, at most `withinM` long there.
 */
export function halfBuiltRoads(
  bench: Bench,
  taken: ReadonlySet<number>,
  withinM: number,
): HalfBuilt[] {
  const {network, layout, borders} = bench;
  const {dormant, roles} = layout;
  const seen = new Uint8Array(network.nodes.count);
  const found: HalfBuilt[] = [];
  for (let node = 0; node < network.nodes.count; node++) {
    if (seen[node] === 1 || dormant.first[node] === dormant.first[node + 1]) continue;
    const path = longestPath(network, dormant, node, seen);
    if (path.some((half) => taken.has(half >> 1))) continue;
    const line = path.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1));
    const crossings = borders.crossingsOfLine(line);
    if (crossings.length !== 1) continue;
    const {lon, lat, line: borderLine} = crossings[0]!;
    const sides = sidesOf(network, borders, path, [lon, lat]);
    const begun = sides.map((side) =>
      side.some((half) => roles[half >> 1] === EDGE_ROLE.construction),
    );
    if (begun[0] === begun[1] || sides[0].length === 0 || sides[1].length === 0) continue;
    const [works, plans] = begun[0] ? sides : [reversed(sides[1]), reversed(sides[0])];
    const beyond = plans.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1));
    const gapM = lineLengthM(beyond);
    if (gapM > withinM) continue;
    found.push({
      at: [lon, lat],
      borderLine,
      edge: works[works.length - 1]! >> 1,
      before: works.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1)),
      beyond,
      gapM,
      ends: [line[0]!, line[line.length - 1]!],
    });
  }
  return found;
}

/** How near a node lies to the border when its roads part there, metres. */
const AT_NODE_M = 50;

/**
 * The edges of a path before and beyond its one crossing: parted at a node on the border where there
 * is one, else the edge that crosses is on both sides.
 */
function sidesOf(
  network: Network,
  borders: BorderIndex,
  path: readonly number[],
  crossing: LonLat,
): [number[], number[]] {
  const {lon, lat} = network.nodes;
  const isThere = (node: number): boolean =>
    greatCircleM(...crossing, lon[node]!, lat[node]!) <= AT_NODE_M;
  // A road that ends on the border has nothing beyond, from whichever end it is walked.
  if (isThere(startOf(network, path[0]!)) || isThere(endOf(network, path[path.length - 1]!)))
    return [[...path], []];
  const atNode = path.findIndex((half) => isThere(endOf(network, half)));
  if (atNode >= 0) return [path.slice(0, atNode + 1), path.slice(atNode + 1)];
  const cut = path.findIndex(
    (half) => borders.crossingsOfLine(halfEdgeLine(network, half)).length > 0,
  );
  return [path.slice(0, cut + 1), path.slice(cut)];
}

function reversed(halves: readonly number[]): number[] {
  return halves.map((half) => half ^ 1).reverse();
}

/** The longest shortest path of a component, found by going to the farthest node twice. */
function longestPath(
  network: Network,
  graph: HalfEdges,
  start: number,
  seen: Uint8Array,
): number[] {
  const {metres} = flood(network, graph, start);
  for (const node of metres.keys()) seen[node] = 1;
  const end = flood(network, graph, farthest(network, metres));
  return end.pathTo(farthest(network, end.metres));
}

function farthest(network: Network, metres: ReadonlyMap<number, number>): number {
  let node = metres.keys().next().value!;
  for (const [other, sum] of metres) {
    const best = metres.get(node)!;
    if (sum > best || (sum === best && comparePlaces(network, other, node) < 0)) node = other;
  }
  return node;
}
