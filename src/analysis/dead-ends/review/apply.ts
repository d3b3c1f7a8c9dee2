import {UserError} from '../../../errors.ts';
import type {Network} from '../../../graph/network.ts';
import {EDGE_CLASSES, type EdgeClass, ROAD_RANK} from '../../../graph/vocabulary.ts';
import type {ReviewedFinding, ReviewFile} from '../../../scenario/review-file.ts';
import type {Answer} from '../../answer.ts';
import type {DeadEndRow, Sentence} from '../../rows.ts';
import {ADMIN_LEVEL, type DeadEndOptions, studiedRank} from '../options.ts';
import {type Match, type Matches, matchReview} from './match.ts';
import * as tell from './sentences.ts';
import {type Gone, goneTeller, isInside} from './vanished.ts';

/** A finding confirmed by a planner is sure. */
const CONFIRMED = 1;
/** A match that lies farther off is told as moved, metres. */
const MOVED_M = 1;

export interface Reviewed {
  readonly answer: Answer<DeadEndRow>;
  readonly matches: Matches;
  readonly vanished: readonly {readonly entry: ReviewedFinding; readonly gone: Gone}[];
  /** Entries of a lower class or level than this run asks for: nothing is said of them. */
  readonly notAsked: readonly ReviewedFinding[];
}

/**
 * Honours a review: a confirmed finding is sure, a rejected one goes to the end of the list with its
 * reason, and what changed since is told. Nothing is dropped. Throws `E_INPUT` when the file is about another region.
 */
export function applyReview(
  network: Network,
  answer: Answer<DeadEndRow>,
  review: ReviewFile,
  fileName: string,
  asked: Pick<DeadEndOptions, 'level' | 'asOf'> & {readonly minClass: EdgeClass},
): Reviewed {
  refuseOtherRegion(network, review, fileName);
  const minRank = studiedRank(asked.minClass);
  const isAsked = (entry: ReviewedFinding): boolean =>
    ADMIN_LEVEL[entry.level] <= ADMIN_LEVEL[asked.level] && rankOf(entry.class) <= minRank;
  const entries = review.findings.filter(isAsked);
  const matches = matchReview(entries, answer.rows);
  const known = new Map(matches.matched.map((match) => [match.row, match]));
  const rows = answer.rows.map((row) => honoured(row, known.get(row)));
  const vanished: {entry: ReviewedFinding; gone: Gone}[] = [];
  if (matches.entriesLeft.length > 0) {
    const goneOf = goneTeller(network, minRank, asked.asOf ?? null);
    for (const entry of matches.entriesLeft) vanished.push({entry, gone: goneOf(entry)});
  }
  const notAsked = review.findings.filter((entry) => !isAsked(entry));
  const moved = matches.matched.filter(
    ({movedM, changed}) => movedM > MOVED_M || changed.length > 0,
  );
  const isOut = (row: DeadEndRow): boolean => isRejected(row);
  return {
    matches,
    vanished,
    notAsked,
    answer: {
      ...answer,
      rows: [...rows.filter((row) => !isOut(row)), ...rows.filter(isOut)],
      parameters: {
        ...answer.parameters,
        review: {
          findings: review.findings.length,
          matched: matches.matched.length,
          notAsked: notAsked.length,
          new: matches.rowsLeft.map(({id}) => id),
          vanished: vanished.map(({entry, gone}) => ({
            id: entry.id,
            gone,
            ...(entry.review && {verdict: entry.review.verdict}),
          })),
          moved: moved.map(({entry, row, movedM, changed}) => ({
            id: row.id,
            was: entry.id,
            movedM: Math.round(movedM),
            changed,
          })),
          merged: matches.merged.map(({entry, row}) => ({was: entry.id, id: row.id})),
          ambiguous: matches.ambiguous.map(({entry, rows: candidates}) => ({
            was: entry.id,
            candidates: candidates.map(({id}) => id),
          })),
        },
      },
      warnings: [...changes(matches, vanished, notAsked, moved, review), ...answer.warnings],
    },
  };
}

/** Whether a planner has taken the finding off the list. */
export function isRejected(row: DeadEndRow): boolean {
  return row.review !== undefined && row.review.verdict !== 'confirmed';
}

function honoured(row: DeadEndRow, match: Match | undefined): DeadEndRow {
  const mark = match?.entry.review;
  if (mark === undefined) return row;
  const review = {...mark, note: mark.note ?? ''};
  if (mark.verdict !== 'confirmed') return {...row, review};
  return {
    ...row,
    review,
    confidence: CONFIRMED,
    evidence: [...row.evidence, tell.confirmed(mark, row.confidence)],
  };
}

function changes(
  matches: Matches,
  vanished: Reviewed['vanished'],
  notAsked: readonly ReviewedFinding[],
  moved: readonly Match[],
  review: ReviewFile,
): Sentence[] {
  return [
    tell.summary({
      matched: matches.matched.length,
      fresh: matches.rowsLeft.length,
      vanished: vanished.length,
      moved: moved.length,
      ambiguous: matches.ambiguous.length,
      notAsked: notAsked.length,
      before: review.dataDate,
    }),
    ...matches.rowsLeft.map(tell.fresh),
    ...vanished.map(({entry, gone}) => tell.vanished(entry, gone)),
    ...moved.map(tell.moved),
    ...matches.merged.map(({entry, row}) => tell.merged(entry, row)),
    ...matches.ambiguous.map(({entry, rows}) => tell.ambiguous(entry, rows)),
  ];
}

/** Rank of a class written in a file; a word that is none ranks highest, so that nothing is passed over. */
function rankOf(word: string): number {
  const known = EDGE_CLASSES.find((one) => one === word);
  return known === undefined ? 0 : ROAD_RANK[known];
}

function refuseOtherRegion(network: Network, review: ReviewFile, fileName: string): void {
  const {findings} = review;
  if (findings.length === 0) return;
  const inside = findings.some(({lon, lat}) => isInside(network.meta.bbox, lon, lat));
  if (inside) return;
  throw new UserError(
    'E_INPUT',
    `${fileName} reviews another region: none of its ${findings.length} findings lies in this network`,
    {hint: 'give the review file that was made from an extract of this region'},
  );
}
