import type {CauseClass, DeadEndRow} from '../rows.ts';

export type Rule = DeadEndRow['rule'];

/** All that is known about a place when its cause is told; every rule of the table reads only this. */
export interface Facts {
  /** The extract's edge made the end. */
  readonly cutHere: boolean;
  /** The extract was cut within `NEAR_CLIP_M`. */
  readonly cutNearby: boolean;
  /** Roads not open yet that go on from here. */
  readonly unopened: 'under-construction' | 'proposed' | 'not-yet-open' | null;
  /** A planned link of the registry goes on from here over the border. */
  readonly planned: boolean;
  /** How the drawing fails to join it to a road that goes on. */
  readonly unjoined: 'near-miss' | 'crossing' | 'levels' | 'ramps' | null;
  /** What bars the way although a road is there. */
  readonly barred: 'barrier' | 'restricted' | 'closed' | 'oneway' | null;
  /** Steps by which the grade, the lanes or the class fall where the road goes over the border. */
  readonly gradeSteps: number;
  /** Classes that the road drops where it goes on as a lower one; 0 = none goes on. */
  readonly classDrop: number;
  readonly ferry: boolean;
  /** A road ends (R3) or passes opposite, or two neighbours have no near way (R7). */
  readonly opposite: 'end' | 'road' | 'units' | null;
  /** The place itself ends the road; `firm`: whatever lies opposite. */
  readonly terminus: 'firm' | 'place' | 'settlement' | null;
  readonly turning: boolean;
}

/** Why a road stops, how much that is to be trusted, and what it is known by. */
interface CauseRule {
  readonly class: CauseClass;
  /**
   * Where confidence starts: an order of trust for a planner's eye, not a measured frequency. Ours.
   */
  readonly confidence: number;
  readonly when: (facts: Facts) => boolean;
}

/** The first rule that holds is the cause. */
export const CAUSES = {
  /** Made by the extract's edge: no finding. */
  'extract-edge': {class: 'extract-edge', confidence: 0.05, when: (f) => f.cutHere},
  /** A road under construction goes on. */
  'under-construction': {
    class: 'construction',
    confidence: 0.9,
    when: (f) => f.unopened === 'under-construction',
  },
  /** A road goes on that the data dates later than the day asked for. */
  'not-yet-open': {
    class: 'construction',
    confidence: 0.9,
    when: (f) => f.unopened === 'not-yet-open',
  },
  /** A proposed road goes on. */
  proposed: {class: 'planned', confidence: 0.7, when: (f) => f.unopened === 'proposed'},
  /** Another road passes metres away, crosses without a common node, or only its level differs. */
  'mapping-gap': {class: 'mapping-gap', confidence: 0.15, when: (f) => f.unjoined !== null},
  /** A quarry, a dam, a fence ends the road, whatever lies opposite. */
  'site-terminus': {class: 'terminus', confidence: 0.2, when: (f) => f.terminus === 'firm'},
  /** A barrier closes the road. */
  barrier: {class: 'access', confidence: 0.5, when: (f) => f.barred === 'barrier'},
  /** The road goes on and is shut, disused or abandoned. */
  closed: {class: 'access', confidence: 0.7, when: (f) => f.barred === 'closed'},
  /** The road goes on, but not for the public. */
  'access-restricted': {class: 'access', confidence: 0.5, when: (f) => f.barred === 'restricted'},
  /** The road goes on one way only, and there is no way back near by. */
  'against-oneway': {class: 'access', confidence: 0.5, when: (f) => f.barred === 'oneway'},
  /** The registry of projects has a link that goes on over the border. */
  'planned-opposite': {class: 'planned', confidence: 0.7, when: (f) => f.planned},
  /** The road goes on, but two steps or more worse. */
  'grade-drop': {class: 'grade-drop', confidence: 0.6, when: (f) => f.gradeSteps > 0},
  /**
   * An end lies opposite, and today's way to it is long. A road that only passes there is no reason
   * to doubt that a village or a turning circle is where the road was meant to go.
   */
  'missing-link': {
    class: 'missing-link',
    confidence: 0.8,
    when: (f) =>
      f.opposite === 'end' ||
      f.opposite === 'units' ||
      (f.opposite === 'road' && f.terminus === null && !f.turning),
  },
  /** A ferry goes on. */
  'continues-as-ferry': {class: 'grade-drop', confidence: 0.4, when: (f) => f.ferry},
  /** A road of a lower class goes on. */
  'continues-as-lower-class': {
    class: 'grade-drop',
    confidence: 0.4,
    when: (f) => f.classDrop > 0,
  },
  /** A turning circle or loop is mapped: the road ends by design. */
  'turning-circle': {class: 'terminus', confidence: 0.3, when: (f) => f.turning},
  /** Water, a summit, a temple ends the road, and no end faces it. */
  'natural-terminus': {class: 'terminus', confidence: 0.2, when: (f) => f.terminus === 'place'},
  /** The road ends in a settlement. */
  'village-end': {class: 'terminus', confidence: 0.3, when: (f) => f.terminus === 'settlement'},
  /** Nothing goes on, but the extract was cut near by. */
  'near-clip': {class: 'extract-edge', confidence: 0.3, when: (f) => f.cutNearby},
  /** Nothing open goes on, and nothing says why. */
  'unknown-gap': {class: 'missing-link', confidence: 0.7, when: () => true},
} as const satisfies Record<string, CauseRule>;
export type Cause = keyof typeof CAUSES;

const TABLE = Object.entries(CAUSES) as [Cause, CauseRule][];

/** Facts of a place of which nothing is known. */
export const NO_FACTS: Facts = {
  cutHere: false,
  cutNearby: false,
  unopened: null,
  planned: false,
  unjoined: null,
  barred: null,
  gradeSteps: 0,
  classDrop: 0,
  ferry: false,
  opposite: null,
  terminus: null,
  turning: false,
};

/** The cause of a place: the first rule of the table that holds. */
export function causeOf(facts: Facts): Cause {
  return TABLE.find(([, rule]) => rule.when(facts))![0];
}

/** Added when the far end of the unopened road meets the open network again. */
export const JOINS_OPEN_BONUS = 0.05;
/** Taken off R1: the data dates openings, not the day on which works began. */
export const BEGUN_UNKNOWN_DEDUCTION = 0.1;
/** Added to `continues-as-lower-class` for each class that the road drops beyond the first. */
export const CLASS_DROP_BONUS = 0.1;
/** Taken off when a lower road passes the tip without a common node: perhaps only the drawing lacks it. */
export const PASSING_DEDUCTION = 0.1;
/** Taken off R3 at an alignment of 0, in proportion. */
export const MISALIGNED_DEDUCTION = 0.3;
/** Taken off R3 where the partner lies as far off as may be, in proportion. */
export const FAR_PARTNER_DEDUCTION = 0.2;
/** Taken off R7: a detour may be the mountain's doing. */
export const NO_ROAD_DEDUCTION = 0.3;
/** Taken off R2, and R4 at an end, when the road stops more than `OFF_BORDER_M` before or beyond the border. */
export const OFF_BORDER_DEDUCTION = 0.15;
export const OFF_BORDER_M = 1000;
/** Every cause but those of the extract's edge is halved when a clip node lies within `NEAR_CLIP_M`. */
export const NEAR_CLIP_FACTOR = 0.5;
/** How near a clip node casts doubt on a tip, metres. */
export const NEAR_CLIP_M = 2000;

/** Nothing that is listed is out of the question. */
export const LEAST_CONFIDENCE = 0.05;

/** What the confidence of a finding rests on. */
export interface Grounds {
  readonly rule: Rule;
  readonly cause: Cause;
  readonly joinsOpen: boolean;
  /** The day works began beyond is not known. */
  readonly begunUnknown: boolean;
  /** Classes between the road that ends and the one that goes on; 0 when none does. */
  readonly classDrop: number;
  /** A lower road passes without a common node. */
  readonly passing: boolean;
  /** How straight the two ends face each other, 0–1; `null` where nothing faces. */
  readonly alignment: number | null;
  /** How far off what faces it lies, as a share (0–1) of the farthest that counts. */
  readonly gapShare: number;
  /** Stops more than `OFF_BORDER_M` from the border. */
  readonly offBorder: boolean;
  readonly nearClip: boolean;
}

/** Confidence 0–1 of a finding, to two digits. */
export function confidenceOf(grounds: Grounds): number {
  const {class: kind, confidence: start} = CAUSES[grounds.cause];
  let confidence: number = start;
  if (grounds.joinsOpen) confidence += JOINS_OPEN_BONUS;
  if (grounds.begunUnknown) confidence -= BEGUN_UNKNOWN_DEDUCTION;
  if (grounds.cause === 'continues-as-lower-class') {
    confidence += CLASS_DROP_BONUS * Math.max(0, grounds.classDrop - 1);
  }
  if (grounds.passing) confidence -= PASSING_DEDUCTION;
  if (grounds.rule === 'R3' && grounds.alignment !== null) {
    confidence -= MISALIGNED_DEDUCTION * (1 - grounds.alignment);
    confidence -= FAR_PARTNER_DEDUCTION * grounds.gapShare;
  }
  if (grounds.rule === 'R7') confidence -= NO_ROAD_DEDUCTION;
  if ((grounds.rule === 'R2' || grounds.rule === 'R4') && grounds.offBorder)
    confidence -= OFF_BORDER_DEDUCTION;
  if (grounds.nearClip && kind !== 'extract-edge') confidence *= NEAR_CLIP_FACTOR;
  return Math.round(Math.max(LEAST_CONFIDENCE, Math.min(1, confidence)) * 100) / 100;
}
