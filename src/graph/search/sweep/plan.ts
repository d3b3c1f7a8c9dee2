import type {Direction} from '../core/climb-low.ts';
import {FAR} from '../core/digraph.ts';
import type {Seed} from '../dijkstra.ts';
import {alongOf, type SearchEngine} from '../engine.ts';
import {LANES, type SweepKernel, type SweepMemory} from './kernel.ts';
import {arcsInto, rowCount, rowOfNode} from './rows.ts';

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
  const simple = targets.map(([seed, ...more]) => seed?.cost === 0 && more.length === 0);
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
  const write = arcWriter(engine, plan, options.withAlong === true);
  for (const row of kept.rows) write.row(row);
  for (const seeds of extra) write.target(seeds);
  return plan;
}

/** Plans sweeps over all rows; row by row as in the network. */
export function planFullSweep(engine: SearchEngine, options: PlanOptions): SweepPlan {
  const count = rowCount(engine);
  const localOf = new Int32Array(count).map((_, row) => row);
  let arcCount = 0;
  const visit = arcsInto(engine, options.direction);
  const tally = (): void => {
    arcCount++;
  };
  for (let row = 0; row < count; row++) visit(row, tally);
  const targetRow = new Uint32Array(0);
  const plan = {
    direction: options.direction,
    localOf,
    targetRow,
    ...layOut(count, arcCount, options),
  };
  const write = arcWriter(engine, plan, options.withAlong === true);
  for (let row = 0; row < count; row++) write.row(row);
  return plan;
}

/** Marks the targets' rows and all above them in `localOf` with their new numbers. */
function keepUpwards(
  engine: SearchEngine,
  direction: Direction,
  localOf: Int32Array,
  targets: readonly number[],
): {rows: Uint32Array; arcCount: number} {
  const visit = arcsInto(engine, direction);
  const highCount = engine.hierarchy.nodeCount;
  const low: number[] = [];
  let lowest = -1;
  let arcCount = 0;
  let rows = 0;
  const keep = (row: number): void => {
    if (localOf[row] !== -1) return;
    localOf[row] = 0;
    rows++;
    if (row >= highCount) low.push(row);
    else if (row > lowest) lowest = row;
  };
  const keepAbove = (above: number): void => {
    arcCount++;
    keep(above);
  };
  for (const row of targets) keep(row);
  for (let k = 0; k < low.length; k++) visit(low[k]!, keepAbove);
  for (let row = lowest; row >= 0; row--) if (localOf[row] === 0) visit(row, keepAbove);
  const found = new Uint32Array(rows);
  let local = 0;
  const number = (row: number): void => {
    found[local] = row;
    localOf[row] = local++;
  };
  for (let row = 0; row <= lowest; row++) if (localOf[row] === 0) number(row);
  for (const row of Uint32Array.from(low).sort()) number(row);
  return {rows: found, arcCount};
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

function arcWriter(engine: SearchEngine, plan: SweepPlan, withAlong: boolean) {
  const {core, hierarchy} = engine;
  const {words} = plan.memory;
  const visit = arcsInto(engine, plan.direction);
  const outward = plan.direction === 'out';
  const highAlong = outward ? hierarchy.downAlong : hierarchy.upAlong;
  const lowArc = outward ? core.downArc : core.upArc;
  const highCount = hierarchy.above.length;
  const plainAlong = alongOf(engine);
  let rows = 0;
  let arcs = 0;
  const put = (local: number, cost: number, along: number): void => {
    words[plan.arcs + 2 * arcs] = local;
    words[plan.arcs + 2 * arcs + 1] = cost;
    if (withAlong) words[plan.arcAlong + arcs] = along;
    arcs++;
  };
  const putArc = (above: number, cost: number, arc: number): void => {
    let along = 0;
    if (withAlong) along = arc < highCount ? highAlong[arc]! : plainAlong(lowArc[arc - highCount]!);
    put(plan.localOf[above]!, cost, along);
  };
  const endRow = (): void => {
    words[plan.first + ++rows] = arcs;
  };
  return {
    row: (row: number): void => {
      visit(row, putArc);
      endRow();
    },
    target: (seeds: readonly Seed[]): void => {
      for (const seed of seeds) {
        put(plan.localOf[rowOfNode(engine, seed.node)]!, Math.min(seed.cost, FAR), 0);
      }
      endRow();
    },
  };
}
