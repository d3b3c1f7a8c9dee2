import {learnTimes} from '../../analysis/score/baseline.ts';
import type {TravelMode} from '../../analysis/study.ts';
import type {Place} from '../../graph/network.ts';
import {endOf} from '../../graph/search/links/snap-times.ts';
import {circlePlaces} from '../questions.ts';
import type {Workbench} from '../workbench.ts';
import type {Watch} from './desk.ts';
import type {EngineJob, EngineKeeper} from './engine-keeper.ts';

/** Waits for as much of the search engines of a day as a question needs, and no more. */
export interface DeskEngines {
  /** Times and circles, and what a drawing does to them. */
  readonly core: (mode: TravelMode) => Promise<void>;
  /** Projects of the registry: their scores, and the ways over them. */
  readonly forProjects: (mode: TravelMode) => Promise<void>;
  /** Ways between many places, by time and by length. */
  readonly forDetours: () => Promise<void>;
}

/** Searches over the core that the whole engine may come later for: a sixth of its building. */
const MOST_SEARCHES = 100;

export function deskEngines(keeper: EngineKeeper, bench: Workbench, watch: Watch): DeskEngines {
  const roads = timesJob(bench, 'road');
  const jobOf = (mode: TravelMode) => (mode === 'road' ? roads : timesJob(bench, 'best'));
  return {
    core: (mode) => keeper.core(jobOf(mode), watch),
    forProjects: async (mode) => {
      const own = jobOf(mode);
      keeper.begin(own);
      await keeper.whole(roads, watch);
      await keeper.whole(own, watch);
    },
    forDetours: async () => {
      keeper.begin(roads);
      const stages = bench.study.stages('road', 'length');
      await keeper.whole({stages, places: () => [], learn: () => {}}, watch);
      await keeper.whole(roads, watch);
    },
  };
}

/** The engine by time; its core comes with the times between the places that drawings are measured on. */
export function timesJob(bench: Workbench, mode: 'road' | 'best'): EngineJob {
  const {study} = bench;
  const shown = shownPlaces(bench);
  const points = () =>
    shown.length > MOST_SEARCHES ? [] : shown.map((place) => study.place(place).snap);
  return {
    stages: study.stages(mode),
    places: () => points().map(endOf(study.snapGraph(mode))),
    learn: (costs) => learnTimes(study, mode, points(), costs),
  };
}

/** Places whose trips a drawing is measured on. */
export function shownPlaces(bench: Workbench): readonly Place[] {
  return bench.listed ?? circlePlaces(bench);
}
