import type {Answer} from '../analysis/answer.ts';
import {deadEndLevels} from '../analysis/dead-ends/levels.ts';
import type {DensityRow, PermeabilityRow} from '../analysis/rows.ts';
import {askDensity, askPermeability} from './questions.ts';
import type {Workbench} from './workbench.ts';

/** Every administrative level that the network has areas of, highest first; none is no fault. */
export function densityByLevel(bench: Workbench): Record<string, Answer<DensityRow>> {
  const levels = [...new Set(bench.study.network.areas.map(({level}) => level))];
  return Object.fromEntries(
    levels
      .sort((a, b) => a - b)
      .map((adminLevel) => [`density ${adminLevel}`, askDensity(bench, {adminLevel})]),
  );
}

/** At the highest borders of the network: those are what a mayors' meeting can speak of. */
export function permeabilityAsked(bench: Workbench): Answer<PermeabilityRow> | null {
  const level = deadEndLevels(bench.study.network, []).find(({judged}) => judged)?.level;
  return level === undefined ? null : askPermeability(bench, {level});
}
