import type {ReportResult} from '../../analysis/rows.ts';
import {people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {projectNames} from '../project-names.ts';

/** The project that saves most, the next, and whether their order can be trusted. */
export function projectFinding(result: ReportResult): Text {
  const {score} = result;
  const nameOf = projectNames(result);
  const [first, next] = score.toSorted((a, b) => a.rank - b.rank);
  if (first === undefined) return msg('findNoRank');
  const hours = (personS: number) => people(personS / 3600);
  const swaps = next !== undefined && first.rankRange[1] >= next.rankRange[0];
  const {stability} = first;
  return msg('findRank', {
    project: nameOf(first.project),
    hours: hours(first.benefitPersonS),
    second:
      next === undefined
        ? same('')
        : msg('findRankSecond', {project: nameOf(next.project), hours: hours(next.benefitPersonS)}),
    share:
      stability === undefined
        ? same('')
        : msg('findRankShare', {runs: stability.runs, share: percent(stability.topShare['1'])}),
    swaps: swaps ? msg('findRankUnstable') : same(''),
  });
}
