import {UserError} from '../../../errors.ts';
import {
  REVIEW_SCHEMA,
  type ReviewedFinding,
  type ReviewFile,
  type ReviewMark,
} from '../../../scenario/review-file.ts';
import type {DeadEndRow} from '../../rows.ts';
import type {Reviewed} from './apply.ts';

/** What a planner says of one finding; `null` takes back what was said. */
export interface NewMark {
  readonly id: string;
  readonly mark: ReviewMark | null;
}

/**
 * The review file of a run: all its findings as they stand today, with the verdicts that hold for them, then
 * what an earlier file knew and this run does not show, as it was. Of the latter only what carries a verdict
 * or was not asked for stays; the rest has been told as vanished.
 */
export function reviewFileOf(
  rows: readonly DeadEndRow[],
  asked: ReviewFile['asked'],
  dataDate: string | null,
  reviewed: Reviewed | null,
): ReviewFile {
  const today = rows.map(findingOf);
  const ids = new Set(today.map(({id}) => id));
  const earlier = reviewed
    ? [
        ...reviewed.vanished.map(({entry}) => entry).filter(({review}) => review !== undefined),
        ...reviewed.matches.ambiguous.map(({entry}) => entry),
        ...reviewed.matches.merged.map(({entry}) => entry),
        ...reviewed.notAsked,
      ].filter(({id}) => !ids.has(id))
    : [];
  return {schema: REVIEW_SCHEMA, asked, dataDate, findings: [...today, ...earlier]};
}

/** The file with new verdicts. Throws `E_INPUT` for an id that is not in it. */
export function withMarks(file: ReviewFile, marks: readonly NewMark[]): ReviewFile {
  const known = new Set(file.findings.map(({id}) => id));
  const strange = marks.filter(({id}) => !known.has(id));
  if (strange.length > 0) {
    const names = strange.map(({id}) => `"${id}"`).join(', ');
    throw new UserError('E_INPUT', `there is no finding ${names}`, {
      hint: 'ids stand in the first column of: guantong deadends … --format csv, and in the review file',
    });
  }
  const said = new Map(marks.map(({id, mark}) => [id, mark]));
  return {
    ...file,
    findings: file.findings.map((finding) => {
      const mark = said.get(finding.id);
      if (mark === undefined) return finding;
      const {review: _, ...rest} = finding;
      return mark === null ? rest : {...rest, review: mark};
    }),
  };
}

function findingOf(row: DeadEndRow): ReviewedFinding {
  const {counterpart, review} = row;
  return {
    id: row.id,
    rule: row.rule,
    level: row.level,
    lon: row.lon,
    lat: row.lat,
    class: row.class,
    ref: row.ref,
    sides: [...row.borderSides],
    cause: row.cause,
    ...(row.rule === 'R3' && counterpart && {far: {lon: counterpart.lon, lat: counterpart.lat}}),
    ...(review && {
      review: {
        verdict: review.verdict,
        ...(review.note !== '' && {note: review.note}),
        author: review.author,
        date: review.date,
      },
    }),
  };
}
