import {basename} from 'node:path';
import {hasDates} from '../../graph/as-of.ts';
import type {Network, Place} from '../../graph/network.ts';
import {buildEngine} from '../../graph/search/engine.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import {classWord} from '../../report/i18n/words.ts';
import {openNetworkFile} from '../open-network.ts';
import {parseAsOf} from '../options.ts';
import {readPopulation} from '../population-file.ts';
import {type Progress, SILENT} from '../progress.ts';
import {provenanceOf, resultOf} from '../provenance.ts';
import type {ReportOptions} from '../report.ts';
import type {EngineBuilder} from '../threads/build-engine.ts';
import {layWorkbench, type Workbench, type WorkbenchOptions} from '../workbench.ts';
import {deskCircle} from './circle.ts';
import type {About, Desk, Watch} from './desk.ts';
import {draw} from './draw.ts';
import {drawnGeojson} from './drawn-project.ts';
import {readDropped} from './dropped-projects.ts';
import {engineKeeper} from './engine-keeper.ts';
import {findingsDesk} from './findings.ts';
import {overview} from './overview.ts';
import {given, projectsOf, registryIds} from './project-list.ts';
import type {Where} from './questions.ts';
import {deskReport} from './report.ts';
import {deskRoute} from './route.ts';
import {deskEngines, timesJob} from './standing.ts';
import {mapColumns} from './tiles/map-columns.ts';

export interface DeskOptions extends WorkbenchOptions {
  /** What a report made from the page is asked for; its pairs and its centre are shown first. */
  readonly report?: ReportOptions;
}

/** Days kept open at once: each holds compiled arrays of the whole network. */
const MAX_DAYS = 3;

/**
 * Opens a network once and answers the page from it, on any day. The search engine is begun with at once,
 * so that it stands when the first line is drawn; `build` may do that in a thread of its own.
 */
export async function openDesk(
  options: DeskOptions,
  progress: Progress,
  build: EngineBuilder = async ({graph}) => buildEngine(graph),
): Promise<Desk> {
  const opened = await openNetworkFile(options.network, progress);
  const {network} = opened;
  const {report = {}} = options;
  const people = await readPopulation(options.population ?? {}, network);
  const findings = await findingsDesk(options.review, report.class);
  const days = new Map<string, Promise<Workbench>>();
  const benchOn = (day: string | undefined): Promise<Workbench> => {
    const key = day ?? '';
    const known = days.get(key) ?? layWorkbench(opened, people, onDay(options, day), SILENT);
    days.delete(key);
    days.set(key, known);
    if (days.size > MAX_DAYS) days.delete(days.keys().next().value!);
    return known;
  };
  const keeper = engineKeeper(build);
  const engines = (bench: Workbench, watch: Watch) => deskEngines(keeper, bench, watch);
  const centred = <T extends {readonly centre?: string | undefined}>(ask: T): T => ({
    ...ask,
    centre: ask.centre ?? report.centre,
  });
  const first = await benchOn(undefined);
  keeper.begin(timesJob(first, 'road'));
  return {
    about: async () => aboutOf(first, basename(options.network), options.review),
    columns: async () => mapColumns(network, options.asOf ?? null),
    overview: async (ask, watch) => {
      const bench = await benchOn(ask.asOf);
      await breath(watch);
      return overview(bench, centred(ask), given(bench, ask.projects), {
        pairs: report.pairs,
        findings,
        progress: progressOf(watch),
        engines: engines(bench, watch),
      });
    },
    circle: async (ask, watch) => {
      const bench = await benchOn(ask.asOf);
      await breath(watch);
      if (ask.mode !== 'road') await engines(bench, watch).core(ask.mode);
      const answer = deskCircle(bench, ask, given(bench, ask.projects), whereOf(bench, ask.from));
      return resultOf('circle', bench.study, answer, {files: bench.files});
    },
    route: async (ask, watch) => {
      const bench = await benchOn(ask.asOf);
      await breath(watch);
      const ends = [textOf(ask.from), textOf(ask.to)] as const;
      const projects = given(bench, ask.projects);
      const {core, forProjects} = engines(bench, watch);
      await (projects.length > 0 ? forProjects : core)(ask.mode);
      return deskRoute(bench, ask, projects, ends);
    },
    draw: async (ask, watch) => {
      const bench = await benchOn(ask.asOf);
      await breath(watch);
      return draw(bench, centred(ask), given(bench, ask.projects), {
        engines: engines(bench, watch),
        breathe: () => breath(watch),
      });
    },
    drawing: async ({drawn}) => ({geojson: drawnGeojson(drawn)}),
    projects: async (ask, watch) => {
      await breath(watch);
      return readDropped(first, ask);
    },
    verdict: async (ask, watch) => {
      const bench = await benchOn(ask.asOf);
      await breath(watch);
      return findings.decide(bench, ask);
    },
    report: async (ask, watch) => {
      const bench = findings.reviewed(await benchOn(ask.asOf));
      await breath(watch);
      await engines(bench, watch).forProjects(byTrain(bench) ? 'best' : 'road');
      const projects = given(bench, ask.projects);
      return deskReport(bench, ask, projects, report, progressOf(watch));
    },
  };
}

/** A long piece of work tells its steps; between two of them it may be called off. */
function progressOf({signal, step}: Watch): Progress {
  return {
    step: (name) => {
      step(name);
      signal.throwIfAborted();
    },
    tick: () => {},
  };
}

/** Lets a newer request in, and stops where this one was called off. */
async function breath({signal}: Watch): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

function onDay(options: WorkbenchOptions, day: string | undefined): WorkbenchOptions {
  return day === undefined ? options : {...options, asOf: parseAsOf(day)};
}

function textOf(where: Where): string {
  return typeof where === 'string' ? where : `${where.at[0]},${where.at[1]}`;
}

function whereOf(bench: Workbench, where: Where): Place {
  return bench.find(textOf(where));
}

function aboutOf(bench: Workbench, name: string, review: string | undefined): About {
  const {network} = bench.study;
  return {
    name,
    bbox: network.meta.bbox,
    provenance: provenanceOf(
      bench.study,
      {parameters: {}, assumptions: [], warnings: bench.projectWarnings},
      {files: bench.files, warnings: bench.placeWarnings},
    ),
    places: placesOf(bench, network),
    projects: projectsOf(bench),
    registry: registryIds(bench),
    dated: hasDates(network.edges),
    hasRail: byTrain(bench),
    stations: bench.study.rail().hubs.map(({name, lon, lat}) => ({name, lon, lat})),
    classWords: Object.fromEntries(EDGE_CLASSES.map((name) => [name, classWord(name)])),
    review: review === undefined ? null : basename(review),
  };
}

function byTrain({study}: Workbench): boolean {
  return study.rail().hubs.length > 0;
}

function placesOf(bench: Workbench, network: Network): About['places'] {
  const listed = new Set((bench.listed ?? []).map((place) => place.name));
  const all = [...(bench.listed ?? []), ...network.places.filter((p) => !listed.has(p.name))];
  return all.map(({name, lon, lat, kind, population}) => ({name, lon, lat, kind, population}));
}
