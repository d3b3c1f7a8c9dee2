import {parse} from 'csv-parse/sync';
import {readZip} from '../linework/shapefile/read-zip.ts';

/** Files of a feed by name, unpacked when read. */
export type FeedFiles = ReadonlyMap<string, () => Uint8Array>;

export type FeedRow = Readonly<Record<string, string | undefined>>;

const MAX_FEED_BYTES = 2 ** 31;

/** The files of a zipped feed; those of a folder inside the archive count as well. */
export function feedOfZip(data: Uint8Array, name: string): FeedFiles {
  const files = new Map<string, () => Uint8Array>();
  for (const entry of readZip(data, name, MAX_FEED_BYTES)) {
    const base = entry.name.slice(entry.name.lastIndexOf('/') + 1).toLowerCase();
    if (!files.has(base)) files.set(base, entry.read);
  }
  return files;
}

/**
 * Rows of a table; none when the feed does not have it, which is a fault where it is needed. Columns
 * that must be there and are not are faults too.
 */
export function tableOf(
  files: FeedFiles,
  name: string,
  columns: readonly string[],
  needed: boolean,
  faults: string[],
): readonly FeedRow[] {
  const read = files.get(name);
  if (!read) {
    if (needed) faults.push(`${name} is missing`);
    return [];
  }
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(read());
    let header: string[] = [];
    const rows = parse(text, {
      bom: true,
      columns: (names: string[]) => {
        header = names.map((column) => column.trim());
        return header;
      },
      trim: true,
      skip_empty_lines: true,
    }) as FeedRow[];
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length === 0) return rows;
    faults.push(`${name} has no column ${missing.join(', ')}`);
  } catch (cause) {
    faults.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  return [];
}

/** `8:05:30` as seconds; hours beyond 24 are those of the next day; `null` for anything else. */
export function secondsOf(text: string | undefined): number | null {
  const match = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text ?? '');
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : null;
}
