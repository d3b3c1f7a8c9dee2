import type {Measured} from './ours.ts';
import {SLACK, type Target} from './targets.ts';

export interface Checked {
  readonly target: Target;
  /** In the unit of the target; `null` = not measured. */
  readonly value: number | null;
  /** `kept`: within the promise; `near`: within the slack; `broken`: beyond it, or not measured. */
  readonly verdict: 'kept' | 'near' | 'broken';
}

/** Holds measured lines to the promises. A promise nobody measured is broken: it may have been renamed. */
export function checkTargets(
  targets: readonly Target[],
  measured: readonly Measured[],
  slack = SLACK,
): Checked[] {
  return targets.map((target) => {
    const line = measured.find(({what, unit}) => what === target.what && unit === target.unit);
    if (!line || !Number.isFinite(line.value)) return {target, value: null, verdict: 'broken'};
    const {value} = line;
    if (value <= target.limit) return {target, value, verdict: 'kept'};
    return {target, value, verdict: value <= target.limit * slack ? 'near' : 'broken'};
  });
}
