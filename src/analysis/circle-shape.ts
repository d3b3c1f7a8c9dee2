import {greatCircleM} from '../geo/distance.ts';
import {type GridShape, gridCells, outlines} from '../geo/grid-outline.ts';
import {type LonLat, sliceLine} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import type {CompiledNetwork} from '../graph/compile.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../graph/vocabulary.ts';

/** Ground this near to a reached road counts as inside the drawing. */
export const DRAWING_REACH_M = 2_000;
const CELL_M = 1_000;
const TOLERANCE_M = 200;

/** Roads reached within a cutoff and the drawing made from them. */
export interface CircleShape {
  readonly nodes: number;
  readonly reached: readonly (readonly LonLat[])[];
  readonly polygon: GridShape;
  readonly areaKm2: number;
}

/**
 * What lies within `cutoffMs` of the nodes' times: every edge reached, cut where the time runs out,
 * and as a drawing the ground within 2 km of those edges, in cells of 1 km. The area is that of the
 * drawing. Membership of places never comes from here.
 */
export function circleShape(
  net: CompiledNetwork,
  centre: LonLat,
  nodeMs: Uint32Array,
  cutoffMs: number,
): CircleShape {
  const reached: LonLat[][] = [];
  const drawn: LonLat[][] = [];
  let nodes = 0;
  for (let u = 0; u < net.nodeCount; u++) {
    const left = cutoffMs - nodeMs[u]!;
    if (left < 0) continue;
    nodes++;
    for (let a = net.firstOut[u]!, end = net.firstOut[u + 1]!; a < end; a++) {
      const part = reachedPart(net, nodeMs, a, left, cutoffMs);
      if (part === null) continue;
      reached.push(part);
      if (ROAD_RANK[EDGE_CLASSES[net.network.edges.class[net.edgeOf[a]!]!]!] <= 3) drawn.push(part);
    }
  }
  const cells = gridCells(centre, reached, CELL_M, DRAWING_REACH_M);
  return {
    nodes,
    reached: drawn.map((line) => simplifyLine(line, TOLERANCE_M)),
    polygon: outlines(cells),
    areaKm2: cells.areaKm2,
  };
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
  const [a, b] = [part[0]!, part[part.length - 1]!];
  return greatCircleM(a[0], a[1], b[0], b[1]) > 0 ? part : null;
}
