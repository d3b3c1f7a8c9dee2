import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';
import {Cells} from './cells.ts';

/** A way of this size or less tells that the region reaches to within this much of it. */
const SMALL_M = 300;
/** A map is thick with ways when this much of the country covered so sparsely holds one more. */
const THICK_PER_KM2 = 4;
const MIN_SMALL_WAYS = 1000;
const COARSE_M = 1000;

/**
 * The small ways of a file, of any kind (houses, fields, streets): each is a proof that the region
 * the file was cut out of comes within `SMALL_M` metres of it.
 */
export interface Witnesses {
  /** There are so many that a place without any is worth a thought. */
  readonly thick: boolean;
  /** Whether any is within some hundreds of metres of a position. */
  near(lonE7: number, latE7: number): boolean;
}

/** How far from its first node a small way may reach, 1e-7 degrees at the latitude of the region. */
export function smallE7(nodes: RawNodes): {readonly lon: number; readonly lat: number} {
  const squeeze = Math.max(0.01, Math.cos(((nodes.latE7[0] ?? 0) / 1e7 / 180) * Math.PI));
  const lat = Math.round((SMALL_M / 111_195) * 1e7);
  return {lon: lat / squeeze, lat};
}

/** Gathers the small ways of `ways.order`; ways that `skip` names do not count. */
export function findWitnesses(
  ways: RawWays,
  {endsE7, small}: {readonly endsE7: Int32Array; readonly small: Uint8Array},
  nodes: RawNodes,
  skip: (way: number) => boolean,
): Witnesses {
  const latE7 = nodes.latE7[0] ?? 0;
  const cells = new Cells(SMALL_M, latE7);
  const coarse = new Cells(COARSE_M, latE7);
  let count = 0;
  const {order} = ways;
  for (let i = 0; i < order.length; i++) {
    const way = order[i]!;
    if (small[way] === 0 || skip(way)) continue;
    count++;
    cells.mark(endsE7[4 * way]!, endsE7[4 * way + 1]!);
    coarse.mark(endsE7[4 * way]!, endsE7[4 * way + 1]!);
  }
  const thick = count >= MIN_SMALL_WAYS && count / (coarse.areaM2 / 1e6) >= THICK_PER_KM2;
  return {
    thick,
    near: (lon, lat) => cells.near(lon, lat),
  };
}
