import type {Answer} from '../analysis/answer.ts';
import {lowestLevel} from '../analysis/dead-ends/levels.ts';
import type {DeadEndRow, DetourRow, Sentence} from '../analysis/rows.ts';
import type {EdgeClass} from '../graph/vocabulary.ts';
import {askDeadEnds, askDetour} from './questions.ts';
import type {Workbench} from './workbench.ts';

/** What the report and the page's overview ask alike. */

/** All pairs of cities; the pairs asked for are shown first and added when they are not among them. */
export function withHeadlines(
  bench: Workbench,
  pairs: string | undefined,
): {answer: Answer<DetourRow>; headlines: [string, string][]} {
  const all = askDetour(bench, {});
  const asked = pairs === undefined ? null : askDetour(bench, {pairs});
  const worst = [...all.rows]
    .filter((row) => row.fastest?.detourIndex != null)
    .sort((a, b) => b.fastest!.detourIndex! - a.fastest!.detourIndex!)
    .slice(0, 5);
  const headlines = (asked?.rows ?? worst).map((row): [string, string] => [row.from, row.to]);
  const key = (row: DetourRow): string => [row.from, row.to].sort().join(' ');
  const own = new Set((asked?.rows ?? []).map(key));
  const rest = all.rows.filter((row) => !own.has(key(row)));
  return {answer: {...all, rows: [...(asked?.rows ?? []), ...rest]}, headlines};
}

/**
 * Dead ends down to the lowest level that the network has lines of; a region without borders still gets
 * its report, and the section says why it is empty.
 */
export function deadEndsIfBorders(
  bench: Workbench,
  minClass?: EdgeClass | undefined,
): Answer<DeadEndRow> {
  const level = lowestLevel(bench.study.network);
  if (level !== null) return askDeadEnds(bench, {level, class: minClass});
  const sentence: Sentence = {
    id: 'no-border',
    zh: '没有边界数据，未作断头路分析',
    en: 'no borders in the data: dead ends were not looked for',
  };
  return {rows: [], parameters: {}, assumptions: [], warnings: [sentence]};
}
