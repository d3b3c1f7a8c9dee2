import type {ProjectFact, ProjectSheet} from '../analysis/rows.ts';
import type {CsvColumn} from './csv-values.ts';

/** What the registry says in one place: a status, or a figure. */
export type SourceLine = {readonly project: string; readonly of: string} & (
  | Omit<ProjectSheet['statuses'][number], 'of'>
  | {readonly fact: ProjectFact}
);

/** Statuses first, then figures, as they stand in the registry. */
export function sourceLines({project, statuses, facts}: ProjectSheet): SourceLine[] {
  return [
    ...statuses.map((status) => ({project, ...status})),
    ...facts.map((fact) => ({project, of: fact.of, fact})),
  ];
}

export const sourceColumns: readonly CsvColumn<SourceLine>[] = [
  {key: 'project', value: (l) => l.project},
  {key: 'of', value: (l) => l.of || null},
  {key: 'fact', value: (l) => ('fact' in l ? l.fact.key : 'status')},
  {key: 'value', value: (l) => String('fact' in l ? l.fact.value : l.status)},
  {key: 'source', value: (l) => ('fact' in l ? l.fact.source : l.source)},
  {key: 'source_date', value: (l) => ('fact' in l ? l.fact.date : l.asFound)},
  {key: 'assumption', value: (l) => 'fact' in l && l.fact.assumption},
  {key: 'other_values', value: (l) => ('fact' in l ? othersOf(l.fact) : null)},
  {key: 'note', value: (l) => ('fact' in l ? l.fact.note : null)},
];

function othersOf({conflicts}: ProjectFact): string | null {
  if (conflicts.length === 0) return null;
  return conflicts
    .map(({value, source, date}) => `${value} (${source}${date === null ? '' : `, ${date}`})`)
    .join('; ');
}
