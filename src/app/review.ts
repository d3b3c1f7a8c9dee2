import type {Answer} from '../analysis/answer.ts';
import {DEAD_END_DEFAULTS} from '../analysis/dead-ends/options.ts';
import type {Reviewed} from '../analysis/dead-ends/review/apply.ts';
import {type NewMark, reviewFileOf, withMarks} from '../analysis/dead-ends/review/write.ts';
import type {DeadEndRow, Sentence} from '../analysis/rows.ts';
import {UserError} from '../errors.ts';
import {dayOf} from '../scenario/calendar-day.ts';
import {type ReviewFile, type ReviewVerdict, VERDICTS} from '../scenario/review-file.ts';
import {type DeadEndAsk, reviewedDeadEnds} from './questions.ts';
import type {Workbench} from './workbench.ts';

/** The review file of today's findings, earlier verdicts carried over and new ones added. */
export function askReview(
  bench: Workbench,
  ask: DeadEndAsk,
  marks: readonly NewMark[],
  found?: Answer<DeadEndRow>,
): {readonly file: ReviewFile; readonly changes: readonly Sentence[]} {
  const {answer, reviewed} = reviewedDeadEnds(bench, ask, found);
  const asked = {level: ask.level, class: ask.class ?? DEAD_END_DEFAULTS.minClass};
  const {dataDate} = bench.study.network.meta;
  const file = reviewFileOf(answer.rows, asked, dataDate, reviewed);
  return {file: withMarks(file, marks), changes: changesOf(reviewed)};
}

function changesOf(reviewed: Reviewed | null): readonly Sentence[] {
  return (reviewed?.answer.warnings ?? []).filter(({id}) => id.startsWith('review-'));
}

/** The file as text: one finding a line, so that a planner's version control shows what changed. */
export function reviewText(file: ReviewFile): string {
  const {findings, ...head} = file;
  const lines = findings.map((finding) => `  ${JSON.stringify(finding)}`);
  const outer = JSON.stringify(head).slice(0, -1);
  return `${outer},"findings":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}

/** `--mark ID=verdict` with the note, author and date that go with all of them. */
export function parseMarks(
  texts: readonly string[],
  said: {
    readonly note?: string | undefined;
    readonly author?: string | undefined;
    readonly date?: string | undefined;
  },
): NewMark[] {
  if (texts.length === 0) return [];
  const {note, author, date} = said;
  if (author === undefined || author.trim() === '') {
    throw new UserError('E_USAGE', '--mark needs --author: who says so must be known', {
      hint: 'guantong review net.gtn --mark "ID=built" --author 张三 --date 2026-11-26 -o review.json',
    });
  }
  if (date === undefined || date.length !== 10 || dayOf(date) === null) {
    throw new UserError('E_USAGE', '--mark needs --date, the day of the verdict as yyyy-mm-dd', {
      hint: 'write --date 2026-11-26',
    });
  }
  return texts.map((text) => {
    const at = text.lastIndexOf('=');
    const verdict = text.slice(at + 1).trim();
    if (at <= 0 || !isVerdict(verdict)) {
      throw new UserError('E_USAGE', `--mark: "${text}" is no finding with a verdict`, {
        hint: `write --mark "ID=verdict"; verdicts: ${VERDICTS.join(', ')}`,
      });
    }
    const mark = {verdict, ...(note && {note: note.trim()}), author: author.trim(), date};
    return {id: text.slice(0, at).trim(), mark};
  });
}

function isVerdict(word: string): word is ReviewVerdict {
  return (VERDICTS as readonly string[]).includes(word);
}
