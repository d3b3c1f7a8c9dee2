import type {DeadEndRow, ReportResult} from '../../analysis/rows.ts';
import {distance, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {causeWord, levelWord} from '../i18n/words.ts';
import {roadName} from '../names.ts';

const LEVELS = ['province', 'prefecture', 'county'] as const;

/** How many dead ends of which level, the surest of them, and which levels could not be judged. */
export function deadEndFinding({deadends, deadEndLevels}: ReportResult): Text {
  const notJudged = deadEndLevels.filter(({judged}) => !judged).map(({level}) => levelWord(level));
  if (notJudged.length === deadEndLevels.length) return msg('findNoBorders');
  const found = deadends.filter(stands);
  const aside = deadends.length - found.length;
  const ends = {
    aside: aside === 0 ? same('') : msg('findAside', {count: aside}),
    notJudged:
      notJudged.length === 0
        ? same('')
        : msg('findNotJudged', {levels: joinTexts(notJudged, msg('listComma'))}),
  };
  const first = found.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (first === undefined) return msg('findNoDeadEnds', ends);
  return msg('findDeadEnds', {
    count: found.length,
    levels: levelCounts(found),
    planned: found.filter(plannedBeyond).length,
    name: roadName(first.ref, first.name),
    cause: causeWord(first.cause),
    distance: distance(first.distanceToBorderM),
    confidence: percent(first.confidence),
    ...ends,
  });
}

/** Counts by level, highest first, e.g. 省界 2 处、县界 1 处. */
export function levelCounts(rows: readonly DeadEndRow[]): Text {
  const counts = LEVELS.map((level) => ({
    level: levelWord(level),
    count: rows.filter((row) => row.level === level).length,
  })).filter(({count}) => count > 0);
  return joinTexts(
    counts.map(({level, count}) => ({zh: `${level.zh} ${count} 处`, en: `${count} ${level.en}`})),
    msg('listComma'),
  );
}

/** Neither built since nor private nor a fault of the data, as far as a review says. */
export function stands({review}: DeadEndRow): boolean {
  return review === undefined || review.verdict === 'confirmed';
}

function plannedBeyond({counterpart}: DeadEndRow): boolean {
  return counterpart?.kind === 'construction' || counterpart?.kind === 'proposed';
}
