import type {JoinedProject} from '../../analysis/join-project.ts';
import {byRail, tripsWith} from '../../analysis/taken-for-built.ts';
import type {Place} from '../../graph/network.ts';
import {resultOf} from '../provenance.ts';
import {askRoute} from '../questions.ts';
import type {Workbench} from '../workbench.ts';
import type {TripAnswer} from './desk.ts';
import type {RouteQuestion} from './questions.ts';

/** Today's way by road, and the trip in the mode asked for, today and with the projects switched on. */
export function deskRoute(
  bench: Workbench,
  {mode}: RouteQuestion,
  given: readonly JoinedProject[],
  [from, to]: readonly [string, string],
): TripAnswer {
  const answer = askRoute(bench, {from, to});
  const ends: readonly [Place, Place] = [bench.find(from), bench.find(to)];
  return {...resultOf('route', bench.study, answer, {files: bench.files}), mode, change: changed()};

  function changed(): TripAnswer['change'] {
    if (mode === 'rail') return byRail(bench.study, given, [ends])[0]!;
    const trips = tripsWith(bench.study, mode, given, ends);
    const route = trips.way(0, 1);
    return {...trips.change(0, 1), ...(route && {route})};
  }
}
