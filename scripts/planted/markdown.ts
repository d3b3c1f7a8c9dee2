import type {Outcome} from './judge.ts';
import {KINDS} from './kinds/all.ts';
import {TRUTHS} from './plan.ts';
import {COLUMNS, rateOf, type Verdict} from './score.ts';

/** Bounds for what a planner acts on: a road that really is missing. */
export const BOUNDS = {recall: 0.98, precision: 0.95} as const;

/** The section of docs/dead-ends.md: what was planted, and as what it was told. */
export function planted(outcomes: readonly Outcome[]): string {
  const scores = outcomes.map(({score}) => score);
  const verdicts = scores.flatMap((score) => score.verdicts);
  return [
    networks(outcomes),
    'Confusion matrix: rows are the truth, columns what the finding says.',
    table(
      ['planted', 'n', ...COLUMNS],
      TRUTHS.map((truth) => {
        const own = verdicts.filter(({plant}) => plant.truth === truth);
        return [truth, own.length, ...COLUMNS.map((column) => told(own, column))];
      }),
    ),
    table(
      ['cause', 'planted', 'right', 'told', 'recall', 'precision'],
      TRUTHS.filter((truth) => truth !== 'decoy').map((truth) => {
        const rate = rateOf(scores, truth);
        return [
          truth,
          rate.planted,
          rate.right,
          rate.told,
          share(rate.recall),
          share(rate.precision),
        ];
      }),
    ),
    'By kind of plant:',
    table(
      ['truth', 'kind', 'n', 'told as'],
      kindsOf(verdicts).map(({truth, name}) => {
        const own = verdicts.filter(({plant}) => plant.kind === name);
        return [truth, name, own.length, listed(own)];
      }),
    ),
  ].join('\n\n');
}

/** The kinds that are planted at sites, and those that a network is made of. */
function kindsOf(verdicts: readonly Verdict[]): {truth: string; name: string}[] {
  const names = new Map(KINDS.map(({name, truth}) => [name, truth as string]));
  const truths: readonly string[] = TRUTHS;
  for (const {plant} of verdicts) names.set(plant.kind, plant.truth);
  return [...names]
    .map(([name, truth]) => ({name, truth}))
    .sort((a, b) => truths.indexOf(a.truth) - truths.indexOf(b.truth));
}

function networks(outcomes: readonly Outcome[]): string {
  const names = [...new Set(outcomes.map(({trial}) => trial.name))];
  return table(
    ['network', 'seeds', 'plants', 'missing links', 'recall', 'precision', 'stray', 'before'],
    names.map((name) => {
      const own = outcomes.filter(({trial}) => trial.name === name);
      const scores = own.map(({score}) => score);
      const rate = rateOf(scores, 'missing-link');
      return [
        name,
        own.map(({trial}) => trial.seed).join(', '),
        own.flatMap(({planted: {plants}}) => plants).length,
        rate.planted,
        share(rate.recall),
        share(rate.precision),
        scores.flatMap(({stray}) => stray).length,
        scores.map(({before}) => before).reduce((sum, n) => sum + n, 0),
      ];
    }),
  );
}

function told(verdicts: readonly Verdict[], column: string): string {
  const count = verdicts.filter((verdict) => verdict.told === column).length;
  return count === 0 ? '·' : String(count);
}

function listed(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) counts.set(verdict.told, (counts.get(verdict.told) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
