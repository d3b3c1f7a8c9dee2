import type {CostTable, StopCosts} from '../../graph/search/links/closure.ts';
import type {PlannedService} from '../../graph/search/what-if.ts';
import type {TimeChange} from '../benefit.ts';
import {type JoinedProject, serviceOf} from '../join-project.ts';
import type {Study, StudyPlace, TravelMode} from '../study.ts';
import {baselineOf} from './baseline.ts';
import {afterService, projectTables} from './project-tables.ts';

/** Everything that scoring projects one by one rests on, looked up once. */
export interface ScoreBasis {
  readonly places: readonly StudyPlace[];
  readonly services: readonly PlannedService[];
  /** Times between places today. */
  readonly before: CostTable;
  /** By project: times between places today and with it alone. */
  readonly changes: readonly TimeChange[];
  readonly stopCosts: (project: number) => StopCosts;
}

export function scoreBasis(
  study: Study,
  places: readonly StudyPlace[],
  projects: readonly JoinedProject[],
  mode: Exclude<TravelMode, 'rail'>,
): ScoreBasis {
  const services = projects.map(serviceOf);
  const tables = projectTables(
    baselineOf(study, mode),
    places.map(({snap}) => snap),
    services,
  );
  const {before, stopCosts} = tables;
  return {
    places,
    services,
    stopCosts,
    before,
    changes: services.map((_, k) => ({before, after: afterService(before, stopCosts(k))})),
  };
}
