import type {ReportResult} from '../../analysis/rows.ts';
import {people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {projectNames} from '../project-names.ts';
import {rankHold} from '../rank-hold.ts';

/** The project that saves most, the next, and whether their order can be trusted. */
export function projectFinding(result: ReportResult): Text {
  const {score} = result;
  const nameOf = projectNames(result);
  const [first, next] = score.toSorted((a, b) => a.rank - b.rank);
  if (first === undefined) return msg('findNoRank');
  const hours = (personS: number) => people(personS / 3600);
  const hold = rankHold(score, nameOf);
  const swaps = next !== undefined && first.rankRange[1] >= next.rankRange[0];
  return msg('findRank', {
    project: nameOf(first.project),
    hours: hours(first.benefitPersonS),
    second:
      next === undefined
        ? same('')
        : msg('findRankSecond', {project: nameOf(next.project), hours: hours(next.benefitPersonS)}),
    hold:
      hold !== null
        ? msg('findRankHold', {hold})
        : swaps && first.stability === undefined
          ? msg('findRankUnstable')
          : same(''),
  });
}
