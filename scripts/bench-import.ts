/**
 * Import against its peers, in one run on one machine, ratios first:
 *
 *     npx tsx scripts/bench-import.ts [--cells 125,420] [--extract FILE.osm.pbf]… [--rounds 5] [--out FILE]
 *
 * Makes networks of so many cells (125: a million nodes, 420: 5.4 millions) with the network maker in
 * $GUANTONG_BENCH and writes each as `.osm.pbf`, or takes `.osm.pbf` files that are there. Then runs in
 * turn, ROUNDS times: our import (decode and network), osmium writing the file as OPL to nowhere,
 * osm-pbf-parser-node merely decoding it, and our whole command. Prints a page and writes bench/IMPORT.md.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {contestants} from './bench-import/contestants.ts';
import {makeExtract} from './bench-import/make-extract.ts';
import {measure} from './bench-import/measure.ts';
import {page, type Size} from './bench-import/page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const {values} = parseArgs({
  options: {
    cells: {type: 'string', default: '125,420'},
    extract: {type: 'string', multiple: true},
    rounds: {type: 'string', default: '5'},
    out: {type: 'string', default: join(ROOT, 'bench/IMPORT.md')},
  },
});
const maker = process.env['GUANTONG_BENCH'];
if (maker === undefined && values.extract === undefined) {
  console.log(
    'import bench skipped: set GUANTONG_BENCH to the folder with make-network.mjs, or give --extract',
  );
  process.exit(0);
}

execFileSync('npm', ['run', '--silent', 'build'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
try {
  const load = loadavg()[0]!;
  const sizes: Size[] = [];
  if (values.extract) {
    for (const extract of values.extract) sizes.push(await bench(extract));
  } else {
    for (const cells of values.cells.split(',')) {
      sizes.push(await bench(await makeExtract(maker!, cells, folder)));
    }
  }
  const text = page(sizes, Number(values.rounds), load);
  console.log(text);
  writeFileSync(values.out, text);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** All contestants on one file, in turn, so that a busy minute falls on all of them. */
async function bench(extract: string): Promise<Size> {
  const field = contestants(ROOT, extract, join(folder, 'network.gtn'));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const {name, command, runs} of field) {
      const run = await measure(command);
      runs.push(run);
      console.log(`${name}: ${run.wallS.toFixed(2)} s, CPU ${run.cpuS.toFixed(2)} s ${run.output}`);
    }
  }
  return {extract, field};
}
