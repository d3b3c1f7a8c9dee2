import type {Network} from '../network.ts';
import {badFile} from './bad-file.ts';
import {checkContent, checkCounts} from './check-tables.ts';
import {EDGE_COLUMNS, NODE_COLUMNS, readColumn, readTable, STRINGS_SECTION} from './columns.ts';
import {readHeader} from './header.ts';
import type {Column} from './layout.ts';
import {readAreas, readLines} from './shapes.ts';
import {unpackFile} from './unpack.ts';

/** What a `.gtn` file holds: the network and all its columns by section name, unknown ones included. */
export interface NetworkFile {
  readonly network: Network;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * The network in the bytes of a `.gtn` file. Its columns are views on `bytes`: leave those alone
 * afterwards. `fileName` is only for the messages. Throws `UserError('E_INPUT')` when the file is
 * empty, something else, of a newer version, cut off, damaged, or does not hang together.
 */
export function decodeNetwork(bytes: Uint8Array, fileName: string): Network {
  return decodeNetworkFile(bytes, fileName).network;
}

/** Like `decodeNetwork`, with the optional sections beside the network. */
export function decodeNetworkFile(bytes: Uint8Array, fileName: string): NetworkFile {
  const {header: json, columns} = unpackFile(bytes, fileName);
  const header = readHeader(json, fileName);
  const {counts} = header;
  const nodes = readTable('nodes', NODE_COLUMNS, columns, fileName);
  const edges = readTable('edges', EDGE_COLUMNS, columns, fileName);
  const strings = readStrings(readColumn(STRINGS_SECTION, 'u8', columns, fileName), fileName);
  checkCounts(counts, nodes, edges, strings, fileName);
  const lines = readLines('borders', header.borders.length, columns, fileName);
  const rings = readAreas(header.areas.length, columns, fileName);
  const network: Network = {
    meta: header.meta,
    nodes: {count: counts.nodes, ...nodes},
    edges: {count: counts.edges, ...edges},
    strings,
    places: header.places,
    stations: header.stations,
    borders: header.borders.map((border, i) => ({...border, line: lines[i]!})),
    areas: header.areas.map((area, i) => ({...area, coordinates: rings[i]!})),
    ledger: header.ledger,
    ...(header.landmarks && {landmarks: header.landmarks}),
    ...(header.lostWays && {lostWays: header.lostWays}),
  };
  checkContent(network, fileName);
  return {network, columns};
}

function readStrings(utf8: Uint8Array, fileName: string): string[] {
  let strings: unknown;
  try {
    strings = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(utf8));
  } catch (cause) {
    throw badFile(fileName, 'has a string table that is not JSON.', {cause});
  }
  if (Array.isArray(strings) && strings.every((text) => typeof text === 'string')) return strings;
  throw badFile(fileName, 'has a string table that is not a list of strings.');
}
