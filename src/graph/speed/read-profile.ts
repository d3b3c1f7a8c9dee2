import type {z} from 'zod';
import {UserError} from '../../errors.ts';
import {EDGE_CLASSES, type EdgeClass} from '../vocabulary.ts';
import type {FactorPair, SpeedProfile} from './profile.ts';
import {type ProfileFile, profileSchema} from './profile-schema.ts';

type Issue = z.core.$ZodIssue;

const SHOWN = 8;
const HINT = 'docs/speeds.md describes the format; start from a copy of profiles/china-car.json';

/**
 * Reads a speed profile that has been parsed as JSON. `fileName` is for the sentences and for
 * `sourcesIn`. Throws one `E_INPUT` for all faults together: the message is the first and their
 * number, the hint lists up to eight.
 */
export function parseProfile(json: unknown, fileName: string): SpeedProfile {
  const read = profileSchema.safeParse(json);
  const faults = read.success ? sourceFaults(read.data) : read.error.issues.flatMap(sentences);
  if (!read.success || faults.length > 0) throw faultsError(fileName, faults);
  const file = read.data;
  const {gradeKph: grade, operatingFactor: factor} = file;
  return {
    id: file.id,
    classKph: Object.fromEntries(
      EDGE_CLASSES.map((name) => [name, file.classKph[name].value]),
    ) as Record<EdgeClass, number>,
    givenClasses: [],
    gradeKph: [grade[0].value, grade[1].value, grade[2].value, grade[3].value, grade[4].value],
    inferGrades: file.inferGrades,
    capKph: file.capKph?.value ?? null,
    highspeedKph: file.highspeedKph.value,
    operatingFactor: {
      maxspeed: values(factor.maxspeed),
      design: values(factor.design),
      class: values(factor.class),
    },
    sourcesIn: fileName,
  };
}

function values(pair: ProfileFile['operatingFactor']['class']): FactorPair {
  return {expressway: pair.expressway.value, otherRoads: pair.otherRoads.value};
}

/** Sources that are named but not listed, and the reverse. */
function sourceFaults(file: ProfileFile): string[] {
  const named = new Map<string, string>();
  collect(file, '', named);
  const listed = Object.keys(file.sources);
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

function faultsError(fileName: string, faults: readonly string[]): UserError {
  const [first = 'unknown fault'] = faults;
  const more = faults.length - 1;
  if (more <= 0) return new UserError('E_INPUT', `${fileName}: ${first}`, {hint: HINT});
  const listed = faults.slice(0, SHOWN).map((fault, i) => `${i + 1}. ${fault}`);
  const rest = faults.length - listed.length;
  const lines = [...listed, ...(rest > 0 ? [`… and ${rest} more`] : []), HINT];
  return new UserError('E_INPUT', `${fileName}: ${first} (and ${more} more)`, {
    hint: lines.join('\n'),
  });
}
