import {checkTargets} from '../check.ts';
import type {SizeRun} from '../run-size.ts';
import {TARGET_CELLS, TARGETS} from '../targets.ts';
import {figure, table} from './figures.ts';

const VERDICT = {kept: 'kept', near: 'missed, within 30 %', broken: '**broken**'} as const;

/** The promises and what was measured of them. */
export function promiseSection(sizes: readonly SizeRun[]): string {
  const run = sizes.find(({cells}) => cells === TARGET_CELLS);
  const heading = '## Promises';
  if (!run) return `${heading}\n\nThey are made for ${TARGET_CELLS} cells, which were not run.`;
  const rows = checkTargets(TARGETS, run.ours).map(({target, value, verdict}) => [
    target.what,
    value === null ? 'not measured' : `${figure(value)} ${target.unit}`,
    `≤ ${figure(target.limit)} ${target.unit}`,
    VERDICT[verdict],
  ]);
  const nodes = figure(run.nodeCount);
  return `${heading}

On ${nodes} nodes and ${figure(run.arcCount)} arcs. \`npm run bench -- --check\` fails when one is broken, that is missed
by more than 30 %.

${table(['what', 'measured', 'promised', ''], rows)}`;
}

/** Our own list on all sizes, one column a network. */
export function sizeSection(sizes: readonly SizeRun[]): string {
  const insides = new Map(sizes.flatMap(({ours}) => ours.map(({what, inside}) => [what, inside])));
  const rows = [...insides.keys()].map((what) => [
    what,
    ...sizes.map(({ours}) => {
      const line = ours.find((known) => known.what === what);
      return line ? `${figure(line.value)} ${line.unit}` : '–';
    }),
  ]);
  rows.push(['peak memory of the process', ...sizes.map(({peakBytes}) => peakMib(peakBytes))]);
  const failures = sizes.flatMap(({nodeCount, failures}) =>
    failures.map((failure) => `- at ${figure(nodeCount)} nodes: ${failure}`),
  );
  const inside = [...insides].map(([what, text]) => `- ${what}: ${text}`).join('\n');
  return `## Our engine by size

${table(['what', ...sizes.map(({nodeCount}) => `${figure(nodeCount)} nodes`)], rows)}
${failures.length > 0 ? `\n${failures.join('\n')}\n` : ''}
What each time covers:

${inside}`;
}

function peakMib(bytes: number): string {
  return `${figure(bytes / 2 ** 20)} MiB`;
}
