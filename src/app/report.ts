import type {Answer} from '../analysis/answer.ts';
import {baseMap} from '../analysis/base-map.ts';
import {closeUps} from '../analysis/close-ups.ts';
import {deadEndLevels} from '../analysis/dead-ends/levels.ts';
import {GATEWAY_KINDS} from '../analysis/gates.ts';
import {projectSheet} from '../analysis/project-sheet.ts';
import {regionProfile} from '../analysis/region-profile.ts';
import {roadSections} from '../analysis/road-sections.ts';
import type {ReportResult, ScoreRow} from '../analysis/rows.ts';
import type {EdgeClass} from '../graph/vocabulary.ts';
import type {EarlierReport} from './earlier-report.ts';
import {mergeAnswers} from './merge-answers.ts';
import type {Progress} from './progress.ts';
import {provenanceOf} from './provenance.ts';
import {askAccess, askGateways, askInfo, askScore, citiesOf, largest} from './questions.ts';
import {densityByLevel, permeabilityAsked} from './report-border.ts';
import {changeSince} from './report-change.ts';
import {askReportCircles, REPORT_MINUTES} from './report-circles.ts';
import {deadEndsIfBorders, withHeadlines} from './report-parts.ts';
import {reportValidation} from './report-validation.ts';
import type {Workbench} from './workbench.ts';

/** Dead ends that are drawn close up; the rest stand in the table. */
const DEAD_END_CARDS = 40;

/** Rankings drawn for the stability of the ranking. */
const REPORT_RUNS = 200;
/** Pairs of each project that are shown with their new way. */
const REPORT_ROUTES = 3;

export interface ReportOptions {
  /** Pairs shown first; default: the five pairs with the highest detour index. */
  readonly pairs?: string | undefined;
  readonly centre?: string | undefined;
  /** Cutoffs of the circles; default: one, two and three hours. */
  readonly minutes?: readonly number[] | undefined;
  readonly class?: EdgeClass | undefined;
  /** What the best set of projects may cost or measure. */
  readonly budgetYi?: number | undefined;
  readonly budgetKm?: number | undefined;
  /** How open every border line is; asked for unless `false`. */
  readonly permeability?: boolean | undefined;
  /** How it was asked for, as somebody else could type it. */
  readonly command?: string | undefined;
  /** An earlier report, to tell what moved since. */
  readonly since?: EarlierReport | undefined;
}

/** Asks every question of a report. Pure but for progress. */
export function makeReport(
  bench: Workbench,
  options: ReportOptions,
  progress: Progress,
): ReportResult {
  const step = <T>(name: string, ask: () => T): T => {
    progress.step(name);
    return ask();
  };
  const info = step('info', () => askInfo(bench));
  const detour = step('detour', () => withHeadlines(bench, options.pairs));
  const deadends = step('deadends', () => deadEndsIfBorders(bench, options.class));
  const centre = options.centre ?? largest(bench.listed ?? citiesOf(bench))?.name;
  const withProjects = bench.projects.length > 0;
  const byRail = bench.study.rail().hubs.length > 0;
  const {minutes = REPORT_MINUTES} = options;
  const circles = step('circle', () => askReportCircles(bench, {centre, minutes, byRail}));
  const mode = byRail ? 'best' : 'road';
  const score = step('score', () =>
    withProjects ? askReportScore(bench, mode, centre, options) : null,
  );
  const density = step('density', () => densityByLevel(bench));
  const permeability = step('permeability', () =>
    options.permeability === false ? null : permeabilityAsked(bench),
  );
  const access = step('access', () => askAccess(bench, {mode}));
  const gateways = step('gateways', () =>
    askGateways(bench, {
      kinds: GATEWAY_KINDS.filter((kind) => kind !== 'station'),
      minutes: minutes[0]!,
      mode: 'road',
      direction: 'to',
      withProjects,
    }),
  );
  const validation = step('validate', () => reportValidation(bench));
  const asked = {
    info,
    detour: detour.answer,
    deadends,
    ...circles,
    ...(score && {score}),
    ...density,
    ...(permeability && {permeability}),
    access,
    gateways,
    ...(validation && {validate: validation}),
  };
  const result: ReportResult = {
    schema: 'guantong/report@1',
    ...(options.command !== undefined && {command: options.command}),
    provenance: provenanceOf(bench.study, mergeAnswers(asked), {
      files: bench.files,
      warnings: bench.placeWarnings,
    }),
    info: info.rows[0]!,
    profile: regionProfile(bench.study, bench.listed ?? citiesOf(bench)),
    detour: detour.answer.rows,
    deadends: deadends.rows,
    deadEndLevels: deadEndLevels(bench.study.network, deadends.rows),
    circles: Object.values(circles).flatMap((answer) => answer.rows),
    score: score?.rows ?? [],
    density: Object.values(density).flatMap((answer) => answer.rows),
    permeability: permeability?.rows ?? null,
    access: access.rows,
    gateways: gateways.rows,
    projectSheets: (bench.registry?.projects ?? [])
      .filter(({id}) => bench.projects.some(({project}) => project.id === id))
      .map(projectSheet),
    validation: validation?.rows ?? null,
    portfolio: score?.portfolio ?? null,
    change: null,
    roads: roadSections(bench.study),
    map: step('map', () => baseMap(bench.study)),
    closeUps: closeUps(bench.study, deadends.rows.slice(0, DEAD_END_CARDS)),
    headlinePairs: detour.headlines,
  };
  const {since} = options;
  return since ? {...result, change: step('change', () => changeSince(since, result))} : result;
}

/** Ranking with its stability and, of two projects or more, the portfolio. */
function askReportScore(
  bench: Workbench,
  mode: 'road' | 'best',
  centre: string | undefined,
  {budgetYi, budgetKm}: ReportOptions,
): Answer<ScoreRow> {
  const portfolio = bench.projects.length > 1;
  return askScore(bench, {
    mode,
    centre,
    runs: REPORT_RUNS,
    routes: REPORT_ROUTES,
    portfolio,
    budgetYi,
    budgetKm,
  });
}
