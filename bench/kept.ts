import {existsSync, readFileSync} from 'node:fs';
import type {MemoryLine} from './protocol.ts';
import type {EngineRun, SizeRun} from './run-size.ts';

/** What was measured so far, in one call or in several on one day. */
export interface Kept {
  readonly limits: readonly MemoryLine[];
  /** The smallest network first. */
  readonly sizes: readonly SizeRun[];
}

/** What earlier calls left in a file; nothing where there is none. */
export function readKept(file: string | null): Kept {
  if (file === null || !existsSync(file)) return {limits: [], sizes: []};
  return JSON.parse(readFileSync(file, 'utf8')) as Kept;
}

/** Adds a run of a network to what is known of it; what was measured again takes the older's place. */
export function withSize(kept: Kept, run: SizeRun): Kept {
  const before = kept.sizes.find(({cells}) => cells === run.cells);
  const others = kept.sizes.filter(({cells}) => cells !== run.cells);
  const sizes = [...others, before ? merged(before, run) : run];
  return {...kept, sizes: sizes.sort((a, b) => a.cells - b.cells)};
}

function merged(before: SizeRun, now: SizeRun): SizeRun {
  const stale = (failure: string): boolean => now.lists.includes(failure.split(':')[0]!);
  return {
    ...now,
    ours: replaced(before.ours, now.ours, ({what}) => what),
    lists: [...new Set([...before.lists, ...now.lists])],
    failures: [...before.failures.filter((old) => !stale(old)), ...now.failures],
    peakBytes: now.peakBytes || before.peakBytes,
    load: Math.max(before.load, now.load),
    engines: replaced(before.engines, now.engines, ({name}: EngineRun) => name),
    sweep: now.sweep ?? before.sweep,
  };
}

/** Entries of both lists in the order of the first, those of the second where both have one. */
function replaced<T>(before: readonly T[], now: readonly T[], nameOf: (entry: T) => string): T[] {
  const newer = new Map(now.map((entry) => [nameOf(entry), entry]));
  const known = new Set(before.map(nameOf));
  return [
    ...before.map((entry) => newer.get(nameOf(entry)) ?? entry),
    ...now.filter((entry) => !known.has(nameOf(entry))),
  ];
}
