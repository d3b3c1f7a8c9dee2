import type {Network} from '../network.ts';
import {EDGE_COLUMNS, NODE_COLUMNS, STRINGS_SECTION, tableSections} from './columns.ts';
import {headerOf} from './header.ts';
import type {Section} from './layout.ts';
import {packFile} from './pack.ts';
import {areaSections, lineSections} from './shapes.ts';

/**
 * A network as the bytes of a `.gtn` file. Equal networks give equal bytes: nothing but the network
 * goes in, no clock. `extra` appends named columns that readers who do not know them skip (e.g. a
 * search hierarchy); a name already used is a bug and throws. Negative zeros in the header's lists
 * (a place at 0° written −0) come back as 0; columns keep every bit.
 */
export function encodeNetwork(network: Network, extra: readonly Section[] = []): Uint8Array {
  const {nodes, edges, strings, borders, areas} = network;
  return packFile(headerOf(network), [
    ...tableSections('nodes', NODE_COLUMNS, {...nodes}),
    ...tableSections('edges', EDGE_COLUMNS, {...edges}),
    {name: STRINGS_SECTION, column: new TextEncoder().encode(JSON.stringify(strings))},
    ...lineSections(
      'borders',
      borders.map((border) => border.line),
    ),
    ...areaSections(areas),
    ...extra,
  ]);
}
