import {resolveProjects} from '../../scenario/resolve-project.ts';
import type {Answer} from '../answer.ts';
import {studiedRank} from '../dead-ends/options.ts';
import {joinProject} from '../join-project.ts';
import type {CandidateRow} from '../rows.ts';
import type {Study} from '../study.ts';
import {type LinkBenefit, linkBenefits} from './benefit.ts';
import {findLinks} from './find.ts';
import {type CandidateOptions, candidateRules, LEAST_LINK_M} from './options.ts';
import {candidateProjects} from './project-file.ts';
import {type BareRow, rowsOf} from './row.ts';
import {candidateAssumptions, candidateTally, NO_BENEFIT, NOT_AT_ITS_STOPS} from './sentences.ts';

/**
 * Missing links across borders, one per corridor, best first: by benefit where places carry
 * populations, else by seconds saved per km of new road; then those without any way today; last those near
 * a cut end, for their way today may lie outside the extract.
 */
export function candidates(study: Study, options: CandidateOptions): Answer<CandidateRow> {
  const rules = candidateRules(options);
  const {links, tally, ownSideGaps} = findLinks(study, rules);
  const bare = rowsOf(study, links, studiedRank(rules.minClass));
  const benefits = benefitsOf(study, bare, options);
  const rows = bare
    .map((row) => {
      const benefit = benefits?.get(row.id);
      return {
        ...row,
        benefitPersonS: benefit?.benefitPersonS ?? null,
        pairsShortened: benefit?.pairs ?? null,
        notes: benefits === null || benefit ? row.notes : [...row.notes, NOT_AT_ITS_STOPS],
      };
    })
    .sort(
      (a, b) =>
        Number(a.nearClip) - Number(b.nearClip) ||
        Number(a.ratio === null) - Number(b.ratio === null) ||
        (b.benefitPersonS ?? 0) - (a.benefitPersonS ?? 0) ||
        savedSPerKm(b) - savedSPerKm(a) ||
        a.gapM - b.gapM ||
        (a.id < b.id ? -1 : 1),
    )
    .map((row, i): CandidateRow => ({rank: i + 1, ...row}));
  return {
    rows,
    parameters: {...rules, tally, ownSideGaps},
    assumptions: candidateAssumptions(),
    warnings: [
      candidateTally(tally, rules),
      ...(benefits === null && rows.length > 0 ? [NO_BENEFIT] : []),
    ],
  };
}

/** Seconds saved per km of new road; 0 where there is no way today. */
function savedSPerKm({savedS, gapM}: Pick<CandidateRow, 'savedS' | 'gapM'>): number {
  return (savedS ?? 0) / (Math.max(gapM, LEAST_LINK_M) / 1000);
}

/** A stop that joins a road farther off than this is not scored as the link that was found. */
const AT_THE_STOP_M = 30;

/** By id, what `guantong score` would say of each: the same project, the same stops, the same roads. */
function benefitsOf(
  study: Study,
  rows: readonly BareRow[],
  options: CandidateOptions,
): Map<string, LinkBenefit> | null {
  const file = candidateProjects(rows);
  if (options.places === undefined || file.projects.length === 0) return null;
  const {resolved} = resolveProjects(file, [], {});
  const joined = resolved
    .map((project) => joinProject(study, project))
    .filter(({snaps}) => snaps.every((snap) => snap !== null && snap.distanceM <= AT_THE_STOP_M));
  const places = options.places.map((place) => study.place(place));
  const benefits = linkBenefits(study, places, joined);
  return benefits && new Map(joined.map(({project}, i) => [project.id, benefits[i]!]));
}
