import {greatCircleM} from '../geo/distance.ts';
import {generaliseLines} from '../geo/generalise-lines.ts';
import {type GridShape, gridCells, outlines} from '../geo/grid-outline.ts';
import {joinLines} from '../geo/join-lines.ts';
import {type LonLat, sliceLine} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import type {CompiledNetwork} from '../graph/compile.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
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
  const reached = startParts(net, centre, cutoffMs);
  const drawn = [...reached];
  let nodes = 0;
  for (let u = 0; nodeMs && u < net.nodeCount; u++) {
    const left = cutoffMs - nodeMs[u]!;
    if (left < 0) continue;
    nodes++;
    for (let a = net.firstOut[u]!, end = net.firstOut[u + 1]!; a < end; a++) {
      const part = reachedPart(net, nodeMs, a, left, cutoffMs);
      if (part === null) continue;
      reached.push(part);
      const cls = EDGE_CLASSES[net.network.edges.class[net.edgeOf[a]!]!]!;
      if (ROAD_RANK[cls] <= drawing.rank) drawn.push(part);
    }
  }
  const grid = gridCells([centre.lon, centre.lat], reached, CELL_M, DRAWING_REACH_M);
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

/** The part of an arc's edge that is reached from its tail; an edge done from both sides comes once. */
function reachedPart(
  net: CompiledNetwork,
  nodeMs: Uint32Array,
  arc: number,
  leftMs: number,
  cutoffMs: number,
): LonLat[] | null {
  const timeMs = net.timeMs[arc]!;
  const forward = net.forward[arc] === 1;
  const whole = timeMs <= leftMs;
  const twoWay = net.network.edges.oneway[net.edgeOf[arc]!] === 0;
  if (whole && twoWay && !forward && nodeMs[net.head[arc]!]! + timeMs <= cutoffMs) return null;
  const line = edgeLine(net.network, net.edgeOf[arc]!);
  if (!forward) line.reverse();
  if (whole) return line;
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
