/**
 * How fast the page's server answers: `npx tsx bench/page.ts NETWORK [options of guantong serve …]` after
 * `npm run build`, with NETWORK a `.gtn` or a `.bin` of the network maker (README.md), of which a network
 * with sixty towns is made. Prints one table: what the page waits for before it draws its map; tiles nobody
 * has asked for, the first of them; the finished answer; the first drawing right after it, with what it waited
 * for; drawings and tiles side by side (on a large network without a stored engine that one is still being built
 * then: it is begun with the opening and takes as long as some sixty plain searches); drawings in every mode while
 * a point moves (first, median, 95th percentile); the memory of the server after the first answer, at most, and
 * over 180 redraws, beside it what is still held after a full collection when the same drawings are asked of a desk
 * in this process: growth of the first alone is rubbish not yet collected. The machine has a say in all of it.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {openDesk} from '../src/app/desk/open-desk.ts';
import {SILENT} from '../src/app/progress.ts';
import {encodeNetwork} from '../src/graph/file/encode.ts';
import type {Place} from '../src/graph/network.ts';
import type {About, DrawAnswer, Overview, StreamLine} from '../src/server/contract.ts';
import {readNetwork} from './made-network.ts';
import {median, seededRandom} from './stopwatch.ts';

const BIN = fileURLToPath(new URL('../bin/guantong.js', import.meta.url));
const REDRAWS = 60;
const TILES = 200;
const ZOOMS = [5, 6, 7, 8, 9, 10, 11, 12] as const;
const TOWNS_A_SIDE = {x: 10, y: 6} as const;

const [source, ...options] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: bench/page.ts NETWORK [options of serve]');
const scratch = mkdtempSync(join(tmpdir(), 'page-bench-'));
try {
  console.log('| what | measured |');
  console.log('|---|---|');
  const network = source.endsWith('.bin') ? made(source) : source;
  await measure(network);
  await held(network);
} finally {
  rmSync(scratch, {recursive: true});
}

/** A network file of a made network, with towns all over it. */
function made(path: string): string {
  const network = readNetwork(path, ([west, south, east, north]) => ({
    meta: {bbox: [west, south, east, north]},
    places: Array.from({length: TOWNS_A_SIDE.x * TOWNS_A_SIDE.y}, (_, i): Place => {
      const [x, y] = [i % TOWNS_A_SIDE.x, Math.floor(i / TOWNS_A_SIDE.x)];
      return {
        osmId: null,
        name: `town ${x}/${y}`,
        altNames: [],
        kind: i % 7 === 0 ? 'city' : 'town',
        lon: west + ((x + 0.5) / TOWNS_A_SIDE.x) * (east - west),
        lat: south + ((y + 0.5) / TOWNS_A_SIDE.y) * (north - south),
        population: 10_000 * (1 + (i % 9)),
        populationDate: null,
        province: null,
      };
    }),
  }));
  const file = join(scratch, 'made.gtn');
  writeFileSync(file, encodeNetwork(network));
  return file;
}

async function measure(network: string): Promise<void> {
  const started = performance.now();
  const {url, child} = await serve(network);
  try {
    row('from the command to the address', seconds(performance.now() - started));
    const asked = performance.now();
    const about = (await (await fetch(`${url}api/v1/about`)).json()) as About;
    row('what the page waits for, asked at once', ms(performance.now() - asked));
    await tilesOf(url, about, {what: 'tiles', seed: 1, count: TILES});
    const opening = performance.now();
    const overview = await ask<Overview>(url, 'overview', {mode: 'road'});
    row('finished answer, the first', seconds(performance.now() - opening));
    row('memory after the first answer', `${memoryMib(child.pid!, 'VmRSS').toFixed(0)} MiB`);
    const waited = await firstDrawing(url, about, overview);
    row('first drawing, right after that', `${ms(waited.ms)} (${waited.steps.join(', ')})`);
    row('from the command to its numbers', seconds(performance.now() - started));
    await sideBySide(url, about, overview);
    for (const mode of about.hasRail ? (['road', 'rail', 'best'] as const) : (['road'] as const)) {
      await redraw(url, about, overview, mode, child.pid!);
    }
    row('memory at most', `${memoryMib(child.pid!, 'VmHWM').toFixed(0)} MiB`);
  } finally {
    child.kill();
  }
}

function serve(network: string): Promise<{url: string; child: ChildProcess}> {
  const child = spawn(process.execPath, [BIN, 'serve', network, ...options, '-q']);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) resolve({url, child});
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', () => reject(new Error(said)));
  });
}

/** Tiles at random places of the network, all zooms alike, none of them twice; the first as a page opens with it. */
async function tilesOf(
  url: string,
  {bbox, places}: About,
  {what, seed, count}: {readonly what: string; readonly seed: number; readonly count: number},
): Promise<void> {
  const box = bbox ?? [places[0]!.lon, places[0]!.lat, places[0]!.lon, places[0]!.lat];
  const random = seededRandom(seed);
  const address = (z: number): string => {
    const lon = box[0] + random() * (box[2] - box[0]);
    const rad = ((box[1] + random() * (box[3] - box[1])) * Math.PI) / 180;
    const y = (1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2;
    return `${z}/${Math.floor(((lon + 180) / 360) * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
  };
  const time = async (tile: string): Promise<number> => {
    const start = performance.now();
    await (await fetch(`${url}tiles/${tile}.pbf`)).arrayBuffer();
    return performance.now() - start;
  };
  if (seed === 1) row('first tile', ms(await time(address(6))));
  const asked = new Set<string>();
  for (let i = 0; i < count; i++) asked.add(address(ZOOMS[i % ZOOMS.length]!));
  const times: number[] = [];
  for (const tile of asked) times.push(await time(tile));
  row(`${what}, ${times.length} different, median`, ms(median(times)));
  row(`${what}, 95th percentile`, ms(percentile(times, 0.95)));
}

/** What whoever draws as soon as the page has its answer waits for, and what the page says meanwhile. */
async function firstDrawing(
  url: string,
  {places}: About,
  {headlinePairs}: Overview,
): Promise<{ms: number; steps: readonly string[]}> {
  const drawn = {name: 'bench', mode: 'road', grade: 'expressway', line: movedLine(places, 0)};
  const start = performance.now();
  const body = {mode: 'road', drawn, pairs: headlinePairs, sequence: 0, page: 'bench-first'};
  const {steps} = await told<DrawAnswer>(url, 'draw', body);
  return {ms: performance.now() - start, steps: steps.length === 0 ? ['no wait'] : steps};
}

/** Drawings as long as tiles are asked for too. */
async function sideBySide(url: string, about: About, {headlinePairs}: Overview): Promise<void> {
  let asking = true;
  const tiles = tilesOf(url, about, {what: 'tiles beside drawings', seed: 2, count: TILES / 2});
  const asked = tiles.then(() => {
    asking = false;
  });
  const times: number[] = [];
  for (let i = 1; asking; i++) {
    const drawn = {name: 'bench', mode: 'road', line: movedLine(about.places, i)};
    const body = {mode: 'road', drawn, pairs: headlinePairs, sequence: i, page: 'bench-first'};
    const start = performance.now();
    await ask<DrawAnswer>(url, 'draw', body);
    times.push(performance.now() - start);
  }
  await asked;
  row(`drawings beside these, ${times.length}, median`, ms(median(times)));
}

/** A line through four places of which a point moves with every redraw, as under a mouse. */
async function redraw(
  url: string,
  {places}: About,
  {headlinePairs}: Overview,
  mode: 'road' | 'rail' | 'best',
  pid: number,
): Promise<void> {
  const times: number[] = [];
  const memory: number[] = [];
  for (let i = 0; i < 3 * REDRAWS; i++) {
    const line = movedLine(places, i);
    const drawn = {name: 'bench', mode: 'road', grade: 'expressway', line};
    const body = {mode, drawn, pairs: headlinePairs, sequence: i, page: `bench-${mode}`};
    const start = performance.now();
    const answer = await ask<DrawAnswer>(url, 'draw', body);
    times.push(performance.now() - start);
    if (!answer.joins) throw new Error('the line of the bench joins nothing');
    if ((i + 1) % REDRAWS === 0) memory.push(memoryMib(pid, 'VmRSS'));
  }
  const [first, ...later] = times;
  row(`draw, ${mode}, first`, ms(first!));
  row(`draw, ${mode}, median`, ms(median(later)));
  row(`draw, ${mode}, 95th percentile`, ms(percentile(later, 0.95)));
  const after = memory.map((mib) => mib.toFixed(0)).join(', ');
  row(`memory after ${REDRAWS}, ${2 * REDRAWS}, ${3 * REDRAWS} redraws, ${mode}`, `${after} MiB`);
}

/** Mebibytes of the heap and of typed arrays that a desk still holds after a full collection, over redraws by road. */
async function held(network: string): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const desk = await openDesk({network}, SILENT);
  const watch = {signal: new AbortController().signal, step: () => {}};
  const {places} = await desk.about();
  const rest = {mode: 'road', pairs: [], minutes: 60, projects: []} as const;
  const after: string[] = [];
  for (let i = 0; i < 3 * REDRAWS; i++) {
    const line = movedLine(places, i);
    const drawn = {name: 'bench', mode: 'road', grade: 'expressway', status: 'idea', line} as const;
    await desk.draw({...rest, drawn}, watch);
    if ((i + 1) % REDRAWS !== 0) continue;
    collect();
    // What a collection frees of typed arrays it hands back a little later.
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
    const {heapUsed, arrayBuffers} = process.memoryUsage();
    after.push(((heapUsed + arrayBuffers) / 2 ** 20).toFixed(1));
  }
  row(
    `held after ${REDRAWS}, ${2 * REDRAWS}, ${3 * REDRAWS} redraws, road`,
    `${after.join(', ')} MiB`,
  );
}

/** A line through four places, of which one point moves from drawing to drawing. */
function movedLine(places: About['places'], i: number): [number, number][] {
  const moved = 0.0005 * i;
  return [0, 1, 2, 3].map((k) => {
    const {lon, lat} = places[Math.floor((k * places.length) / 4)]!;
    return k === 2 ? [lon + moved, lat - moved] : [lon, lat];
  });
}

async function ask<T>(url: string, question: string, body: unknown): Promise<T> {
  return (await told<T>(url, question, body)).result;
}

/** The answer with the steps that were told on the way. */
async function told<T>(
  url: string,
  question: string,
  body: unknown,
): Promise<{result: T; steps: string[]}> {
  const response = await fetch(`${url}api/v1/${question}`, {
    method: 'POST',
    headers: {'x-guantong': '1'},
    body: JSON.stringify(body),
  });
  const lines = (await response.text()).trim().split('\n');
  const said = lines.map((line) => JSON.parse(line) as StreamLine<T>);
  const last = said.at(-1)!;
  if (!('result' in last)) throw new Error(`${question}: ${lines.at(-1)!.slice(0, 300)}`);
  return {result: last.result, steps: said.flatMap((line) => ('step' in line ? [line.step] : []))};
}

/** Resident now, or at most so far; Linux only. */
function memoryMib(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)]!;
}

function row(what: string, measured: string): void {
  console.log(`| ${what} | ${measured} |`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`;
}
