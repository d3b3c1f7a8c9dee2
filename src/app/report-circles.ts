import type {Answer} from '../analysis/answer.ts';
import type {LineDrawing} from '../analysis/circle-shape.ts';
import type {CircleRow} from '../analysis/rows.ts';
import {ROAD_RANK} from '../graph/vocabulary.ts';
import {askCircle} from './questions.ts';
import type {Workbench} from './workbench.ts';

/** Cutoffs of the circles of a report: the national one, two and three hours, docs/circles.md. */
export const REPORT_MINUTES: readonly number[] = [60, 120, 180];

/** Roads reached, for a map of the whole region: expressways and trunk roads, to some 150 m. */
const DRAWING: LineDrawing = {rank: ROAD_RANK.trunk, gridDeg: 0.002};

/** The circles of a city by road and, where trains stop, by rail and by the quicker of both. */
export function askReportCircles(
  bench: Workbench,
  ask: {centre: string | undefined; minutes: readonly number[]; byRail: boolean},
): Record<string, Answer<CircleRow>> {
  const {centre, minutes, byRail} = ask;
  if (centre === undefined) return {};
  const modes = byRail ? (['road', 'rail', 'best'] as const) : (['road'] as const);
  return Object.fromEntries(
    modes.map((mode) => [
      `circle ${mode}`,
      askCircle(bench, {
        from: [centre],
        minutes,
        mode,
        withProjects: bench.projects.length > 0,
        drawing: DRAWING,
      }),
    ]),
  );
}
