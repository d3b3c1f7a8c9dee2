import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readBenchNetwork} from './network-file.ts';
import {type Measured, measureOurs} from './ours.ts';
import {measureStored} from './stored.ts';

/**
 * `npm run bench -- [--maker FILE] [--cells 22,125] [--stored] [--check]`: makes the bench networks
 * and measures the engine on them, with `--stored` also the opening of a file. The maker is a script `make-network.mjs CELLS OUT`, named here or by
 * GUANTONG_BENCH (the file or its folder). `--check` fails when a promise is missed by over 30 %.
 */
const SLACK = 1.3;

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function makerFile(): string | null {
  const named = option('maker') ?? process.env['GUANTONG_BENCH'];
  if (named === undefined || !existsSync(named)) return null;
  return statSync(named).isDirectory() ? join(named, 'make-network.mjs') : named;
}

function lineOf({what, inside, value, unit, limit, ms}: Measured): string {
  const digits = value < 1 ? 4 : 2;
  const figure = `${value.toFixed(digits)} ${unit}`;
  const time = ms === undefined ? '' : `${ms.toFixed(2)} ms`;
  const promise = limit === undefined ? '' : `${value <= limit ? '≤' : '>'} ${limit}`;
  return `| ${what} | ${figure} | ${promise} | ${time} | ${inside} |`;
}

const maker = makerFile();
if (maker === null) {
  console.log(
    'skipped: no network maker; name it with --maker FILE or GUANTONG_BENCH (a script make-network.mjs CELLS OUT)',
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const missed: string[] = [];
  try {
    for (const cells of (option('cells') ?? '22,125').split(',')) {
      const out = join(folder, `network-${cells}`);
      execFileSync(process.execPath, [maker, cells, out]);
      const network = readBenchNetwork(`${out}.bin`);
      const {nodeCount, head} = network.graph;
      console.log(`\n## ${nodeCount} nodes, ${head.length} arcs\n`);
      console.log('| what | measured | promised | time | inside |\n|---|---|---|---|---|');
      const stored = process.argv.includes('--stored') ? measureStored(network, `${out}.gtn`) : [];
      for (const line of [...measureOurs(network), ...stored]) {
        console.log(lineOf(line));
        if (line.limit !== undefined && line.value > line.limit * SLACK) missed.push(line.what);
      }
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  console.log(`\nmissed by more than 30 %: ${missed.join('; ') || 'nothing'}`);
  if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1;
}
