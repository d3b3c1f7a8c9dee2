import type {EdgeClass} from '../vocabulary.ts';

/** Operating speed ÷ speed of the ladder, on expressways and on all other roads. */
export interface FactorPair {
  readonly expressway: number;
  readonly otherRoads: number;
}

/** Speeds in km/h that turn an edge into a travel time, as a profile file says them. */
export interface SpeedProfile {
  readonly id: string;
  /** Last rung: by class. */
  readonly classKph: Readonly<Record<EdgeClass, number>>;
  /**
   * Classes whose speed the user gave: it is an operating speed, so no grade is inferred against it
   * and no factor is taken off it. Tagged speeds and grades still come before it.
   */
  readonly givenClasses: readonly EdgeClass[];
  /** Design speed by grade 0–4 (`highway:CN`, or inferred). */
  readonly gradeKph: readonly [number, number, number, number, number];
  readonly inferGrades: boolean;
  /** What the vehicle drives at most on any road, before the factor; `null` = no limit of its own. */
  readonly capKph: number | null;
  /** Railway tagged `highspeed=yes` without a maximum speed. */
  readonly highspeedKph: number;
  /** Roads only, by what the speed rests on; `design` = tagged or inferred grade. */
  readonly operatingFactor: {
    readonly maxspeed: FactorPair;
    readonly design: FactorPair;
    readonly class: FactorPair;
  };
  /** Where each number of it has its source or assumption. */
  readonly sourcesIn: string;
}
