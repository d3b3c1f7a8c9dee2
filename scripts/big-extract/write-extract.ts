import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {finished} from 'node:stream/promises';
import type {OsmNode, OsmTags, OsmWay} from '../../test/support/osm-data.ts';
import {dataBlob, headerBlob} from '../../test/support/pbf-writer.ts';
import {osmNodes, osmWays} from './osm-objects.ts';
import type {GeneratedNetwork} from './read-network.ts';

/** Objects a block, as other writers do. */
const BLOCK = 8000;
const CHUNK_CHARS = 1 << 18;

export interface WriteOptions {
  /** Versions, changesets and times on every object, as the extracts on download servers have. */
  readonly withInfo: boolean;
}

/** Writes the network as `.osm.pbf`: by osmium where it is installed, else by the writer of the tests. */
export async function writeExtract(
  network: GeneratedNetwork,
  out: string,
  options: WriteOptions,
): Promise<'osmium' | 'own writer'> {
  if (spawnSync('osmium', ['--version']).status === 0) {
    await byOsmium(network, out, options);
    return 'osmium';
  }
  await byOwnWriter(network, out, options);
  return 'own writer';
}

async function byOsmium(network: GeneratedNetwork, out: string, {withInfo}: WriteOptions) {
  // Extracts on download servers say of what day they are; then times of objects need not be read.
  const day = 'osmosis_replication_timestamp=2020-01-01T00:00:00Z';
  const options = ['--output-header', day, '-O', '-o', out];
  const child = spawn('osmium', ['cat', '-F', 'opl', '-', ...options], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  let text = '';
  for (const line of oplLines(network, withInfo)) {
    text += line;
    if (text.length < CHUNK_CHARS) continue;
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
    text = '';
  }
  child.stdin.end(text);
  const [code] = await ended;
  if (code !== 0) throw new Error(`osmium ended with ${code}`);
}

async function byOwnWriter(network: GeneratedNetwork, out: string, {withInfo}: WriteOptions) {
  const file = createWriteStream(out);
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (!file.write(bytes)) await once(file, 'drain');
  };
  await put(headerBlob({nodes: [], ways: []}));
  for (const nodes of blocks(osmNodes(network))) {
    await put(dataBlob({nodes, ways: []}, {writeVersions: withInfo}));
  }
  for (const ways of blocks(osmWays(network))) {
    await put(dataBlob({nodes: [], ways}, {writeVersions: withInfo}));
  }
  file.end();
  await finished(file);
}

function* blocks<T>(items: Iterable<T>): Generator<T[]> {
  let block: T[] = [];
  for (const item of items) {
    block.push(item);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** One line an object (osmcode.org/opl-file-format). */
function* oplLines(network: GeneratedNetwork, withInfo: boolean): Generator<string> {
  for (const node of osmNodes(network)) {
    const {id, lon, lat} = node;
    yield `n${id}${info(node, withInfo)}${tagText(node.tags)} x${lon} y${lat}\n`;
  }
  for (const way of osmWays(network)) {
    const refs = way.refs.map((ref) => `n${ref}`).join(',');
    yield `w${way.id}${info(way, withInfo)}${tagText(way.tags)} N${refs}\n`;
  }
}

function info({id}: OsmNode | OsmWay, withInfo: boolean): string {
  if (!withInfo) return '';
  const day = String(1 + (id % 28)).padStart(2, '0');
  return ` v${1 + (id % 5)} dV c${10_000_000 + Math.floor(id / 300)} t20${10 + (id % 15)}-05-${day}T00:00:00Z`;
}

function tagText(tags: OsmTags = {}): string {
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '' : ` T${pairs.join(',')}`;
}
