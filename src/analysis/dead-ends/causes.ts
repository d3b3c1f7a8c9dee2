/**
 * Why a road stops, as far as the data shows, and how sure a finding of that cause is. The figures
 * are ours: an order of trust for a planner's eye, not measured frequencies.
 */
export const CAUSES = {
  /** R6: a road under construction goes on from the tip. */
  'under-construction': {rule: 'R6', confidence: 0.9},
  /** R6: a road goes on that the data dates later than the day asked for. */
  'not-yet-open': {rule: 'R6', confidence: 0.9},
  /** R6: a proposed road goes on. */
  proposed: {rule: 'R6', confidence: 0.7},
  /** R2: a road goes on that is shut, disused or abandoned. */
  closed: {rule: 'R2', confidence: 0.7},
  /** R2: nothing open goes on, and nothing says why. */
  'unknown-gap': {rule: 'R2', confidence: 0.7},
  /** R2: a road of the class goes on, but not for the public. */
  'access-restricted': {rule: 'R2', confidence: 0.5},
  /** R2: a road of a lower class goes on. */
  'continues-as-lower-class': {rule: 'R2', confidence: 0.4},
  /** R2: a turning circle or loop is mapped: the road ends by design. */
  'turning-circle': {rule: 'R2', confidence: 0.3},
  /** R2: nothing goes on, but the extract was cut within two kilometres. */
  'near-clip': {rule: 'R2', confidence: 0.3},
} as const satisfies Record<string, {rule: 'R2' | 'R6'; confidence: number}>;
export type Cause = keyof typeof CAUSES;

/** Added to R6 when the far end of the unopened road meets the open network again. */
export const JOINS_OPEN_BONUS = 0.05;
/** Added to `continues-as-lower-class` for each class that the road drops beyond the first. */
export const CLASS_DROP_BONUS = 0.1;
/** Taken off when a lower road passes the tip without a common node: perhaps only the drawing lacks it. */
export const PASSING_DEDUCTION = 0.1;
/** Taken off R2 when the road stops more than `OFF_BORDER_M` before or beyond the border. */
export const OFF_BORDER_DEDUCTION = 0.15;
export const OFF_BORDER_M = 1000;
/** Every cause but `near-clip` is halved when a clip node lies within `NEAR_CLIP_M`. */
export const NEAR_CLIP_FACTOR = 0.5;
/** How near a clip node casts doubt on a tip, metres. */
export const NEAR_CLIP_M = 2000;

/** What the confidence of a finding rests on. */
export interface Grounds {
  readonly cause: Cause;
  readonly joinsOpen: boolean;
  /** Classes between the road that ends and the one that goes on; 0 when none does. */
  readonly classDrop: number;
  /** A lower road passes without a common node. */
  readonly passing: boolean;
  /** Stops more than `OFF_BORDER_M` from the border. */
  readonly offBorder: boolean;
  readonly nearClip: boolean;
}

/** Confidence 0–1 of a finding, to two digits. */
export function confidenceOf(grounds: Grounds): number {
  const {rule, confidence: start} = CAUSES[grounds.cause];
  let confidence: number = start;
  if (grounds.joinsOpen) confidence += JOINS_OPEN_BONUS;
  if (grounds.cause === 'continues-as-lower-class') {
    confidence += CLASS_DROP_BONUS * Math.max(0, grounds.classDrop - 1);
  }
  if (grounds.passing) confidence -= PASSING_DEDUCTION;
  if (rule === 'R2' && grounds.offBorder) confidence -= OFF_BORDER_DEDUCTION;
  if (grounds.nearClip && grounds.cause !== 'near-clip') confidence *= NEAR_CLIP_FACTOR;
  return Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100;
}
