import type {Place} from '../graph/network.ts';
import {ACCESS_DEFAULTS, type AccessSettings, accessMeter} from './access/region.ts';
import type {Answer} from './answer.ts';
import {benefitPersonS, pairWeights} from './benefit.ts';
import {fastestClassKph} from './detour.ts';
import {CONNECTOR_KPH, type JoinedProject, MAX_STOP_M} from './join-project.ts';
import {railParameters, railSentences} from './rail-assumptions.ts';
import type {Portfolio, ScoreMeasure, ScoreRow} from './rows.ts';
import {baselineOf} from './score/baseline.ts';
import {type ScoreBasis, scoreBasis} from './score/basis.ts';
import {projectMeter} from './score/measured.ts';
import {type StabilityOptions, VARIED} from './score/parameters.ts';
import {type PortfolioOptions, portfolio} from './score/portfolio.ts';
import {leftOutWarnings, portfolioSentence} from './score/portfolio-sentences.ts';
import {ranks, ranksByMeasure} from './score/ranks.ts';
import {rowMaker, type UnrankedRow} from './score/score-row.ts';
import {SIPHON_FROM_M} from './score/siphon.ts';
import {rankStability} from './score/stability.ts';
import {LARGE_CHANGE, STEPS, type Trips} from './score/trip-benefit.ts';
import {
  accessSentence,
  scoreAssumptions,
  scoreWarnings,
  stabilitySentence,
  tripSentence,
} from './score-sentences.ts';
import type {Study, StudyPlace, TravelMode} from './study.ts';

export interface ScoreOptions {
  /** Places whose trips count, weighted by their population. */
  readonly places: readonly Place[];
  /** Baseline travel; `best` = the better of road and existing rail. */
  readonly mode: Exclude<TravelMode, 'rail'>;
  /** Centre of the one-hour circle for `gainedWithin60`. */
  readonly centre: Place | null;
  /** What the rows are ranked by; default: person-seconds saved. */
  readonly by?: ScoreMeasure;
  readonly access?: AccessSettings;
  /** Names of the core cities of siphon flags; default: places of kind `city`. */
  readonly cores?: readonly string[];
  /** Trips made today, when somebody has counted them. */
  readonly trips?: Trips;
  /** Rankings again under drawn parameters, when asked for. */
  readonly stability?: StabilityOptions;
  /** Sets of projects, when asked for. */
  readonly portfolio?: PortfolioOptions;
  /** Pairs of each project, the most saved first, that get their new way; default 0. */
  readonly routes?: number;
}

/** Distance decays whose rankings make the rank range; the first one is the ranking shown. */
export const DECAYS = [0, 1, 1.5] as const;

/**
 * Planned projects, each alone on the untouched baseline, ranked by person-seconds saved or another
 * measure. Exact: the times are those of a network rebuilt with the project in it. A project that joins
 * nothing or helps nobody scores 0 and says so.
 */
export function score(
  study: Study,
  projects: readonly JoinedProject[],
  options: ScoreOptions,
): Answer<ScoreRow> {
  const {by = 'benefit', access = ACCESS_DEFAULTS, trips} = options;
  const places = options.places.map((place) => study.place(place));
  const basis = scoreBasis(study, places, projects, options.mode);
  const referenceKph = referenceSpeed(study, options.mode);
  const weights = DECAYS.map((beta) => pairWeights(places, basis.before, beta));
  const make = rowMaker(study, basis, {
    meter: projectMeter(places, basis.before, accessMeter(places, access, referenceKph)),
    weight: weights[0]!,
    centre: rowOf(places, options.centre),
    isCore: coreTest(options.cores),
    trips,
    routes: options.routes ?? 0,
  });
  const rankings = weights.map((weight) =>
    ranks(basis.changes.map((change) => benefitPersonS(change, weight))),
  );
  const sets = options.portfolio && portfolioOf(study, basis, projects, weights[0]!, options);
  const stable =
    options.stability &&
    rankStability(
      study,
      options.mode,
      basis,
      projects.map(({project}) => project.id),
      basis.changes.map((change) => benefitPersonS(change, weights[0]!)),
      options.stability,
    );
  const made = projects.map((joined, k) => {
    const stability = stable?.[k] ?? null;
    return {...make(joined, k), ...(stability && {stability})};
  });
  const rows = ranked(made, by, rankings).map((row) => inPortfolio(row, sets));
  const byRail = options.mode === 'best' || projects.some((p) => p.project.mode === 'rail');
  return {
    rows,
    ...(sets && {portfolio: sets}),
    parameters: {
      baseline: options.mode,
      by,
      places: places.length,
      decays: DECAYS,
      accessDecay: access.decay,
      dailyMinutes: access.dailyMinutes,
      selfMinutes: access.selfMinutes,
      referenceKph,
      siphonFromM: SIPHON_FROM_M,
      maxStopM: MAX_STOP_M,
      connectorKph: CONNECTOR_KPH,
      centre: options.centre?.name ?? null,
      ...(byRail && railParameters(study)),
      ...(options.stability && {...options.stability, varied: VARIED}),
      ...(trips && {
        tripElasticity: trips.elasticity,
        tripSteps: STEPS,
        tripLargeChange: LARGE_CHANGE,
      }),
    },
    assumptions: [
      ...scoreAssumptions(),
      accessSentence(access),
      ...(trips ? [tripSentence(trips)] : []),
      ...(sets ? [portfolioSentence(sets)] : []),
      ...(options.stability ? [stabilitySentence(options.stability)] : []),
      ...(byRail ? railSentences(study) : []),
    ],
    warnings: [
      ...doubtfulDays(projects),
      ...scoreWarnings(places),
      ...(sets ? leftOutWarnings(sets, projects) : []),
    ],
  };
}

function portfolioOf(
  study: Study,
  {places, services, changes}: ScoreBasis,
  projects: readonly JoinedProject[],
  weight: Float64Array,
  options: ScoreOptions,
): Portfolio {
  return portfolio(
    baselineOf(study, options.mode),
    places.map(({snap}) => snap),
    projects,
    services,
    changes.map((change) => benefitPersonS(change, weight)),
    weight,
    options.portfolio,
  );
}

function inPortfolio(row: ScoreRow, sets: Portfolio | undefined): ScoreRow {
  const own = sets?.projects.find(({projectId}) => projectId === row.projectId);
  if (!sets || !own) return row;
  const step = sets.order.findIndex(({projectId}) => projectId === row.projectId);
  return {
    ...row,
    inPortfolio: {lastInPersonS: own.lastInPersonS, step: step < 0 ? null : step + 1},
  };
}

/** Rows with their ranks, best first; those without a value come last and share the last rank. */
function ranked(
  rows: readonly UnrankedRow[],
  by: ScoreMeasure,
  rankings: readonly (readonly (number | null)[])[],
): ScoreRow[] {
  const measured = ranksByMeasure(rows);
  return rows
    .map((row, i): ScoreRow => {
      const own = rankings.map((rank) => rank[i]!);
      return {
        ...row,
        rank: measured[i]![by] ?? 1 + measured.filter((ranks) => ranks[by] !== null).length,
        ranks: measured[i]!,
        rankRange: row.stability?.rankRange ?? [Math.min(...own), Math.max(...own)],
      };
    })
    .sort((a, b) => a.rank - b.rank || (a.projectId < b.projectId ? -1 : 1));
}

function rowOf(places: readonly StudyPlace[], centre: Place | null): number | null {
  const row = places.findIndex((place) => place.name === centre?.name);
  return row < 0 ? null : row;
}

function coreTest(cores: readonly string[] | undefined): (place: Place) => boolean {
  return cores === undefined ? ({kind}) => kind === 'city' : ({name}) => cores.includes(name);
}

/** The fastest speed of the baseline: ideal trips run straight at it. */
export function referenceSpeed(study: Study, mode: ScoreOptions['mode']): number | null {
  const road = fastestClassKph(study);
  const rail = mode === 'best' ? fastestClassKph(study, 'rail') : null;
  return road === null || rail === null ? (road ?? rail) : Math.max(road, rail);
}

/** Projects that the network may already hold: the day of one or of the other is not known. */
function doubtfulDays(projects: readonly JoinedProject[]): ScoreRow['notes'] {
  const ids = new Set(['network-day-unknown', 'opening-day-unknown']);
  return projects.flatMap(({notes}) => notes.filter((note) => ids.has(note.id)));
}
