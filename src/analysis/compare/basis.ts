import type {CompareCause, CompareRow, InputFile, ReportResult} from '../rows.ts';

/** What two reports rest on: the day each stands for, and what else differs between them. */
export interface Basis {
  /** Day of the network: asked for, else the data's own; `null` = the data does not say. */
  readonly oldDay: string | null;
  readonly newDay: string | null;
  /** The same extracts, byte for byte. */
  readonly sameData: boolean;
  /** Everything that may move a figure. */
  readonly causes: readonly CompareCause[];
  readonly rows: readonly CompareRow[];
}

/** Questions of a report, each with its parameters; older reports had them side by side. */
const BY_QUESTION = 'questions';
/** Parameters that repeat what other rows of the basis say, or count what they are given. */
const NOT_A_PARAMETER = new Set(['tally', 'projects', 'places', 'speedSources']);
/** Made from maps: everything else among the inputs is a planner's file. */
const EXTRACT = /\.(pbf|osm|gz|bz2|gtn|zip|xml)$/i;

/** Finds what two reports do not share, a row each. */
export function basisOf(older: ReportResult, newer: ReportResult): Basis {
  const [a, b] = [older.provenance, newer.provenance];
  const oldDay = a.asOf ?? a.dataDate;
  const newDay = b.asOf ?? b.dataDate;
  const inputs = inputRows(a.inputs, b.inputs);
  const parameters = parameterRows(a.parameters, b.parameters);
  const rows = [
    ...valueRow('networkDay', oldDay, newDay, 'day'),
    ...valueRow('dataDate', a.dataDate, b.dataDate, 'data'),
    ...inputs,
    ...valueRow('version', a.version, b.version, 'tool'),
    ...parameters,
  ];
  const causes = [...new Set(rows.flatMap((row) => row.causes))];
  return {
    oldDay,
    newDay,
    sameData: !causes.includes('data'),
    causes,
    rows,
  };
}

function valueRow(
  key: string,
  before: string | null,
  after: string | null,
  cause: CompareCause,
): CompareRow[] {
  if (before === after) return [];
  return [
    {
      subject: 'basis',
      key,
      change: 'changed',
      what: '',
      before,
      after,
      difference: null,
      causes: [cause],
      evidence: [],
    },
  ];
}

/** Inputs by name; a file under a new name is one that went and one that came. */
function inputRows(older: readonly InputFile[], newer: readonly InputFile[]): CompareRow[] {
  const hashes = (files: readonly InputFile[]) => new Map(files.map((f) => [f.name, f.sha256]));
  const [a, b] = [hashes(older), hashes(newer)];
  const same = new Set([...a.values()].filter((hash) => [...b.values()].includes(hash)));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [before, after] = [a.get(name) ?? null, b.get(name) ?? null];
    // The same bytes under another name are the same input.
    if ([before, after].every((hash) => hash === null || same.has(hash))) return [];
    return valueRow(`input ${name}`, before, after, EXTRACT.test(name) ? 'data' : 'files');
  });
}

/**
 * Parameters that differ. Those of a question stand under it, and only questions that both reports asked
 * are held against each other; with a report that has them side by side only what both have by one name.
 */
function parameterRows(
  older: Readonly<Record<string, unknown>>,
  newer: Readonly<Record<string, unknown>>,
): CompareRow[] {
  const mixed = (older[BY_QUESTION] === undefined) !== (newer[BY_QUESTION] === undefined);
  if (mixed) return differing(older, newer, '', true);
  const [a, b] = [recordOf(older[BY_QUESTION]), recordOf(newer[BY_QUESTION])];
  const asked = Object.keys(a).filter((question) => b[question] !== undefined);
  return [
    ...differing(older, newer, '', false),
    ...asked.sort().flatMap((q) => differing(recordOf(a[q]), recordOf(b[q]), `${q}: `, false)),
  ];
}

function differing(
  older: Readonly<Record<string, unknown>>,
  newer: Readonly<Record<string, unknown>>,
  prefix: string,
  inBoth: boolean,
): CompareRow[] {
  const keys = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  const text = (value: unknown): string | null =>
    value === undefined ? null : JSON.stringify(value);
  return keys
    .filter((key) => key !== BY_QUESTION && !NOT_A_PARAMETER.has(key))
    .filter((key) => !inBoth || (older[key] !== undefined && newer[key] !== undefined))
    .sort()
    .flatMap((key) =>
      valueRow(`parameter ${prefix}${key}`, text(older[key]), text(newer[key]), 'parameters'),
    );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
