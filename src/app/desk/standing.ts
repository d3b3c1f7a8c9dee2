import type {TravelMode} from '../../analysis/study.ts';
import type {Workbench} from '../workbench.ts';
import type {Watch} from './desk.ts';
import type {EngineKeeper} from './engine-keeper.ts';

/** Waits for as much of the search engines of a day as a question needs, and no more. */
export interface DeskEngines {
  /** Times and circles, and what a drawing does to them. */
  readonly core: (mode: TravelMode) => Promise<void>;
  /** Projects of the registry: their scores, and the ways over them. */
  readonly forProjects: (mode: TravelMode) => Promise<void>;
  /** Ways between many places, by time and by length. */
  readonly forDetours: () => Promise<void>;
}

export function deskEngines(keeper: EngineKeeper, {study}: Workbench, watch: Watch): DeskEngines {
  const roads = study.stages('road');
  return {
    core: (mode) => keeper.core(mode === 'road' ? roads : study.stages('best'), watch),
    forProjects: async (mode) => {
      if (mode !== 'road') keeper.begin(study.stages('best'));
      await keeper.whole(roads, watch);
      if (mode !== 'road') await keeper.whole(study.stages('best'), watch);
    },
    forDetours: async () => {
      keeper.begin(roads);
      await keeper.whole(study.stages('road', 'length'), watch);
      await keeper.whole(roads, watch);
    },
  };
}
