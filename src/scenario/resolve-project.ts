import type {LonLat} from '../geo/line.ts';
import type {Place} from '../graph/network.ts';
import {type AsOf, openness, statusOn} from './as-of.ts';
import {legLengths} from './leg-lengths.ts';
import {readableStops, stopName, stopsOf} from './project-faults.ts';
import {projectNotes} from './project-notes.ts';
import type {Project, ProjectFile, ProjectStatus} from './project-schema.ts';
import {assumedRoadSpeed, speedNote, speedProblem} from './project-speed.ts';
import {
  type Ground,
  type ResolvedStop,
  type ResolvedStops,
  resolveStops,
  type StopOrigin,
} from './resolve-stops.ts';
import type {Sentence} from './sentence.ts';
import {stopsOnLine, straightLegs} from './stops-on-line.ts';

/** A project ready to be scored: positions, lengths and a speed, and what was assumed to get them. */
export interface ResolvedProject {
  readonly id: string;
  readonly name: string;
  /** The Chinese name where no English one is given. */
  readonly nameEn: string;
  readonly mode: 'road' | 'rail';
  /** On the network's day, not today. */
  readonly status: ProjectStatus;
  /** Id of the project that this one is a variant of, `null` for none: never both are built. */
  readonly variantOf: string | null;
  /** At least two. */
  readonly stops: readonly ResolvedStop[];
  /** Metres from stop to stop, one fewer than stops, each > 0. */
  readonly legLengthM: readonly number[];
  /** Their sum. */
  readonly lengthM: number;
  readonly lengthSource: 'registry' | 'drawn';
  readonly speedKph: number;
  readonly speedSource: 'registry' | 'assumption';
  /** Of a railway, both directions together, and seconds at a stop on the way. */
  readonly trainsPerDay?: number | undefined;
  readonly dwellS?: number | undefined;
  /** Metres by province, where parts or sections of the file give them: the rest lies in provinces not named. */
  readonly provinceLengthM?: Readonly<Record<string, number>>;
  readonly line: readonly LonLat[];
  /** 亿元 (1e8 CNY) of the whole, `null` where no source gives it. */
  readonly costYi: number | null;
  readonly notes: readonly Sentence[];
}

export interface ResolveOptions extends AsOf {
  /**
   * Ids of projects to resolve although they are open on the network's day. The network should then
   * be one without them (an earlier day), or nothing is gained.
   */
  readonly evenIfOpen?: readonly string[];
  /** Stations and nodes that stops may name. */
  readonly ground?: Ground;
  /** Length ÷ straight legs where neither the file nor a line says; default `TERRAIN_FACTOR`. */
  readonly terrainFactor?: number;
  /** Where the projects stand in their file, for complaints; default: their ids. */
  readonly paths?: readonly string[];
  /** Keys of each that could not be read, of projects that are looked at for more faults only. */
  readonly hurt?: readonly ReadonlySet<string>[];
}

export interface ProjectResolution {
  readonly resolved: readonly ResolvedProject[];
  /** Projects that are open on the network's day. */
  readonly excluded: readonly {readonly id: string; readonly sentence: Sentence}[];
  /** Every complaint, each with its path in the file; such a project is not among `resolved`. */
  readonly problems: readonly string[];
  /** The stops that could be placed, of all projects that are not open, resolved or not. */
  readonly placed: readonly PlacedStops[];
}

/** Stops of a project on the map, whatever else is wrong with it. */
export interface PlacedStops {
  /** Of the project in its file. */
  readonly path: string;
  readonly mode: Project['mode'];
  readonly status: ProjectStatus;
  readonly stops: readonly (ResolvedStop & {
    readonly path: string;
    readonly from: StopOrigin['from'];
  })[];
}

/**
 * Puts every project of a file on the ground: stops by name against `places` (the user's own first,
 * then the network's), line, lengths, speed. Never throws for bad data; complaints are collected.
 */
export function resolveProjects(
  file: Pick<ProjectFile, 'projects'>,
  places: readonly Place[],
  options: ResolveOptions = {},
): ProjectResolution {
  const resolved: ResolvedProject[] = [];
  const excluded: {id: string; sentence: Sentence}[] = [];
  const problems: string[] = [];
  const placed: PlacedStops[] = [];
  const seen = new Set<string>();
  for (const [row, project] of file.projects.entries()) {
    const path = options.paths?.[row] ?? project.id;
    // with paths the projects are of one file, whose reader has told of ids given twice
    if (!options.paths && seen.has(project.id)) problems.push(`${path}: two projects have this id`);
    seen.add(project.id);
    const open = openness(project, options);
    if (open.kind === 'open' && !options.evenIfOpen?.includes(project.id)) {
      excluded.push({id: project.id, sentence: open.sentence});
      continue;
    }
    const hurt = options.hurt?.[row];
    const wanted = hurt ? readableStops(project) : stopsOf(project);
    if (wanted === null) continue;
    const stops = resolveStops(wanted, places, options.ground);
    placed.push(placedStops(project, stops, path, options));
    const one = resolveProject(project, wanted.map(stopName), stops, options, hurt);
    problems.push(...one.problems.map((text) => path + text));
    if (one.project) resolved.push(one.project);
  }
  return {resolved, excluded, problems, placed};
}

/** Path of a stop within its project. */
function stopPath(project: Project, row: number): string {
  return project.stops ? `.stops[${row}]` : '.corridor';
}

function placedStops(
  project: Project,
  {stops, origins}: ResolvedStops,
  path: string,
  on: AsOf,
): PlacedStops {
  return {
    path,
    mode: project.mode,
    status: statusOn(project, on),
    stops: stops.map((stop, i) => {
      const {row, from} = origins[i]!;
      return {...stop, path: path + stopPath(project, row), from};
    }),
  };
}

/** Problems go on from the path of the project. */
function resolveProject(
  project: Project,
  names: readonly string[],
  stops: ResolvedStops,
  options: ResolveOptions,
  hurt: ReadonlySet<string> | undefined,
): {readonly project: ResolvedProject | null; readonly problems: readonly string[]} {
  const problems = stops.problems.map(({row, text}) => `${stopPath(project, row)}: ${text}`);
  const fast = hurt?.has('designSpeedKph') ? null : speedProblem(project);
  if (fast !== null) problems.push(`.designSpeedKph: ${fast}`);
  if (stops.stops.length < 2) {
    if (problems.length === 0) problems.push(': fewer than two of its stops could be placed');
    return {project: null, problems};
  }
  const drawn = project.geometry
    ? stopsOnLine(stops.stops, project.geometry)
    : straightLegs(stops.stops);
  const line = project.geometry ? '.geometry' : project.stops ? '.stops' : '.corridor';
  problems.push(...drawn.problems.map((text) => `${line}: ${text}`));
  const lengths = legLengths(project, stops, names, drawn.legM, options.terrainFactor);
  problems.push(...lengths.problems);
  if (problems.length > 0) return {project: null, problems};

  const lengthM = lengths.legLengthM.reduce((total, m) => total + m, 0);
  const provinces = provinceLengths(project, lengthM);
  const known = project.designSpeedKph;
  const speedKph = known?.value ?? assumedRoadSpeed(project.grade).speedKph;
  return {
    project: {
      id: project.id,
      name: project.name,
      nameEn: project.nameEn ?? project.name,
      mode: project.mode,
      status: statusOn(project, options),
      variantOf: project.variantOf ?? null,
      stops: stops.stops,
      legLengthM: lengths.legLengthM,
      lengthM,
      lengthSource: lengths.lengthSource,
      speedKph,
      speedSource: known && !known.assumption ? 'registry' : 'assumption',
      trainsPerDay: project.trainsPerDay?.value,
      dwellS: project.dwellS?.value,
      ...(provinces && {provinceLengthM: provinces}),
      line: drawn.line,
      costYi: project.costYi?.value ?? null,
      notes: [
        ...projectNotes(project, options),
        ...stops.notes,
        ...lengths.notes,
        ...speedNote(project),
      ],
    },
    problems,
  };
}

const PROVINCE = /(?:省|自治区)$/u;

/** Sections speak for provinces only together: those that have a length make up the whole but for rounding. */
const WHOLE_SHARE = 0.99;

/**
 * Lengths that the file gives by province: of parts, each the whole part of it in a province, else of
 * sections that name theirs, when they add up to the project: one section says nothing of the rest.
 */
function provinceLengths(project: Project, lengthM: number): Record<string, number> | null {
  const metres: Record<string, number> = Object.create(null);
  for (const {unit, lengthKm} of project.parts ?? []) {
    if (lengthKm && PROVINCE.test(unit)) metres[unit] = lengthKm.value * 1000;
  }
  if (Object.keys(metres).length === 0) {
    for (const {province, lengthKm} of project.sections ?? []) {
      if (province !== undefined && lengthKm) {
        metres[province] = (metres[province] ?? 0) + lengthKm.value * 1000;
      }
    }
    const sum = Object.values(metres).reduce((total, m) => total + m, 0);
    if (sum < lengthM * WHOLE_SHARE) return null;
  }
  return Object.keys(metres).length > 0 ? {...metres} : null;
}
