import type {CompareRow} from '../analysis/rows.ts';
import type {CsvColumn} from './csv-values.ts';

export const compareColumns: readonly CsvColumn<CompareRow>[] = [
  {key: 'subject', value: (r) => r.subject},
  {key: 'key', value: (r) => r.key},
  {key: 'change', value: (r) => r.change},
  {key: 'what', value: (r) => r.what},
  {key: 'before', value: (r) => r.before},
  {key: 'after', value: (r) => r.after},
  {key: 'difference', value: (r) => r.difference},
  {key: 'causes', value: (r) => r.causes.join(' | ')},
  {key: 'evidence_zh', value: (r) => r.evidence.map((e) => e.zh).join(' ')},
  {key: 'evidence_en', value: (r) => r.evidence.map((e) => e.en).join(' ')},
];
