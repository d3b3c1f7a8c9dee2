import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import type {Bbox} from '../../geo/line.ts';
import type {RawNodes} from '../osm/node-store.ts';

/** A road that stops this near the box given by the file was cut there. */
const STATED_MARGIN_M = 50;
/**
 * The same for a box that we had to infer from the nodes. Tools leave out a way of which they hold no
 * node or only a later one, without a trace; what is left ends up to one segment short of the edge.
 * So the margin is the length that 99 % of the segments keep to, within these bounds.
 */
const INFERRED_MARGIN_M = {min: 1000, max: 5000};
const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;

/** Where the extract ends. */
export interface ClipRule {
  /** Box of all that was read, `null` when there are no nodes. */
  readonly bbox: Bbox | null;
  /** The box is the envelope of the nodes, as the files do not state one. */
  readonly inferred: boolean;
  /** How near the edge counts as cut there, metres. */
  readonly marginM: number;
  /** Whether a position lies outside every box that the files state. */
  outside(lonE7: number, latE7: number): boolean;
  /** Whether a position is so near the extract's edge that a road ending there was cut. */
  nearEdge(lonE7: number, latE7: number): boolean;
}

/**
 * The rule for extracts with these header boxes. Of several, a position well inside any one is no
 * edge. When a file states no box, the envelope of all nodes stands for it, with a wider margin.
 * `longSegmentM` is the length of a long segment (99th percentile) of the network.
 */
export function clipRule(
  boxes: readonly (Bbox | null)[],
  nodes: RawNodes,
  longSegmentM: number,
): ClipRule {
  const stated = boxes.filter((box) => box !== null);
  const inferred = stated.length < boxes.length || stated.length === 0;
  const used = inferred ? [envelope(nodes)].filter((box) => box !== null) : stated;
  const {min, max} = INFERRED_MARGIN_M;
  const marginM = inferred ? Math.max(min, Math.min(max, longSegmentM)) : STATED_MARGIN_M;
  return {
    bbox: used.length === 0 ? null : used.reduce(union),
    inferred,
    marginM,
    outside: (lonE7, latE7) => !inferred && used.every((box) => !inside(box, lonE7, latE7, 0)),
    nearEdge: (lonE7, latE7) => used.every((box) => !inside(box, lonE7, latE7, marginM)),
  };
}

function inside(box: Bbox, lonE7: number, latE7: number, marginM: number): boolean {
  const lon = lonE7 / 1e7;
  const lat = latE7 / 1e7;
  const dLat = marginM / M_PER_DEG;
  const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return (
    lon >= box[0] + dLon && lon <= box[2] - dLon && lat >= box[1] + dLat && lat <= box[3] - dLat
  );
}

function envelope(nodes: RawNodes): Bbox | null {
  if (nodes.count === 0) return null;
  let [west, south, east, north] = [1.8e9, 9e8, -1.8e9, -9e8];
  for (let i = 0; i < nodes.count; i++) {
    const lon = nodes.lonE7[i]!;
    const lat = nodes.latE7[i]!;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west / 1e7, south / 1e7, east / 1e7, north / 1e7];
}

function union(a: Bbox, b: Bbox): Bbox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
