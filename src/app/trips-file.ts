import {parse} from 'csv-parse/sync';
import {UserError} from '../errors.ts';
import {type FileFacts, factsOf, readWhole} from './files.ts';

/** Trips of a planner's table, by the names of places as written. */
export interface NamedTrips {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly trips: number;
}

/**
 * Reads a table of trips made today: CSV in UTF-8 with the columns `from`, `to` and `trips`, in any
 * order, others ignored. All faults at once.
 */
export async function readTrips(
  path: string,
): Promise<{trips: readonly NamedTrips[]; facts: FileFacts}> {
  const records = parseTable(path, await readWhole(path));
  const faults: string[] = [];
  const trips = records.map(({record, info}): NamedTrips => {
    const line = info.lines;
    const text = (key: string): string => (record[key] ?? '').trim();
    const count = Number(text('trips') === '' ? Number.NaN : text('trips'));
    if (!(count >= 0 && count < 1e12)) {
      faults.push(`line ${line}: trips "${text('trips')}" is no number from 0 to 1e12`);
    }
    for (const key of ['from', 'to']) {
      if (text(key) === '') faults.push(`line ${line}: ${key} is empty`);
    }
    return {line, from: text('from'), to: text('to'), trips: count};
  });
  if (records.length === 0) faults.push('it holds no line of trips');
  if (faults.length > 0) throw badTrips(path, faults);
  return {trips, facts: await factsOf(path)};
}

interface TableLine {
  readonly record: Readonly<Record<string, string | undefined>>;
  readonly info: {readonly lines: number};
}

function parseTable(path: string, bytes: Uint8Array): TableLine[] {
  let lines: TableLine[];
  try {
    lines = parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes), {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
    }) as unknown as TableLine[];
  } catch (cause) {
    throw badTrips(path, [cause instanceof Error ? cause.message : String(cause)]);
  }
  const known = Object.keys(lines[0]?.record ?? {from: '', to: '', trips: ''});
  const missing = ['from', 'to', 'trips'].filter((key) => !known.includes(key));
  if (missing.length > 0) throw badTrips(path, [`it has no column ${missing.join(', ')}`]);
  return lines;
}

export function badTrips(path: string, faults: readonly string[]): UserError {
  return new UserError('E_INPUT', `${path}: ${faults.join('; ')}`, {
    hint: 'give a CSV in UTF-8 with the columns from, to, trips, names as in the list of places',
  });
}
