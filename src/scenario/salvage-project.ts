import type {z} from 'zod';
import {isRecord} from './json-record.ts';
import {type Project, projectSchema} from './project-schema.ts';

type Json = Record<string, unknown>;

/**
 * Stands for a name that could not be read: no check speaks of what bears it. Nobody types it.
 */
export const UNREAD = '\u0000unread';

/** A project of which some keys could not be read, so that the rest of it can still be checked. */
export interface Salvaged {
  readonly project: Project;
  /** Keys that are left out or stand in for what was written: nothing may be said for lack of them. */
  readonly hurt: ReadonlySet<string>;
}

/** Passes over the issues: one to clean up, one more where a stop or a section had two faults. */
const PASSES = 3;

/**
 * What can be used of a project whose shape is wrong: keys at fault are left out, and what must be there
 * is stood in for. Only for finding further faults, never for scoring. `null` when nothing can be used.
 */
export function salvageProject(raw: unknown): Salvaged | null {
  if (!isRecord(raw)) return null;
  // As deep as is mended, and no deeper: nesting without end would overflow the stack.
  const copy: Json = {...raw};
  for (const key of ['stops', 'sections']) {
    const list = copy[key];
    if (Array.isArray(list)) copy[key] = [...list];
  }
  const hurt = new Set<string>();
  for (let pass = 0; pass < PASSES; pass++) {
    const read = projectSchema.safeParse(copy);
    if (read.success) return {project: read.data, hurt};
    for (const issue of read.error.issues) mend(copy, issue, hurt);
  }
  return null;
}

function mend(copy: Json, issue: z.core.$ZodIssue, hurt: Set<string>): void {
  const [key, row, part] = issue.path;
  if (key === undefined) {
    if (issue.code === 'unrecognized_keys') for (const unknown of issue.keys) delete copy[unknown];
    return;
  }
  const name = String(key);
  const standIn = STAND_INS[name];
  if (standIn !== undefined) {
    hurt.add(name);
    copy[name] = standIn(copy);
    return;
  }
  const list = copy[name];
  if (name === 'stops' && typeof row === 'number' && Array.isArray(list)) {
    list[row] = unreadStop(list[row], row);
  } else if (name === 'sections' && typeof row === 'number' && Array.isArray(list)) {
    list[row] = mendedSection(list[row], part, issue);
  } else {
    hurt.add(name);
    delete copy[name];
  }
}

/** What must be there; the mildest that may stand, so that it breeds no complaint of its own. */
const STAND_INS: Readonly<Record<string, (copy: Json) => string>> = {
  id: () => 'unread',
  name: () => UNREAD + UNREAD,
  mode: () => 'road',
  status: ({openedOn}) => (openedOn === undefined ? 'planned' : 'open'),
};

/** A stop that is passed over, under its name where it has one: sections may speak of it. */
function unreadStop(stop: unknown, row: number): Json {
  const name = isRecord(stop) ? stop['name'] : stop;
  const known = typeof name === 'string' && name.trim() !== '';
  return {name: known ? name : `${UNREAD}${row}`, at: UNREAD};
}

function mendedSection(
  section: unknown,
  part: PropertyKey | undefined,
  issue: {code: string},
): Json {
  if (!isRecord(section)) return {from: UNREAD, to: UNREAD};
  const left: Json = {...section};
  if (part === 'from' || part === 'to') left[part] = UNREAD;
  else if (part !== undefined) delete left[String(part)];
  else if (issue.code === 'unrecognized_keys') {
    for (const unknown of (issue as {keys?: readonly string[]}).keys ?? []) delete left[unknown];
  }
  return left;
}
