import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, sliceLine} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import {halfEdges} from '../dead-ends/half-edges.ts';
import {chainsOf} from './chains.ts';
import {cutBesideForks, JUNCTION_M, type Piece} from './cut-chains.ts';
import type {Groups} from './groups.ts';
import {type Pairing, pairCarriageways} from './pairing.ts';

/** A road between two junctions, its carriageways taken together. */
export interface Corridor {
  /** Rows of junctions. */
  readonly a: number;
  readonly b: number;
  /** Metres; the mean of its carriageways. */
  readonly lengthM: number;
  /** Rows of network edges, all carriageways. */
  readonly edges: readonly number[];
  /** The course of one carriageway from `a` to `b`. */
  readonly line: readonly LonLat[];
}

/** Junctions and tips joined by corridors; parallel corridors and loops are kept. */
export interface CorridorGraph {
  readonly junctionCount: number;
  /** A position of each junction. */
  readonly at: readonly LonLat[];
  readonly corridors: readonly Corridor[];
  readonly pairing: Pairing;
}

/** Ramps up to this long belong to the junction they make, metres. Ours. */
const RAMP_M = 2_000;
/**
 * The simplified corridor graph of the chosen edges: forks and ends are junctions, all between is one
 * corridor. Where a carriageway forks, its twin is cut beside the fork and the two are one junction; ramps and
 * roads inside a junction vanish into it; carriageways of a pair between the same junctions are one corridor;
 * junctions that then join two corridors only are passed over. A pairing of a choice that has more classes
 * serves: carriageways of one class pair only.
 */
export function corridorGraph(
  network: Network,
  chosen: (edge: number) => boolean,
  pairing: Pairing = pairCarriageways(network, chosen),
): CorridorGraph {
  const graph = halfEdges(network, chosen);
  const chains = chainsOf(network, graph);
  const {pieces, groups} = cutBesideForks(network, chains, pairing);
  const isLink = EDGE_CLASSES.map((name) => name.endsWith('_link'));
  for (const piece of pieces) {
    const ramp = piece.edges.every((edge) => isLink[network.edges.class[edge]!]);
    if (piece.lengthM <= (ramp ? RAMP_M : JUNCTION_M)) groups.join(piece.from, piece.to);
  }
  const ended = pieces.flatMap((piece) => cutWhereItTurns(network, piece, groups, pairing));
  return withoutPassages(network, joinPairs(ended, groups), groups, pairing);
}

/**
 * Two carriageways that meet at their end are one chain, out and back: cut where it turns, so that they are a pair
 * that leads to an end, and no loop.
 */
function cutWhereItTurns(
  network: Network,
  piece: Piece,
  groups: Groups,
  pairing: Pairing,
): Piece[] {
  if (!piece.paired || groups.of(piece.from) !== groups.of(piece.to)) return [piece];
  if (piece.lengthM <= RAMP_M || !isOwnTwin(network, piece, pairing)) return [piece];
  const end = nodeInTheMiddle(network, piece);
  const half = (from: number, to: number, own: Partial<Piece>): Piece => {
    const line = sliceLine(piece.line, from, to);
    return {...piece, ...own, line, lengthM: lineLengthM(line)};
  };
  return [half(0, 0.5, {to: end}), half(0.5, 1, {from: end, edges: []})];
}

/** Whether what runs beside the longest edge of a piece is the piece itself. */
function isOwnTwin({edges}: Network, piece: Piece, pairing: Pairing): boolean {
  const longest = piece.edges.reduce((a, b) => (edges.lengthM[b]! > edges.lengthM[a]! ? b : a));
  const twins = pairing.twinsAt(longest, edges.lengthM[longest]! / 2);
  return twins.some(({edge}) => piece.edges.includes(edge));
}

/** The node of a piece that lies nearest to its middle; two edges may share both of their ends. */
function nodeInTheMiddle({edges}: Network, piece: Piece): number {
  let at = 0;
  let best = {node: edges.to[piece.edges[0]!]!, offM: Number.POSITIVE_INFINITY};
  const isEnd = (node: number): boolean => node === piece.from || node === piece.to;
  piece.edges.forEach((edge, i) => {
    at += edges.lengthM[edge]!;
    const next = piece.edges[i + 1];
    if (next === undefined) return;
    const shared = [edges.from[edge]!, edges.to[edge]!].find(
      (node) => !isEnd(node) && (node === edges.from[next] || node === edges.to[next]),
    );
    const offM = Math.abs(at - piece.lengthM / 2);
    if (shared !== undefined && offM < best.offM) best = {node: shared, offM};
  });
  return best.node;
}

/** One corridor for two carriageways of a pair between the same two junctions. */
function joinPairs(pieces: readonly Piece[], groups: Groups): Corridor[] {
  const between: Piece[][] = [];
  // by the two junctions, the lower row first
  const known = new Map<number, Map<number, Piece[]>>();
  for (const piece of pieces) {
    const [a, b] = [groups.of(piece.from), groups.of(piece.to)];
    if (a === b && piece.lengthM <= RAMP_M) continue; // inside a junction
    const [low, high] = a < b ? [a, b] : [b, a];
    const fromLow = known.get(low) ?? new Map<number, Piece[]>();
    const there = fromLow.get(high);
    if (there) there.push(piece);
    else {
      const group = [piece];
      between.push(group);
      known.set(low, fromLow.set(high, group));
    }
  }
  const corridors: Corridor[] = [];
  for (const group of between) {
    const single = group.filter(({paired}) => !paired);
    const twins = group.filter(({paired}) => paired).sort((p, q) => p.lengthM - q.lengthM);
    const sets = [...single.map((piece) => [piece])];
    for (let i = 0; i < twins.length; i += 2) sets.push(twins.slice(i, i + 2));
    for (const set of sets) {
      const [first] = set;
      corridors.push({
        a: groups.of(first!.from),
        b: groups.of(first!.to),
        lengthM: set.reduce((sum, piece) => sum + piece.lengthM, 0) / set.length,
        edges: set.flatMap((piece) => piece.edges),
        line: first!.line,
      });
    }
  }
  return corridors;
}

/** Joins the two corridors of every junction that has no more, and numbers the junctions that are left. */
function withoutPassages(
  network: Network,
  corridors: readonly Corridor[],
  groups: Groups,
  pairing: Pairing,
): CorridorGraph {
  const open = new Map(corridors.map((corridor, id) => [id, corridor]));
  const touching = new Map<number, number[]>();
  const touch = (junction: number, id: number): void => {
    const known = touching.get(junction);
    if (known === undefined) touching.set(junction, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const [id, {a, b}] of open) {
    touch(a, id);
    touch(b, id);
  }
  for (const [junction, ids] of touching) {
    if (ids.length !== 2) continue;
    const [first, second] = ids as [number, number];
    const [one, two] = [open.get(first)!, open.get(second)!];
    if (one.a === one.b || two.a === two.b) continue;
    const joined = joinAt(one, two, junction);
    open.delete(first);
    open.delete(second);
    const id = corridors.length + junction;
    open.set(id, joined);
    ids.length = 0;
    for (const [end, old] of [
      [joined.a, first],
      [joined.b, second],
    ] as const) {
      const there = touching.get(end)!;
      there.splice(there.indexOf(old), 1);
      touch(end, id);
    }
  }
  const rows = new Map<number, number>();
  const at: LonLat[] = [];
  const rowOf = (junction: number): number => {
    const known = rows.get(junction) ?? at.push(positionOf(network, groups, junction)) - 1;
    rows.set(junction, known);
    return known;
  };
  return {
    corridors: [...open.values()].map((c) => ({...c, a: rowOf(c.a), b: rowOf(c.b)})),
    junctionCount: at.length,
    at,
    pairing,
  };
}

/** Two corridors that meet at a junction, as one from the far end of the first to that of the second. */
function joinAt(one: Corridor, two: Corridor, junction: number): Corridor {
  const before = one.b === junction ? one.line : [...one.line].reverse();
  const behind = two.a === junction ? two.line : [...two.line].reverse();
  const [last, first] = [before[before.length - 1]!, behind[0]!];
  const meets = greatCircleM(last[0], last[1], first[0], first[1]) < 1;
  return {
    a: one.b === junction ? one.a : one.b,
    b: two.a === junction ? two.b : two.a,
    lengthM: one.lengthM + two.lengthM,
    edges: [...one.edges, ...two.edges],
    line: [...before, ...(meets ? behind.slice(1) : behind)],
  };
}

/** Where the westernmost node of a junction lies. */
function positionOf({nodes}: Network, groups: Groups, junction: number): LonLat {
  const node = groups.leastNode(junction, (n) => [nodes.lon[n]!, nodes.lat[n]!]);
  return [nodes.lon[node]!, nodes.lat[node]!];
}
