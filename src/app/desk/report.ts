import type {JoinedProject} from '../../analysis/join-project.ts';
import type {Sentence} from '../../analysis/rows.ts';
import {renderHtml} from '../../report/html/page.ts';
import type {Progress} from '../progress.ts';
import {makeReport, type ReportOptions} from '../report.ts';
import {REPORT_MINUTES} from '../report-circles.ts';
import type {Workbench} from '../workbench.ts';
import type {ReportAnswer} from './desk.ts';
import {drawnIdBeside, drawnSheet, joinDrawn} from './drawn-project.ts';
import type {ReportQuestion} from './questions.ts';

/**
 * The report of what the page shows: its day, its centre, the registry (or only the projects switched
 * on) and the drawing as one more project. On the state that the page opens with it is the page that
 * `guantong report` makes with the same options, byte for byte.
 */
export function deskReport(
  bench: Workbench,
  ask: ReportQuestion,
  given: readonly JoinedProject[],
  {command, ...options}: ReportOptions,
  progress: Progress,
): ReportAnswer {
  const id = drawnIdBeside(bench.projects);
  const drawn = ask.drawn ? [joinDrawn(bench.study, ask.drawn, bench.allPlaces, id)] : [];
  const projects = [...(ask.scope === 'on' ? given : bench.projects), ...drawn];
  const made = makeReport(
    {...bench, projects, projectWarnings: [...said(ask, given), ...bench.projectWarnings]},
    {
      ...options,
      minutes: cutoffs(ask.minutes, options.minutes),
      centre: ask.centre ?? options.centre,
      // No command line would give what was drawn or chosen in the page.
      ...(isAsOpened(ask, options) && {command}),
    },
    progress,
  );
  // What the planner says of the drawing stands where a file speaks of the others.
  const sheets = [...(made.projectSheets ?? []), ...(ask.drawn ? [drawnSheet(ask.drawn, id)] : [])];
  const result = {...made, projectSheets: sheets};
  progress.step('write');
  const day = result.provenance.asOf ?? result.provenance.dataDate;
  return {
    name: `guantong${day === null ? '' : `-${day}`}.html`,
    html: renderHtml(result, ask.lang),
  };
}

/** The cutoffs of the report, that of the slider among them. */
function cutoffs(slider: number, minutes: readonly number[] = REPORT_MINUTES): number[] {
  return [...new Set([slider, ...minutes])].sort((a, b) => a - b);
}

function isAsOpened(ask: ReportQuestion, {minutes = REPORT_MINUTES}: ReportOptions): boolean {
  const {asOf, centre, drawn, scope} = ask;
  return (
    (asOf ?? centre ?? drawn) === undefined && scope === 'all' && minutes.includes(ask.minutes)
  );
}

/** What of the report is not in the files it names. */
function said({drawn, scope}: ReportQuestion, given: readonly JoinedProject[]): Sentence[] {
  const names = given.map(({project}) => project.name);
  return [
    ...(drawn
      ? [
          {
            id: 'drawn-project',
            zh: `方案“${drawn.name}”由使用者在页面上绘制，其线位、速度与造价均为假设`,
            en: `"${drawn.name}" was drawn on the page: its course, speed and cost are assumptions`,
          },
        ]
      : []),
    ...(scope === 'on'
      ? [
          {
            id: 'only-switched-on',
            zh: `项目表中只取页面上勾选的：${names.join('、') || '无'}`,
            en: `of the registry only what was switched on in the page: ${names.join(', ') || 'none'}`,
          },
        ]
      : []),
  ];
}
