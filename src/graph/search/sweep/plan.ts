import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import type {Seed} from '../dijkstra.ts';
import {alongOf, type SearchEngine} from '../engine.ts';
import {type Closure, closeUpwards} from './closure.ts';
import {LANES, type SweepKernel, type SweepMemory} from './kernel.ts';
import {RowArcs, rowCount, rowOfNode} from './rows.ts';

/**
 * A sweep made ready: the rows that can matter to its targets (all that can be met going upwards
 * from them, RPHAST, Delling et al. 2011), numbered on in the same order, with their arcs, in the
 * memory of a kernel. Behind them one row a target that has several seeds or a cost of its own.
 */
export interface SweepPlan {
  readonly direction: Direction;
  readonly memory: SweepMemory;
  /** Rows in the memory. */
  readonly count: number;
  /** By row of the network: its row here, −1 = not part. */
  readonly localOf: Int32Array;
  /** Row here of every target asked for. */
  readonly targetRow: Uint32Array;
  readonly first: number;
  readonly arcs: number;
  readonly arcAlong: number;
  readonly cost: number;
  /** 0 when nothing is added up along the way. */
  readonly along: number;
}

export interface PlanOptions {
  readonly kernel: SweepKernel;
  readonly direction: Direction;
  readonly withAlong?: boolean;
}

/** Plans sweeps to (`out`) or from (`in`) targets, each a list of seeds. */
export function planSweep(
  engine: SearchEngine,
  targets: readonly (readonly Seed[])[],
  options: PlanOptions,
): SweepPlan {
  const simple = targets.map(
    ([seed, ...more]) => seed?.cost === 0 && !seed.along && more.length === 0,
  );
  const kept = closeUpwards(
    engine,
    targets.flatMap((seeds) => seeds.map((seed) => rowOfNode(engine, seed.node))),
  );
  const {localOf} = kept;
  let next = kept.rows.length;
  const targetRow = Uint32Array.from(targets, (seeds, i) =>
    simple[i] ? localOf[rowOfNode(engine, seeds[0]!.node)]! : next++,
  );
  const extra = targets.filter((_, i) => !simple[i]);
  const arcCount = kept.entries + extra.reduce((sum, seeds) => sum + seeds.length, 0);
  const plan = {
    direction: options.direction,
    localOf,
    targetRow,
    ...layOut(next, arcCount, options),
  };
  writeKept(engine, kept, plan, options);
  extra.forEach((seeds, i) => {
    writeTarget(engine, seeds, kept.rows.length + i, plan);
  });
  return plan;
}

/**
 * The same to and from plain nodes, for both directions over one closure: for tens of thousands of
 * nodes, without a list of seeds each.
 */
export function planNodeSweeps(
  engine: SearchEngine,
  nodes: Uint32Array,
  options: Omit<PlanOptions, 'direction'>,
): Readonly<Record<Direction, SweepPlan>> {
  const kept = closeUpwards(
    engine,
    nodes.map((node) => rowOfNode(engine, node)),
  );
  const {localOf} = kept;
  const targetRow = nodes.map((node) => localOf[rowOfNode(engine, node)]!);
  const planOf = (direction: Direction): SweepPlan => {
    const layout = layOut(kept.rows.length, kept.entries, {...options, direction});
    const plan = {direction, localOf, targetRow, ...layout};
    writeKept(engine, kept, plan, options);
    return plan;
  };
  return {out: planOf('out'), in: planOf('in')};
}

/** Plans sweeps over all rows; row by row as in the network. */
export function planFullSweep(engine: SearchEngine, options: PlanOptions): SweepPlan {
  const count = rowCount(engine);
  const localOf = new Int32Array(count).map((_, row) => row);
  const into = new RowArcs(engine, options.direction);
  let arcCount = 0;
  for (let row = 0; row < count; row++) arcCount += into.load(row);
  const targetRow = new Uint32Array(0);
  const plan = {
    direction: options.direction,
    localOf,
    targetRow,
    ...layOut(count, arcCount, options),
  };
  const rows = Uint32Array.from(localOf);
  writeRows(into, rows, plan);
  if (options.withAlong === true) writeAlong(engine, into, rows, plan);
  return plan;
}

function writeKept(
  engine: SearchEngine,
  {rows}: Closure,
  plan: Omit<SweepPlan, 'targetRow'>,
  {withAlong = false}: Pick<PlanOptions, 'withAlong'>,
): void {
  const into = new RowArcs(engine, plan.direction);
  writeRows(into, rows, plan);
  if (withAlong) writeAlong(engine, into, rows, plan);
}

function layOut(count: number, arcCount: number, {kernel, withAlong = false}: PlanOptions) {
  const table = LANES * count;
  // Tables of rows begin at multiples of 64 bytes, so that a row is one line of the cache.
  const cost = 0;
  const along = withAlong ? table : 0;
  const first = table * (withAlong ? 2 : 1);
  const arcs = first + count + 1;
  const arcAlong = arcs + 2 * arcCount;
  const memory = kernel.memory(arcAlong + (withAlong ? arcCount : 0));
  return {memory, count, cost, along, first, arcs, arcAlong};
}

/** Writes the arcs into the rows, in order, as rows 0, 1, 2 … of the plan. */
function writeRows(
  into: RowArcs,
  rows: Uint32Array,
  {memory, localOf, first, arcs}: Pick<SweepPlan, 'memory' | 'localOf' | 'first' | 'arcs'>,
): void {
  const {words} = memory;
  const {above, cost} = into;
  let at = arcs;
  for (let local = 0; local < rows.length; local++) {
    const count = into.load(rows[local]!);
    for (let k = 0; k < count; k++) {
      words[at] = localOf[above[k]!]!;
      words[at + 1] = cost[k]!;
      at += 2;
    }
    words[first + local + 1] = (at - arcs) / 2;
  }
}

/** Writes what lies along the same arcs. */
function writeAlong(
  engine: SearchEngine,
  into: RowArcs,
  rows: Uint32Array,
  {memory, direction, arcAlong}: Pick<SweepPlan, 'memory' | 'direction' | 'arcAlong'>,
): void {
  const {core, hierarchy} = engine;
  const outward = direction === 'out';
  const highAlong = outward ? hierarchy.downAlong : hierarchy.upAlong;
  const lowArc = outward ? core.downArc : core.upArc;
  const plainAlong = alongOf(engine);
  let at = arcAlong;
  for (const row of rows) {
    const count = into.load(row);
    for (let k = 0; k < count; k++) {
      const low = into.arc[k]! - highAlong.length;
      memory.words[at++] = low < 0 ? highAlong[into.arc[k]!]! : plainAlong(lowArc[low]!);
    }
  }
}

/** Writes a row for a target of several seeds, or of one with a cost of its own. */
function writeTarget(
  engine: SearchEngine,
  seeds: readonly Seed[],
  row: number,
  {memory, localOf, first, arcs, along, arcAlong}: Omit<SweepPlan, 'direction' | 'targetRow'>,
): void {
  const {words} = memory;
  let arc = words[first + row]!;
  for (const seed of seeds) {
    words[arcs + 2 * arc] = localOf[rowOfNode(engine, seed.node)]!;
    words[arcs + 2 * arc + 1] = Math.min(seed.cost, FAR);
    if (along !== 0) words[arcAlong + arc] = seed.along ?? 0;
    arc++;
  }
  words[first + row + 1] = arc;
}
