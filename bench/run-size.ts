import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {loadavg} from 'node:os';
import {join} from 'node:path';
import {DEBIAN_PEERS, type Engine, NPM_PEERS, OWN_ENGINES, typescript} from './engines.ts';
import {readBenchNetwork} from './network-file.ts';
import type {Options, Size} from './options.ts';
import type {Measured} from './ours.ts';
import type {SweepLine} from './protocol.ts';
import {type Ran, runChild} from './run-child.ts';

const GIB = 2 ** 30;

/** Processes that measure our own list. */
const LISTS = ['ours', 'stored', 'threads'] as const;

/** An engine's answers on one network. */
export interface EngineRun {
  readonly name: string;
  readonly ran: Ran;
}

/** All that was measured on one network. */
export interface SizeRun {
  readonly cells: number;
  readonly nodeCount: number;
  readonly arcCount: number;
  /** Our own list. */
  readonly ours: readonly Measured[];
  /** The processes of our own list that ran. */
  readonly lists: readonly string[];
  /** Their failures, each begun by the name of its process. */
  readonly failures: readonly string[];
  /** Peak memory of the process with our own list (bytes). */
  readonly peakBytes: number;
  /** Load average of the minute before the end. */
  readonly load: number;
  readonly engines: readonly EngineRun[];
  readonly sweep: SweepLine | null;
}

/** Makes one network and runs everything on it, one process after the other. */
export async function runSize(
  size: Size,
  options: Options & {readonly maker: string},
  folder: string,
  tell: (text: string) => void,
): Promise<SizeRun> {
  const stem = join(folder, `network-${size.cells}`);
  const file = `${stem}.bin`;
  tell(`making a network of ${size.cells} × ${size.cells} cells`);
  execFileSync(process.execPath, [
    '--max-old-space-size=12000',
    options.maker,
    `${size.cells}`,
    stem,
  ]);
  const {nodeCount, head} = readBenchNetwork(file).graph;
  tell(`${nodeCount} nodes, ${head.length} arcs`);
  const large = nodeCount > 2_000_000;
  const memory = {bytes: (large ? 12 : 6) * GIB, mib: large ? 10_000 : 5_000};
  const lists: Ran[] = [];
  const failures: string[] = [];
  const chosen = LISTS.filter((part) => options.parts.has(part));
  for (const list of chosen) {
    const command = typescript(`./children/${list}.ts`, memory.mib, file);
    const ran = await runChild(command, {seconds: 900, bytes: memory.bytes});
    lists.push(ran);
    if (ran.failure !== null) failures.push(`${list}: ${ran.failure}`);
    tell(`  ${list}: ${ran.failure ?? 'done'} (${ran.seconds.toFixed(0)} s)`);
  }
  const engines: EngineRun[] = [];
  for (const engine of enginesFor(size, options)) {
    const ran = await runEngine(engine, file, nodeCount, memory);
    engines.push({name: engine.name, ran});
    tell(`  ${engine.name}: ${ran.failure ?? 'done'} (${ran.seconds.toFixed(0)} s)`);
  }
  for (const made of [file, `${file}.gtn`]) rmSync(made, {force: true});
  const sweeps = engines.flatMap(({ran}) => ran.lines).filter((line) => line.kind === 'sweep');
  return {
    cells: size.cells,
    nodeCount,
    arcCount: head.length,
    ours: lists.flatMap(({lines}) =>
      lines.flatMap((line) => (line.kind === 'ours' ? [line.measured] : [])),
    ),
    lists: chosen,
    failures,
    peakBytes: options.parts.has('ours') ? lists[0]!.peakBytes : 0,
    load: loadavg()[0]!,
    engines,
    sweep: sweeps[0] ?? null,
  };
}

function enginesFor({peers}: Size, {parts}: Options): readonly Engine[] {
  const own = parts.has('own') ? OWN_ENGINES : [];
  const npm = peers && parts.has('npm') ? NPM_PEERS : [];
  const debian = peers && parts.has('debian') ? DEBIAN_PEERS : [];
  return [...own, ...npm, ...debian];
}

function runEngine(
  engine: Engine,
  file: string,
  nodeCount: number,
  memory: {readonly bytes: number; readonly mib: number},
): Ran | Promise<Ran> {
  const not = (failure: string): Ran => ({lines: [], failure, peakBytes: 0, seconds: 0});
  if (nodeCount > engine.mostNodes) return not(`not run above ${engine.mostNodes} nodes`);
  const missing = engine.missing();
  if (missing !== null) return not(missing);
  const seconds = nodeCount > 2_000_000 ? 2 * engine.limitS : engine.limitS;
  return runChild(engine.command(file, memory.mib), {seconds, bytes: memory.bytes});
}
