import {type BorderHit, type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';
import {type Approach, approachLengthM, approachLine, judgeApproach} from './approach.ts';
import {cutAfter} from './carriageways.ts';
import {type Facts, NEAR_CLIP_M} from './causes.ts';
import {type Continuation, continuationOf, type Layout, nodesAtTip} from './continuation.ts';
import type {Cuts} from './cuts.ts';
import {CONTINUES_WITHIN_M} from './dormant-chain.ts';
import {lookBeside, NEAR_MISS_M} from './near-miss.ts';
import type {Tip} from './tips.ts';

/** A tip that is a finding, with all that was measured on it. */
export interface Candidate {
  readonly tip: Tip;
  readonly at: LonLat;
  readonly border: BorderHit;
  readonly approach: Approach;
  readonly continuation: Continuation;
  /** Lines of the class that end here, those beside the tip included. */
  readonly lines: number;
  /** The tip's nodes and those of the lines that end beside it: all one place to stand. */
  readonly nodes: readonly number[];
  /** Metres to the nearest clip node within `NEAR_CLIP_M`, else `null`. */
  readonly clipM: number | null;
  /** How the drawing fails to join it to a road that goes on, and how far that is. */
  readonly unjoined: Unjoined | null;
  /** Why it is listed only when all ends are asked for; `null` for a finding. */
  readonly hidden: Hidden | null;
}

export interface Unjoined {
  readonly how: NonNullable<Facts['unjoined']>;
  readonly distanceM: number;
}

/** Ends that the data makes, not the road: listed only on request. */
export type Hidden = 'clipExcluded' | 'barrierExcluded' | 'gapInDrawing' | 'rampsLacking';

/** Why a tip is no finding. */
export type Excluded = Hidden | 'farFromBorder' | 'alongBorder' | 'awayFromBorder';

/** What every tip is judged against. */
export interface Bench {
  readonly network: Network;
  readonly layout: Layout;
  readonly borders: BorderIndex;
  /** The indexed border lines, and each of them alone. */
  readonly borderLines: readonly BorderLine[];
  readonly lineIndex: (row: number) => BorderIndex;
  readonly cuts: Cuts;
  readonly bufferM: number;
  /** Ends that the data makes are judged too, instead of counted only. */
  readonly all: boolean;
}

/** Judges one tip: a candidate for the list, or the first reason why it is none. */
export function judgeTip(bench: Bench, tip: Tip): Candidate | Excluded {
  const {network, layout, borders, bufferM, all} = bench;
  const {lon, lat, flags} = network.nodes;
  const at: LonLat = [lon[tip.node]!, lat[tip.node]!];
  const atTip = nodesAtTip(network, tip);
  const has = (flag: number): boolean => atTip.some((node) => (flags[node]! & flag) !== 0);
  // Of all ways out of the place: the cut one may have led on, and left a spur to end there.
  const isCut = [...tip.around.distanceM.keys()].some(bench.cuts.isClip);
  if (isCut && !all) return 'clipExcluded';
  const nearest = borders.nearest(at[0], at[1], bufferM);
  if (nearest === null) return isCut ? 'clipExcluded' : 'farFromBorder';
  const clipM = bench.cuts.clipM(at, NEAR_CLIP_M);
  // The other carriageway's cut end, metres away, makes this end one of the extract's too.
  const cutHere = isCut || (clipM !== null && clipM <= CONTINUES_WITHIN_M);
  if (cutHere && !all) return 'clipExcluded';
  const barred = has(NODE_FLAG.barrier);
  if (barred && !all) return 'barrierExcluded';
  const beside = lookBeside(
    network,
    layout.studied,
    layout.studiedLines,
    layout.rampLines,
    borders,
    tip,
  );
  const continuation = continuationOf(network, layout, tip);
  // Where an unopened road goes on, the end is real, whatever passes by.
  const gap = continuation.chain === null ? beside.gapInDrawing : null;
  const hidden: Hidden | null = cutHere
    ? 'clipExcluded'
    : barred
      ? 'barrierExcluded'
      : gap
        ? gap.ramps
          ? 'rampsLacking'
          : 'gapInDrawing'
        : null;
  if (hidden !== null && !all) return hidden;

  const line = approachLine(network, layout.studied, tip, approachLengthM(bufferM));
  const {border, approach} = ledTo(bench, at, line, nearest);
  // An unopened road that crosses the border makes its tip a border matter, whatever its course.
  const chainCrosses =
    continuation.chain !== null && borders.crossingsOfLine(continuation.chain.line).length > 0;
  if (!leadsThere(approach) && !chainCrosses)
    return hidden ?? (approach.verdict === 'away' ? 'awayFromBorder' : 'alongBorder');
  return {
    tip,
    at,
    border,
    approach,
    continuation,
    lines: tip.around.exits.length + beside.pairedEdges.length,
    nodes: [...atTip, ...pairedNodes(network, beside.pairedEdges, at)],
    clipM,
    unjoined: gap && unjoinedOf(network, tip, approach.line, gap),
    hidden,
  };
}

function leadsThere({verdict}: Approach): boolean {
  return verdict === 'crossed' || verdict === 'towards';
}

/**
 * The border that a road leads to: the nearest, else the next one that is another border – at a
 * corner of three units a road may run beside one and at the other. What the nearest says where it
 * leads to none.
 */
function ledTo(bench: Bench, at: LonLat, line: readonly LonLat[], nearest: BorderHit) {
  const {borders, borderLines, lineIndex, bufferM} = bench;
  const level = borderLines[nearest.line]!.level;
  const own = judgeApproach(
    line,
    borders,
    nearest.distanceM,
    bufferM,
    (crossed) => borderLines[crossed]!.level <= level,
  );
  if (leadsThere(own)) return {border: nearest, approach: own};
  const others = borderLines
    .map((border, row) => ({border, row}))
    .filter(({border}) => isOtherBorder(border, borderLines[nearest.line]!))
    .flatMap(({row}) => {
      const hit = lineIndex(row).nearest(at[0], at[1], bufferM);
      return hit ? [{...hit, line: row}] : [];
    })
    .sort((a, b) => a.distanceM - b.distanceM || a.line - b.line);
  for (const border of others) {
    const index = lineIndex(border.line);
    const approach = judgeApproach(line, index, border.distanceM, bufferM, () => true);
    if (leadsThere(approach)) return {border, approach};
  }
  return {border: nearest, approach: own};
}

/** Pieces of one border are no other border: a road along it leads to the next piece. */
function isOtherBorder(a: BorderLine, b: BorderLine): boolean {
  return a.level !== b.level || (a.sides.length === 2 && a.sides.join() !== b.sides.join());
}

/** The ends of paired carriageways that lie at the tip. */
function pairedNodes({nodes, edges}: Network, paired: readonly number[], at: LonLat): number[] {
  return paired
    .flatMap((edge) => [edges.from[edge]!, edges.to[edge]!])
    .filter(
      (node) =>
        greatCircleM(at[0], at[1], nodes.lon[node]!, nodes.lat[node]!) <= CONTINUES_WITHIN_M,
    );
}

/** Tells a road that runs over another, or past it on a bridge, from one that merely ends beside it. */
function unjoinedOf(
  network: Network,
  tip: Tip,
  approach: readonly LonLat[],
  gap: {readonly edge: number; readonly distanceM: number; readonly ramps: boolean},
): Unjoined {
  if (gap.ramps) return {how: 'ramps', distanceM: gap.distanceM};
  const {bridgeM, tunnelM} = network.edges;
  const own = [...tip.around.enteredBy.values(), ...tip.around.exits.map(({half}) => half)];
  const raised = (edge: number): boolean => bridgeM[edge]! > 0 || tunnelM[edge]! > 0;
  const levels = raised(gap.edge) || own.some((half) => raised(half >> 1));
  const last = cutAfter([...approach].reverse(), 2 * NEAR_MISS_M);
  const crosses =
    indexBorders([edgeLine(network, gap.edge)]).crossingsOfLine(last).length % 2 === 1;
  return {how: levels ? 'levels' : crosses ? 'crossing' : 'near-miss', distanceM: gap.distanceM};
}
