import {createReadStream} from 'node:fs';
import {createGunzip} from 'node:zlib';
import {UserError} from '../errors.ts';
import type {Network, SourceFile} from '../graph/network.ts';
import type {EdgeClass} from '../graph/vocabulary.ts';
import {
  type DetectedFormat,
  detectFormat,
  type ImportSource,
  importNetwork,
} from '../import/import-network.ts';
import {factsOf, readWhole} from './files.ts';
import type {Progress} from './progress.ts';
import {toolVersion} from './version.ts';

/**
 * What a packed file may unpack to: map data grows ten- to twentyfold, gzip can do a thousandfold. A
 * small file may do as it likes, a larger one that grows more than this was made to fill the memory.
 */
const MAX_GROWTH = 100;
const FREE_GROWTH_BYTES = 256 * 1024 * 1024;

/**
 * Reads one or several extracts into a network. Compressed `.gz` is opened on the way. `bordersPath` is
 * a GeoJSON whose borders take the place of the extracts'.
 */
export async function importExtracts(
  paths: readonly string[],
  progress: Progress,
  classes?: readonly EdgeClass[],
  bordersPath?: string,
): Promise<Network> {
  const sourceFiles: SourceFile[] = [];
  const sources: ImportSource[] = [];
  for (const path of paths) {
    formatOf(path);
    const facts = await factsOf(path);
    sourceFiles.push({...facts, dataDate: null});
    const {format, gzipped} = formatOf(path);
    sources.push({name: facts.name, format, bytes: bytesOf(path, gzipped)});
  }
  const borderFile = bordersPath === undefined ? undefined : await readBorders(bordersPath);
  if (borderFile) sourceFiles.push({...borderFile.facts, dataDate: null});
  const network = await importNetwork(sources, {
    toolVersion: toolVersion(),
    sourceFiles,
    onProgress: progress.tick,
    ...(classes && {classes}),
    ...(borderFile && {borderFile: {name: borderFile.facts.name, text: borderFile.text}}),
  });
  return withDataDate(network);
}

/** The day of a single file is that of the network; of several, the reader knows only the newest. */
function withDataDate(network: Network): Network {
  const {meta} = network;
  const [only, ...more] = meta.sources;
  if (only === undefined || more.length > 0) return network;
  return {...network, meta: {...meta, sources: [{...only, dataDate: meta.dataDate}]}};
}

async function readBorders(path: string) {
  const facts = await factsOf(path);
  return {facts, text: new TextDecoder().decode(await readWhole(path))};
}

function formatOf(path: string): DetectedFormat {
  const found = detectFormat(path);
  if (found) return found;
  throw new UserError('E_INPUT', `${path}: the ending tells no format that can be read`, {
    hint: 'give .osm.pbf, .osm, .osm.gz or Overpass .json; convert others with: osmium cat IN -o OUT.osm.pbf',
  });
}

async function* bytesOf(path: string, gzipped: boolean): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  if (!gzipped) {
    yield* file as AsyncIterable<Uint8Array>;
    return;
  }
  const opened = createGunzip();
  file.on('error', (error) => opened.destroy(error));
  try {
    let unpackedBytes = 0;
    for await (const chunk of file.pipe(opened) as AsyncIterable<Uint8Array>) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > Math.max(FREE_GROWTH_BYTES, MAX_GROWTH * file.bytesRead)) {
        throw tooGrown(path);
      }
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'E_INPUT',
      `${path} is not a whole gzip file: ${(cause as Error).message}`,
      {
        hint: 'download the file again, or unpack it with gunzip to see where it breaks',
        cause,
      },
    );
  } finally {
    file.destroy();
  }
}

function tooGrown(path: string): UserError {
  return new UserError(
    'E_INPUT',
    `${path} unpacks to more than ${MAX_GROWTH} times its size, as no map does`,
    {hint: 'if you trust the file, unpack it with gunzip and import what comes out'},
  );
}
