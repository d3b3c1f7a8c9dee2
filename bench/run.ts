import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {checkTargets} from './check.ts';
import {typescript} from './engines.ts';
import {type Kept, readKept, withSize} from './kept.ts';
import {type Options, readOptions} from './options.ts';
import type {MemoryLine} from './protocol.ts';
import {agreementOf} from './report/agreement.ts';
import {resultsPage} from './report/results.ts';
import {runChild} from './run-child.ts';
import {runSize, type SizeRun} from './run-size.ts';
import {TARGET_CELLS, TARGETS} from './targets.ts';

/** `npm run bench`: see README.md. */
const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const options = readOptions(process.argv.slice(2), RESULTS);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const tell = (text: string): void => console.error(text);

if (options.maker === null) {
  console.log(
    'bench skipped: no network maker (set GUANTONG_BENCH to the folder with make-network.mjs)',
  );
  if (options.check) process.exitCode = 1;
} else {
  await bench({...options, maker: options.maker});
}

async function bench(all: Options & {readonly maker: string}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  let kept = readKept(all.keep);
  if (all.parts.has('memory')) kept = {...kept, limits: await memoryLimits()};
  for (const size of onlyMemory(all) ? [] : all.sizes) {
    kept = withSize(kept, await runSize(size, all, folder, tell));
    // Written after every network, so that an interrupted run leaves what it found.
    record(all, kept);
  }
  record(all, kept);
  const {sizes} = kept;
  console.log(pageOf(kept));
  if (all.out !== null) tell(`written: ${relative('.', all.out)}`);
  const faults = [...disagreements(sizes), ...(all.check ? brokenPromises(sizes) : [])];
  for (const fault of faults) console.log(`FAILED: ${fault}`);
  if (all.check && faults.length === 0) console.log('All promises are kept.');
  if (faults.length > 0) process.exitCode = 1;
}

function onlyMemory({parts}: Options): boolean {
  return parts.size === 1 && parts.has('memory');
}

async function memoryLimits(): Promise<MemoryLine[]> {
  const memory = await runChild(typescript('./children/memory.ts', 1_000), {
    seconds: 120,
    bytes: 8 * 2 ** 30,
  });
  tell(`memory limits: ${memory.failure ?? 'done'} (${memory.seconds.toFixed(0)} s)`);
  return memory.lines.filter((line): line is MemoryLine => line.kind === 'memory');
}

function pageOf({sizes, limits}: Kept): string {
  return resultsPage(sizes, limits, new Date());
}

function record({keep, out}: Options, kept: Kept): void {
  if (keep !== null) writeFileSync(keep, JSON.stringify(kept));
  if (out !== null) writeFileSync(out, pageOf(kept));
}

/** Our own costs must be Dijkstra's; a peer's that differ are stated in the results. */
function disagreements(sizes: readonly SizeRun[]): string[] {
  return sizes.flatMap(({nodeCount, engines, failures}) => {
    const own = engines.find(({name}) => name === 'guantong');
    const different = own ? agreementOf(own, engines).different : [];
    const where = `at ${nodeCount} nodes`;
    return [
      ...different.map((question) => `${where} our costs for ${question} are not Dijkstra's`),
      ...failures.map((failure) => `${where}: ${failure}`),
      ...(own?.ran.failure ? [`${where}: ${own.ran.failure}`] : []),
    ];
  });
}

function brokenPromises(sizes: readonly SizeRun[]): string[] {
  const run = sizes.find(({cells}) => cells === TARGET_CELLS);
  if (!run) return [`the promises are made for ${TARGET_CELLS} cells, which were not run`];
  return checkTargets(TARGETS, run.ours)
    .filter(({verdict}) => verdict === 'broken')
    .map(({target, value}) => {
      const measured = value === null ? 'not measured' : `${value.toFixed(3)} ${target.unit}`;
      return `${target.what}: ${measured}, promised ≤ ${target.limit} ${target.unit}`;
    });
}
