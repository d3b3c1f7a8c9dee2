import type {PlannedService} from '../../graph/search/what-if.ts';
import {benefitPersonS, pairWeights} from '../benefit.ts';
import {engineBaseline} from '../score/baseline.ts';
import {changedPairs} from '../score/effects.ts';
import {afterService, projectTables} from '../score/project-tables.ts';
import type {Study, StudyPlace} from '../study.ts';

/** What one link alone would do for the trips between the places. */
export interface LinkBenefit {
  /** METHODS.md §D.7, the same as `guantong score` gives. */
  readonly benefitPersonS: number;
  /** Unordered pairs of places that become faster or newly joined. */
  readonly pairs: number;
}

/**
 * Scores links, each alone on the roads as they are, by the tables of `score`. `null` = fewer than two
 * of the places carry a population.
 */
export function linkBenefits(
  study: Study,
  places: readonly StudyPlace[],
  services: readonly PlannedService[],
): LinkBenefit[] | null {
  const weighted = places.filter(({snap, population}) => snap !== null && (population ?? 0) > 0);
  if (weighted.length < 2) return null;
  const baseline = engineBaseline(study.road, study.engine('time'));
  const snaps = places.map(({snap}) => snap);
  const {before, stopCosts} = projectTables(baseline, snaps, services);
  const weight = pairWeights(places, before, 0);
  return services.map((_, k) => {
    const change = {before, after: afterService(before, stopCosts(k))};
    return {
      benefitPersonS: Math.round(benefitPersonS(change, weight)),
      pairs: changedPairs(places, change).length,
    };
  });
}
