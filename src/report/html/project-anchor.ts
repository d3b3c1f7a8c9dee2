import type {ScoreRow} from '../../analysis/rows.ts';

/** Where the page of a project stands: letters, digits and dashes only. */
export function projectAnchor({projectId}: Pick<ScoreRow, 'projectId'>): string {
  return `project-${projectId.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
