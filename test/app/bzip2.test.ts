import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {SILENT} from '../../src/app/progress.ts';
import {folder, put} from '../cli/run.ts';
import {SMALL_MAP} from '../cli/small-map.ts';
import {sentence} from './loopback.ts';

const hasBzip2 = ((): boolean => {
  try {
    execFileSync('bzip2', ['--version'], {stdio: 'ignore', input: ''});
    return true;
  } catch {
    return false;
  }
})();
const bzip2 = (text: string): Buffer => execFileSync('bzip2', ['-c'], {input: text});

describe.skipIf(!hasBzip2)('.osm.bz2', () => {
  /** Large enough for several blocks of bzip2 (900 kB each). */
  const padded = SMALL_MAP.replace(
    '<bounds',
    `${Array.from({length: 60_000}, (_, i) => `<!-- ${i * 7919} ${i ** 3} -->`).join('\n')}<bounds`,
  );

  test('is read as the file it packs', async () => {
    const dir = folder();
    const plain = await importExtracts([put(dir, 'a.osm', padded)], SILENT);
    const packed = await importExtracts([put(dir, 'a.osm.bz2', bzip2(padded))], SILENT);
    expect({...packed, meta: null}).toEqual({...plain, meta: null});
    expect(packed.meta.sources[0]).toMatchObject({name: 'a.osm.bz2'});
  });

  test('several packed parts in one file are one (pbzip2 writes such)', async () => {
    const dir = folder();
    const half = Math.floor(padded.length / 2);
    const parts = [padded.slice(0, half), padded.slice(half)].map(bzip2);
    const network = await importExtracts([put(dir, 'a.osm.bz2', Buffer.concat(parts))], SILENT);
    expect(network.edges.count).toBeGreaterThan(0);
  });

  const whole = hasBzip2 ? bzip2(padded) : Buffer.alloc(0);
  test.each([
    [
      'cut in its first block',
      whole.subarray(0, 5000),
      /is not a whole bzip2 file: it ends too soon/,
    ],
    ['cut between its ends', whole.subarray(0, whole.length - 5), /it ends too soon/],
    ['cut in its head', whole.subarray(0, 3), /it ends too soon/],
    ['empty', Buffer.alloc(0), /it is empty/],
    ['no bzip2 at all', Buffer.from('hello, this is no bzip2'), /damaged/],
    [
      'damaged',
      Buffer.concat([whole.subarray(0, 3000), Buffer.from([1, 2, 3]), whole.subarray(3003)]),
      /damaged|too soon/,
    ],
  ])('%s: one sentence that names the file', async (_, bytes, message) => {
    const dir = join(folder(), 'x');
    mkdirSync(dir);
    const error = await sentence(importExtracts([put(dir, 'a.osm.bz2', bytes)], SILENT));
    expect(error.message).toMatch(message);
    expect(error.message).toContain('a.osm.bz2');
  });
});
