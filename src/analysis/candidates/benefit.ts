import {benefitPersonS, pairWeights} from '../benefit.ts';
import type {JoinedProject} from '../join-project.ts';
import {scoreBasis} from '../score/basis.ts';
import {changedPairs} from '../score/effects.ts';
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
  links: readonly JoinedProject[],
): LinkBenefit[] | null {
  const weighted = places.filter(({snap, population}) => snap !== null && (population ?? 0) > 0);
  if (weighted.length < 2) return null;
  const {before, changes} = scoreBasis(study, places, links, 'road');
  const weight = pairWeights(places, before, 0);
  return changes.map((change) => ({
    benefitPersonS: Math.round(benefitPersonS(change, weight)),
    pairs: changedPairs(places, change).length,
  }));
}
