import type {DeadEndLevel} from '../analysis/rows.ts';
import {type CsvColumn, kmOf} from './csv-values.ts';

/** Which levels of borders dead ends were looked for at. */
export const deadEndLevelColumns: readonly CsvColumn<DeadEndLevel>[] = [
  {key: 'level', value: (r) => r.level},
  {key: 'judged', value: (r) => r.judged},
  {key: 'border_km', value: (r) => kmOf(r.borderLengthM)},
  {key: 'found', value: (r) => r.found},
];
