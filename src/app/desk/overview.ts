import type {Answer} from '../../analysis/answer.ts';
import {circle} from '../../analysis/circle.ts';
import type {JoinedProject} from '../../analysis/join-project.ts';
import type {ScoreRow} from '../../analysis/rows.ts';
import {takenForBuilt} from '../../analysis/taken-for-built.ts';
import {byEngine} from '../../analysis/ways.ts';
import {mergeAnswers} from '../merge-answers.ts';
import type {Progress} from '../progress.ts';
import {provenanceOf} from '../provenance.ts';
import {askScore, circlePlaces, citiesOf, largest} from '../questions.ts';
import {withHeadlines} from '../report-parts.ts';
import type {Workbench} from '../workbench.ts';
import type {Overview} from './desk.ts';
import {type FindingsDesk, inWords} from './findings.ts';
import {projectsOf} from './project-list.ts';
import type {OverviewQuestion} from './questions.ts';
import type {DeskEngines} from './standing.ts';
import {unitWords} from './unit-words.ts';

export interface OverviewContext {
  /** As of `report --pairs`. */
  readonly pairs: string | undefined;
  readonly findings: FindingsDesk;
  readonly progress: Progress;
  readonly engines: DeskEngines;
}

/**
 * What the page opens with. What no slider changes is worked out once a day of the network; what needs no
 * engine comes first, so that less is left to wait for.
 */
export async function overview(
  bench: Workbench,
  ask: OverviewQuestion,
  given: readonly JoinedProject[],
  {pairs, findings, progress, engines}: OverviewContext,
): Promise<Overview> {
  const step = <T>(name: string, work: () => T): T => {
    progress.step(name);
    return work();
  };
  const deadends = step('deadends', () => findings.list(bench));
  const cities = bench.listed ?? citiesOf(bench);
  const centre = ask.centre === undefined ? largest(cities) : bench.find(ask.centre);
  if (ask.mode !== 'road') await engines.core('best');
  const around = step('circle', () =>
    centre === null
      ? null
      : circle(bench.study, centre, {
          minutes: ask.minutes,
          mode: ask.mode,
          places: circlePlaces(bench),
          ...(bench.population && {population: bench.population}),
          ...(given.length > 0 && {projects: given}),
        }),
  );
  if (byEngine(cities.length)) await engines.forDetours();
  const detour = step('detour', () => detourOn(bench, pairs));
  if (bench.projects.length > 0) await engines.forProjects(ask.mode);
  const score = step('score', () => scoreOn(bench, ask.mode === 'road' ? 'road' : 'best'));
  const answers = {
    detour: detour.answer,
    deadends,
    ...(around && {circle: around}),
    ...(score && {score}),
  };
  return {
    provenance: provenanceOf(bench.study, mergeAnswers(answers), {
      files: findings.reviewed(bench).files,
      warnings: bench.placeWarnings,
    }),
    detour: detour.answer.rows,
    headlinePairs: detour.headlines,
    deadends: deadends.rows.map(inWords),
    projects: projectsOf(bench),
    circle: around?.rows[0] ?? null,
    score: score?.rows ?? [],
    unitWords: unitWords(score?.rows ?? []),
    taken:
      given.length === 0
        ? null
        : step('projects', () =>
            takenForBuilt(bench.study, {
              places: bench.listed ?? circlePlaces(bench),
              mode: ask.mode,
              taken: given,
              others: bench.projects.filter((project) => !given.includes(project)),
              pairs: detour.headlines.map(([from, to]) => [bench.find(from), bench.find(to)]),
              centre,
            }),
          ),
  };
}

type Detours = ReturnType<typeof withHeadlines>;

const detours = new WeakMap<Workbench, Detours>();

function detourOn(bench: Workbench, pairs: string | undefined): Detours {
  const known = detours.get(bench) ?? withHeadlines(bench, pairs);
  detours.set(bench, known);
  return known;
}

const scores = new WeakMap<Workbench, Map<string, Answer<ScoreRow>>>();

/** The registry's projects, each alone; `null` when there are none. */
export function scoreOn(bench: Workbench, mode: 'road' | 'best'): Answer<ScoreRow> | null {
  if (bench.projects.length === 0) return null;
  const ofBench = scores.get(bench) ?? new Map<string, Answer<ScoreRow>>();
  scores.set(bench, ofBench);
  const known = ofBench.get(mode) ?? askScore(bench, {mode});
  ofBench.set(mode, known);
  return known;
}
