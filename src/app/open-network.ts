import {UserError} from '../errors.ts';
import {compileNetwork} from '../graph/compile.ts';
import {decodeNetworkFile, type NetworkFile} from '../graph/file/decode.ts';
import {encodeNetwork} from '../graph/file/encode.ts';
import type {Section} from '../graph/file/layout.ts';
import type {Network} from '../graph/network.ts';
import {digraphOf} from '../graph/search/core/digraph.ts';
import {buildEngine} from '../graph/search/engine.ts';
import {engineSections} from '../graph/search/store/engine-sections.ts';
import {ROAD_ENGINE} from '../graph/search/store/stored-or-built.ts';
import {CHINA_CAR} from '../graph/speed.ts';
import {readWhole, writeWhole} from './files.ts';
import {importExtracts} from './import-extracts.ts';
import type {LineworkWords} from './linework-options.ts';
import type {Progress} from './progress.ts';

/** Opens a `.gtn` with what is stored beside the network, or imports an extract on the spot. */
export async function openNetworkFile(path: string, progress: Progress): Promise<NetworkFile> {
  if (path.toLowerCase().endsWith('.gtn')) {
    progress.step('open');
    return decodeNetworkFile(await readWhole(path), path);
  }
  progress.step('import');
  return {network: await importExtracts([path], progress), columns: new Map()};
}

/** The same, the network alone. */
export async function openNetwork(path: string, progress: Progress): Promise<Network> {
  return (await openNetworkFile(path, progress)).network;
}

/** The engine of the roads as they are, at the default speeds, as sections for the file. */
function roadEngineSections(network: Network): Section[] {
  const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
  return engineSections(buildEngine(digraphOf(net, 'time')), ROAD_ENGINE.time);
}

/** Imports extracts, with a GeoJSON of borders if given, and writes the network file. */
export async function importToFile(
  paths: readonly string[],
  out: string,
  progress: Progress,
  bordersPath?: string,
  words: LineworkWords = {},
  polygonPath?: string,
  withEngine = false,
): Promise<Network> {
  if (!out.toLowerCase().endsWith('.gtn')) {
    throw new UserError('E_USAGE', `a network file ends in .gtn, not ${out}`, {
      hint: 'guantong import extract.osm.pbf -o net.gtn',
    });
  }
  progress.step('import');
  const network = await importExtracts(paths, progress, undefined, bordersPath, words, polygonPath);
  if (withEngine) progress.step('engine');
  const sections = withEngine ? roadEngineSections(network) : [];
  progress.step('write');
  await writeWhole(out, encodeNetwork(network, sections));
  return network;
}
