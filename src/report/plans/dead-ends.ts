import type {DeadEndRow} from '../../analysis/rows.ts';
import {deadEndSentence} from '../dead-end-text.ts';
import {lonLat, NONE} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {causeWord, levelWord, verdictWord} from '../i18n/words.ts';
import {type Plan, type TextTable, tableOf} from '../text-table.ts';

/** A sentence a finding; what a planner has taken off the list stands apart, with the reason. */
export function deadEndTables(rows: readonly DeadEndRow[]): TextTable[] {
  const isAside = ({review}: DeadEndRow): boolean =>
    review !== undefined && review.verdict !== 'confirmed';
  const [listed, aside] = [rows.filter((row) => !isAside(row)), rows.filter(isAside)];
  return [
    {
      columns: [{head: msg('colNumber'), right: true}, {head: msg('colFinding')}],
      rows: listed.map((row, i) => [String(i + 1), deadEndSentence(row)]),
    },
    ...(aside.length === 0
      ? []
      : [{title: [msg('setAsideByReview')], ...tableOf(ASIDE_PLAN, aside)}]),
  ];
}

const ASIDE_PLAN: Plan<DeadEndRow> = [
  ['colLevel', (r) => levelWord(r.level)],
  ['colRule', (r) => r.rule],
  ['colCause', (r) => causeWord(r.cause)],
  ['colRoad', (r) => [r.ref, r.name].filter((s) => s !== '').join(' ') || NONE],
  ['colPosition', (r) => lonLat(r.lon, r.lat)],
  ['colVerdict', (r) => verdictWord(r.review?.verdict ?? NONE)],
  ['colNote', (r) => r.review?.note || NONE],
  ['colAuthor', (r) => r.review?.author ?? NONE],
  ['colReviewed', (r) => r.review?.date ?? NONE],
];
