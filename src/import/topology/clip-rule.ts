import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import type {Bbox, LonLat} from '../../geo/line.ts';
import {bboxOf} from '../../geo/line.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {RawWays} from '../osm/way-store.ts';
import {coresOf, extentCore} from './extent/core.ts';
import {type Edge, type LostWays, lostWays, NO_LOST_WAYS} from './extent/lost-ways.ts';
import {type ClipPolygon, enclosure} from './extent/polygon.ts';
import {findWitnesses} from './extent/witnesses.ts';
import type {ResolvedWays} from './way-lengths.ts';

/** A road that stops this near the box or polygon given was cut there. */
const STATED_MARGIN_M = 50;
/**
 * The same where we had to infer the edge, and where the file does not show that its ways are whole: tools
 * that cut ways leave out one of which they hold no node or only a later one, and what is left ends up to
 * one segment short of the edge. So the margin is the length that 99 % of the segments keep to, within
 * these bounds.
 */
const WIDE_MARGIN_M = {min: 1000, max: 5000};
/** How much longer a degree of latitude is taken to be than one of longitude, at most. */
const MAX_STRETCH = 100;
const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;

/** Where the extract ends. */
export interface ClipRule {
  /** Box of all that was read, `null` when there are no nodes. */
  readonly bbox: Bbox | null;
  /** How near the edge a line of a border that ends counts as cut there, metres. */
  readonly marginM: number;
  /**
   * Why a position is outside of what the extract covers whole, so that every end of a road there is
   * doubtful; `null` when it is inside.
   */
  outside(lonE7: number, latE7: number): string | null;
  /** Why a road that ends at this position was cut there; `null` when nothing says so. */
  cut(lonE7: number, latE7: number): string | null;
  /** Traces of ways that were left out whole; none where the files show that they keep ways whole. */
  readonly lostWays: readonly LonLat[];
}

export interface ClipInput {
  /** One per source; `null` where its header has none. */
  readonly boxes: readonly (Bbox | null)[];
  /** Row of the first way of each source. */
  readonly firstWays: readonly number[];
  /** The polygon the user says the extract was cut with. */
  readonly polygon: ClipPolygon | undefined;
  readonly nodes: RawNodes;
  readonly ways: RawWays;
  readonly resolved: ResolvedWays;
  /** Ids of nodes with tags, in any order. */
  readonly taggedIds: Float64Array;
  /** Whether a way belongs to a relation whose ways some tools add whole, wherever they lie. */
  readonly inArea: (way: number) => boolean;
}

type Where = (lonE7: number, latE7: number) => boolean;

/**
 * The rule for an extract, from the best that is known of its edge: the polygon the user gives, else
 * the boxes that the files state (of several, a position well inside any one is no edge), else what
 * the nodes and ways themselves show. docs/import.md says what each rests on and what it cannot see.
 */
export function clipRule(input: ClipInput): ClipRule {
  const {boxes, nodes, ways, resolved} = input;
  const stated = boxes.filter((box) => box !== null);
  const inferred = stated.length < boxes.length || stated.length === 0;
  const cutInside = anyCut(ways, resolved);
  const {min, max} = WIDE_MARGIN_M;
  const wideM = Math.max(min, Math.min(max, resolved.longSegmentM));
  const lostIf = (searched: boolean, edge?: Edge): LostWays =>
    searched ? lostWays(ways, resolved.refRows, nodes, input.taggedIds, edge) : NO_LOST_WAYS;

  if (input.polygon) {
    const {holds, near} = enclosure(input.polygon);
    const beyond: Where = (lon, lat) => !holds(lon / 1e7, lat / 1e7);
    const whole = !cutInside && keepsWhole(input, beyond);
    const marginM = whole ? STATED_MARGIN_M : wideM;
    const lost = lostIf(!whole);
    return {
      bbox: bboxOf(input.polygon.flat() as LonLat[]),
      marginM: cutInside ? wideM : STATED_MARGIN_M,
      outside: (lon, lat) => (beyond(lon, lat) ? 'clip-outside-polygon' : null),
      cut: (lon, lat) => {
        if (near(lon / 1e7, lat / 1e7, marginM)) return 'clip-at-polygon';
        return lost.near(lon, lat, wideM) ? 'clip-lost-way' : null;
      },
      lostWays: lost.traces,
    };
  }

  const used = inferred ? [envelope(nodes)].filter((box) => box !== null) : stated;
  const beyondBoxes: Where = (lon, lat) => !inferred && insideNone(used, lon, lat, 0);
  const whole = !inferred && !cutInside && keepsWhole(input, beyondBoxes);
  const marginM = whole ? STATED_MARGIN_M : wideM;
  const atEdge: Where = (lon, lat) => insideNone(used, lon, lat, marginM);
  // Where neither a box nor a cut way tells of a cut, only what leads to the edge is a trace.
  const lost = lostIf(!whole, inferred && !cutInside ? {isAt: atEdge, stepM: wideM} : undefined);
  const shape = inferShape(input, used, inferred);
  return {
    bbox: used.length === 0 ? null : used.reduce(union),
    marginM: inferred || cutInside ? wideM : STATED_MARGIN_M,
    outside: (lon, lat) => {
      if (beyondBoxes(lon, lat)) return 'clip-outside-bbox';
      return shape.beyond(lon, lat) ? 'clip-outside-core' : null;
    },
    cut: (lon, lat) => {
      if (shape.alone(lon, lat)) return 'clip-alone';
      if (atEdge(lon, lat)) return inferred ? 'clip-inferred' : 'clip-at-bbox';
      return lost.near(lon, lat, wideM) ? 'clip-lost-way' : null;
    },
    lostWays: lost.traces,
  };
}

/**
 * What the ways show of the region. Files that state no box were mostly cut with one: beyond the core
 * of every file nothing is sure. On a map thick with ways we can tell a polygon too: beyond its core,
 * and where no small way is near, nothing is sure; but only when no box is stated, or the box is
 * plainly not where the file was cut.
 */
function inferShape(
  input: ClipInput,
  boxes: readonly Bbox[],
  inferred: boolean,
): {readonly beyond: Where; readonly alone: Where} {
  const {ways, resolved, nodes, inArea} = input;
  const nowhere: Where = () => false;
  const witnesses = findWitnesses(ways, resolved, nodes, inArea);
  if (!inferred && !witnesses.thick) return {beyond: nowhere, alone: nowhere};
  const coreOf = (rows: Uint32Array) => extentCore(ways, resolved, nodes, rows, inArea);
  const parts = input.firstWays.map((first, i) =>
    coreOf(range(first, input.firstWays[i + 1] ?? ways.count)),
  );
  // The only file is the whole: no need to look at all its ways twice.
  const cores = coresOf(parts.length === 1 ? parts[0]! : coreOf(ways.order), parts);
  if (cores.length === 0) return {beyond: nowhere, alone: nowhere};
  const beyondBox: Where = (lon, lat) => {
    for (const core of cores) if (core.holdsAsBox(lon, lat)) return false;
    return true;
  };
  const beyondPolygon: Where = (lon, lat) => {
    for (const core of cores) if (core.holdsAsPolygon(lon, lat)) return false;
    return true;
  };
  const asPolygon = witnesses.thick && endsInsideBoxes(input, beyondPolygon, boxes);
  if (!inferred && !asPolygon) return {beyond: nowhere, alone: nowhere};
  const beyond = asPolygon ? beyondPolygon : beyondBox;
  return {beyond, alone: asPolygon ? (lon, lat) => !witnesses.near(lon, lat) : nowhere};
}

/**
 * Whether more ways run out of the core, yet end inside the boxes, than reach the boxes: then the
 * boxes are not where the files were cut, but only what a polygon fits into.
 */
function endsInsideBoxes(
  {ways, resolved, inArea}: ClipInput,
  out: Where,
  boxes: readonly Bbox[],
): boolean {
  let [within, reached] = [0, 0];
  const {order, firstRef} = ways;
  const {refRows, endsE7} = resolved;
  const isAt = (at: number): boolean =>
    insideNone(boxes, endsE7[at]!, endsE7[at + 1]!, STATED_MARGIN_M);
  const isOut = (at: number): boolean => out(endsE7[at]!, endsE7[at + 1]!);
  for (let i = 0; i < order.length; i++) {
    const way = order[i]!;
    const first = firstRef[way]!;
    const end = firstRef[way + 1]!;
    if (first === end || inArea(way)) continue;
    const hasFrom = refRows[first]! >= 0;
    const hasTo = refRows[end - 1]! >= 0;
    const at = 4 * way;
    if ((hasFrom && isAt(at)) || (hasTo && isAt(at + 2))) reached++;
    else if ((hasFrom && isOut(at)) || (hasTo && isOut(at + 2))) within++;
  }
  return within > reached;
}

/**
 * Whether every file shows that it keeps ways whole: a way of it ends beyond the edge. A tool that cuts
 * ways, or leaves out those that begin outside, leaves no node there; and where nothing runs over the edge
 * a file tells nothing of how it was cut. Ways that are added whole in any case are no proof.
 */
function keepsWhole({ways, resolved, firstWays, inArea}: ClipInput, beyond: Where): boolean {
  const {firstRef} = ways;
  const {refRows, endsE7} = resolved;
  const isProof = (way: number): boolean => {
    const first = firstRef[way]!;
    const end = firstRef[way + 1]!;
    if (first === end || inArea(way)) return false;
    const at = 4 * way;
    return (
      (refRows[first]! >= 0 && beyond(endsE7[at]!, endsE7[at + 1]!)) ||
      (refRows[end - 1]! >= 0 && beyond(endsE7[at + 2]!, endsE7[at + 3]!))
    );
  };
  return firstWays.every((first, i) => {
    const own = range(first, firstWays[i + 1] ?? ways.count);
    return own.length === 0 || own.some(isProof);
  });
}

function range(first: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - first);
  for (let i = 0; i < rows.length; i++) rows[i] = first + i;
  return rows;
}

/** Whether any way that makes an edge lacks a node. */
function anyCut({order, attributes}: RawWays, {missing}: ResolvedWays): boolean {
  for (let i = 0; i < order.length; i++) {
    if (attributes[order[i]!]! > 0 && missing[order[i]!]! > 0) return true;
  }
  return false;
}

function insideNone(
  boxes: readonly Bbox[],
  lonE7: number,
  latE7: number,
  marginM: number,
): boolean {
  for (const box of boxes) if (inside(box, lonE7, latE7, marginM)) return false;
  return true;
}

function inside(box: Bbox, lonE7: number, latE7: number, marginM: number): boolean {
  const lon = lonE7 / 1e7;
  const lat = latE7 / 1e7;
  const dLat = marginM / M_PER_DEG;
  // Well inside: most positions are, and need no cosine.
  if (lon - box[0] > MAX_STRETCH * dLat && box[2] - lon > MAX_STRETCH * dLat) {
    return lat >= box[1] + dLat && lat <= box[3] - dLat;
  }
  const dLon = dLat / Math.max(1 / MAX_STRETCH, Math.cos((lat * Math.PI) / 180));
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
