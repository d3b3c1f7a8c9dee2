import type {LonLat} from '../geo/line.ts';
import type {Place} from '../graph/network.ts';
import {convertProjects} from './convert-projects.ts';
import type {Project, ProjectFile} from './project-schema.ts';
import type {ReadProjects} from './read-projects.ts';
import {type ProjectResolution, type ResolveOptions, resolveProjects} from './resolve-project.ts';

export interface ResolvedFile extends ProjectResolution {
  /** The sound projects of the file, in WGS84. */
  readonly file: ProjectFile;
}

/**
 * What was read of a file on the ground: its sound projects resolved, and beside them all that can be
 * found wrong with those whose shape is at fault, so that nobody mends a file in many rounds.
 */
export function resolveFile(
  {file, paths, faults, damaged}: ReadProjects,
  toWgs84: (lon: number, lat: number) => LonLat,
  places: readonly Place[],
  options: Omit<ResolveOptions, 'paths' | 'hurt'>,
): ResolvedFile {
  const converted = (projects: readonly Project[]): ProjectFile =>
    convertProjects({...file, projects}, toWgs84);
  const sound = converted(file.projects);
  const good = resolveProjects(sound, places, {...options, paths});
  const rest = resolveProjects(converted(damaged.projects), places, {...options, ...damaged});
  return {
    file: sound,
    resolved: good.resolved,
    excluded: good.excluded,
    problems: [...faults, ...good.problems, ...rest.problems],
    placed: [...good.placed, ...rest.placed],
  };
}
