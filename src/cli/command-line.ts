import {basename} from 'node:path';

/** Options that change where or how loudly a command answers, never what. */
const SILENT = new Set(['_', '$0', 'output', 'quiet', 'lang', 'format', 'network', 'pdf']);

/** Options that are on unless somebody says no. */
const ON = new Set(['permeability']);

/**
 * The command as somebody else could type it beside the same files: options in the order of their names,
 * files by name alone, so that the place of a folder on one machine does not stand in a report.
 */
export function commandLine(command: string, args: Readonly<Record<string, unknown>>): string {
  const words = ['guantong', command];
  if (typeof args['network'] === 'string') words.push(quoted(basename(args['network'])));
  const given = Object.entries(args)
    .filter(([key, value]) => value !== undefined && value !== ON.has(key) && !SILENT.has(key))
    // yargs gives `as-of` as `asOf` too, and letters that stand for a whole name
    .filter(([key]) => key.length > 1 && !/[A-Z]/.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of given) {
    words.push(value === false ? `--no-${key}` : `--${key}`);
    if (typeof value === 'boolean') continue;
    for (const one of Array.isArray(value) ? value : [value])
      words.push(quoted(fileName(String(one))));
  }
  return words.join(' ');
}

function fileName(value: string): string {
  return /[\\/]/.test(value) ? basename(value.replaceAll('\\', '/')) : value;
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}._,:=+-]+$/u.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}
