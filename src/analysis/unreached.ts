import type {StudyPlace} from './study.ts';

/** Why a pair of places has no trip, in one machine word; `null` when nothing is known against it. */
export function whyUnreached(from: StudyPlace, to: StudyPlace): string | null {
  if (from.snap === null) return `no-road-near:${from.name}`;
  if (to.snap === null) return `no-road-near:${to.name}`;
  return null;
}

/** The reason when both places have a road but no way joins them. */
export const NO_WAY = 'no-way';
