import type {Answer} from '../../analysis/answer.ts';
import {circle} from '../../analysis/circle.ts';
import type {JoinedProject} from '../../analysis/join-project.ts';
import type {CircleRow} from '../../analysis/rows.ts';
import type {Place} from '../../graph/network.ts';
import {circlePlaces} from '../questions.ts';
import type {Workbench} from '../workbench.ts';
import {joinDrawn} from './drawn-project.ts';
import type {CircleQuestion} from './questions.ts';

/** The circle round a place or a point; with projects switched on or a drawing, before and after them. */
export function deskCircle(
  bench: Workbench,
  ask: CircleQuestion,
  given: readonly JoinedProject[],
  from: Place,
): Answer<CircleRow> {
  const drawn = ask.drawn ? [joinDrawn(bench.study, ask.drawn, bench.allPlaces)] : [];
  const projects = [...given, ...drawn];
  return circle(bench.study, from, {
    minutes: ask.minutes,
    mode: ask.mode,
    places: circlePlaces(bench),
    ...(bench.population && {population: bench.population}),
    ...(projects.length > 0 && {projects}),
  });
}
