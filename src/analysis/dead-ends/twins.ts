import {bearingGapDeg, greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';
import {rankOf} from './edge-roles.ts';
import type {Finding} from './finding.ts';
import {comparePlaces} from './half-edges.ts';
import type {Candidate} from './judge-tip.ts';
import {NEAR_MISS_M} from './near-miss.ts';
import type {Partner} from './partners.ts';

/** Two ends nearer than a near miss whose courses differ by less are one road's carriageways. */
const SAME_COURSE_DEG = 60;

/** The candidates without the second carriageways; they come in order from west to east. */
export function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  let first = 0;
  candidates.forEach((candidate) => {
    while (first < kept.length && liesWestOf(kept[first]!, candidate)) first++;
    if (!kept.slice(first).some((other) => samePlace(candidate, other))) kept.push(candidate);
  });
  return kept;
}

/** Whether two candidates are ends of the carriageways of one road. */
function samePlace(a: Candidate, b: Candidate): boolean {
  return (
    greatCircleM(...a.at, ...b.at) <= NEAR_MISS_M &&
    bearingGapDeg(a.approach.courseDeg, b.approach.courseDeg) <= SAME_COURSE_DEG
  );
}

/** Whether `a` lies so far west of `b` that they cannot be the same place. */
function liesWestOf(a: Candidate, b: Candidate): boolean {
  const [west, east, lat] = [a.at[0], b.at[0], b.at[1]];
  return west < east && greatCircleM(west, lat, east, lat) > 2 * NEAR_MISS_M;
}

/** One candidate for each road not open yet, where an open road waits at either end of it. */
export function withoutFarEnds(network: Network, candidates: readonly Candidate[]): Candidate[] {
  const byChain = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = chainKey(candidate);
    const known = key === null ? undefined : byChain.get(key);
    if (key !== null && (known === undefined || comesFirst(network, candidate, known)))
      byChain.set(key, candidate);
  }
  return candidates.filter((candidate) => {
    const key = chainKey(candidate);
    return key === null || byChain.get(key) === candidate;
  });
}

/** The same for both ends; `null` where nothing is not open yet. */
function chainKey({continuation: {chain}}: Candidate): string | null {
  return chain && [...chain.edges].sort((a, b) => a - b).join();
}

/** Of two findings that face each other over one gap the one that comes first stays. */
export function withoutPartners(
  network: Network,
  candidates: readonly Candidate[],
  findings: readonly Finding[],
  partnerOf: (candidate: Candidate) => Partner | null,
): Finding[] {
  const findingOf = new Map(candidates.map((candidate, i) => [candidate, findings[i]!]));
  return candidates.flatMap((candidate) => {
    const finding = findingOf.get(candidate)!;
    const other = partnerOf(candidate)?.tip;
    const mutual =
      other != null &&
      isOneGap(finding, findingOf.get(other)) &&
      partnerOf(other)?.tip === candidate;
    return mutual && comesFirst(network, other, candidate) ? [] : [finding];
  });
}

/** Two ends of one missing link, or of one ferry. */
function isOneGap(a: Finding, b: Finding | undefined): boolean {
  if (b === undefined) return false;
  return (a.rule === 'R3' && b.rule === 'R3') || (isFerry(a) && isFerry(b));
}

function isFerry({cause}: Finding): boolean {
  return cause === 'continues-as-ferry';
}

/** The higher class, then the nearer to the border (to 10 m), then the more western end. */
function comesFirst(network: Network, a: Candidate, b: Candidate): boolean {
  const rank = ({tip}: Candidate): number => rankOf(network, tip.around.exits[0]!.half >> 1);
  const tens = ({border}: Candidate): number => Math.round(border.distanceM / 10);
  return (
    (rank(a) - rank(b) || tens(a) - tens(b) || comparePlaces(network, a.tip.node, b.tip.node)) < 0
  );
}
