import type {DetourRow, MatrixRow, OpenedRow, RouteRow, ValidateRow} from '../../analysis/rows.ts';
import {duration, km, km1, minutes, NONE, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {modeWord, saysWord} from '../i18n/words.ts';
import type {Plan} from '../text-table.ts';
import {viaText} from '../via-text.ts';
import {notes} from './notes.ts';

export const routePlan: Plan<RouteRow> = [
  ['colFrom', (r) => r.from],
  ['colTo', (r) => r.to],
  ['textDistance', (r) => km1(r.distanceM), 'right'],
  ['textTime', (r) => duration(r.timeS), 'right'],
  ['colStraightKm', (r) => km1(r.straightM), 'right'],
  ['textIndex', (r) => number(r.detourIndex, 2), 'right'],
  ['colVia', (r) => viaText(r.via)],
  ['colNote', (r) => notes(r.reason, r.nearClip)],
];

export const openedPlan: Plan<OpenedRow> = [
  ['colFrom', (r) => r.from],
  ['colTo', (r) => r.to],
  ['colThen', (r) => minutes(r.beforeS), 'right'],
  ['colNow', (r) => minutes(r.afterS), 'right'],
  ['colSavedMin', (r) => minutes(r.savedS), 'right'],
  ['colNote', (r) => notes(null, r.nearClip)],
];

export const validatePlan: Plan<ValidateRow> = [
  ['colFrom', (r) => r.from],
  ['colTo', (r) => r.to],
  ['colMode', (r) => modeWord(r.mode)],
  ['colAsOf', (r) => r.asOf ?? NONE],
  ['colPublished', (r) => saysWord(r.says, minutes(r.publishedS)), 'right'],
  ['colPredicted', (r) => minutes(r.predictedS), 'right'],
  ['colError', (r) => percent(r.error), 'right'],
  ['colLeftOut', (r) => percent(r.leftOutError), 'right'],
  ['colFitted', (r) => (r.fitted ? msg('yes') : NONE)],
  [
    'colNote',
    (r) => joinTexts([r.note ?? same(''), notes(null, r.nearClip)].filter(isSaid), same('; ')),
  ],
];

export const matrixPlan: Plan<MatrixRow> = [
  ['colFrom', (r) => r.from],
  ['colTo', (r) => r.to],
  ['textTime', (r) => duration(r.timeS), 'right'],
  ['textDistance', (r) => km1(r.distanceM), 'right'],
  ['colStraightKm', (r) => km1(r.straightM), 'right'],
  ['colNote', (r) => notes(r.reason, r.nearClip)],
];

export const detourPlan: Plan<DetourRow> = [
  ['colFrom', (r) => r.from],
  ['colTo', (r) => r.to],
  ['colStraightKm', (r) => km(r.straightM), 'right'],
  ['colFastestKm', (r) => km(r.fastest?.distanceM ?? null), 'right'],
  ['colFastestMin', (r) => minutes(r.fastest?.timeS ?? null), 'right'],
  ['colFastestIndex', (r) => number(r.fastest?.detourIndex ?? null, 2), 'right'],
  ['colShortestKm', (r) => km(r.shortest?.distanceM ?? null), 'right'],
  ['colShortestIndex', (r) => number(r.shortest?.detourIndex ?? null, 2), 'right'],
  ['colTimeDetour', (r) => number(r.timeDetour, 2), 'right'],
  ['colVia', (r) => viaText(r.via)],
  ['colNote', (r) => notes(r.reason, r.nearClip)],
];

function isSaid({en}: Text): boolean {
  return en !== '';
}
