import Flatbush from 'flatbush';
import {greatCircleM} from '../../../geo/distance.ts';
import {localPlane} from '../../../geo/local-plane.ts';
import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';

/**
 * Traces of ways that a tool left out although some of their nodes are here: nodes without any tag
 * that no way uses. (`osmium extract -s simple` leaves out a way whose first node is outside.) Gives
 * a test whether one lies within `withinM` of a position.
 */
export function lostWayTraces(
  ways: RawWays,
  refRows: Int32Array,
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
  const traces: number[] = [];
  for (let row = 0; row < nodes.count; row++) if (!used[row]) traces.push(row);
  if (traces.length === 0) return () => false;
  const index = new Flatbush(traces.length);
  for (const row of traces) {
    const [lon, lat] = [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
    index.add(lon, lat, lon, lat);
  }
  index.finish();
  return (lonE7, latE7) => {
    const [lon, lat] = [lonE7 / 1e7, latE7 / 1e7];
    const plane = localPlane(lon, lat);
    const box = [plane.lon(-withinM), plane.lat(-withinM), plane.lon(withinM), plane.lat(withinM)];
    return index.search(box[0]!, box[1]!, box[2]!, box[3]!).some((i) => {
      const row = traces[i]!;
      return greatCircleM(lon, lat, nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7) <= withinM;
    });
  };
}
