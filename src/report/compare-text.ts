import type {CompareRow} from '../analysis/rows.ts';
import {km1, minutes, NONE, number, people} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {causeWord, compareWord, counterpartWord, modeWord, statusWord} from './i18n/words.ts';

const CIRCLE_KEY = /^(.+) (\d+) (road|rail|best) (from|to)(?:: (.+))?$/;
const BASIS_KEYS = {
  networkDay: 'basisDay',
  dataDate: 'basisData',
  version: 'basisVersion',
} as const;

/** What a row is about, in words: circles and what a report stands on have keys for machines. */
export function thingName({subject, key}: CompareRow): Text | string {
  if (subject === 'basis' && key in BASIS_KEYS) {
    return msg(BASIS_KEYS[key as keyof typeof BASIS_KEYS]);
  }
  const [, place, minutes, mode, direction, inside] =
    subject === 'circle' ? (CIRCLE_KEY.exec(key) ?? []) : [];
  if (place === undefined || minutes === undefined || mode === undefined) return key;
  const title = msg(direction === 'to' ? 'circleTitleTo' : 'circleTitle', {
    place,
    minutes,
    mode: modeWord(mode),
  });
  return inside === undefined ? title : joinTexts([title, same(inside)], {zh: '：', en: ': '});
}

/** What differs, for a reader: the figure's name with its unit, or nothing for things that came or went. */
export function figureName({what}: CompareRow): Text | string {
  return what === '' ? NONE : compareWord(what);
}

/** A value of a figure in the unit that its name promises. */
export function figureText(
  {subject, what}: CompareRow,
  value: number | string | null,
): Text | string {
  if (value === null) return NONE;
  if (typeof value === 'string') {
    if (what === 'status') return statusWord(value);
    if (what === 'counterpart') return counterpartWord(value);
    return subject === 'deadend' && what !== 'place' ? causeWord(value) : shortened(value);
  }
  if (what === 'benefitPersonS') return people(value / 3600);
  if (what === 'population' || what === 'cellPersons') return people(value);
  if (what === 'detourIndex') return number(value, 2);
  if (what === 'timeS') return minutes(value);
  return what.endsWith('M') ? km1(value) : number(value);
}

/** The difference with its sign. */
export function differenceText(row: CompareRow): Text | string {
  if (row.difference === null) return NONE;
  const text = figureText(row, row.difference);
  if (row.difference <= 0) return text;
  return typeof text === 'string' ? `+${text}` : {zh: `+${text.zh}`, en: `+${text.en}`};
}

/** Possible causes; of several each may have had a part. */
export function causesText({causes}: CompareRow): Text {
  const words = causes.map(compareWord);
  return causes.length > 1 ? joinTexts(words, msg('causeOr')) : (words[0] ?? same(NONE));
}

/** Hashes and lists of parameters are for machines: the reader sees that they differ. */
function shortened(value: string): string {
  return value.length <= 24 ? value : `${value.slice(0, 12)}…`;
}
