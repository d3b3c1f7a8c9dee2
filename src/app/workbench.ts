import {findPlaceOrStation} from '../analysis/find-place.ts';
import type {JoinedProject} from '../analysis/join-project.ts';
import type {Sentence} from '../analysis/rows.ts';
import {openStudy, type Study, type TripSpan} from '../analysis/study.ts';
import {UserError} from '../errors.ts';
import type {PopulationCells} from '../geo/population-cells.ts';
import type {NetworkFile} from '../graph/file/decode.ts';
import type {Place} from '../graph/network.ts';
import type {Crs} from '../import/crs.ts';
import {parsePlaceList} from '../scenario/place-list.ts';
import type {ProjectFile} from '../scenario/project-schema.ts';
import type {PublishedTrip} from '../scenario/published-times.ts';
import {parseProjects} from '../scenario/read-projects.ts';
import {type FileFacts, readJson} from './files.ts';
import {openNetworkFile} from './open-network.ts';
import {readPlaces} from './places-file.ts';
import {readPlanned} from './planned-projects.ts';
import {type PopulationAsk, type ReadPopulation, readPopulation} from './population-file.ts';
import type {Progress} from './progress.ts';
import {readPublishedTimes} from './published-times.ts';
import {readRail} from './rail-options.ts';
import {type NamedReview, readReview} from './review-file.ts';
import {shiftWarnings} from './shift-warnings.ts';
import type {ChosenProfile} from './speed-profile.ts';
import {SUPPLIED} from './supplied.ts';
import {type NamedTrips, readTrips} from './trips-file.ts';

/** What every command over a network may be given. */
export interface WorkbenchOptions {
  readonly network: string;
  readonly asOf?: number;
  readonly speeds?: ChosenProfile;
  /** A planner's own list of places; they come before those of the network. */
  readonly places?: string;
  /** What the coordinates of that list are, WGS84 when not given. */
  readonly placesCrs?: Crs;
  readonly projects?: string;
  /** Persons by position. */
  readonly population?: PopulationAsk;
  /** What the coordinates of that file are, WGS84 when not given. */
  readonly projectsCrs?: Crs;
  /** Ids of projects to take although they are open on the network's day. */
  readonly evenIfOpen?: readonly string[];
  /** Length ÷ straight legs of projects that neither say nor draw it. */
  readonly terrainFactor?: number;
  /** Files that say what trains run, and how. */
  readonly rail?: {readonly rail?: string | undefined; readonly gtfs?: string | undefined};
  readonly span?: TripSpan;
  /** Published times to hold the model against, a file or `true` for those of the package. */
  readonly publishedTimes?: string | true;
  /** A planner's table of trips made today. */
  readonly trips?: string;
  /** A planner's review of dead ends, docs/review-format.md. */
  readonly review?: string;
  /** A file of projects read for what is planned, not to be scored; `registry` = the one supplied. */
  readonly registry?: string;
}

/** An open network with the planner's places and projects, ready for questions. */
export interface Workbench {
  readonly study: Study;
  /** The planner's places, `null` when no list was given. */
  readonly listed: readonly Place[] | null;
  /** Persons by position, when a file was given. */
  readonly population?: PopulationCells;
  /** Listed places first, then the network's. */
  readonly allPlaces: readonly Place[];
  /** Empty when no file was given. */
  readonly projects: readonly JoinedProject[];
  readonly projectWarnings: readonly Sentence[];
  /** Planned links as a file has them, those to be scored if no other; `null` when none was given. */
  readonly registry: ProjectFile | null;
  /** What is doubtful about the planner's places and timetable. */
  readonly placeWarnings: readonly Sentence[];
  /** Trips made today, `null` when no table was given. */
  readonly trips: readonly NamedTrips[] | null;
  /** Published times, `null` when not asked for. */
  readonly published: readonly PublishedTrip[] | null;
  /** A planner's review of dead ends, `null` when none was given. */
  readonly review: NamedReview | null;
  /** Files besides the extracts, for the provenance. */
  readonly files: readonly FileFacts[];
  readonly find: (query: string) => Place;
}

export async function openWorkbench(
  options: WorkbenchOptions,
  progress: Progress,
): Promise<Workbench> {
  const file = await openNetworkFile(options.network, progress);
  const people = await readPopulation(options.population ?? {}, file.network);
  const bench = await layWorkbench(file, people, options, progress);
  return options.review === undefined ? bench : withReview(bench, await readReview(options.review));
}

/** The bench with a planner's verdicts on its dead ends. */
export function withReview(
  bench: Workbench,
  {file, name, facts}: NamedReview & {readonly facts: FileFacts},
): Workbench {
  return {...bench, review: {file, name}, files: [...bench.files, facts]};
}

/** The same over a network that is open already, so that one network serves several days. */
export async function layWorkbench(
  {network, columns}: NetworkFile,
  people: ReadPopulation | null,
  options: Omit<WorkbenchOptions, 'network' | 'population' | 'review'>,
  progress: Progress,
): Promise<Workbench> {
  progress.step('compile');
  const rail = await readRail(options.rail ?? {}, options.asOf ?? null);
  const study = openStudy(network, {
    asOf: options.asOf ?? null,
    stored: columns,
    ...(rail.railProfile && {railProfile: rail.railProfile}),
    ...(rail.timetable && {timetable: rail.timetable}),
    ...(options.span && {span: options.span}),
    ...(options.speeds && {profile: options.speeds.profile}),
  });
  const files: FileFacts[] = [...(options.speeds?.files ?? []), ...rail.files];
  let listed: readonly Place[] | null = null;
  let placeWarnings: readonly Sentence[] = rail.warnings;
  if (options.places !== undefined) {
    const read = await readPlaces(options.places, options.placesCrs);
    listed = read.places;
    placeWarnings = [...rail.warnings, ...shiftWarnings(network, listed, read.facts.name)];
    files.push(read.facts);
  }
  const table = options.trips === undefined ? null : await readTrips(options.trips);
  if (table) files.push(table.facts);
  const trips = table?.trips ?? null;
  const published =
    options.publishedTimes === undefined ? null : await readPublishedTimes(options.publishedTimes);
  if (published) files.push(published.facts);
  let registry: ProjectFile | null = null;
  if (options.registry !== undefined) {
    const path = options.registry === 'registry' ? SUPPLIED.registry : options.registry;
    const read = await readJson(path);
    files.push(read.facts);
    registry = parseProjects(read.json, path);
  }
  const allPlaces = [...(listed ?? []), ...network.places];
  const find = (query: string): Place => findPlaceOrStation(study, allPlaces, query);
  const planned =
    options.projects === undefined
      ? null
      : await readPlanned(options.projects, study, allPlaces, options);
  if (planned) files.push(planned.facts);
  if (people) files.push(people.facts);
  return {
    study,
    listed,
    ...(people && {population: people.cells}),
    allPlaces,
    projects: planned?.projects ?? [],
    registry: registry ?? planned?.file ?? null,
    projectWarnings: planned?.warnings ?? [],
    placeWarnings,
    trips,
    published: published?.trips ?? null,
    review: null,
    files,
    find,
  };
}

/** `温州-南平,温州-上饶` as pairs of places. */
export function parsePairs(text: string, find: (query: string) => Place): [Place, Place][] {
  return text
    .split(/[,，;；]/)
    .filter((item) => item.trim() !== '')
    .map((item) => {
      const names = parsePlaceList(item);
      if (names.length !== 2) {
        throw new UserError('E_USAGE', `--pairs: "${item}" names ${names.length} places, not two`, {
          hint: 'write --pairs "温州-上饶,温州-宁德"',
        });
      }
      return [find(names[0]!), find(names[1]!)];
    });
}
