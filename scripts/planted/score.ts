import {TRUTHS, type Truth} from './plan.ts';
import type {Plant} from './plant.ts';

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A finding of the detector, as far as it is judged. */
export interface Judged extends Place {
  readonly id: string;
  readonly rule: string;
  readonly cause: string;
  /** Family of the cause, one of the truths or another word. */
  readonly family: string;
  /** Far ends that the finding names: it stands for them too. */
  readonly also?: readonly Place[];
}

/** What became of one plant. */
export interface Verdict {
  readonly plant: Plant;
  /** Family under which it is listed, `not listed` when it is not. */
  readonly told: string;
  readonly findings: readonly Judged[];
}

export interface Score {
  readonly verdicts: readonly Verdict[];
  /** Findings called missing links that nobody planted and the bare network does not have. */
  readonly stray: readonly Judged[];
  /** Findings of the bare network: nobody knows their truth, they are counted apart. */
  readonly before: number;
}

export const NOT_LISTED = 'not listed';
export const COLUMNS = [...TRUTHS.filter((truth) => truth !== 'decoy'), NOT_LISTED] as const;
/** A finding belongs to a plant when it stands so near to one of its marks. */
const TOLERANCE_M = 700;
/** A finding of the planted network so near to one of the bare network is the same. */
const SAME_M = 150;

/**
 * Sets the findings of a planted network against the plants. A plant is told by the family of the finding
 * at its place: a missing link when any says so (right or wrong), else the true family when
 * any says so, else the nearest.
 */
export function scoreOf(
  plants: readonly Plant[],
  findings: readonly Judged[],
  bare: readonly Judged[],
): Score {
  const isOld = (finding: Judged): boolean =>
    bare.some((other) => apartM(other, finding) <= SAME_M);
  const fresh = findings.filter((finding) => !isOld(finding));
  const stands = (places: readonly Place[], plant: Plant): boolean =>
    nearestM(places, plant.marks) <= TOLERANCE_M;
  const hasOwnPlant = new Set(fresh.filter((f) => plants.some((plant) => stands([f], plant))));
  /** A finding belongs where it stands; only one that stands at no plant, where its other end is. */
  const placesOf = (f: Judged): readonly Place[] => (hasOwnPlant.has(f) ? [f] : (f.also ?? []));
  const verdicts = plants.map((plant): Verdict => {
    const own = fresh
      .map((finding) => ({finding, metres: nearestM(placesOf(finding), plant.marks)}))
      .filter(({metres}) => metres <= TOLERANCE_M)
      .sort((a, b) => a.metres - b.metres)
      .map(({finding}) => finding);
    const says = (family: string): boolean => own.some((finding) => finding.family === family);
    const told = says('missing-link')
      ? 'missing-link'
      : says(plant.truth)
        ? plant.truth
        : (own[0]?.family ?? NOT_LISTED);
    return {plant, told, findings: own};
  });
  const owned = new Set(verdicts.flatMap((verdict) => verdict.findings));
  const rest = fresh.filter((finding) => !owned.has(finding));
  return {
    verdicts,
    stray: rest.filter((finding) => finding.family === 'missing-link'),
    before: bare.length,
  };
}

function nearestM(places: readonly Place[], marks: readonly Place[]): number {
  return Math.min(...places.flatMap((place) => marks.map((mark) => apartM(place, mark))));
}

function apartM(a: Place, b: Place): number {
  const perLon = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return 111_195 * Math.hypot((a.lon - b.lon) * perLon, a.lat - b.lat);
}

export interface Rate {
  readonly truth: Truth;
  readonly planted: number;
  /** Told as what they are. */
  readonly right: number;
  /** Told as this, whatever they are; stray findings among them. */
  readonly told: number;
  readonly recall: number | null;
  readonly precision: number | null;
}

/** Recall and precision of one truth over several scores. */
export function rateOf(scores: readonly Score[], truth: Truth): Rate {
  const verdicts = scores.flatMap((score) => score.verdicts);
  const planted = verdicts.filter(({plant}) => plant.truth === truth);
  const right = planted.filter(({told}) => told === truth).length;
  const stray = truth === 'missing-link' ? scores.flatMap((score) => score.stray).length : 0;
  const told = verdicts.filter((verdict) => verdict.told === truth).length + stray;
  return {
    truth,
    planted: planted.length,
    right,
    told,
    recall: planted.length === 0 ? null : right / planted.length,
    precision: told === 0 ? null : right / told,
  };
}
