/**
 * Judges the search for dead ends on planted truth: `npx tsx scripts/planted-truth.ts [--write]`. Plants
 * known dead ends and decoys at borders of made-up networks and, with GUANTONG_DATA, of real ones; imports
 * them; sets the findings against the plants. Prints the tables; `--write` puts them into docs/dead-ends.md.
 * Ends with 1 when the bounds for missing links do not hold.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {findingsOf, judge, judgeDivided, type Outcome, type Trial} from './planted/judge.ts';
import {BOUNDS, planted} from './planted/markdown.ts';
import {rateOf} from './planted/score.ts';
import {generatedTrial, liechtensteinTrial, zheMinGanTrial} from './planted/trials.ts';

const DOC = new URL('../docs/dead-ends.md', import.meta.url);
const MARKS = [
  '<!-- planted truth: written by scripts/planted-truth.ts -->',
  '<!-- end -->',
] as const;
const DATA = process.env['GUANTONG_DATA'];
const SEEDS = {
  generated: range(16),
  zheMinGan: range(5),
  liechtenstein: range(12),
  divided: range(8),
};

function range(count: number): number[] {
  return Array.from({length: count}, (_, i) => i + 1);
}

async function* trials(): AsyncGenerator<Trial> {
  for (const seed of SEEDS.generated) yield generatedTrial(seed);
  if (DATA === undefined || DATA === '') {
    console.error('GUANTONG_DATA is not set: 浙闽赣 and Liechtenstein are left out.');
    return;
  }
  for (const seed of SEEDS.zheMinGan) yield await zheMinGanTrial(DATA, seed);
  const liechtenstein = await liechtensteinTrial(DATA, 0);
  for (const seed of SEEDS.liechtenstein) yield {...liechtenstein, seed};
}

const outcomes: Outcome[] = [];
/** Findings of the networks without plants: several seeds may share one. */
const bare = new WeakMap<Trial['data'], ReturnType<typeof findingsOf>>();
for await (const trial of trials()) {
  const findings = bare.get(trial.data) ?? findingsOf(trial.data, trial.level);
  bare.set(trial.data, findings);
  outcomes.push(await judge(trial, findings));
  console.error(`${trial.name} ${trial.seed}: ${outcomes.at(-1)!.planted.plants.length} plants`);
}
for (const seed of SEEDS.divided) outcomes.push(await judgeDivided(seed));
const text = planted(outcomes);
console.log(text);
if (process.argv.includes('--write')) {
  const doc = readFileSync(DOC, 'utf8');
  const [start, end] = [doc.indexOf(MARKS[0]), doc.indexOf(MARKS[1])];
  if (start < 0 || end < start) throw new Error('docs/dead-ends.md has lost its marks');
  writeFileSync(DOC, `${doc.slice(0, start)}${MARKS[0]}\n\n${text}\n\n${doc.slice(end)}`);
}
const {recall, precision} = rateOf(
  outcomes.map(({score}) => score),
  'missing-link',
);
const holds = (recall ?? 0) >= BOUNDS.recall && (precision ?? 0) >= BOUNDS.precision;
console.error(
  `missing links: recall ${recall}, precision ${precision}: ${holds ? 'holds' : 'FAILS'}`,
);
process.exitCode = holds ? 0 : 1;
