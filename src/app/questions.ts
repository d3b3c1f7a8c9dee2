import {access} from '../analysis/access.ts';
import type {Answer} from '../analysis/answer.ts';
import {candidates} from '../analysis/candidates/answer.ts';
import type {CandidateOptions} from '../analysis/candidates/options.ts';
import {circles, settlements} from '../analysis/circle.ts';
import type {LineDrawing} from '../analysis/circle-shape.ts';
import {deadEnds} from '../analysis/dead-ends/answer.ts';
import {DEAD_END_DEFAULTS, type DeadEndOptions} from '../analysis/dead-ends/options.ts';
import {applyReview, type Reviewed} from '../analysis/dead-ends/review/apply.ts';
import {type DensityOptions, density} from '../analysis/density/density.ts';
import {allPairs, detours} from '../analysis/detour.ts';
import {fastestTrips} from '../analysis/fastest-trips.ts';
import type {GatewayKind} from '../analysis/gates.ts';
import {gateways} from '../analysis/gateways.ts';
import {info} from '../analysis/info.ts';
import {matrix} from '../analysis/matrix.ts';
import {opened} from '../analysis/opened.ts';
import {type PermeabilityOptions, permeability} from '../analysis/permeability/permeability.ts';
import {route} from '../analysis/route.ts';
import type {
  AccessRow,
  CandidateRow,
  CircleRow,
  DeadEndRow,
  DensityRow,
  DetourRow,
  GatewayRow,
  InfoRow,
  MatrixRow,
  OpenedRow,
  PermeabilityRow,
  RouteRow,
  ScoreMeasure,
  ScoreRow,
  ValidateRow,
} from '../analysis/rows.ts';
import {score} from '../analysis/score.ts';
import {type Direction, openStudy, type Study, type TravelMode} from '../analysis/study.ts';
import {validate} from '../analysis/validate.ts';
import {UserError} from '../errors.ts';
import type {Place} from '../graph/network.ts';
import type {EdgeClass} from '../graph/vocabulary.ts';
import {dayText} from '../scenario/calendar-day.ts';
import {plannedRoads} from '../scenario/planned-legs.ts';
import {type AccessArgs, accessSettings} from './access-options.ts';
import {
  coresOf,
  elasticityOf,
  placedTrips,
  portfolioAsked,
  stabilityAsked,
} from './score-options.ts';
import {parsePairs, type Workbench} from './workbench.ts';

/** One function per question; each answers from an open workbench and touches no file. */

export function askInfo(bench: Workbench): Answer<InfoRow> {
  return info(bench.study);
}

/** Throws when there is no way: a route that is not there is no answer. */
export function askRoute(bench: Workbench, ask: {from: string; to: string}): Answer<RouteRow> {
  const answer = route(bench.study, bench.find(ask.from), bench.find(ask.to));
  const row = answer.rows[0]!;
  if (!row.reachable) {
    throw new UserError(
      'E_NETWORK',
      `no way by road from ${row.from} to ${row.to}: ${row.reason}`,
      {
        hint: 'see the components with: guantong info; a place must lie near a road of the largest one',
      },
    );
  }
  return answer;
}

export function askMatrix(bench: Workbench): Answer<MatrixRow> {
  return matrix(bench.study, bench.listed ?? citiesOf(bench));
}

/** Pairs as asked, else all pairs of the planner's places, else of the network's cities. */
export function askDetour(bench: Workbench, ask: {pairs?: string | undefined}): Answer<DetourRow> {
  const pairs =
    ask.pairs === undefined
      ? allPairs(bench.listed ?? citiesOf(bench))
      : parsePairs(ask.pairs, bench.find);
  return detours(bench.study, pairs);
}

/** What a planner asks of dead ends; what is not given has the default of docs/dead-ends.md. */
export type DeadEndAsk = Omit<DeadEndOptions, 'asOf' | 'minClass' | 'planned' | 'road'> & {
  readonly class?: EdgeClass | undefined;
};

/** Dead ends, as a review leaves them when the bench has one. */
export function askDeadEnds(bench: Workbench, ask: DeadEndAsk): Answer<DeadEndRow> {
  return reviewedDeadEnds(bench, ask).answer;
}

/** The same with what the review has to say; `null` without a review. `answer`: as found, when that is known. */
export function reviewedDeadEnds(
  bench: Workbench,
  ask: DeadEndAsk,
  answer: Answer<DeadEndRow> = foundDeadEnds(bench, ask),
): {readonly answer: Answer<DeadEndRow>; readonly reviewed: Reviewed | null} {
  if (bench.review === null) return {answer, reviewed: null};
  const {network, asOf} = bench.study;
  const {file, name} = bench.review;
  const reviewed = applyReview(network, answer, file, name, {
    level: ask.level,
    asOf: asOf ?? undefined,
    minClass: ask.class ?? DEAD_END_DEFAULTS.minClass,
  });
  return {answer: reviewed.answer, reviewed};
}

function foundDeadEnds(
  bench: Workbench,
  {class: minClass, ...ask}: DeadEndAsk,
): Answer<DeadEndRow> {
  const {network, asOf, road} = bench.study;
  const planned =
    bench.registry &&
    plannedRoads(bench.registry, bench.allPlaces, {
      asOf,
      dataDate: network.meta.dataDate,
    });
  const answer = deadEnds(network, {
    ...ask,
    asOf: asOf ?? undefined,
    minClass,
    road,
    ...(planned && {planned: planned.roads}),
  });
  return {...answer, warnings: [...answer.warnings, ...(planned?.notPlaced ?? [])]};
}

export function askCircle(
  bench: Workbench,
  ask: {
    from: readonly string[];
    minutes: readonly number[];
    mode: TravelMode;
    direction?: Direction;
    withProjects: boolean;
    each?: boolean;
    drawing?: LineDrawing;
  },
): Answer<CircleRow> {
  const answer = circles(bench.study, ask.from.map(bench.find), {
    minutes: ask.minutes,
    mode: ask.mode,
    places: circlePlaces(bench),
    ...(ask.direction && {direction: ask.direction}),
    ...(ask.each && {each: ask.each}),
    ...(ask.drawing && {drawing: ask.drawing}),
    ...(bench.population && {population: bench.population}),
    ...(ask.withProjects && {projects: bench.projects}),
  });
  return {...answer, warnings: [...bench.projectWarnings, ...answer.warnings]};
}

export function askAccess(
  bench: Workbench,
  ask: AccessArgs & {mode: 'road' | 'best'},
): Answer<AccessRow> {
  const places = bench.listed ?? citiesOf(bench);
  const gateways = bench.allPlaces;
  return access(bench.study, {places, mode: ask.mode, settings: accessSettings(ask), gateways});
}

/** What the command `score` is asked; nothing but the mode is needed. */
export interface ScoreAsk extends AccessArgs {
  readonly mode: 'road' | 'best';
  readonly centre?: string | undefined;
  readonly by?: ScoreMeasure | undefined;
  /** Names of core cities. */
  readonly core?: string | undefined;
  readonly elasticity?: number | undefined;
  readonly routes?: number | undefined;
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
  readonly portfolio?: boolean | undefined;
  readonly budgetYi?: number | undefined;
  readonly budgetKm?: number | undefined;
}

/** Gateways are those of the network and, of the planner's places, those with such a kind. */
export function askGateways(
  bench: Workbench,
  ask: {
    kinds: readonly GatewayKind[];
    minutes: number;
    mode: TravelMode;
    direction: Direction;
    withProjects: boolean;
  },
): Answer<GatewayRow> {
  const answer = gateways(bench.study, {
    kinds: ask.kinds,
    minutes: ask.minutes,
    mode: ask.mode,
    direction: ask.direction,
    places: circlePlaces(bench),
    ...(ask.withProjects && {projects: bench.projects}),
  });
  return {...answer, warnings: [...bench.projectWarnings, ...answer.warnings]};
}

export function askScore(bench: Workbench, ask: ScoreAsk): Answer<ScoreRow> {
  if (bench.projects.length === 0 && bench.projectWarnings.length === 0) {
    throw new UserError('E_INPUT', 'the project file holds no project', {
      hint: 'see docs/project-format.md',
    });
  }
  const places = bench.listed ?? circlePlaces(bench);
  const centre = ask.centre === undefined ? largest(places) : bench.find(ask.centre);
  const elasticity = elasticityOf(ask.elasticity);
  const answer = score(bench.study, bench.projects, {
    places,
    mode: ask.mode,
    centre,
    access: accessSettings(ask),
    ...(ask.by && {by: ask.by}),
    ...(ask.core !== undefined && {cores: coresOf(ask.core, places)}),
    ...(bench.trips && {
      trips: {list: placedTrips(bench.trips, places), elasticity},
    }),
    ...(ask.routes !== undefined && {routes: ask.routes}),
    ...portfolioAsked(ask),
    ...stabilityAsked(ask),
  });
  return {...answer, warnings: [...bench.projectWarnings, ...answer.warnings]};
}

/** Missing links across borders; trips between the planner's places and the settlements make the benefit. */
export function askCandidates(
  bench: Workbench,
  ask: Omit<CandidateOptions, 'places'>,
): Answer<CandidateRow> {
  return candidates(bench.study, {...ask, places: bench.listed ?? circlePlaces(bench)});
}

/** Density and structure by unit; populations come from the planner's places, then from the network's. */
export function askDensity(
  bench: Workbench,
  ask: Omit<DensityOptions, 'places'>,
): Answer<DensityRow> {
  return density(bench.study, {...ask, ...(bench.listed && {places: bench.listed})});
}

/** How open every border line is; places are those of the planner and the settlements of the network. */
export function askPermeability(
  bench: Workbench,
  ask: Omit<PermeabilityOptions, 'places'>,
): Answer<PermeabilityRow> {
  return permeability(bench.study, {...ask, places: circlePlaces(bench)});
}

/** The cities of a network; all its settlements when fewer than two are cities. */
export function citiesOf(bench: Workbench): readonly Place[] {
  const cities = bench.study.network.places.filter((place) => place.kind === 'city');
  const places = cities.length >= 2 ? cities : settlements(bench.study.network);
  if (places.length >= 2) return places;
  const villages = bench.study.network.places.filter((place) => place.kind === 'village').length;
  throw new UserError(
    'E_PLACE',
    `the network holds fewer than two cities, counties, districts or towns (villages: ${villages})`,
    {hint: 'give your own list of places with --places file.json'},
  );
}

/** The planner's places and the network's settlements, a name given twice taken from the planner. */
export function circlePlaces(bench: Workbench): Place[] {
  const listed = bench.listed ?? [];
  const names = new Set(listed.map((place) => place.name));
  return [...listed, ...settlements(bench.study.network).filter((p) => !names.has(p.name))];
}

/** The place with most people: the leading city when none is named. */
export function largest(places: readonly Place[]): Place | null {
  return places.reduce<Place | null>(
    (most, place) => ((place.population ?? -1) > (most?.population ?? -1) ? place : most),
    null,
  );
}

/** Published times held against the model; the network on other days is opened under the same parameters. */
export function askValidate(bench: Workbench): Answer<ValidateRow> {
  const days = new Map<number, Study>();
  const on = (day: number): Study => {
    const known = days.get(day) ?? onDay(bench.study, day);
    days.set(day, known);
    return known;
  };
  const published = bench.published ?? [];
  const trips = [...published, ...fastestTrips(bench.registry?.projects ?? [], published)];
  return validate(bench.study, trips, {places: bench.allPlaces, on});
}

/** Trips on an earlier day against those on the day of the workbench. */
export function askOpened(
  bench: Workbench,
  ask: {since: number; mode: 'road' | 'best'},
): Answer<OpenedRow> {
  const {asOf} = bench.study;
  if (asOf !== null && ask.since >= asOf) {
    throw new UserError('E_USAGE', `--since lies not before --as-of ${dayText(asOf)}`, {
      hint: 'write --since 2015-12-31 --as-of 2026-02-13',
    });
  }
  const places = bench.listed ?? citiesOf(bench);
  return opened(onDay(bench.study, ask.since), bench.study, {places, mode: ask.mode});
}

function onDay({network, profile, maxSnapM, railProfile, timetable}: Study, asOf: number): Study {
  return openStudy(network, {asOf, profile, maxSnapM, railProfile, timetable});
}
