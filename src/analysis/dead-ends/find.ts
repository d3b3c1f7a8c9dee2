import {indexBorders} from '../../geo/border-index.ts';
import type {Network} from '../../graph/network.ts';
import type {DeadEndRow} from '../rows.ts';
import {layOut} from './continuation.ts';
import {edgeRoles} from './edge-roles.ts';
import {type Candidate, clipNodes, judgeTip, liesWestOf, samePlace} from './judge-tip.ts';
import {
  bordersOf,
  bufferOf,
  DEAD_END_DEFAULTS,
  type DeadEndOptions,
  studiedRank,
} from './options.ts';
import {compareRows, rowOf} from './row.ts';
import {findTips} from './tips.ts';

/**
 * What became of every tip of the studied graph; all but `tips` and `looseNodes` add up to `tips`.
 */
export interface DeadEndTally {
  readonly tips: number;
  readonly farFromBorder: number;
  /** Made by the extract's edge. */
  readonly clipExcluded: number;
  /** Closed off on purpose by a barrier. */
  readonly barrierExcluded: number;
  /** Another road of the class passes within `NEAR_MISS_M`: not joined in the drawing. */
  readonly gapInDrawing: number;
  readonly alongBorder: number;
  readonly awayFromBorder: number;
  /** Second carriageways of an end that is reported once. */
  readonly paired: number;
  readonly reported: number;
  /** Nodes of components too short to have a tip; not counted in `tips`. */
  readonly looseNodes: number;
}

export interface DeadEndSurvey {
  readonly rows: DeadEndRow[];
  readonly tally: DeadEndTally;
}

/**
 * Roads that end at a border: rules R2 (physical stub) and R6 (unopened road beyond) of
 * METHODS.md §D.3; docs/dead-ends.md has the definitions and figures. R6 first, then by falling
 * confidence, then by distance to the border. Empty when no road ends there. Throws `E_NETWORK`
 * without border lines of the level, `E_USAGE` for a class that is no road or a buffer that is no
 * distance.
 */
export function findDeadEnds(network: Network, options: DeadEndOptions): DeadEndRow[] {
  return surveyDeadEnds(network, options).rows;
}

/** What `findDeadEnds` left out, and why, in numbers. */
export function deadEndTally(network: Network, options: DeadEndOptions): DeadEndTally {
  return surveyDeadEnds(network, options).tally;
}

/** Findings and tally in one run. */
export function surveyDeadEnds(network: Network, options: DeadEndOptions): DeadEndSurvey {
  const minClass = options.minClass ?? DEAD_END_DEFAULTS.minClass;
  const bufferM = bufferOf(options.bufferM);
  const roles = edgeRoles(network, studiedRank(minClass), options.asOf ?? null);
  const borderLines = bordersOf(network, options.level);
  const borders = indexBorders(borderLines.map(({line}) => line));
  const layout = layOut(network, roles);
  const bench = {
    network,
    layout,
    borders,
    borderLevel: borderLines.map(({level}) => level),
    clips: clipNodes(network),
    bufferM,
  };
  const {tips, looseNodes} = findTips(network, layout.studied);
  const count = {
    farFromBorder: 0,
    clipExcluded: 0,
    barrierExcluded: 0,
    gapInDrawing: 0,
    alongBorder: 0,
    awayFromBorder: 0,
    paired: 0,
  };
  const found: Candidate[] = [];
  for (const tip of tips) {
    const judged = judgeTip(bench, tip);
    if (typeof judged === 'string') count[judged]++;
    else found.push(judged);
  }
  const kept = withoutTwins(network, found);
  count.paired = found.length - kept.length;
  const rows = kept
    .map((candidate) => rowOf(network, borders, borderLines, minClass, candidate))
    .sort(compareRows);
  return {rows, tally: {tips: tips.length, ...count, reported: rows.length, looseNodes}};
}

/** The candidates without the second carriageways; they come in order from west to east. */
function withoutTwins(network: Network, candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  let first = 0;
  candidates.forEach((candidate) => {
    while (first < kept.length && liesWestOf(network, kept[first]!, candidate)) first++;
    if (!kept.slice(first).some((other) => samePlace(network, candidate, other))) {
      kept.push(candidate);
    }
  });
  return kept;
}
