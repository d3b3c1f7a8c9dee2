import {greatCircleM} from '../../geo/distance.ts';
import type {BorderLine} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import type {Counterpart} from '../rows.ts';
import {CARRIAGEWAY_GAP_M, walkOn} from './carriageways.ts';
import {causeOf, type Facts, OFF_BORDER_M, type Rule} from './causes.ts';
import type {DormantChain} from './dormant-chain.ts';
import {EDGE_ROLE} from './edge-roles.ts';
import {tipEvidence} from './evidence.ts';
import type {Finding} from './finding.ts';
import {endOf} from './half-edges.ts';
import type {Bench, Candidate} from './judge-tip.ts';
import type {NetworkWay, NetworkWays} from './network-way.ts';
import {levelOf, type Thresholds} from './options.ts';
import type {Partner} from './partners.ts';
import type {PlannedLink} from './planned.ts';
import {halfEdgeLine} from './surroundings.ts';
import type {Terminus} from './terminus.ts';

/** What was looked up about a candidate besides its own road. */
export interface Opposite {
  readonly partner: Partner | null;
  readonly plan: PlannedLink | null;
  readonly terminus: Terminus | null;
}

/** Tells the rule and the cause of a tip, and what lies opposite. */
export function tipFinding(
  bench: Bench,
  borderLines: readonly BorderLine[],
  ways: () => NetworkWays,
  t: Thresholds,
  candidate: Candidate,
  {partner, plan, terminus}: Opposite,
): Finding {
  const {tip, at, border, approach, continuation, clipM, hidden} = candidate;
  const {chain, lower} = continuation;
  const openM = chain && officialGapM(bench, candidate, chain);
  const official = openM !== null && openM <= t.officialGapM;
  const far = chain === null ? partner : null;
  const way = chain
    ? ways().between({nodes: candidate.nodes}, {nodes: [chain.farNode]})
    : far && ways().between({nodes: candidate.nodes}, standOf(far));
  const isLong = far !== null && (way === null || way.networkM / far.gapM >= t.detourRatio);
  const drops = lower !== null && lower.drop >= t.gradeSteps && goesOver(bench, candidate, t);
  const rules = rulesOf({chain, official, plan, isLong, drops}, t);
  const facts = factsOf(candidate, {partner: far, plan, terminus}, isLong, rules);
  const cause = causeOf(facts);
  const rule = rules[0]!;
  return {
    rule,
    alsoRules: rules.slice(1),
    at,
    edge: tip.around.exits[0]!.half >> 1,
    border,
    lookDeg: approach.courseDeg,
    cause,
    grounds: {
      joinsOpen: chain?.joinsOpen ?? false,
      begunUnknown: rule === 'R1' && chain?.state === 'not-yet-open',
      classDrop: lower?.drop ?? 0,
      passing: continuation.passing !== null && rule === 'R2',
      alignment: far?.alignment ?? null,
      gapShare: far ? far.gapM / t.gapM[levelOf(borderLines[border.line]!)] : 0,
      offBorder: border.distanceM > OFF_BORDER_M,
      nearClip: clipM !== null,
    },
    counterpart: chain
      ? chainCounterpart(bench, chain, way, candidate)
      : far
        ? partnerCounterpart(bench, far, way)
        : plan && planCounterpart(plan, candidate),
    evidence: tipEvidence({
      lines: candidate.lines,
      minClass: t.minClass,
      border,
      sides: borderLines[border.line]!.sides,
      approach,
      continuation,
      unjoined: candidate.unjoined,
      barrier: hidden === 'barrierExcluded',
      cut: hidden === 'clipExcluded',
      partner: far,
      way,
      plan,
      terminus,
      clipM,
      chainCrosses: chain !== null && bench.borders.crossingsOfLine(chain.line).length > 0,
      rules,
      openM,
    }),
    geometry: approach.line,
    hidden,
  };
}

function factsOf(
  {continuation, clipM, hidden, unjoined}: Candidate,
  {partner, plan, terminus}: Opposite,
  isLong: boolean,
  rules: readonly Rule[],
): Facts {
  const {chain, lower, ferry, turning, barred} = continuation;
  const drop = lower?.drop ?? 0;
  return {
    cutHere: hidden === 'clipExcluded',
    cutNearby: clipM !== null,
    unopened: chain?.state ?? null,
    planned: plan !== null,
    unjoined: unjoined?.how ?? null,
    barred: hidden === 'barrierExcluded' ? 'barrier' : barred,
    gradeSteps: rules[0] === 'R4' ? drop : 0,
    classDrop: drop,
    ferry,
    opposite: isLong ? (partner!.tip ? 'end' : 'road') : null,
    terminus: terminus?.hold ?? null,
    turning,
  };
}

/** The rules that a tip meets, the one it is listed under first. */
function rulesOf(
  known: {
    readonly chain: DormantChain | null;
    readonly official: boolean;
    readonly plan: PlannedLink | null;
    readonly isLong: boolean;
    readonly drops: boolean;
  },
  {officialGapM}: Thresholds,
): Rule[] {
  const {chain, official, plan, isLong, drops} = known;
  const rules: Rule[] = [];
  if (official) rules.push('R1');
  if (chain) rules.push('R6');
  if (!chain && plan) {
    const begun = plan.status === 'construction';
    rules.push(begun || plan.lengthM > officialGapM ? 'R6' : 'R1');
  }
  if (!chain && drops && !isLong) rules.push('R4');
  if (isLong) rules.push('R3');
  rules.push('R2');
  return rules;
}

/** Whether the road of a lower class that goes on from an end leads over the border soon. */
function goesOver(
  {network, layout, borders, borderLines}: Bench,
  {border, approach, continuation}: Candidate,
  {gradeWithinM}: Thresholds,
): boolean {
  const start = {half: continuation.lower!.half, alongM: 0};
  const line = walkOn(network, layout.corridors, start, gradeWithinM);
  const level = borderLines[border.line]!.level;
  const over = borders.crossingsOfLine(line).filter((c) => borderLines[c.line]!.level <= level);
  return (approach.crossings + over.length) % 2 === 1;
}

/**
 * R1: metres of road not open yet that lead over the border to the first open road there, whatever
 * its class, or to their end; `null` when the other side has begun or they do not lead over. A road
 * dated open later counts as not begun: the data does not tell when works began.
 */
function officialGapM(
  {network, layout, borders, borderLines}: Bench,
  {approach, border}: Candidate,
  chain: DormantChain,
): number | null {
  if (chain.state === 'under-construction') return null;
  const {corridors, roles} = layout;
  const level = borderLines[border.line]!.level;
  const onBorder = border.distanceM <= CARRIAGEWAY_GAP_M;
  let crossings = approach.crossings;
  let gapM = 0;
  let beyond = false;
  let exitM: number | null = null;
  for (const half of chain.halves) {
    const line = halfEdgeLine(network, half);
    crossings += borders
      .crossingsOfLine(line)
      .filter((c) => borderLines[c.line]!.level <= level).length;
    gapM += network.edges.lengthM[half >> 1]!;
    // A road that ends on the line itself stands on both sides of it.
    if (crossings % 2 === 0 && !onBorder) continue;
    beyond = true;
    if (roles[half >> 1] === EDGE_ROLE.construction) return null;
    const end = endOf(network, half);
    if (corridors.first[end]! < corridors.first[end + 1]!) exitM ??= gapM;
  }
  return beyond ? (exitM ?? gapM) : null;
}

function standOf({tip, road}: Partner) {
  return tip ? {nodes: tip.nodes} : road!;
}

const CHAIN_KIND = {
  'under-construction': 'construction',
  proposed: 'proposed',
  'not-yet-open': 'road',
} as const;

function chainCounterpart(
  {network}: Bench,
  chain: DormantChain,
  way: NetworkWay | null,
  {at}: Candidate,
): Counterpart {
  const {edges, strings} = network;
  const [lon, lat] = chain.line[chain.line.length - 1]!;
  const first = chain.edges[0]!;
  const straightM = greatCircleM(...at, lon, lat);
  return {
    kind: CHAIN_KIND[chain.state],
    lon,
    lat,
    gapM: chain.gapM,
    lengthM: chain.lengthM,
    class: EDGE_CLASSES[edges.class[first]!]!,
    ref: strings[edges.ref[first]!]!,
    name: strings[edges.name[first]!]!,
    alignment: null,
    networkM: way?.networkM ?? null,
    timeS: way?.timeS ?? null,
    detourRatio: way && straightM > 0 ? way.networkM / straightM : null,
    geometry: chain.line,
  };
}

function partnerCounterpart({network}: Bench, far: Partner, way: NetworkWay | null): Counterpart {
  const {edges, strings} = network;
  const edge = far.tip ? far.tip.tip.around.exits[0]!.half >> 1 : far.road!.edge;
  return {
    kind: far.tip ? 'tip' : 'through-road',
    lon: far.at[0],
    lat: far.at[1],
    gapM: far.gapM,
    lengthM: null,
    class: EDGE_CLASSES[edges.class[edge]!]!,
    ref: strings[edges.ref[edge]!]!,
    name: strings[edges.name[edge]!]!,
    alignment: far.alignment,
    networkM: way?.networkM ?? null,
    timeS: way?.timeS ?? null,
    detourRatio: way && far.gapM > 0 ? way.networkM / far.gapM : null,
    geometry: far.tip ? far.tip.approach.line : halfEdgeLine(network, 2 * edge),
  };
}

function planCounterpart(plan: PlannedLink, {at}: Candidate): Counterpart {
  return {
    kind: 'project',
    lon: plan.far[0],
    lat: plan.far[1],
    gapM: greatCircleM(...at, ...plan.far),
    lengthM: plan.lengthM,
    class: '',
    ref: plan.projectId,
    name: plan.name,
    alignment: null,
    networkM: null,
    timeS: null,
    detourRatio: null,
    geometry: [at, plan.far],
  };
}
