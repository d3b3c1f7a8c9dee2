import {UserError} from '../errors.ts';
import type {Network, SourceFile} from '../graph/network.ts';
import type {EdgeClass} from '../graph/vocabulary.ts';
import {
  type DetectedFormat,
  detectFormat,
  type ImportSource,
  importNetwork,
} from '../import/import-network.ts';
import {bytesOf} from './extract-bytes.ts';
import {factsOf, readWhole} from './files.ts';
import type {Progress} from './progress.ts';
import {toolVersion} from './version.ts';

/**
 * Reads one or several extracts into a network. What is packed (`.gz`, `.bz2`) is opened on the way. `bordersPath` is
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
  let [readBefore, readHere, total] = [0, 0, 0];
  for (const path of paths) {
    formatOf(path);
    const facts = await factsOf(path);
    sourceFiles.push({...facts, dataDate: null});
    const found = formatOf(path);
    total += facts.bytes;
    const bytes = bytesOf(path, found, (read) => {
      // A file that starts over is the next one: they are read one after another.
      if (read <= readHere) readBefore += readHere;
      readHere = read;
      progress.tick('read', readBefore + read, total);
    });
    sources.push({name: facts.name, format: found.format, bytes});
  }
  const borderFile = bordersPath === undefined ? undefined : await readBorders(bordersPath);
  if (borderFile) sourceFiles.push({...borderFile.facts, dataDate: null});
  const network = await importNetwork(sources, {
    toolVersion: toolVersion(),
    sourceFiles,
    // While reading, the bytes of the files themselves tell more: packed ones have no other total.
    onProgress: (step, done) => {
      if (step !== 'read') progress.tick(step, done);
    },
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
    hint: 'give .osm.pbf, .osm, .osm.gz, .osm.bz2 or Overpass .json; convert others with: osmium cat IN -o OUT.osm.pbf',
  });
}
