import type {ReportResult} from '../../analysis/rows.ts';
import {circleFinding} from './circle.ts';
import {deadEndFinding} from './dead-ends.ts';
import {densityFinding} from './density.ts';
import {detourFinding} from './detour.ts';
import type {Finding} from './finding.ts';
import {projectFinding} from './projects.ts';

/**
 * The key findings of a report in exactly five sentences, made from its numbers and nothing else: detours,
 * dead ends, the circle, projects, density or what changed. What was not asked or not found is said.
 */
export function findings(result: ReportResult): readonly Finding[] {
  return [
    {section: 'detour', text: detourFinding(result)},
    {section: 'deadends', text: deadEndFinding(result)},
    {section: 'circle', text: circleFinding(result)},
    {section: 'ranking', text: projectFinding(result)},
    densityFinding(result),
  ];
}
