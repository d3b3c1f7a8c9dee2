import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {createGunzip} from 'node:zlib';
import type {Network} from '../../src/graph/network.ts';
import {detectFormat, type ImportSource, importNetwork} from '../../src/import/import-network.ts';

/** Folder with real extracts; tests that need it are skipped without. */
export const DATA = process.env['GUANTONG_DATA'];
export const NO_DATA = DATA === undefined || DATA === '';

export function dataPath(file: string): string {
  return join(DATA ?? '', file);
}

export function dataSource(file: string): ImportSource {
  const detected = detectFormat(file)!;
  const stream = createReadStream(dataPath(file));
  return {
    name: file,
    format: detected.format,
    bytes: detected.gzipped ? stream.pipe(createGunzip()) : stream,
  };
}

export function importData(...files: string[]): Promise<Network> {
  return importNetwork(files.map(dataSource), {toolVersion: 't'});
}
