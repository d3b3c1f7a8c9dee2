import {type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {type CompiledNetwork, compileNetwork} from '../../graph/compile.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {makeSnapper} from '../../graph/snap.ts';
import {CHINA_CAR} from '../../graph/speed.ts';
import type {DeadEndRow} from '../rows.ts';
import {type AccessBreak, accessBreaks} from './access-break.ts';
import {DRAWN_M} from './approach.ts';
import {chainBorders, type RoadCrossing, roadCrossings} from './border-chain.ts';
import {layOut} from './continuation.ts';
import {
  breakFinding,
  gradeFinding,
  halfBegunFinding,
  halfBuiltFinding,
  unitFinding,
} from './crossing-findings.ts';
import {cutsOf} from './cuts.ts';
import {CONTINUES_WITHIN_M} from './dormant-chain.ts';
import {edgeRoles} from './edge-roles.ts';
import type {Finding} from './finding.ts';
import {gradeDrops} from './grade-drop.ts';
import {halfBuiltRoads} from './half-built.ts';
import {type Bench, type Candidate, judgeTip} from './judge-tip.ts';
import {NetworkWays} from './network-way.ts';
import {
  bordersOf,
  type DeadEndOptions,
  levelOf,
  studiedRank,
  type Thresholds,
  thresholdsOf,
} from './options.ts';
import {findPartners, type Partner} from './partners.ts';
import {halfBegunRoads, plannedFrom} from './planned.ts';
import {compareRows, distinctIds, rowOf} from './row.ts';
import {indexSettlements} from './settlements.ts';
import {indexTermini} from './terminus.ts';
import {tipFinding} from './tip-finding.ts';
import {findTips} from './tips.ts';
import {withoutFarEnds, withoutPartners, withoutTwins} from './twins.ts';
import {farNeighbours, neighboursOf} from './unit-pairs.ts';

/**
 * What became of every tip of the studied graph; all but `tips`, `withoutTip` and `looseNodes` add up
 * to `tips`.
 */
export interface DeadEndTally {
  readonly tips: number;
  readonly farFromBorder: number;
  /** Made by the extract's edge. */
  readonly clipExcluded: number;
  /** Closed off on purpose by a barrier, and nothing goes on. */
  readonly barrierExcluded: number;
  /** Another road of the class passes within `NEAR_MISS_M`: not joined in the drawing. */
  readonly gapInDrawing: number;
  /** Ends as far from an expressway as the ramps reach that this data does not draw. */
  readonly rampsLacking: number;
  readonly alongBorder: number;
  readonly awayFromBorder: number;
  /** Second carriageways of an end that is reported once. */
  readonly paired: number;
  /** Far ends of a gap that is reported once. */
  readonly farEnds: number;
  /** Ends at a road that goes on without leave; that is reported as R5, or left out near a cut. */
  readonly atBreak: number;
  readonly reported: number;
  /** Findings of R1, R4, R5 and R7 where no road ends. */
  readonly withoutTip: number;
  /** Those that are left out because a road which is not in the file may explain them. */
  readonly cutElsewhere: number;
  /** Nodes of components too short to have a tip; not counted in `tips`. */
  readonly looseNodes: number;
}

export interface DeadEndSurvey {
  readonly rows: DeadEndRow[];
  readonly tally: DeadEndTally;
}

/**
 * Roads that end at a border, and what else parts its two sides: rules R1–R7 of METHODS.md §D.3;
 * docs/dead-ends.md has the definitions and figures. R1 and R6 first, then by falling confidence,
 * then by distance to the border. Throws `E_NETWORK` without border lines of the level, `E_USAGE` for
 * a class that is no road or a figure that is none.
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
  const thresholds = thresholdsOf(options);
  const minRank = studiedRank(thresholds.minClass);
  const borderLines = bordersOf(network, options.level);
  const layout = layOut(network, edgeRoles(network, minRank, options.asOf ?? null));
  const bench: Bench = {
    network,
    layout,
    borders: indexBorders(borderLines.map(({line}) => line)),
    borderLines,
    lineIndex: eachLine(borderLines),
    cuts: cutsOf(network),
    bufferM: thresholds.bufferM,
    all: options.all ?? false,
  };
  const road = once(
    () =>
      options.road ??
      compileNetwork(network, {mode: 'road', asOf: options.asOf ?? null, profile: CHINA_CAR}),
  );
  const ways = once(() => new NetworkWays(road()));
  const search: Search = {bench, borderLines, thresholds, options, ways};

  const {found, tips, looseNodes, counts} = candidatesOf(bench);
  const crossings = roadCrossings(network, borderLines, layout.studiedLines);
  const breaks = accessBreaks(bench, crossings, ways, thresholds.detourRatio);
  const single = withoutTwins(found);
  const unbarred = single.filter((candidate) => !endsAtBreak(candidate, breaks));
  const ends = withoutFarEnds(network, unbarred);
  const atTips = tipFindings(search, ends).map(withoutNearClip);
  const elsewhere = [
    ...breaks.map((one) => breakFinding(bench, borderLines, one)),
    ...dropFindings(search, crossings, ends, minRank),
    ...planFindings(search, ends, atTips),
  ];
  elsewhere.push(...unitFindings(search, road, [...atTips, ...elsewhere]));
  const findings = [...atTips, ...elsewhere].filter(({hidden}) => bench.all || hidden === null);

  const around = {
    network,
    borderLines,
    chain: chainBorders(network, borderLines, withoutStubs(crossings, ends)),
    settlements: indexSettlements(network.places, thresholds.settlementM),
    thresholds,
  };
  const rows = distinctIds(findings.map((finding) => rowOf(around, finding)).sort(compareRows));
  for (const {hidden} of atTips) if (hidden !== null) counts[hidden]++;
  const reported = atTips.filter(({hidden}) => hidden === null).length;
  return {
    rows,
    tally: {
      tips,
      ...counts,
      paired: found.length - single.length,
      atBreak: single.length - unbarred.length,
      farEnds: unbarred.length - atTips.length,
      reported,
      withoutTip: findings.filter(({hidden}) => hidden === null).length - reported,
      cutElsewhere: elsewhere.filter(({hidden}) => hidden !== null).length,
      looseNodes,
    },
  };
}

/**
 * Hides an end near a cut of which nothing else is known, or from which only a lower road goes on: the road that
 * went on may be what was cut off.
 */
function withoutNearClip(finding: Finding): Finding {
  const {hidden, cause, rule, grounds} = finding;
  return hidden === null && (cause === 'near-clip' || (rule === 'R4' && grounds.nearClip))
    ? {...finding, hidden: 'clipExcluded'}
    : finding;
}

/** A road that is over the border and stops is no crossing to go by, metres off its line. */
const ON_STUB_M = 30;

/** The crossings without those of roads that end just beyond. */
function withoutStubs(
  crossings: readonly RoadCrossing[],
  candidates: readonly Candidate[],
): RoadCrossing[] {
  const stubs = candidates.filter(({approach}) => approach.crossings > 0);
  return crossings.filter(
    ({at}) =>
      !stubs.some(
        (stub) =>
          greatCircleM(...stub.at, ...at) <= DRAWN_M &&
          nearestOnLine(stub.approach.line, at[0], at[1]).distanceM <= ON_STUB_M,
      ),
  );
}

/** Each border line by itself, indexed when first asked for. */
function eachLine(borderLines: readonly BorderLine[]): (row: number) => BorderIndex {
  const made = new Map<number, BorderIndex>();
  return (row) => {
    const known = made.get(row) ?? indexBorders([borderLines[row]!.line]);
    made.set(row, known);
    return known;
  };
}

/** What the steps of a survey share. */
interface Search {
  readonly bench: Bench;
  readonly borderLines: readonly BorderLine[];
  readonly thresholds: Thresholds;
  readonly options: DeadEndOptions;
  readonly ways: () => NetworkWays;
}

function candidatesOf(bench: Bench) {
  const {tips, looseNodes} = findTips(bench.network, bench.layout.studied);
  const counts = {
    farFromBorder: 0,
    clipExcluded: 0,
    barrierExcluded: 0,
    gapInDrawing: 0,
    rampsLacking: 0,
    alongBorder: 0,
    awayFromBorder: 0,
  };
  const found: Candidate[] = [];
  for (const tip of tips) {
    const judged = judgeTip(bench, tip);
    if (typeof judged === 'string') counts[judged]++;
    else found.push(judged);
  }
  return {found, tips: tips.length, looseNodes, counts};
}

/** A road that only goes on without leave is told as R5, not as an end. */
function endsAtBreak({at}: Candidate, breaks: readonly AccessBreak[]): boolean {
  return breaks.some(
    ({what, from, to}) =>
      what === 'restricted' &&
      [from, to].some((end) => greatCircleM(...at, ...end) <= CONTINUES_WITHIN_M),
  );
}

/** R1, R2, R3, R4 and R6 at tips; of two ends that face each other over one gap only one. */
function tipFindings(search: Search, candidates: readonly Candidate[]): Finding[] {
  const {bench, borderLines, thresholds, options, ways} = search;
  const visible = candidates.filter(({hidden}) => hidden === null);
  const partners = new Map<Candidate, Partner | null>();
  const reach = ({border}: Candidate): number =>
    thresholds.gapM[levelOf(borderLines[border.line]!)];
  for (const [i, partner] of findPartners(bench, visible, reach).entries())
    partners.set(visible[i]!, partner);
  const terminus = indexTermini(bench.network);
  const findings = candidates.map((candidate) => {
    const plain = candidate.hidden === null && candidate.continuation.chain === null;
    const opposite = {
      partner: partners.get(candidate) ?? null,
      plan: candidate.hidden === null ? plannedFrom(bench, options.planned ?? [], candidate) : null,
      terminus: plain ? terminus(candidate.at) : null,
    };
    return tipFinding(bench, borderLines, ways, thresholds, candidate, opposite);
  });
  return withoutPartners(bench.network, candidates, findings, (c) => partners.get(c) ?? null);
}

/** R4 where a road goes over the border; one that ends there is told at its end. */
function dropFindings(
  {bench, borderLines, thresholds}: Search,
  crossings: readonly RoadCrossing[],
  candidates: readonly Candidate[],
  minRank: number,
): Finding[] {
  const {network, layout} = bench;
  const lower = roadCrossings(network, borderLines, layout.lowerLines);
  const {gradeSteps, gradeWithinM} = thresholds;
  const all = [...crossings, ...lower];
  const drops = gradeDrops(network, layout.corridors, all, minRank, gradeSteps, gradeWithinM);
  const atEnds = new Set(
    candidates.flatMap(({tip}) => tip.around.exits.map(({half}) => half >> 1)),
  );
  return drops
    .filter(({edges}) => ![...edges].some((edge) => atEnds.has(edge)))
    .map((drop) => gradeFinding(bench, borderLines, drop, gradeWithinM));
}

/** R1 where no open road ends: works against plans in the data, and links of the registry. */
function planFindings(
  {bench, borderLines, thresholds, options}: Search,
  candidates: readonly Candidate[],
  atTips: readonly Finding[],
): Finding[] {
  const taken = new Set(candidates.flatMap(({continuation}) => continuation.chain?.edges ?? []));
  const {officialGapM} = thresholds;
  const roads = halfBuiltRoads(bench, taken, officialGapM);
  const told = new Set(
    atTips.map(({counterpart}) => (counterpart?.kind === 'project' ? counterpart.ref : '')),
  );
  const planned = halfBegunRoads(bench, options.planned ?? [], officialGapM);
  return [
    ...roads.map((one) => halfBuiltFinding(bench, borderLines, one)),
    ...planned
      .filter(({projectId}) => !told.has(projectId))
      .map((one) => halfBegunFinding(bench, borderLines, one)),
  ];
}

/** R7 between neighbours on whose border nothing else was found; in doubt where a cut may be why. */
function unitFindings(
  {bench, borderLines, thresholds, ways}: Search,
  road: () => CompiledNetwork,
  others: readonly Finding[],
): Finding[] {
  const isAmong =
    (lines: readonly number[]) =>
    ({border}: Finding): boolean =>
      lines.includes(border.line);
  const listed = others.filter(({hidden}) => hidden === null);
  const units = neighboursOf(borderLines).filter(({lines}) => !listed.some(isAmong(lines)));
  if (units.length === 0) return [];
  const far = farNeighbours(
    bench.network,
    road(),
    makeSnapper(road()),
    ways(),
    borderLines,
    units,
    thresholds,
  );
  const doubtful = others.filter(({hidden}) => hidden === 'clipExcluded');
  return far.map((pair) => {
    const {seats, straightM, lines} = pair;
    const [a, b] = seats.map(({lon, lat}): LonLat => [lon, lat]) as [LonLat, LonLat];
    const inDoubt =
      bench.cuts.mayHide(a, b, thresholds.unitDetour * straightM) ||
      doubtful.some(isAmong(lines)) ||
      isCutAlong(bench, lines);
    return unitFinding(pair, inDoubt);
  });
}

/** Whether a cut lies within the buffer of a border: a road that ends there may not be told. */
function isCutAlong({cuts, lineIndex, bufferM}: Bench, lines: readonly number[]): boolean {
  return lines.some((line) =>
    cuts.points.some(([lon, lat]) => lineIndex(line).near(lon, lat, bufferM)),
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
