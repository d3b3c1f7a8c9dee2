import type {ArcKind} from '../../graph/service/arc-list.ts';

export interface StabilityOptions {
  readonly runs: number;
  readonly seed: number;
}

/** A parameter that ranks may hang on: `low` and `high` bound what it may be, both assumptions. */
export interface VariedParameter {
  readonly id: VariedId;
  readonly low: number;
  readonly high: number;
  readonly usual: number;
}

export type VariedId = ArcKind | 'projectTime' | 'decay' | 'population' | 'snapping';

/**
 * What is varied, and how far. Factors on times, but for the decay (the β of the weights). The ranges are
 * assumptions: METHODS.md §D.6 finds no published factors for Chinese mountain roads, and calibration
 * times are good to 15–20 %. `population` is a factor for each place of its own: 3 %, what 温州 differs by
 * between two vintages, unless the list of places gives vintages. `snapping` is in metres by which the
 * point of a place is off.
 */
export const VARIED: readonly VariedParameter[] = [
  {id: 'expressway', low: 0.9, high: 1.15, usual: 1},
  {id: 'otherRoads', low: 0.85, high: 1.2, usual: 1},
  {id: 'ferry', low: 0.8, high: 1.5, usual: 1},
  {id: 'train', low: 0.9, high: 1.15, usual: 1},
  {id: 'station', low: 0.5, high: 1.5, usual: 1},
  {id: 'wait', low: 0.5, high: 1.5, usual: 1},
  {id: 'projectTime', low: 0.85, high: 1.2, usual: 1},
  {id: 'decay', low: 0, high: 1.5, usual: 0},
  {id: 'population', low: 0.97, high: 1.03, usual: 1},
  {id: 'snapping', low: 0, high: 1000, usual: 0},
];
