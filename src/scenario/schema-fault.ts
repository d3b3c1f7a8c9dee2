import type {z} from 'zod';
import {nearestNames} from './edit-distance.ts';
import {KNOWN_KEYS} from './project-schema.ts';

type Issue = z.core.$ZodIssue;

/**
 * One sentence per fault of the shape, each with the path to it: `projects[2].lengthKm.value: …`.
 * `start` is the path of the thing that was read, e.g. `projects[2]`; `known` are the format's keys.
 */
export function schemaFaults(
  issues: readonly Issue[],
  start: string,
  known: readonly string[] = KNOWN_KEYS,
): string[] {
  return issues.flatMap((issue) => sentences(issue, start, known));
}

function sentences(issue: Issue, start: string, known: readonly string[]): string[] {
  const at = issue.path.reduce<string>(joined, start);
  const path = at || 'file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${joined(at, key)}: there is no such key${guess(key, known)}`,
      );
    case 'invalid_union': {
      const branch = closest(issue.errors);
      if (branch) return schemaFaults(branch, path, known);
      return [`${path}: must be a name or an object with a name`];
    }
    case 'invalid_type':
      return [
        issue.message.includes('received undefined')
          ? `${path}: is missing`
          : `${path}: must be ${article(issue.expected)}`,
      ];
    case 'invalid_value':
      return [`${path}: ${issue.values.length > 1 ? oneOf(issue.values) : valueFault(issue)}`];
    default:
      return [`${path}: ${issue.message}`];
  }
}

function joined(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

function guess(key: string, known: readonly string[]): string {
  const [near] = nearestNames(key, known, 1);
  return near === undefined ? '' : `, did you mean ${near}?`;
}

/** The branch of a union that the input came near to: the one whose fault is not its very type. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.every((issue) => !isWrongType(issue)));
}

function isWrongType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function oneOf(values: readonly unknown[]): string {
  return `must be one of ${values.map((value) => String(value)).join(', ')}`;
}

function valueFault(issue: Extract<Issue, {code: 'invalid_value'}>): string {
  const [value] = issue.values;
  return issue.message.startsWith('Invalid input')
    ? `must be ${JSON.stringify(value)}`
    : issue.message;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
