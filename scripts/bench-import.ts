/**
 * Import against its peers, in one run on one machine, ratios first:
 *
 *     GUANTONG_BENCH=<folder of make-network.mjs> npx tsx scripts/bench-import.ts [CELLS] [ROUNDS]
 *
 * Makes a network of CELLS (420: 5.4 million nodes), turns it into an `.osm.pbf`, and runs in turn, ROUNDS
 * times: our import (decode and network), osmium writing it as OPL to nowhere, osm-pbf-parser-node merely
 * decoding it. Prints a table and writes bench/IMPORT.md.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {cpus, loadavg, tmpdir, totalmem} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {measure, median, type Run} from './bench-import/measure.ts';
import {readNetwork} from './big-extract/read-network.ts';
import {writeExtract} from './big-extract/write-extract.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HERE = fileURLToPath(new URL('./bench-import', import.meta.url));
const maker = process.env['GUANTONG_BENCH'];
const cells = process.argv[2] ?? '420';
const rounds = Number(process.argv[3] ?? 5);
const FIXED_BYTES = 1.5e9;
const BYTES_PER_NODE = 60;

if (maker === undefined || !existsSync(join(maker, 'make-network.mjs'))) {
  console.log('import bench skipped: set GUANTONG_BENCH to the folder with make-network.mjs');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
try {
  await bench(maker);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

async function bench(makerFolder: string): Promise<void> {
  const stem = join(folder, `network-${cells}`);
  const extract = `${stem}.osm.pbf`;
  execFileSync(process.execPath, [
    '--max-old-space-size=12000',
    join(makerFolder, 'make-network.mjs'),
    cells,
    stem,
  ]);
  const network = readNetwork(`${stem}.bin`);
  await writeExtract(network, extract, {withInfo: false});
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const ours = 'guantong: decode + network';
  const osmium = 'osmium cat -f opl -o /dev/null';
  const parser = 'osm-pbf-parser-node: decode';
  const commands: Readonly<Record<string, readonly string[]>> = {
    [ours]: [
      process.execPath,
      join(HERE, 'import-once.mjs'),
      join(ROOT, 'dist/import/import-network.js'),
      extract,
    ],
    [osmium]: ['osmium', 'cat', '-f', 'opl', '-O', '-o', '/dev/null', extract],
    [parser]: [process.execPath, join(HERE, 'decode-once.mjs'), extract],
  };
  const runs = new Map<string, Run[]>(Object.keys(commands).map((name) => [name, []]));
  const load = loadavg()[0]!;
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const run = await measure(command);
      runs.get(name)!.push(run);
      console.log(`${name}: ${run.wallS.toFixed(2)} s, CPU ${run.cpuS.toFixed(2)} s ${run.output}`);
    }
  }
  const middle = (name: string, of: (run: Run) => number): number =>
    median(runs.get(name)!.map(of));
  const least = (name: string, of: (run: Run) => number): number =>
    Math.min(...runs.get(name)!.map(of));
  const rows = Object.keys(commands).map((name) => {
    const wall = middle(name, (run) => run.wallS);
    const peak = Math.max(...runs.get(name)!.map((run) => run.peakBytes));
    return `| ${name} | ${wall.toFixed(2)} | ${least(name, (run) => run.wallS).toFixed(2)} | ${middle(name, (run) => run.cpuS).toFixed(2)} | ${(peak / 1e6).toFixed(0)} | ${(middle(ours, (run) => run.wallS) / wall).toFixed(2)} |`;
  });
  const peak = Math.max(...runs.get(ours)!.map((run) => run.peakBytes));
  const allowed = FIXED_BYTES + BYTES_PER_NODE * network.nodes;
  const ratio = (peer: string): number =>
    median(runs.get(ours)!.map((run, i) => run.wallS / runs.get(peer)![i]!.wallS));
  const verdicts: [text: string, figure: number, limit: number][] = [
    ['time against osmium', ratio(osmium), 2],
    ['time against osm-pbf-parser-node', ratio(parser), 1],
    ['peak memory against 1.5 GB + 60 bytes a node', peak / allowed, 1],
  ];
  const text = [
    '# Import against its peers',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}; load ${load.toFixed(1)} when it began; ${rounds} rounds in turn.`,
    '',
    `\`${cells}\` cells: ${network.nodes} nodes, ${statSync(extract).size} bytes of \`.osm.pbf\`. Compare within this table only.`,
    '',
    '| program | wall s (median) | least | CPU s | peak MB | ours ÷ it |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    ...verdicts.map(
      ([what, figure, limit]) =>
        `- ${figure <= limit ? 'held' : '**missed**'}: ${what} ${figure.toFixed(2)} (at most ${limit}; median of the rounds)`,
    ),
    '',
    'Made by `scripts/bench-import.ts`.',
    '',
  ].join('\n');
  console.log(text);
  mkdirSync(join(ROOT, 'bench'), {recursive: true});
  writeFileSync(join(ROOT, 'bench/IMPORT.md'), text);
}
