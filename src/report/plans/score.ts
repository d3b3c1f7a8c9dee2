import type {ScoreRow} from '../../analysis/rows.ts';
import {km1, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {projectModeWord, statusWord} from '../i18n/words.ts';
import type {Plan} from '../text-table.ts';
import {notes} from './notes.ts';

export const scorePlan: Plan<ScoreRow> = [
  ['colRank', (r) => String(r.rank), 'right'],
  ['colProject', (r) => r.project],
  ['colMode', (r) => projectModeWord(r.mode)],
  ['colStatus', (r) => statusWord(r.status)],
  ['colLengthKm', (r) => km1(r.lengthM), 'right'],
  ['colBenefit', (r) => people(r.benefitPersonS / 3600), 'right'],
  ['colPerKm', (r) => number(r.perKm === null ? null : r.perKm / 3600), 'right'],
  ['colPerCost', (r) => (r.perCost === null ? msg('notGiven') : number(r.perCost / 3600)), 'right'],
  ['colNewly60', (r) => r.gainedWithin60.join(', ') || NONE],
  ['colNote', (r) => notes(null, r.nearClip)],
];
