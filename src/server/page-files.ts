import {readdir, readFile} from 'node:fs/promises';
import {extname, join, relative, sep} from 'node:path';

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/**
 * All files of the built page by their path in it, read once at the start: no path of a request ever
 * reaches the disk. Empty when the page has not been built.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
      .map(async (entry): Promise<[string, PageFile]> => {
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path).split(sep).join('/');
        return [
          `/${name}`,
          {bytes: new Uint8Array(await readFile(path)), type: TYPES[extname(entry.name)]!},
        ];
      }),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
