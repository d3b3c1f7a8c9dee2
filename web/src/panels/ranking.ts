import type {DeskProject, Overview} from '../../../src/server/contract.ts';

export interface Ranked extends DeskProject {
  readonly rank: number | null;
  /** Alone on the network; with projects switched on what it adds to them. */
  readonly benefitPersonS: number;
}

/** The projects that are not switched on, best first: alone, or on top of those that are. */
export function rankedOnTop({projects, score, taken}: Overview): readonly Ranked[] {
  const known = new Map(projects.map((project) => [project.id, project]));
  const values = taken?.onTop ?? score;
  return values.flatMap(({projectId, benefitPersonS}): Ranked[] => {
    const project = known.get(projectId);
    if (project === undefined) return [];
    const better = values.filter((other) => other.benefitPersonS > benefitPersonS).length;
    return [{...project, benefitPersonS, rank: better + 1}];
  });
}
