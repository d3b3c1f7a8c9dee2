import type {Shortcuts} from '../core/arc-store.ts';
import {FAR, NONE} from '../core/digraph.ts';

/** The arrays of a stored engine, not yet trusted. */
export interface StoredEngine {
  readonly low: Readonly<
    Record<
      | 'coreNode'
      | 'lowNode'
      | 'innerArc'
      | 'end'
      | 'upCost'
      | 'upArc'
      | 'downCost'
      | 'downArc'
      | 'shortcutAlong',
      Uint32Array
    >
  >;
  readonly inner: Readonly<Record<'firstOut' | 'head' | 'cost' | 'along', Uint32Array>>;
  readonly lowShortcuts: Shortcuts;
  readonly high: Readonly<
    Record<
      | 'nodeAt'
      | 'first'
      | 'above'
      | 'upCost'
      | 'downCost'
      | 'upArc'
      | 'downArc'
      | 'upAlong'
      | 'downAlong',
      Uint32Array
    >
  >;
  readonly highShortcuts: Shortcuts;
}

/**
 * Whether lengths fit, every index lies in its table, rows hang only on rows before them, shortcuts
 * stand for earlier arcs only and costs are within `FAR`: then no search on it can leave its arrays
 * or fail to end.
 */
export function isSound(stored: StoredEngine, nodeCount: number): boolean {
  const {low, inner, high, lowShortcuts, highShortcuts} = stored;
  const coreCount = low.coreNode.length;
  const lowCount = low.lowNode.length;
  const innerCount = inner.head.length;
  const entries = high.above.length;
  const lowArcs = lowShortcuts.base + lowShortcuts.first.length;
  const highArcs = innerCount + highShortcuts.first.length;
  const {end, upCost, upArc, downCost, downArc} = low;
  const {above, nodeAt, first, ...perEntry} = high;
  return (
    coreCount + lowCount === nodeCount &&
    isPermutation([low.coreNode, low.lowNode], nodeCount) &&
    isPermutation([nodeAt], coreCount) &&
    [end, upCost, upArc, downCost, downArc].every((column) => column.length === 2 * lowCount) &&
    low.shortcutAlong.length === lowShortcuts.first.length &&
    [low.innerArc, inner.cost, inner.along].every((column) => column.length === innerCount) &&
    Object.values(perEntry).every((column) => column.length === entries) &&
    [upCost, downCost, inner.cost, high.upCost, high.downCost].every(withinFar) &&
    [upArc, downArc, low.innerArc].every((column) => arcsWithin(column, lowArcs)) &&
    [high.upArc, high.downArc].every((column) => arcsWithin(column, highArcs)) &&
    rises(inner.firstOut, coreCount, innerCount) &&
    rises(first, coreCount, entries) &&
    isBelow(inner.head, coreCount) &&
    hangsOnRowsBefore(first, above) &&
    lowHangsOnRowsBefore(low.lowNode, end, upCost, downCost, nodeCount) &&
    standsForEarlier(lowShortcuts) &&
    standsForEarlier(highShortcuts)
  );
}

function isPermutation(columns: readonly Uint32Array[], count: number): boolean {
  const seen = new Uint8Array(count);
  for (const column of columns) {
    for (const node of column) {
      if (node >= count || seen[node] === 1) return false;
      seen[node] = 1;
    }
  }
  for (let node = 0; node < count; node++) if (seen[node] === 0) return false;
  return true;
}

function withinFar(column: Uint32Array): boolean {
  return isBelow(column, FAR + 1);
}

function arcsWithin(column: Uint32Array, count: number): boolean {
  for (let i = 0; i < column.length; i++) {
    const arc = column[i]!;
    if (arc >= count && arc !== NONE) return false;
  }
  return true;
}

// A plain loop: a callback for each entry would take longer than the sweep it guards.
function isBelow(column: Uint32Array, end: number): boolean {
  for (let i = 0; i < column.length; i++) if (column[i]! >= end) return false;
  return true;
}

function rises(first: Uint32Array, count: number, end: number): boolean {
  if (first.length !== count + 1 || first[0] !== 0 || first[count] !== end) return false;
  for (let i = 0; i < count; i++) if (first[i]! > first[i + 1]!) return false;
  return true;
}

function hangsOnRowsBefore(first: Uint32Array, above: Uint32Array): boolean {
  for (let rank = 0; rank + 1 < first.length; rank++) {
    for (let i = first[rank]!; i < first[rank + 1]!; i++) if (above[i]! >= rank) return false;
  }
  return true;
}

/** A row's ends are core nodes or earlier low rows; where there is none it names itself, and no way. */
function lowHangsOnRowsBefore(
  lowNode: Uint32Array,
  end: Uint32Array,
  upCost: Uint32Array,
  downCost: Uint32Array,
  nodeCount: number,
): boolean {
  const rowOf = new Uint32Array(nodeCount);
  for (let row = 0; row < lowNode.length; row++) rowOf[lowNode[row]!] = row + 1;
  for (let i = 0; i < end.length; i++) {
    if (end[i]! >= nodeCount) return false;
    const none = upCost[i] === FAR && downCost[i] === FAR;
    if (!none && rowOf[end[i]!]! > i >> 1) return false;
  }
  return true;
}

function standsForEarlier({base, first, second}: Shortcuts): boolean {
  if (first.length !== second.length) return false;
  for (let i = 0; i < first.length; i++) {
    if (first[i]! >= base + i || second[i]! >= base + i) return false;
  }
  return true;
}
