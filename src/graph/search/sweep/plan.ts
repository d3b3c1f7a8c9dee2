import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import type {Seed} from '../dijkstra.ts';
import {alongOf, type SearchEngine} from '../engine.ts';
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
  const localOf = new Int32Array(rowCount(engine)).fill(-1);
  const kept = keepUpwards(
    engine,
    options.direction,
    localOf,
    targets.flatMap((seeds) => seeds.map((seed) => rowOfNode(engine, seed.node))),
  );
  let next = kept.rows.length;
  const targetRow = Uint32Array.from(targets, (seeds, i) =>
    simple[i] ? localOf[rowOfNode(engine, seeds[0]!.node)]! : next++,
  );
  const extra = targets.filter((_, i) => !simple[i]);
  const arcCount = kept.arcCount + extra.reduce((sum, seeds) => sum + seeds.length, 0);
  const plan = {
    direction: options.direction,
    localOf,
    targetRow,
    ...layOut(next, arcCount, options),
  };
  writeRows(kept.into, kept.rows, plan);
  if (options.withAlong === true) writeAlong(engine, kept.into, kept.rows, plan);
  extra.forEach((seeds, i) => {
    writeTarget(engine, seeds, kept.rows.length + i, plan);
  });
  return plan;
}

/** The same to (or from) plain nodes: for tens of thousands of them, without a list of seeds each. */
export function planNodeSweep(
  engine: SearchEngine,
  nodes: Uint32Array,
  options: PlanOptions,
): SweepPlan {
  const localOf = new Int32Array(rowCount(engine)).fill(-1);
  const targetRow = new Uint32Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) targetRow[i] = rowOfNode(engine, nodes[i]!);
  const kept = keepUpwards(engine, options.direction, localOf, targetRow);
  for (let i = 0; i < nodes.length; i++) targetRow[i] = localOf[targetRow[i]!]!;
  const layout = layOut(kept.rows.length, kept.arcCount, options);
  const plan = {direction: options.direction, localOf, targetRow, ...layout};
  writeRows(kept.into, kept.rows, plan);
  if (options.withAlong === true) writeAlong(engine, kept.into, kept.rows, plan);
  return plan;
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

/**
 * Marks the targets' rows and all above them in `localOf` with their new numbers: the low rows by
 * following them up, the rows of the core in one pass from the lowest.
 */
function keepUpwards(
  engine: SearchEngine,
  direction: Direction,
  localOf: Int32Array,
  targets: ArrayLike<number>,
): {rows: Uint32Array; arcCount: number; into: RowArcs} {
  const into = new RowArcs(engine, direction);
  const low = keepLow(into, engine.hierarchy.nodeCount, localOf, targets);
  const {lowest} = low;
  let {arcCount} = low;
  let count = low.rows.length;
  for (let row = lowest; row >= 0; row--) {
    if (localOf[row] === -1) continue;
    count++;
    const arcs = into.load(row);
    arcCount += arcs;
    for (let k = 0; k < arcs; k++) localOf[into.above[k]!] = 0;
  }
  const rows = new Uint32Array(count);
  let local = 0;
  for (let row = 0; row <= lowest; row++) if (localOf[row] !== -1) rows[local++] = row;
  rows.set(low.rows, local);
  for (let i = 0; i < count; i++) localOf[rows[i]!] = i;
  return {rows, arcCount, into};
}

/** Marks the low rows among the targets and above them, and the first rows of the core met. */
function keepLow(
  into: RowArcs,
  highCount: number,
  localOf: Int32Array,
  targets: ArrayLike<number>,
): {rows: Uint32Array; lowest: number; arcCount: number} {
  const low: number[] = [];
  let lowest = -1;
  let arcCount = 0;
  const keep = (row: number): void => {
    if (localOf[row] !== -1) return;
    localOf[row] = 0;
    if (row >= highCount) low.push(row);
    else if (row > lowest) lowest = row;
  };
  for (let i = 0; i < targets.length; i++) keep(targets[i]!);
  for (let i = 0; i < low.length; i++) {
    const arcs = into.load(low[i]!);
    arcCount += arcs;
    for (let k = 0; k < arcs; k++) keep(into.above[k]!);
  }
  return {rows: Uint32Array.from(low).sort(), lowest, arcCount};
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

/** Writes the arcs into the rows, in order, as rows 0, 1, 2 … of the plan; gives their number. */
function writeRows(
  into: RowArcs,
  rows: Uint32Array,
  {memory, localOf, first, arcs}: Pick<SweepPlan, 'memory' | 'localOf' | 'first' | 'arcs'>,
): number {
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
  return (at - arcs) / 2;
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
