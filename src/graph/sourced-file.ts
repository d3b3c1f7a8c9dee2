import {z} from 'zod';
import {UserError} from '../errors.ts';

export const nonEmptyText = z.string().trim().min(1, 'must not be empty');

/** A number that says where it is from: `source` names an entry of `sources`, `assumption` is a sentence. */
export function sourcedNumber(min: number, max: number) {
  return z
    .strictObject({
      value: z.number().min(min).max(max),
      source: nonEmptyText.optional(),
      assumption: nonEmptyText.optional(),
    })
    .refine((n) => (n.source === undefined) !== (n.assumption === undefined), {
      error: 'needs either a source or an assumption, and not both',
    });
}

type Issue = z.core.$ZodIssue;

const SHOWN = 8;

/**
 * Reads a file of numbers of which each names its source or is marked an assumption. `fileName` is
 * for the sentences only. Throws one `E_INPUT` for all faults together: the message is the first and
 * their number, the hint lists up to eight.
 */
export function readSourced<T extends z.ZodType>(
  json: unknown,
  schema: T,
  fileName: string,
  hint: string,
): z.infer<T> {
  const read = schema.safeParse(json);
  const faults = read.success ? sourceFaults(read.data) : read.error.issues.flatMap(sentences);
  if (!read.success || faults.length > 0) throw faultsError(fileName, faults, hint);
  return read.data;
}

/** Sources that are named but not listed, and the reverse. */
function sourceFaults(file: unknown): string[] {
  const named = new Map<string, string>();
  collect(file, '', named);
  const listed = Object.keys((file as {readonly sources: object}).sources);
  const missing = [...named]
    .filter(([source]) => !listed.includes(source))
    .map(([source, path]) => `${path}.source: sources has no entry "${source}"`);
  const idle = listed.filter((source) => !named.has(source));
  return [...missing, ...idle.map((source) => `sources.${source}: no number names it`)];
}

function collect(part: unknown, path: string, named: Map<string, string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (at === 'sources') continue;
    if (key === 'source' && typeof value === 'string') {
      if (!named.has(value)) named.set(value, path);
    } else collect(value, at, named);
  }
}

function sentences(issue: Issue): string[] {
  const path = issue.path.map(String).join('.');
  const at = path === '' ? 'file' : path;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${path === '' ? key : `${path}.${key}`}: there is no such key`,
      );
    case 'invalid_type':
      if (issue.message.includes('received undefined')) return [`${at}: is missing`];
      return [`${at}: must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`];
    case 'too_small':
      return [`${at}: must be at least ${issue.minimum}`];
    case 'too_big':
      return [`${at}: must be at most ${issue.maximum}`];
    default:
      return [`${at}: ${issue.message}`];
  }
}

function faultsError(fileName: string, faults: readonly string[], hint: string): UserError {
  const [first = 'unknown fault'] = faults;
  const more = faults.length - 1;
  if (more <= 0) return new UserError('E_INPUT', `${fileName}: ${first}`, {hint});
  const listed = faults.slice(0, SHOWN).map((fault, i) => `${i + 1}. ${fault}`);
  const rest = faults.length - listed.length;
  const lines = [...listed, ...(rest > 0 ? [`… and ${rest} more`] : []), hint];
  return new UserError('E_INPUT', `${fileName}: ${first} (and ${more} more)`, {
    hint: lines.join('\n'),
  });
}
