import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {surveyDeadEnds} from '../src/analysis/dead-ends/find.ts';
import type {LonLat} from '../src/geo/line.ts';
import {compileNetwork} from '../src/graph/compile.ts';
import type {BorderLine, Network} from '../src/graph/network.ts';
import {NetworkBuilder} from '../src/graph/network-builder.ts';
import {growTree} from '../src/graph/search/dijkstra.ts';
import {CHINA_CAR} from '../src/graph/speed.ts';

/**
 * How long the dead ends of a synthetic network of about 10⁵, 3·10⁵ and 10⁶ nodes take, as a ratio to
 * a one-to-all search by plain Dijkstra (D) on the same network: `tsx bench/dead-ends.ts [cells …]`,
 * with `GUANTONG_BENCH` = the folder of make-network.mjs. The network has a border of stubs; 50 lines
 * are 25 pieces of that border and 25 county lines across the roads.
 */
const CELLS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [22, 50, 125];
const STEP_DEG = 0.02;
const [WEST, SOUTH] = [60, 40];
const CLASSES = [
  'motorway',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'motorway_link',
] as const;
const ONEWAY = 128;
const PIECES = 25;
const RUNS = 3;

const folder = process.env['GUANTONG_BENCH'];
if (!folder) throw new Error('set GUANTONG_BENCH to the folder of make-network.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'dead-ends-'));
try {
  console.log('| nodes | edges | tips | findings | dead ends, s | D, ms | dead ends / D |');
  console.log('|---|---|---|---|---|---|---|');
  for (const cells of CELLS) console.log(measure(cells));
} finally {
  rmSync(scratch, {recursive: true});
}

function measure(cells: number): string {
  const file = join(scratch, 'network.bin');
  const maker = resolve(folder!, 'make-network.mjs');
  spawnSync(process.execPath, [maker, String(cells), join(scratch, 'network')], {stdio: 'inherit'});
  const network = read(file, cells);
  const road = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
  const d = median(() => growTree(road, [{node: Math.floor(network.nodes.count / 2), cost: 0}]));
  let found = {tips: 0, rows: 0};
  const ms = median(() => {
    const {rows, tally} = surveyDeadEnds(network, {level: 'county', road});
    found = {tips: tally.tips, rows: rows.length};
  });
  const {nodes, edges} = network;
  return `| ${nodes.count} | ${edges.count} | ${found.tips} | ${found.rows} | ${(ms / 1000).toFixed(2)} | ${d.toFixed(0)} | ${(ms / d).toFixed(1)} |`;
}

function median(run: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const from = performance.now();
    run();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

/** Arcs of the file as edges: a road in both directions is one edge. */
function read(path: string, cells: number): Network {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [, n, m, cities] = new Uint32Array(buffer, 0, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  let at = 16;
  const take = (size: number): number => {
    at += size;
    return at - size;
  };
  const padded = (count: number): number => (count + 3) & ~3;
  const lon = new Float32Array(buffer, take(4 * n), n);
  const lat = new Float32Array(buffer, take(4 * n), n);
  take(padded(n)); // country
  const tail = new Uint32Array(buffer, take(4 * m), m);
  const head = new Uint32Array(buffer, take(4 * m), m);
  take(4 * m); // cost
  const cls = new Uint8Array(buffer, take(padded(m)), m);
  take(4 * cities);
  const builder = new NetworkBuilder();
  for (let u = 0; u < n; u++) builder.addNode(lon[u]!, lat[u]!);
  for (let a = 0; a < m; a++) {
    const oneway = (cls[a]! & ONEWAY) !== 0;
    if (!oneway && tail[a]! > head[a]!) continue;
    builder.addEdge({from: tail[a]!, to: head[a]!, class: CLASSES[cls[a]! & 127]!, oneway});
  }
  return builder.finish({borders: borderLines(cells)});
}

/** The maker's border between its two countries, cut in pieces, and county lines across the land. */
function borderLines(cells: number): BorderLine[] {
  const place = (i: number, j: number): LonLat => [WEST + i * STEP_DEG, SOUTH + j * STEP_DEG];
  const border = (j: number): number =>
    Math.round(cells / 2 + (cells / 12) * Math.sin((j / cells) * 6)) + 0.5;
  const line = (level: number, points: LonLat[]): BorderLine => {
    return {level, sides: [], osmWayIds: [], line: points};
  };
  const main = Array.from({length: cells + 1}, (_, j) => place(border(j), j));
  const lines: BorderLine[] = [];
  const size = Math.ceil(cells / PIECES);
  for (let from = 0; from < cells; from += size)
    lines.push(line(4, main.slice(from, from + size + 1)));
  for (let k = 0; lines.length < 2 * PIECES; k++) {
    const across = ((k + 0.5) * cells) / PIECES;
    const points = Array.from({length: cells + 1}, (_, i) => place(i, across));
    lines.push(line(6, points));
  }
  return lines;
}
