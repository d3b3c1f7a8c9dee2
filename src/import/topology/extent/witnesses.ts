import type {RawNodes} from '../../osm/node-store.ts';
import type {RawWays} from '../../osm/way-store.ts';
import {Cells} from './cells.ts';

/** A way of this size or less tells that the region reaches to within this much of it. */
const SMALL_M = 300;
const SMALL_E7 = Math.round((SMALL_M / 111_195) * 1e7);
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

/** Gathers the small ways of `ways.order`; ways that `skip` names do not count. */
export function findWitnesses(
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  skip: (way: number) => boolean,
): Witnesses {
  const latE7 = nodes.latE7[0] ?? 0;
  const squeeze = Math.max(0.01, Math.cos((latE7 / 1e7 / 180) * Math.PI));
  const cells = new Cells(SMALL_M, latE7);
  const coarse = new Cells(COARSE_M, latE7);
  let count = 0;
  for (const way of ways.order) {
    const row = small(ways, refRows, nodes, way, SMALL_E7 / squeeze);
    if (row < 0 || skip(way)) continue;
    count++;
    cells.mark(nodes.lonE7[row]!, nodes.latE7[row]!);
    coarse.mark(nodes.lonE7[row]!, nodes.latE7[row]!);
  }
  const thick = count >= MIN_SMALL_WAYS && count / (coarse.areaM2 / 1e6) >= THICK_PER_KM2;
  return {
    thick,
    near: (lon, lat) => cells.near(lon, lat),
  };
}

/** Row of the first node of a way that is no larger than allowed, else -1. */
function small(
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  way: number,
  maxLonE7: number,
): number {
  const first = refRows[ways.firstRef[way]!] ?? -1;
  if (first < 0 || ways.firstRef[way] === ways.firstRef[way + 1]) return -1;
  for (let i = ways.firstRef[way]!; i < ways.firstRef[way + 1]!; i++) {
    const row = refRows[i]!;
    if (row < 0 || Math.abs(nodes.latE7[row]! - nodes.latE7[first]!) > SMALL_E7) return -1;
    if (Math.abs(nodes.lonE7[row]! - nodes.lonE7[first]!) > maxLonE7) return -1;
  }
  return first;
}
