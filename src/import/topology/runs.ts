import {Growable} from '../../graph/growable.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';
import type {ResolvedWays} from './way-lengths.ts';

/** Bits of `Runs.use` above the count of incident segments. */
const COUNT_MASK = 15;
export const ON_ROAD = 16;
export const ON_RAIL = 32;

/** The edge-making ways, cut into runs of nodes that are present. */
export interface Runs {
  /** Node rows of run `r`: `rows[first[r] ..< first[r + 1]]`, at least two, no two alike in a row. */
  readonly rows: Uint32Array;
  readonly first: Float64Array;
  /** Row of the way in `RawWays`. */
  readonly way: Uint32Array;
  /** Reference of the way that the run begins with, and 1 where it goes on against their order. */
  readonly firstRef: Float64Array;
  readonly backward: Uint8Array;
  /** 1 = only along the run, 0 = both ways. */
  readonly oneway: Uint8Array;
  /** Per node: how many segments of runs touch it (up to 15), and `ON_ROAD`, `ON_RAIL`. */
  readonly use: Uint8Array;
}

export interface RunInput {
  readonly nodes: RawNodes;
  readonly ways: RawWays;
  readonly resolved: Pick<ResolvedWays, 'refRows'>;
  readonly isRail: (way: number) => boolean;
  /** 0, 1 or -1. */
  readonly direction: (way: number) => number;
  /** Bits of `NODE_FLAG` per node; clip bits are added. */
  readonly flags: Uint8Array;
  readonly ledger: Ledger;
}

/**
 * Cuts every edge-making way where a node is missing and marks the cut ends as clip nodes; drops
 * repeated nodes; turns ways that are one-way backwards. Ways come in order of id, so that the
 * network does not depend on the order of the file.
 */
export function cutRuns(input: RunInput): Runs {
  const {nodes, ways, flags, ledger} = input;
  const {refRows} = input.resolved;
  // As many as there are references at most; what is not written to is no memory.
  const rows = new Uint32Array(refRows.length);
  let length = 0;
  const first = new Growable(Float64Array);
  const way = new Growable(Uint32Array);
  const firstRef = new Growable(Float64Array);
  const backwards = new Growable(Uint8Array);
  const oneway = new Growable(Uint8Array);
  const use = new Uint8Array(nodes.count);
  first.push(0);

  const markClip = (row: number, reason: string, id: number): void => {
    if ((flags[row]! & NODE_FLAG.clip) === 0) {
      flags[row]! |= NODE_FLAG.clip;
      ledger.add('noted', reason, {nodes: 1, example: `way/${id}`});
    }
  };
  const touch = (row: number, segments: number, mode: number): void => {
    const known = use[row]!;
    const count = Math.min(COUNT_MASK, (known & COUNT_MASK) + segments);
    use[row] = (known & ~COUNT_MASK) | count | mode;
  };
  const close = (start: number, w: number, mode: number, ref: number): void => {
    const end = length;
    if (end - start < 2) {
      length = start;
      return;
    }
    touch(rows[start]!, 1, mode);
    for (let i = start + 1; i < end - 1; i++) touch(rows[i]!, 2, mode);
    touch(rows[end - 1]!, 1, mode);
    first.push(end);
    way.push(w);
    firstRef.push(ref);
    const direction = input.direction(w);
    backwards.push(direction === -1 ? 1 : 0);
    oneway.push(direction === 0 ? 0 : 1);
  };

  const {order} = ways;
  for (let o = 0; o < order.length; o++) {
    const w = order[o]!;
    if (ways.attributes[w] === 0) continue;
    const mode = input.isRail(w) ? ON_RAIL : ON_ROAD;
    const from = ways.firstRef[w]!;
    const to = ways.firstRef[w + 1]!;
    const backward = input.direction(w) === -1;
    const step = backward ? -1 : 1;
    let start = length;
    let startRef = backward ? to - 1 : from;
    let repeated = 0;
    let before = -2;
    for (let ref = startRef, left = to - from; left > 0; left--, ref += step) {
      const row = refRows[ref]!;
      if (row < 0) {
        if (before >= 0) markClip(before, 'clip-missing-node', ways.id[w]!);
        close(start, w, mode, startRef);
        start = length;
      } else if (row === before) repeated++;
      else {
        if (before === -1) markClip(row, 'clip-missing-node', ways.id[w]!);
        if (length === start) startRef = ref;
        rows[length++] = row;
      }
      before = row;
    }
    close(start, w, mode, startRef);
    if (repeated > 0) {
      ledger.add('repaired', 'repeated-node', {
        ways: 1,
        nodes: repeated,
        example: `way/${ways.id[w]}`,
      });
    }
  }
  return {
    rows: rows.subarray(0, length),
    first: first.view(),
    way: way.view(),
    firstRef: firstRef.view(),
    backward: backwards.view(),
    oneway: oneway.view(),
    use,
  };
}

/** How many segments touch a node (up to 15). */
export function incidence(use: number): number {
  return use & COUNT_MASK;
}
