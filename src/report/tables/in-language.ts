import type {CsvValue} from '../csv-values.ts';
import {msg} from '../i18n/message.ts';
import {LANGS, type Lang} from '../i18n/text.ts';
import type {ReportTable, TableColumn} from './report-table.ts';

/** A table as a person reads it in one language: words for machine words, yes and no, units in the heads. */
export interface ReadTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ReadColumn extends TableColumn {
  /** With the unit. */
  readonly headText: string;
}

export function inLanguage(table: ReportTable, lang: Lang): ReadTable {
  const kept = table.columns
    .map((column, at) => ({column, at}))
    .filter(({column}) => !ofOtherLanguage(column.key, lang));
  return {
    id: table.id,
    title: table.title[lang],
    columns: kept.map(({column}) => ({...column, headText: headOf(column, lang)})),
    rows: table.rows.map((row) => kept.map(({column, at}) => readValue(column, row[at]!, lang))),
  };
}

function ofOtherLanguage(key: string, lang: Lang): boolean {
  return LANGS.some((other) => other !== lang && key.endsWith(`_${other}`));
}

function headOf({head, unit}: TableColumn, lang: Lang): string {
  if (unit[lang] === '') return head[lang];
  return lang === 'zh' ? `${head.zh}（${unit.zh}）` : `${head.en} (${unit.en})`;
}

function readValue({word}: TableColumn, value: CsvValue, lang: Lang): string | number | null {
  if (typeof value === 'boolean') return msg(value ? 'yes' : 'no')[lang];
  if (typeof value !== 'string' || value === '') return value === '' ? null : value;
  return word ? word(value)[lang] : value;
}
