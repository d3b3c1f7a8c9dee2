import type {ReportResult} from '../analysis/rows.ts';
import type {Progress} from './progress.ts';
import {makeReport} from './report.ts';
import {SUPPLIED} from './supplied.ts';
import {openWorkbench} from './workbench.ts';

/** The pairs that the planning paper names as going far round, and two coastal ones to hold against. */
const PAIRS = [
  '温州-南平市(延平)',
  '温州-南平市(建阳)',
  '温州-上饶',
  '台州-南平市(延平)',
  '台州-南平市(建阳)',
  '丽水-上饶',
  '温州-宁德',
  '温州-台州',
].join(',');

/** The embedded schematic sample and the registry of planned links, inside the package. */
export const SAMPLE = {
  network: SUPPLIED.sample,
  projects: SUPPLIED.registry,
} as const;

/**
 * The day that the planning paper looks at: its railways and expressways are still plans then. The
 * sample knows later openings; `--as-of` moves the day.
 */
export const DEMO_DAY = 20201130;

/** The whole main job on the embedded sample. */
export async function runDemo(
  asOf: number | undefined,
  progress: Progress,
  command?: string,
): Promise<ReportResult> {
  const bench = await openWorkbench(
    {...SAMPLE, asOf: asOf ?? DEMO_DAY, publishedTimes: true},
    progress,
  );
  return makeReport(bench, {pairs: PAIRS, centre: '温州', command}, progress);
}
