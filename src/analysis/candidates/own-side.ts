import type {BorderIndex} from '../../geo/border-index.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {type SnapWays, snapWays} from '../../graph/search/links/snap-ways.ts';
import type {Snap} from '../../graph/snap.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import {indexEdges, type LineIndex} from '../dead-ends/line-index.ts';
import type {Study} from '../study.ts';
import {type FarRules, isFar, linkMs, nodeSnap, pointSnap} from './far-pairs.ts';
import {type FoundLink, middleOf} from './found-link.ts';
import {closureOf, type GapClosure} from './gap-closure.ts';
import {NEAR_MISS_M} from './options.ts';
import {studiedEdges, waysOn} from './points.ts';
import {squaresOf} from './squares.ts';

/** A road that ends near another on its own side of the border: not joined in the drawing, or in the world. */
export interface OwnSideGap {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly gapM: number;
}

/** With how many far pairs across the border are far only for it, alone or with others. */
export interface ClosedGap extends OwnSideGap {
  readonly pairs: number;
}

interface Gap extends OwnSideGap {
  readonly snaps: readonly [Snap, Snap];
  readonly linkMs: number;
}

type Rules = Pick<FarRules, 'minRatio' | 'minSavedS' | 'maxGapM'> & {
  readonly minRank: number;
  readonly bandM: number;
  readonly ownGapM: number;
};

/** Gaps are closed for links in the same square of this many longest gaps a side, or in squares beside it. */
const SQUARE_GAPS = 2;

/**
 * The links without those that only short gaps on one side of the border make far: with every end joined to the
 * nearest road on its side they are not far, and that is no matter of the border.
 */
export function withoutOwnSide(
  study: Study,
  borders: BorderIndex,
  links: readonly FoundLink[],
  rules: Rules,
  kphOf: (edgeClass: EdgeClass) => number,
): {readonly links: FoundLink[]; readonly gaps: ClosedGap[]} {
  const gaps = links.length === 0 ? [] : ownSideGaps(study, borders, rules, kphOf);
  const places = [...gaps.map(({from}) => from), ...links.map(middleOf)];
  const squares = squaresOf(places, rules.maxGapM * SQUARE_GAPS);
  const pairs = new Uint32Array(gaps.length);
  const served = new Set<FoundLink>();
  for (const square of squares.names) {
    const near = squares.around(square).filter((row) => row < gaps.length);
    const own = squares.in(square).filter((row) => row >= gaps.length);
    if (near.length === 0 || own.length === 0) continue;
    const asked = own.map((row) => links[row - gaps.length]!);
    const closure = closureOf(
      study,
      near.map((row) => gaps[row]!),
      pointsOf(study, asked),
    );
    for (const link of asked) {
      const used = gapsThatServe(closure, link, rules);
      if (used === null) continue;
      served.add(link);
      for (const gap of used) pairs[near[gap]!]!++;
    }
  }
  return {
    links: links.filter((link) => !served.has(link)),
    gaps: gaps.flatMap(({from, to, gapM}, i) =>
      pairs[i]! > 0 ? [{from, to, gapM, pairs: pairs[i]!}] : [],
    ),
  };
}

/** The ends of the links, each once, under the name that `nameOf` gives it. */
function pointsOf({road}: Study, links: readonly FoundLink[]): Map<string, Snap> {
  const snaps = new Map<string, Snap>();
  for (const link of links)
    for (const p of [link.p, link.q]) {
      const name = nameOf(link, p);
      if (!snaps.has(name)) snaps.set(name, pointSnap(road, link.points, p));
    }
  return snaps;
}

/** By place: expressways and other roads have points of their own. */
function nameOf({points}: FoundLink, p: number): string {
  return `${points.edge[p]!} ${points.share[p]!}`;
}

/** The gaps by which a link is not far; `null` when it is far all the same. */
function gapsThatServe(closure: GapClosure, link: FoundLink, rules: Rules): number[] | null {
  const [p, q] = [nameOf(link, link.p), nameOf(link, link.q)];
  const trips = [closure.trip(p, q), closure.trip(q, p)].sort((a, b) => a.ms - b.ms);
  const best = trips[0]!;
  if (best.ms >= link.todayMs || isFar(best.ms, link.linkMs, rules)) return null;
  return best.gaps();
}

/** Every end of a studied road, and the nearest road on its side that is far to drive from there. */
function ownSideGaps(
  study: Study,
  borders: BorderIndex,
  rules: Rules,
  kphOf: (edgeClass: EdgeClass) => number,
): Gap[] {
  const {network, road} = study;
  const {nodes, edges} = network;
  const {taken} = studiedEdges(road, rules.minRank);
  const isTaken = new Set(taken);
  const ways = snapWays(study.engine('time'), road, 'time');
  const index = indexEdges(network, (edge) => isTaken.has(edge));
  const seen = new Set<number>();
  const found: Gap[] = [];
  for (const own of taken) {
    for (const node of [edges.from[own]!, edges.to[own]!]) {
      if (seen.has(node) || waysOn(road, node, rules.minRank) > 1) continue;
      seen.add(node);
      if (!borders.near(nodes.lon[node]!, nodes.lat[node]!, rules.bandM + rules.maxGapM)) continue;
      const gap = gapAt(study, ways, borders, index, rules, kphOf, own, node);
      if (gap !== null) found.push(gap);
    }
  }
  // By place, so that the rows of the network have no say.
  return found.sort((a, b) => a.gapM - b.gapM || a.from[0] - b.from[0] || a.from[1] - b.from[1]);
}

function gapAt(
  {network, road}: Study,
  ways: SnapWays,
  borders: BorderIndex,
  index: LineIndex,
  rules: Rules,
  kphOf: (edgeClass: EdgeClass) => number,
  own: number,
  node: number,
): Gap | null {
  const {nodes, edges} = network;
  const classOf = (edge: number): EdgeClass => EDGE_CLASSES[edges.class[edge]!]!;
  const from: LonLat = [nodes.lon[node]!, nodes.lat[node]!];
  for (const {edge, alongM, distanceM} of index.near(...from, rules.ownGapM)) {
    if (edges.from[edge] === node || edges.to[edge] === node) continue;
    // Nobody gets on an expressway in mid-course: only expressways are joined to it.
    if ((classOf(edge) === 'motorway') !== (classOf(own) === 'motorway')) continue;
    const line = edgeLine(network, edge);
    const to = pointAlong(line, alongM);
    // So near that only the drawing parts them, whatever border runs between.
    if (distanceM > NEAR_MISS_M && isAcross(borders, from, to)) continue;
    const share = Math.min(1, alongM / Math.max(1e-9, lineLengthM(line)));
    const snaps = [
      nodeSnap(road, node),
      {points: [{edge, share}], distanceM: 0, lon: to[0], lat: to[1]},
    ] as const;
    const ms = linkMs(distanceM, Math.min(kphOf(classOf(edge)), kphOf(classOf(own))));
    const [there, back] = [snaps, snaps.toReversed()].map(
      ([a, b]) => ways(a!, b!)?.cost ?? UNREACHED,
    );
    if (isFar(Math.min(there!, back!), ms, rules))
      return {from, to, gapM: distanceM, snaps, linkMs: ms};
  }
  return null;
}

/** Either way: where a line runs just by the end of a border, one way may meet it and the other not. */
function isAcross(borders: BorderIndex, a: LonLat, b: LonLat): boolean {
  return borders.crossings(a, b).length > 0 || borders.crossings(b, a).length > 0;
}
