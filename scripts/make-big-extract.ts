/**
 * Turns a generated road network into a real `.osm.pbf` for benches:
 *
 *     npx tsx scripts/make-big-extract.ts NETWORK.bin OUT.osm.pbf [--info]
 *
 * `--info` writes versions, changesets and times too, as the extracts on download servers have them.
 */
import {statSync} from 'node:fs';
import {readNetwork} from './big-extract/read-network.ts';
import {writeExtract} from './big-extract/write-extract.ts';

const [source, out, ...flags] = process.argv.slice(2);
if (source === undefined || out === undefined) {
  console.error('usage: make-big-extract NETWORK.bin OUT.osm.pbf [--info]');
  process.exit(2);
}
const network = readNetwork(source);
const by = await writeExtract(network, out, {withInfo: flags.includes('--info')});
console.log(`${out}: ${network.nodes} nodes, ${statSync(out).size} bytes, written by ${by}`);
