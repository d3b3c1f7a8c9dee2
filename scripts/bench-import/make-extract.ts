import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {readNetwork} from '../big-extract/read-network.ts';
import {writeExtract} from '../big-extract/write-extract.ts';

/** Makes a network of so many cells and writes it as `.osm.pbf` into the folder. */
export async function makeExtract(maker: string, cells: string, folder: string): Promise<string> {
  const stem = join(folder, `network-${cells}`);
  const script = join(maker, 'make-network.mjs');
  execFileSync(process.execPath, ['--max-old-space-size=12000', script, cells, stem]);
  const extract = `${stem}.osm.pbf`;
  await writeExtract(readNetwork(`${stem}.bin`), extract, {withInfo: false});
  return extract;
}
