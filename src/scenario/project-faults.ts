import {UserError} from '../errors.ts';
import {dayOf} from './calendar-day.ts';
import {parsePlaceList} from './place-list.ts';
import type {Project, ProjectStop} from './project-schema.ts';

/** The stops of a project in order, from `stops` or from the names in `corridor`. */
export function stopsOf(project: Pick<Project, 'stops' | 'corridor'>): readonly ProjectStop[] {
  return project.stops ?? parsePlaceList(project.corridor ?? '');
}

/** The name by which sections and rows call a stop. */
export function stopName(stop: ProjectStop): string {
  return typeof stop === 'string' ? stop : stop.name;
}

/**
 * What is wrong with a project whose shape is right, one sentence each with its path: stops missing,
 * given twice or half placed, sections that name no stop or run backwards, dates in the wrong order.
 */
export function projectFaults(project: Project, path: string): string[] {
  const faults: string[] = [];
  const names = stopNames(project, path, faults);
  if (names) {
    faults.push(...stopFaults(project.stops ?? [], names, path));
    faults.push(...sectionFaults(project, names, path));
  }
  faults.push(...dateFaults(project, path));
  for (const [i, section] of (project.sections ?? []).entries()) {
    faults.push(...dateFaults(section, `${path}.sections[${i}]`));
  }
  if (project.status !== 'idea' && project.source === undefined) {
    faults.push(`${path}.source: is missing; only a project with status idea needs none`);
  }
  if (project.mode === 'rail' && project.grade !== undefined) {
    faults.push(`${path}.grade: belongs to roads, this is a railway`);
  }
  return faults;
}

function stopNames(project: Project, path: string, faults: string[]): string[] | null {
  if ((project.stops === undefined) === (project.corridor === undefined)) {
    faults.push(`${path}: give either stops or corridor`);
    return null;
  }
  try {
    return stopsOf(project).map(stopName);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    faults.push(`${path}.corridor: ${error.message}`);
    return null;
  }
}

function stopFaults(stops: readonly ProjectStop[], names: readonly string[], path: string) {
  const faults: string[] = [];
  for (const [i, name] of names.entries()) {
    const first = names.indexOf(name);
    if (first < i) {
      faults.push(`${path}: stop "${name}" stands twice, as number ${first + 1} and ${i + 1}`);
    }
  }
  for (const [i, stop] of stops.entries()) {
    if (typeof stop === 'string') continue;
    const where = `${path}.stops[${i}]`;
    if ((stop.lon === undefined) !== (stop.lat === undefined)) {
      faults.push(`${where}: lon and lat go together`);
    }
    if (stop.lon !== undefined && stop.at !== undefined) {
      faults.push(`${where}: give either lon and lat or at`);
    }
  }
  return faults;
}

function sectionFaults(project: Project, names: readonly string[], path: string): string[] {
  const faults: string[] = [];
  for (const [i, {from, to}] of (project.sections ?? []).entries()) {
    const where = `${path}.sections[${i}]`;
    const known = ([key, name]: readonly [string, string]): boolean => {
      if (names.includes(name)) return true;
      faults.push(`${where}.${key}: "${name}" is no stop of the project (${names.join(', ')})`);
      return false;
    };
    const both = [['from', from] as const, ['to', to] as const].map(known).every(Boolean);
    if (both && names.indexOf(from) >= names.indexOf(to)) {
      faults.push(`${where}: "${from}" does not come before "${to}" in the order of the stops`);
    }
  }
  return faults;
}

type Dated = Pick<Project, 'constructionStartOn' | 'expectedOn' | 'openedOn'> & {
  readonly status?: string | undefined;
};

function dateFaults(thing: Dated, path: string): string[] {
  const faults: string[] = [];
  const start = thing.constructionStartOn && dayOf(thing.constructionStartOn.value);
  for (const key of ['expectedOn', 'openedOn'] as const) {
    const end = thing[key] && dayOf(thing[key].value);
    if (start && end && end < start) {
      faults.push(`${path}.${key}: lies before constructionStartOn`);
    }
  }
  if (thing.openedOn && thing.status !== undefined && thing.status !== 'open') {
    faults.push(
      `${path}.openedOn: the status is ${thing.status}, not open; a day to come is expectedOn`,
    );
  }
  return faults;
}
