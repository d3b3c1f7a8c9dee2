import {same, type Text} from '../text.ts';

export type ColumnType = 'text' | 'integer' | 'number' | 'flag';

/** What a column is called, in which unit it counts, and what its machine words say. */
export interface ColumnWords {
  readonly head: Text;
  /** Empty = none. */
  readonly unit: Text;
  readonly type: ColumnType;
  /** A machine word of the column in the reader's language. */
  readonly word?: (word: string) => Text;
}

export const NO_UNIT = same('');
export const KM = same('km');
export const KM2 = same('km²');
export const MIN: Text = {zh: '分钟', en: 'min'};
export const KPH = same('km/h');
export const DEG = same('°');
export const PERSONS: Text = {zh: '人', en: 'persons'};
export const PERSON_H: Text = {zh: '人·小时', en: 'person-hours'};
export const SHARE: Text = {zh: '占比 0–1', en: 'share 0–1'};
export const PER_100KM: Text = {zh: '个/100 km', en: 'per 100 km'};

const column =
  (type: ColumnType) =>
  (zh: string, en: string, unit: Text = NO_UNIT): ColumnWords => ({head: {zh, en}, unit, type});

export const number = column('number');
export const integer = column('integer');
export const flag = column('flag');

/** A text; `word` translates the machine words in it. */
export function text(zh: string, en: string, word?: (word: string) => Text): ColumnWords {
  return {head: {zh, en}, unit: NO_UNIT, type: 'text', ...(word && {word})};
}

/** A machine word by a list of words; one that is not in it stays as it is. */
export const wordIn =
  (words: Readonly<Record<string, Text>>) =>
  (word: string): Text =>
    Object.hasOwn(words, word) ? words[word]! : same(word);

/** The classes of roads that have columns of their own. */
export const COLUMN_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
] as const;

/** A column for each class, `<prefix>_<class>`. */
export function byClass(
  prefix: string,
  columnOf: (cls: string) => ColumnWords,
): Record<string, ColumnWords> {
  return Object.fromEntries(COLUMN_CLASSES.map((cls) => [`${prefix}_${cls}`, columnOf(cls)]));
}
