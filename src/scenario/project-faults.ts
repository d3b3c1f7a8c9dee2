import {UserError} from '../errors.ts';
import {greatCircleM} from '../geo/distance.ts';
import {dayOf} from './calendar-day.ts';
import {parsePlaceList} from './place-list.ts';
import {MAX_STOPS, type Project, type ProjectStop} from './project-schema.ts';
import {UNREAD} from './salvage-project.ts';

/** No two points of a drawn line lie farther apart: a slip of the pen, or swapped coordinates. */
const LONGEST_STEP_M = 1_000_000;

/** The stops of a project in order, from `stops` or from the names in `corridor`. */
export function stopsOf(project: Pick<Project, 'stops' | 'corridor'>): readonly ProjectStop[] {
  return project.stops ?? parsePlaceList(project.corridor ?? '');
}

/** The same for a project with faults: `null` where no stops can be told. */
export function readableStops(project: Project): readonly ProjectStop[] | null {
  try {
    const stops = stopsOf(project);
    return stops.length <= MAX_STOPS ? stops : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The name by which sections and rows call a stop. */
export function stopName(stop: ProjectStop): string {
  return typeof stop === 'string' ? stop : stop.name;
}

/**
 * What is wrong with a project whose shape is right, one sentence each with its path: stops missing,
 * given twice or half placed, sections that name no stop or run backwards, dates in the wrong order.
 * Of a project whose shape was wrong, `hurt` are the keys that could not be read.
 */
export function projectFaults(
  project: Project,
  path: string,
  hurt: ReadonlySet<string> = NONE,
): string[] {
  const faults: string[] = [];
  const names = stopNames(project, path, faults, hurt);
  if (names) {
    faults.push(...stopFaults(project.stops ?? [], names, path));
    faults.push(...sectionFaults(project, names, path));
  }
  faults.push(...dateFaults(project, path));
  for (const [i, section] of (project.sections ?? []).entries()) {
    faults.push(...dateFaults(section, `${path}.sections[${i}]`));
  }
  if (project.status !== 'idea' && project.source === undefined && !has(hurt, 'status', 'source')) {
    faults.push(`${path}.source: is missing; only a project with status idea needs none`);
  }
  faults.push(...geometryFaults(project, path));
  if (project.mode === 'rail' && project.grade !== undefined) {
    faults.push(`${path}.grade: belongs to roads, this is a railway`);
  }
  return faults;
}

const NONE: ReadonlySet<string> = new Set();

function has(hurt: ReadonlySet<string>, ...keys: readonly string[]): boolean {
  return keys.some((key) => hurt.has(key));
}

function geometryFaults({geometry}: Project, path: string): string[] {
  if (geometry === undefined) return [];
  const [first] = geometry;
  if (geometry.every(([lon, lat]) => lon === first![0] && lat === first![1])) {
    return [`${path}.geometry: all its points are one and the same`];
  }
  return geometry.flatMap(([lon, lat], i) => {
    const before = geometry[i - 1];
    if (before === undefined) return [];
    const m = greatCircleM(before[0], before[1], lon, lat);
    return m > LONGEST_STEP_M
      ? [`${path}.geometry[${i}]: lies ${Math.round(m / 1000)} km from the point before it`]
      : [];
  });
}

function stopNames(
  project: Project,
  path: string,
  faults: string[],
  hurt: ReadonlySet<string>,
): string[] | null {
  if (has(hurt, 'stops', 'corridor')) return null;
  if (project.stops === undefined && project.corridor === undefined && project.mode === 'rail') {
    faults.push(
      `${path}: a railway needs its stations, as stops or corridor: a line alone serves nobody`,
    );
    return null;
  }
  if ((project.stops === undefined) === (project.corridor === undefined)) {
    faults.push(`${path}: give either stops or corridor`);
    return null;
  }
  try {
    const names = stopsOf(project).map(stopName);
    if (names.length <= MAX_STOPS) return names;
    faults.push(`${path}.corridor: names ${names.length} stops, more than ${MAX_STOPS}`);
    return null;
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
    const ways = [
      ...(stop.lon === undefined && stop.lat === undefined ? [] : ['lon and lat']),
      ...(['at', 'station', 'osmId'] as const).filter((key) => stop[key] !== undefined),
    ];
    if (ways.length > 1) faults.push(`${where}: give one of ${ways.join(', ')}, not all`);
  }
  return faults;
}

function sectionFaults(project: Project, names: readonly string[], path: string): string[] {
  const faults: string[] = [];
  const taken: {first: number; last: number; row: number}[] = [];
  for (const [i, {from, to}] of (project.sections ?? []).entries()) {
    const where = `${path}.sections[${i}]`;
    const known = ([key, name]: readonly [string, string]): boolean => {
      if (names.includes(name)) return true;
      if (name === UNREAD || names.some((one) => one.startsWith(UNREAD))) return false;
      faults.push(`${where}.${key}: "${name}" is no stop of the project (${names.join(', ')})`);
      return false;
    };
    const both = [['from', from] as const, ['to', to] as const].map(known).every(Boolean);
    const [first, last] = [names.indexOf(from), names.indexOf(to)];
    if (both && first >= last) {
      faults.push(`${where}: "${from}" does not come before "${to}" in the order of the stops`);
    } else if (both) {
      const other = taken.find((section) => first < section.last && section.first < last);
      if (other) faults.push(`${where}: overlaps sections[${other.row}]`);
      taken.push({first, last, row: i});
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
