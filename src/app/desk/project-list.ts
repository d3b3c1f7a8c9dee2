import type {JoinedProject} from '../../analysis/join-project.ts';
import {UserError} from '../../errors.ts';
import type {Workbench} from '../workbench.ts';
import type {DeskProject} from './desk.ts';

/** Projects that can be taken for built on the day of a bench: those that are open by then are in the network. */
export function projectsOf(bench: Workbench): readonly DeskProject[] {
  return bench.projects.map(({project}) => ({
    id: project.id,
    name: project.name,
    mode: project.mode,
    status: project.status,
    lengthM: Math.round(project.lengthM),
    costYi: project.costYi,
    geometry: project.line,
    stops: project.stops.map((stop) => ({name: stop.name, at: [stop.lon, stop.lat] as const})),
  }));
}

/** Ids that `given` knows. */
export function registryIds({projects, registry}: Workbench): readonly string[] {
  const ids = [
    ...projects.map(({project}) => project.id),
    ...(registry?.projects ?? []).map(({id}) => id),
  ];
  return [...new Set(ids)];
}

/**
 * Projects of the registry that are taken for built, by id. One that is open on the bench's day is part of
 * its network already: taking it for built changes nothing.
 */
export function given(bench: Workbench, ids: readonly string[]): readonly JoinedProject[] {
  const registry = new Set(registryIds(bench));
  return ids.flatMap((id) => {
    const found = bench.projects.find(({project}) => project.id === id);
    if (found) return [found];
    if (registry.has(id)) return [];
    throw new UserError('E_INPUT', `no project of the registry is called "${id}"`, {
      hint: 'ids stand in the file given with --projects',
    });
  });
}
