import {greatCircleM} from '../geo/distance.ts';
import {generaliseLines} from '../geo/generalise-lines.ts';
import {GroundNear} from '../geo/grid-cells.ts';
import {type GridShape, outlines} from '../geo/grid-outline.ts';
import {joinLines} from '../geo/join-lines.ts';
import {type LonLat, sliceLine} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import type {CompiledNetwork} from '../graph/compile.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import type {Network} from '../graph/network.ts';
import {alongEdge} from '../graph/search/attach.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../graph/vocabulary.ts';
import type {StudyPlace} from './study.ts';

/** Ground this near to a reached road counts as inside the drawing. */
export const DRAWING_REACH_M = 2_000;
const CELL_M = 1_000;
const TOLERANCE_M = 200;
/** Which reached roads are drawn as lines, and how finely. */
export interface LineDrawing {
  /** The lowest, as in `ROAD_RANK`. */
  readonly rank: number;
  /** Step of a grid on which they are drawn, degrees; `null` = as they run, thinned. */
  readonly gridDeg: number | null;
}

const DRAWING: LineDrawing = {rank: ROAD_RANK.secondary, gridDeg: null};

/** Roads reached within a cutoff and the drawing made from them. */
export interface CircleShape {
  readonly nodes: number;
  readonly reached: readonly (readonly LonLat[])[];
  readonly polygon: GridShape;
  readonly areaKm2: number;
  /** Centres of the drawing's cells, 1 km² each. */
  readonly cells: readonly LonLat[];
}

/**
 * What lies within `cutoffMs` of the nodes' times: every edge reached, cut where the time runs out,
 * and as a drawing the ground within 2 km of those edges, in cells of 1 km. The area is that of the
 * drawing; drawings of one centre nest, as each cell is judged by itself. Membership of places never
 * comes from here.
 */
export function circleShape(
  net: CompiledNetwork,
  centre: StudyPlace,
  nodeMs: Uint32Array | undefined,
  cutoffMs: number,
  drawing = DRAWING,
): CircleShape {
  const drawn = startParts(net, centre, cutoffMs);
  const ground = new GroundNear([centre.lon, centre.lat], CELL_M, DRAWING_REACH_M);
  for (const part of drawn) ground.addLine(part);
  const isDrawn = EDGE_CLASSES.map((cls) => ROAD_RANK[cls] <= drawing.rank);
  let nodes = 0;
  for (let u = 0; nodeMs && u < net.nodeCount; u++) {
    if (nodeMs[u]! > cutoffMs) continue;
    nodes++;
    addRoadsFrom(net, u, nodeMs, cutoffMs, {ground, drawn, isDrawn});
  }
  const grid = ground.cells();
  const {plane} = grid;
  return {
    nodes,
    reached: lineDrawing(drawn, drawing),
    polygon: outlines(grid),
    areaKm2: grid.areaKm2,
    cells: grid.cells.map(
      ([c, r]): LonLat => [plane.lon((c + 0.5) * CELL_M), plane.lat((r + 0.5) * CELL_M)],
    ),
  };
}

interface Sketch {
  readonly ground: GroundNear;
  readonly drawn: LonLat[][];
  /** By class of edge. */
  readonly isDrawn: readonly boolean[];
}

/** Adds to a sketch what is reached of the roads that leave a node. */
function addRoadsFrom(
  net: CompiledNetwork,
  node: number,
  nodeMs: Uint32Array,
  cutoffMs: number,
  {ground, drawn, isDrawn}: Sketch,
): void {
  const leftMs = cutoffMs - nodeMs[node]!;
  for (let a = net.firstOut[node]!, end = net.firstOut[node + 1]!; a < end; a++) {
    const edge = net.edgeOf[a]!;
    const shown = isDrawn[net.network.edges.class[edge]!]!;
    const whole = net.timeMs[a]! <= leftMs;
    if (whole && comesFromBothSides(net, nodeMs, a, cutoffMs)) continue;
    if (whole) addEdge(ground, net.network, edge);
    const part = whole && !shown ? null : reachedPart(net, a, leftMs);
    if (part !== null && !whole) ground.addLine(part);
    if (part !== null && shown) drawn.push(part);
  }
}

/** From a centre in the middle of an edge as far along it as the time lasts; nodes do the rest. */
function startParts(net: CompiledNetwork, centre: StudyPlace, cutoffMs: number): LonLat[][] {
  const between = (centre.snap?.points ?? []).filter(({share}) => share > 0 && share < 1);
  return between.flatMap((point) =>
    ([0, 1] as const).flatMap((end) => {
      const wholeMs = alongEdge(net, point, {edge: point.edge, share: end}, 'time');
      if (wholeMs === null || wholeMs === 0) return [];
      const share = point.share + (end - point.share) * Math.min(1, cutoffMs / wholeMs);
      return [sliceLine(edgeLine(net.network, point.edge), point.share, share)].filter(hasLength);
    }),
  );
}

/** Whether an edge that is reached whole comes once more, or came before, by its arc the other way. */
function comesFromBothSides(
  net: CompiledNetwork,
  nodeMs: Uint32Array,
  arc: number,
  cutoffMs: number,
): boolean {
  const twoWay = net.network.edges.oneway[net.edgeOf[arc]!] === 0;
  return twoWay && net.forward[arc] === 0 && nodeMs[net.head[arc]!]! + net.timeMs[arc]! <= cutoffMs;
}

/** The whole line of an edge, read where it lies: every circle asks it of every road in it. */
function addEdge(ground: GroundNear, {nodes, edges}: Network, edge: number): void {
  const end = edges.firstPoint[edge + 1]!;
  const [u, v] = [edges.from[edge]!, edges.to[edge]!];
  let [lon, lat] = [nodes.lon[u]!, nodes.lat[u]!];
  for (let p = edges.firstPoint[edge]!; p < end; p++) {
    const [nextLon, nextLat] = [edges.pointLonE7[p]! / 1e7, edges.pointLatE7[p]! / 1e7];
    ground.addStep(lon, lat, nextLon, nextLat);
    [lon, lat] = [nextLon, nextLat];
  }
  ground.addStep(lon, lat, nodes.lon[v]!, nodes.lat[v]!);
}

/** The part of an arc's edge that is reached from its tail. */
function reachedPart(net: CompiledNetwork, arc: number, leftMs: number): LonLat[] | null {
  const timeMs = net.timeMs[arc]!;
  const line = edgeLine(net.network, net.edgeOf[arc]!);
  if (net.forward[arc] !== 1) line.reverse();
  if (timeMs <= leftMs) return line;
  const part = sliceLine(line, 0, leftMs / timeMs);
  return hasLength(part) ? part : null;
}

function lineDrawing(lines: readonly LonLat[][], {gridDeg}: LineDrawing): LonLat[][] {
  const joined = gridDeg === null ? joinLines(lines) : generaliseLines(lines, gridDeg, gridDeg);
  return joined.map((line) => simplifyLine(line, TOLERANCE_M).map(rounded));
}

/** To a metre or so: a drawing needs no more. */
function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

function hasLength(line: readonly LonLat[]): boolean {
  const [a, b] = [line[0]!, line[line.length - 1]!];
  return greatCircleM(a[0], a[1], b[0], b[1]) > 0;
}
