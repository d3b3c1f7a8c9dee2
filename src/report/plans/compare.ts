import type {CompareRow} from '../../analysis/rows.ts';
import {causesText, differenceText, figureName, figureText, thingName} from '../compare-text.ts';
import {joinTexts, same} from '../i18n/text.ts';
import {compareWord} from '../i18n/words.ts';
import type {Plan} from '../text-table.ts';

export const comparePlan: Plan<CompareRow> = [
  ['colSubject', (r) => compareWord(r.subject)],
  ['colThing', thingName],
  ['colChange', (r) => compareWord(r.change)],
  ['colFigure', figureName],
  ['colOlder', (r) => figureText(r, r.before), 'right'],
  ['colNewer', (r) => figureText(r, r.after), 'right'],
  ['colDifference', differenceText, 'right'],
  ['colWhy', causesText],
  ['evidence', (r) => joinTexts(r.evidence, same(' '))],
];
