import {basename} from 'node:path';
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
import {importChoices, type LineworkWords} from './linework-options.ts';
import {readPolygon} from './polygon-file.ts';
import type {Progress} from './progress.ts';
import {toolVersion} from './version.ts';

/**
 * Reads one or several extracts into a network. What is packed (`.gz`, `.bz2`) is opened on the way. `bordersPath` is
 * a GeoJSON whose borders take the place of the extracts'; `polygonPath` the polygon they were cut with.
 */
export async function importExtracts(
  paths: readonly string[],
  progress: Progress,
  classes?: readonly EdgeClass[],
  bordersPath?: string,
  words: LineworkWords = {},
  polygonPath?: string,
): Promise<Network> {
  const choices = importChoices(
    words,
    paths.map((path) => basename(path)),
  );
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
    const crs = choices.crsOf(facts.name);
    sources.push({name: facts.name, format: found.format, crs, bytes});
  }
  const borderFile = bordersPath === undefined ? undefined : await readBorders(bordersPath);
  if (borderFile) sourceFiles.push({...borderFile.facts, dataDate: null});
  const network = await importNetwork(sources, {
    toolVersion: toolVersion(),
    linework: choices.linework,
    sourceFiles,
    // While reading, the bytes of the files themselves tell more: packed ones have no other total.
    onProgress: (step, done) => {
      if (step !== 'read') progress.tick(step, done);
    },
    ...(classes && {classes}),
    ...(polygonPath !== undefined && {clipPolygon: await readPolygon(polygonPath)}),
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

/** Borders of a whole country down to counties take some 100 MB; JSON takes tenfold when parsed. */
const MAX_BORDERS_BYTES = 256 * 1024 * 1024;

async function readBorders(path: string) {
  const facts = await factsOf(path);
  if (facts.bytes > MAX_BORDERS_BYTES) {
    throw new UserError(
      'E_INPUT',
      `${path} is larger than 256 MB, too large for a list of borders`,
      {
        hint: 'leave out the units far away, or simplify the outlines all together (so that neighbours keep sharing points)',
      },
    );
  }
  return {facts, text: new TextDecoder().decode(await readWhole(path))};
}

function formatOf(path: string): DetectedFormat {
  const found = detectFormat(path);
  if (found) return found;
  throw new UserError('E_INPUT', `${path}: the ending tells no format that can be read`, {
    hint: 'give .osm.pbf, .osm, .osm.gz, .osm.bz2, Overpass .json, .geojson or a .zip with a shapefile; convert others with: osmium cat IN -o OUT.osm.pbf',
  });
}
