import type {ReportResult} from '../analysis/rows.ts';
import type {Text} from './i18n/text.ts';

/** The name of a project in both languages, by the name that its rows carry. */
export type ProjectName = (project: string) => Text;

/** In English the `nameEn` of the file of projects; one that has none there keeps its name. */
export function projectNames({
  projectSheets = [],
}: Pick<ReportResult, 'projectSheets'>): ProjectName {
  const english = new Map(projectSheets.map(({project, nameEn}) => [project, nameEn]));
  return (project) => ({zh: project, en: english.get(project) ?? project});
}

/** `1. 温福高铁`: the rank before the name. */
export function ranked(rank: number, {zh, en}: Text): Text {
  return {zh: `${rank}. ${zh}`, en: `${rank}. ${en}`};
}
