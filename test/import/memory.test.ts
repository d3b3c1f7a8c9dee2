import {spawnSync} from 'node:child_process';
import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {expect, test} from 'vitest';
import {folder, guantong} from '../cli/run.ts';
import {dataBlob, headerBlob} from '../support/pbf-writer.ts';

/** Heap of the process, MB: what the program itself takes, and room for little else. */
const HEAP_MB = 80;
const NODES = 1_000_000;
const PER_BLOCK = 8_000;
const PER_WAY = 10;

/** A grid of a million nodes under 100 000 roads, block by block. */
async function writeExtract(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write(headerBlob({nodes: [], ways: []}));
  for (let first = 0; first < NODES; first += PER_BLOCK) {
    const nodes = Array.from({length: PER_BLOCK}, (_, i) => ({
      id: first + i + 1,
      lon: 119 + ((first + i) % 1000) / 1000,
      lat: 27 + Math.floor((first + i) / 1000) / 1000,
    }));
    file.write(dataBlob({nodes, ways: []}));
  }
  const ways = NODES / PER_WAY;
  for (let first = 0; first < ways; first += PER_BLOCK) {
    const block = Array.from({length: Math.min(PER_BLOCK, ways - first)}, (_, i) => ({
      id: first + i + 1,
      refs: Array.from({length: PER_WAY}, (_, k) => (first + i) * PER_WAY + k + 1),
      tags: {highway: 'tertiary', ref: `X${(first + i) % 50}`},
    }));
    file.write(dataBlob({nodes: [], ways: block}));
  }
  file.end();
  await finished(file);
}

test('a million nodes need no heap of objects: an import in a heap that could not hold them', async () => {
  const dir = folder();
  const path = join(dir, 'large.osm.pbf');
  await writeExtract(path);
  const limit = {NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`};
  const ran = await guantong(['import', path, '-q', '-o', join(dir, 'n.gtn')], dir, limit);
  expect(ran).toMatchObject({code: 0});
  // So the limit does hold back what keeps an object for each node.
  const asObjects = `const all = [];
    for (let i = 0; i < ${NODES}; i++) all.push({id: i, lon: i / 3, lat: i / 7, tags: {}});`;
  const other = spawnSync(process.execPath, ['-e', asObjects], {
    env: {...process.env, ...limit},
    timeout: 120_000,
  });
  expect(other.status).not.toBe(0);
});
