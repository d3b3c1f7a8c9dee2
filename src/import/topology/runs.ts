import {Growable} from '../../graph/growable.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';

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
  /** 1 = only along the run, 0 = both ways. */
  readonly oneway: Uint8Array;
  /** Per node: how many segments of runs touch it (up to 15), and `ON_ROAD`, `ON_RAIL`. */
  readonly use: Uint8Array;
}

export interface RunInput {
  readonly nodes: RawNodes;
  readonly ways: RawWays;
  /** Node row of each reference of `ways`, -1 = missing. */
  readonly refRows: Float64Array;
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
  const {nodes, ways, refRows, flags, ledger} = input;
  const rows = new Growable(Uint32Array);
  const first = new Growable(Float64Array);
  const way = new Growable(Uint32Array);
  const oneway = new Growable(Uint8Array);
  const use = new Uint8Array(nodes.count);
  first.push(0);

  const markClip = (row: number, reason: string, id: number): void => {
    if ((flags[row]! & NODE_FLAG.clip) === 0) {
      flags[row]! |= NODE_FLAG.clip;
      ledger.add('noted', reason, {nodes: 1, example: `way/${id}`});
    }
  };
  const close = (start: number, w: number, mode: number): void => {
    const end = rows.length;
    if (end - start < 2) {
      rows.truncate(start);
      return;
    }
    for (let i = start; i < end; i++) {
      const row = rows.at(i);
      const more = i === start || i === end - 1 ? 1 : 2;
      const count = Math.min(COUNT_MASK, (use[row]! & COUNT_MASK) + more);
      use[row] = (use[row]! & ~COUNT_MASK) | count | mode;
    }
    first.push(end);
    way.push(w);
    oneway.push(input.direction(w) === 0 ? 0 : 1);
  };

  const {order, firstRef} = ways;
  for (let o = 0; o < order.length; o++) {
    const w = order[o]!;
    if (ways.attributes[w] === 0) continue;
    const mode = input.isRail(w) ? ON_RAIL : ON_ROAD;
    const from = firstRef[w]!;
    const to = firstRef[w + 1]!;
    const backward = input.direction(w) === -1;
    let start = rows.length;
    let repeated = 0;
    let before = -2;
    for (let i = 0; i < to - from; i++) {
      const row = refRows[backward ? to - 1 - i : from + i]!;
      if (row < 0) {
        if (before >= 0) markClip(before, 'clip-missing-node', ways.id[w]!);
        close(start, w, mode);
        start = rows.length;
      } else if (row === before) repeated++;
      else {
        if (before === -1) markClip(row, 'clip-missing-node', ways.id[w]!);
        rows.push(row);
      }
      before = row;
    }
    close(start, w, mode);
    if (repeated > 0) {
      ledger.add('repaired', 'repeated-node', {
        ways: 1,
        nodes: repeated,
        example: `way/${ways.id[w]}`,
      });
    }
  }
  return {
    rows: rows.view(),
    first: first.view(),
    way: way.view(),
    oneway: oneway.view(),
    use,
  };
}

/** How many segments touch a node (up to 15). */
export function incidence(use: number): number {
  return use & COUNT_MASK;
}
