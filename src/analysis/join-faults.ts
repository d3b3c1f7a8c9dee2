import {type JoinedProject, MAX_STOP_M} from './join-project.ts';

/**
 * What is wrong with where projects meet the ground, a sentence each with the id. A link that somebody
 * draws (status `idea`) is meant to join: each of its stops that no road and no station is near, in the
 * sea or on a summit, is a fault, and fewer than two that join are one more. A registered project may
 * run out of the network; that is noted with its result.
 */
export function joinFaults(projects: readonly JoinedProject[]): string[] {
  return projects.flatMap(({project, snapped}) => {
    if (project.status !== 'idea') return [];
    const faults = snapped
      .filter(({joined}) => !joined)
      .map(
        ({stop, lon, lat}) =>
          `${project.id}: stop ${stop} (${lon},${lat}) has no road within ${MAX_STOP_M / 1000} km`,
      );
    if (snapped.filter(({joined}) => joined).length < 2) {
      faults.push(`${project.id}: joins nothing, fewer than two of its stops meet the network`);
    }
    return faults;
  });
}
