import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';
import {Cells} from './cells.ts';

/**
 * Traces of ways that a tool left out although some of their nodes are here: nodes without any tag
 * that no way uses. (`osmium extract -s simple` leaves out a way whose first node is outside.) Gives
 * a test whether one lies within `withinM` of a position.
 */
export function lostWayTraces(
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  taggedIds: Float64Array,
  withinM: number,
): (lonE7: number, latE7: number) => boolean {
  const used = new Uint8Array(nodes.count);
  const end = ways.firstRef[ways.count]!;
  for (let i = 0; i < end; i++) if (refRows[i]! >= 0) used[refRows[i]!] = 1;
  for (const id of taggedIds) {
    const row = nodes.row(id);
    if (row >= 0) used[row] = 1;
  }
  const cells = new Cells(withinM, nodes.latE7[0] ?? 0);
  for (let row = 0; row < nodes.count; row++) {
    if (!used[row]) cells.mark(nodes.lonE7[row]!, nodes.latE7[row]!);
  }
  return (lonE7, latE7) => cells.near(lonE7, latE7);
}
