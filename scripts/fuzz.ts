/**
 * Feeds wrong input to every reader for as long as it is told, each case in a watched process, and
 * prints what must not happen: a crash, a hang, too much memory, a refusal without place or hint.
 *
 *   npx tsx scripts/fuzz.ts --minutes 10 --seed 1 [--target pbf]
 *   npx tsx scripts/fuzz.ts --target pbf --case 12345    one case again, with its stack
 */
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {type Order, runCase, type Verdict} from '../test/fuzz/child.ts';
import {patrol} from '../test/fuzz/patrol.ts';
import {caseSeed, Random} from '../test/fuzz/random.ts';
import {TARGETS} from '../test/fuzz/targets.ts';

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '1'},
    seed: {type: 'string', default: '1'},
    target: {type: 'string'},
    case: {type: 'string'},
    /** With --case: write the bytes there instead of running them. */
    save: {type: 'string'},
  },
});

function* orders(targets: readonly string[], seed: number, untilMs: number): Generator<Order> {
  for (let i = 0; performance.now() < untilMs; i++) {
    for (const target of targets) yield {target, seed: caseSeed(seed, i)};
  }
}

/** What the fault is, without what differs from case to case. */
function kind({target, text}: Verdict): string {
  return `${target}: ${text.split('\n').slice(0, 3).join(' ').replace(/\d+/g, '#').slice(0, 300)}`;
}

async function longRun(targets: readonly string[]): Promise<number> {
  const untilMs = performance.now() + Number(values.minutes) * 60_000;
  const kinds = new Map<string, Verdict[]>();
  const {results, refusals, faults} = await patrol(
    orders(targets, Number(values.seed), untilMs),
    (verdict) => {
      if (verdict.ended !== 'fault') return;
      const known = kinds.get(kind(verdict)) ?? [];
      kinds.set(kind(verdict), [...known, verdict]);
      if (known.length > 0) return;
      console.log(`--target ${verdict.target} --case ${verdict.seed}\n  ${verdict.text}`);
    },
  );
  for (const [name, cases] of kinds) console.log(`${cases.length} × ${name}`);
  console.log(`${results} results, ${refusals} refusals, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

async function oneCase(target: string, seed: number): Promise<number> {
  if (values.save !== undefined) {
    writeFileSync(values.save, await TARGETS[target]!.make(new Random(caseSeed(seed, 0))));
    return 0;
  }
  const verdict = await runCase({target, seed});
  console.log(`${verdict.ended} ${verdict.text}`);
  return verdict.ended === 'fault' ? 1 : 0;
}

if (values.target !== undefined && !Object.hasOwn(TARGETS, values.target)) {
  console.error(`--target is one of ${Object.keys(TARGETS).join(', ')}`);
  process.exitCode = 2;
} else if (values.case !== undefined) {
  process.exitCode = await oneCase(values.target ?? 'pbf', Number(values.case));
} else {
  process.exitCode = await longRun(
    values.target === undefined ? Object.keys(TARGETS) : [values.target],
  );
}
