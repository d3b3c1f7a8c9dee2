import type {InputFile, ReportResult, Sentence} from '../analysis/rows.ts';
import type {CsvColumn} from './csv-values.ts';
import {findings} from './findings/findings.ts';
import {msg} from './i18n/message.ts';
import type {Text} from './i18n/text.ts';
import {LIMITS} from './limits.ts';
import type {ParameterLine} from './parameter-lines.ts';

/** What a report says in sentences and lists, as tables. */

/** A sentence of the report: what kind it is, its name among them, its words. */
interface SentenceLine {
  readonly kind: 'finding' | 'assumption' | 'warning' | 'limit';
  readonly id: string;
  readonly text: Text;
}

/** The five findings, what was assumed, what must be warned of, and what no figure knows. */
export function sentenceLines(result: ReportResult): SentenceLine[] {
  const {assumptions, warnings} = result.provenance;
  const said = (kind: SentenceLine['kind'], list: readonly Sentence[]): SentenceLine[] =>
    list.map(({id, zh, en}) => ({kind, id, text: {zh, en}}));
  return [
    ...findings(result).map(({section, text}) => ({kind: 'finding' as const, id: section, text})),
    ...said('assumption', assumptions),
    ...said('warning', warnings),
    ...LIMITS.map((key) => ({kind: 'limit' as const, id: key, text: msg(key)})),
  ];
}

export const sentenceColumns: readonly CsvColumn<SentenceLine>[] = [
  {key: 'kind', value: (l) => l.kind},
  {key: 'sentence', value: (l) => l.id},
  {key: 'text_zh', value: (l) => l.text.zh},
  {key: 'text_en', value: (l) => l.text.en},
];

export const parameterColumns: readonly CsvColumn<ParameterLine>[] = [
  {key: 'question', value: (l) => l.question || 'all'},
  {key: 'parameter', value: (l) => l.key},
  {key: 'value', value: (l) => l.value},
];

export const inputColumns: readonly CsvColumn<InputFile>[] = [
  {key: 'file', value: (f) => f.name},
  {key: 'bytes', value: (f) => f.bytes},
  {key: 'data_date', value: (f) => f.dataDate},
  {key: 'sha256', value: (f) => f.sha256},
];
