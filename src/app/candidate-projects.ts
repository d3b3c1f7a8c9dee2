import type {Answer} from '../analysis/answer.ts';
import {candidateProjects} from '../analysis/candidates/project-file.ts';
import type {CandidateRow} from '../analysis/rows.ts';
import {UserError} from '../errors.ts';
import {toJson} from '../report/json.ts';

/** Candidates as the text of a project file. Throws when there are none: such a file must hold one. */
export function projectsText({rows}: Answer<CandidateRow>): string {
  const file = candidateProjects(rows);
  if (file.projects.length === 0) {
    throw new UserError('E_INPUT', 'no candidate was found, so there is no project to write', {
      hint: 'lower --ratio, widen --gap, or study a lower --class',
    });
  }
  return toJson(file);
}
